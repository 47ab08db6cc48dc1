#pragma once
/// What stands in attributes of SVG: lists of numbers, transforms, paint and path data, as values.

#include "image/image.hpp"

#include <string_view>

namespace dossier::image {

/// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};
/// First `inner`, then `outer`.
[[nodiscard]] Matrix combined(const Matrix& outer, const Matrix& inner);
/// How much lengths grow, on average.
[[nodiscard]] double scale_of(const Matrix& m);

/// Reads numbers out of a list with spaces and commas, as SVG writes them ("1.5-2.5.3" is three).
class Numbers {
public:
    explicit Numbers(std::string_view text) : text_(text) {}
    [[nodiscard]] bool at_end();
    /// The next character if it is a letter, and moves past it; 0 otherwise.
    char letter();
    std::optional<double> number();
    /// A flag of an arc: 0 or 1, which nothing need separate.
    std::optional<bool> flag();

private:
    void skip();
    std::string_view text_;
};

/// Value of a `transform` attribute; nullopt when it is malformed.
[[nodiscard]] std::optional<Matrix> parse_transform(std::string_view text);
/// "none" gives a value that holds nothing; nullopt: not understood.
[[nodiscard]] std::optional<std::optional<Color>> parse_paint(std::string_view text);
/// Appends the path data of a `d` attribute, mapped by `m`; false when it is malformed. What came before an error stays.
[[nodiscard]] bool append_path(std::string_view d, const Matrix& m, std::vector<Segment>& path);
/// Appends the ellipse around (x, y), mapped by `m`.
void append_ellipse(double x, double y, double rx, double ry, const Matrix& m, std::vector<Segment>& path);
/// Appends the rectangle with corners rounded by rx and ry, mapped by `m`.
void append_rectangle(double x, double y, double width, double height, double rx, double ry, const Matrix& m, std::vector<Segment>& path);
void append_point(Segment::Kind kind, double x, double y, const Matrix& m, std::vector<Segment>& path);

}  // namespace dossier::image
