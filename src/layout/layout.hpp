#pragma once
/// Block tree -> pages of placed glyphs, rules, boxes, fields, links and bookmarks, with the structure tree that says what
/// each thing is. Pure values: no PDF in it. Refuses characters that no embedded font has.
///
/// Units are points. The origin of a page is its bottom left corner, y grows upwards; text is placed by its baseline.

#include "base/base.hpp"
#include "image/image.hpp"
#include "layout/styles.hpp"
#include "markup/markup.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dossier::layout {

using markup::Color;

enum class Face : std::uint8_t { regular, bold, italic, fallback, fallback_bold };
inline constexpr std::size_t kFaces = 5;

/// One prepared (subset) TrueType font. Widths are in 1/1000 of the font size.
struct FontFace {
    std::string name;                                        ///< PostScript name with subset tag, "DOSSIE+OpenSans-Regular"
    std::string file;                                        ///< TrueType bytes
    std::vector<std::uint16_t> advance;                      ///< by glyph
    std::vector<char32_t> unicode;                           ///< by glyph, 0 for .notdef
    std::vector<std::pair<char32_t, std::uint16_t>> glyphs;  ///< character -> glyph, sorted
    int ascent = 0, descent = 0, cap_height = 0, italic_angle = 0, stem_v = 0;
    std::array<int, 4> bbox{};

    [[nodiscard]] std::uint16_t glyph(char32_t c) const;  ///< 0 when it has none
};

/// TrueType files of a school's own typeface; borrowed, and must outlive the Fonts made from them. `italic` may be "".
struct Typeface {
    std::string_view regular, bold, italic;
};
/// Why `file` cannot be the font of a form (no TrueType outlines, embedding not allowed, letters missing), in words that
/// follow "this font "; nullopt when it can. `names` asks for all letters that people type into fields.
[[nodiscard]] std::optional<Message> unfit_font(std::string_view file, bool names);

/// The fonts of the forms, subset and ready. Those of a school take some milliseconds to make; immutable, may be shared by threads.
class Fonts {
public:
    Fonts();
    /// With `own` in place of the program's typeface; each file has passed `unfit_font`. What it lacks comes from the fallback.
    explicit Fonts(const Typeface& own);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    [[nodiscard]] const FontFace& face(Face face) const;
    /// Whether some font has a glyph for `c`.
    [[nodiscard]] bool covers(char32_t c) const;
    /// Whether these are the program's own, which were prepared when the program was built.
    [[nodiscard]] bool prepared() const { return prepared_; }

    struct Impl;
    [[nodiscard]] const Impl& impl() const { return *impl_; }

private:
    std::unique_ptr<Impl> impl_;
    bool prepared_ = false;
};

