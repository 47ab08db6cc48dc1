/// A line in a file by which its maker knows it again, and whether anyone changed it since.

#include "pdf/parts.hpp"
#include "pdf/pdf.hpp"

#include <optional>

namespace dossier::pdf {
namespace {

constexpr std::string_view kMark = "%dossier ";
constexpr std::size_t kSum = 32;  ///< digits of the checksum behind the mark, of all that follows it

/// The mark, and where its checksum begins.
struct Found {
    std::string_view mark;
    std::size_t sum = 0;
};
std::optional<Found> find_mark(std::string_view file) {
    const std::string_view begin = file.substr(0, kMarkWithin);
    const std::size_t at = begin.find(std::string("\n") + std::string(kMark));
    if (at == std::string_view::npos) return std::nullopt;
    const std::size_t from = at + 1 + kMark.size(), end = begin.find('\n', from);
    if (end == std::string_view::npos || end - from < kSum + 1 || begin[end - kSum - 1] != ' ') return std::nullopt;
    return Found{begin.substr(from, end - kSum - 1 - from), end - kSum};
}

}  // namespace

std::string save_marked(Objects& objects, int root, int info, std::string_view mark) {
    if (mark.empty()) return objects.save(root, info);
    const std::string line = std::string(kMark) + std::string(mark) + ' ';
    std::string file = objects.save(root, info, line + std::string(kSum, '0') + '\n');
    const std::size_t at = file.find(line) + line.size();
    file.replace(at, kSum, checksum(std::string_view(file).substr(at + kSum)));
    return file;
}

std::string_view mark_of(std::string_view begin) {
    const auto found = find_mark(begin);
    return found ? found->mark : std::string_view();
}

bool untouched(std::string_view file) {
    const auto found = find_mark(file);
    return found && checksum(file.substr(found->sum + kSum)) == file.substr(found->sum, kSum);
}

}  // namespace dossier::pdf
