#pragma once
/// Zip archives in memory, written and read. The only room that sees libzip.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::archive {

/// An archive of (name, bytes), at least one, in that order, deflated; names are UTF-8 and each is there once. The same input
/// gives the same bytes: every file has the first moment that the format knows, 1 January 1980, as time, whatever the time zone.
[[nodiscard]] std::string write(const std::vector<std::pair<std::string, std::string>>& files);

/// The same for files that are made piece by piece, so that none of them is ever whole in memory. `begin` starts at the first piece
/// and returns what gives one after the other, "" at the end; it is called twice, as the format says first how long a file is.
struct InPieces {
    std::string name;
    std::function<std::function<std::string()>()> begin;
};
[[nodiscard]] std::string write(const std::vector<InPieces>& files);

/// An archive that someone else made. Nothing is inflated before it is asked for.
class Reader {
public:
    /// Borrows `bytes`. When they are no archive, or a damaged one, `problem` says why and there is nothing to read.
    Reader(std::string_view bytes, std::string& problem);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    [[nodiscard]] bool good() const { return archive_ != nullptr; }
    [[nodiscard]] bool has(const std::string& name) const;

    enum class Problem { none, missing, damaged, too_large };
    /// The bytes of a file, at most `most`: a small archive may unfold to anything.
    [[nodiscard]] std::optional<std::string> read(const std::string& name, std::size_t most, Problem& problem) const;

private:
    void* archive_ = nullptr;
};

}  // namespace dossier::archive
