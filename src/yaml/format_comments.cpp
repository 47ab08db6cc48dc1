/// Puts the comments of a file back by their values while it is laid out anew.

#include "yaml/format_comments.hpp"

namespace dossier::yaml {

std::uint32_t first_text(const Tree& tree, std::uint32_t i) {
    while (i != 0 && tree.at(i).kind != Kind::text) i = tree.at(i).first;
    return i;
}

std::uint32_t last_text(const Tree& tree, std::uint32_t i) {
    while (i != 0 && tree.at(i).kind != Kind::text) {
        std::uint32_t child = tree.at(i).first;
        while (child != 0 && tree.at(child).next != 0) child = tree.at(child).next;
        i = child;
    }
    return i;
}

void put_above(const std::vector<Comment>& list, std::size_t column, Lines& lines) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0 && list[i].blank_before) lines.emplace_back();
        lines.push_back(std::string(column, ' ') + list[i].text);
    }
}

std::vector<Comment> CommentPlacer::take_above(std::uint32_t i) {
    auto found = comments_.above.find(i);
    if (i == 0 || found == comments_.above.end()) return {};
    std::vector<Comment> out = std::move(found->second);
    comments_.above.erase(found);
    return out;
}

void CommentPlacer::put_beside(std::uint32_t i, std::string& line) {
    const auto found = comments_.beside.find(i);
    if (i == 0 || found == comments_.beside.end()) return;
    line += "  " + found->second;
    comments_.beside.erase(found);
}

void CommentPlacer::put_below(std::uint32_t i, std::uint32_t old_column, std::size_t column, Lines& lines) {
    const auto found = comments_.below.find(last_text(tree_, i));
    if (found == comments_.below.end()) return;
    auto& list = found->second;
    std::size_t count = 0;
    while (count < list.size() && list[count].column >= old_column) ++count;
    for (std::size_t c = 0; c < count; ++c) {
        if (list[c].blank_before) lines.emplace_back();
        lines.push_back(std::string(column, ' ') + list[c].text);
    }
    list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(count));
}

bool CommentPlacer::blank_above(std::uint32_t i) const {
    const auto above = comments_.above.find(i);
    if (above != comments_.above.end() && !above->second.empty()) return above->second.front().blank_before;
    const auto blank = comments_.blank_before.find(i);
    return blank != comments_.blank_before.end() && blank->second;
}

}  // namespace dossier::yaml