struct Rect {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct Glyph {
    std::uint16_t id = 0;
    std::int16_t kern = 0;  ///< added to the advance after this glyph, 1/1000 of the size
};

/// Glyphs on one baseline in one font, size and colour; `first`/`count` are into Pages::glyphs.
struct Run {
    Face face = Face::regular;
    float size = 0;
    Color color;
    float x = 0, y = 0;
    std::uint32_t first = 0, count = 0;
};

/// A filled and/or stroked rectangle without meaning of its own.
struct Shape {
    Rect rect;
    std::optional<Color> fill;
    std::optional<Color> stroke;
    float line_width = 0;
};

/// Content of one structure element in one stretch on one page; its marked-content id is its index in Page::marks.
struct Mark {
    int element = 0;
    std::uint32_t first_run = 0, run_count = 0;  ///< into Page::runs
    int code = -1;                               ///< into Page::codes
    int image = -1;                              ///< into Page::images
};

/// A QR code: `modules` on a side, of which some are black. Rows and columns count from the top left.
struct PlacedCode {
    struct Dark {
        std::uint16_t row = 0, column = 0, count = 0;  ///< `count` modules side by side
    };
    Rect rect;
    int modules = 0;
    std::vector<Dark> dark;
};

/// A code of `text`; nullopt when it is empty or too long. Its place is for the caller to set.
[[nodiscard]] std::optional<PlacedCode> qr_code(std::string_view text);

struct PlacedImage {
    int image = 0;  ///< into Pages::images
    Rect rect;
    bool artifact = false;  ///< only decorates: no mark has it
};

struct Artifact {
    Run run;
    bool pagination = false;  ///< of page header and footer; otherwise a repeated table header
};

struct Page {
    float width = 0, height = 0;  ///< 0: as Pages says
    std::vector<Shape> shapes;    ///< painted first
    std::vector<Artifact> artifacts;
    std::vector<Run> runs;
    std::vector<PlacedCode> codes;
    std::vector<PlacedImage> images;
    std::vector<Mark> marks;  ///< in reading order
    /// Of a page with a code of its own: what it says without the key of a candidate (see page_code.hpp), and where it is.
    std::string code_text;
    std::string code_key;  ///< of whom it is for; "" for anyone
    Rect code_place;
};

enum class Role : std::uint8_t {
    document,
    h1,
    h2,
    h3,
    h4,
    p,
    l,
    li,
    lbl,
    lbody,
    table,
    thead,
    tbody,
    tr,
    th,
    td,
    caption,
    form,
    link,
    figure,
    div,
    span
};
[[nodiscard]] const char* name(Role role);  ///< as PDF writes it: "TBody"

struct Kid {
    enum class Kind : std::uint8_t { element, mark, field, link };
    Kind kind = Kind::element;
    int index = 0;  ///< into Pages::elements, ::fields, ::links, or Page::marks of `page`
    int page = 0;   ///< mark only
};

/// Kids of an element in reading order. Most have one or two, which need no memory of their own.
class Kids {
public:
    void push_back(Kid kid) {
        if (size_ < kInside) {
            inside_[size_++] = kid;
            return;
        }
        if (size_ == kInside) more_.assign(inside_.begin(), inside_.end());
        more_.push_back(kid);
        ++size_;
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const Kid* begin() const { return size_ <= kInside ? inside_.data() : more_.data(); }
    [[nodiscard]] const Kid* end() const { return begin() + size_; }
    const Kid& operator[](std::size_t i) const { return begin()[i]; }

private:
    static constexpr std::uint32_t kInside = 2;
    std::array<Kid, kInside> inside_{};
    std::uint32_t size_ = 0;
    std::vector<Kid> more_;  ///< all of them, when there are more than that
};

struct Element {
    Role role = Role::p;
    int parent = -1;
    bool row_scope = false;  ///< th
    bool ordered = false;    ///< l
    int colspan = 1;         ///< th, td
    std::string alt;         ///< form, figure: alternative text; span: what is read instead of its text
    std::string lang;        ///< span: language, may be ""
    Rect bbox;               ///< figure
    Kids kids;               ///< in reading order
};

/// What a choice looks like: a ring (of radio buttons) or a square of that half side, in the middle of its field, in points.
inline constexpr float kRingRadius = 5.5F, kRingWidth = 0.9F;
/// Dark enough to be there still on a copy in black and white.
inline constexpr Color kRingColor{0x3f, 0x4a, 0x57};

struct PlacedField {
    markup::Field field;
    int page = 0;  ///< -1: hidden, has no place
    Rect rect;
    float size = 0;  ///< of its text
    int element = -1;
};

struct PlacedLink {
    int page = 0;
    Rect rect;
    std::string href, text;
    int element = -1;
};

struct Bookmark {
    std::string title;
    int level = 1;
    int page = 0;
    float y = 0;
};

struct Pages {
    std::string title, subject, lang;
    float width = 0, height = 0;
    Color accent;
    std::vector<Page> pages;
    std::vector<Glyph> glyphs;
    std::vector<Element> elements;  ///< [0] is the document
    std::vector<PlacedField> fields;
    std::vector<PlacedLink> links;
    std::vector<Bookmark> bookmarks;
    std::vector<const image::Image*> images;  ///< each once; borrowed from the Images given to lay_out
};

/// Pictures that a document may name.
using Images = std::map<std::string, image::Image, std::less<>>;

/// Lays `document` out on A4 pages. nullopt after an error (a character without glyph, a picture that `images` lacks,
/// a document of too many pages). `images` must outlive the result.
[[nodiscard]] std::optional<Pages> lay_out(const markup::Document& document, const Fonts& fonts, const Styles& styles, const Images& images,
                                           Diagnostics& diagnostics);
/// A document without pictures.
[[nodiscard]] std::optional<Pages> lay_out(const markup::Document& document, const Fonts& fonts, const Styles& styles,
                                           Diagnostics& diagnostics);

/// Puts `part` behind `whole`, which has the same fonts and pictures that outlive it: its pages, with their own size, its structure
/// under an element of its own, its fields with `prefix` before their names, and its bookmarks one level deeper under `title`.
void append(Pages& whole, const Pages& part, std::string_view prefix, const std::string& title);
/// What `append` begins with.
[[nodiscard]] Pages empty_pages(std::string title, std::string subject, std::string lang, const Pages& like);

/// Pages as text: per page its lines with place and font, shapes, fields; then the structure tree and the bookmarks.
[[nodiscard]] std::string dump(const Pages& pages, const Fonts& fonts);

}  // namespace dossier::layout
