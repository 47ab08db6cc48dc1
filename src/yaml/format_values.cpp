/// The lines of one value in canonical YAML, in its own spelling: plain and quoted text, block scalars, flow lists.

#include "yaml/format_values.hpp"

#include <algorithm>

namespace dossier::yaml {

Lines shifted(std::string_view text, std::size_t column, std::uint32_t old_column) {
    Lines lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const std::string_view words = trim(line);
        const auto old_indent = static_cast<std::size_t>(words.empty() ? 0 : words.data() - line.data());
        const std::size_t deeper = old_indent > old_column ? old_indent - old_column : 1;
        if (at == 0) lines.emplace_back(words);
        else if (!words.empty()) lines.push_back(std::string(column + deeper, ' ') + std::string(words));
        at = end + 1;
    }
    return lines;
}

Lines ValueWriter::behind(const std::string& head, std::uint32_t head_text, std::uint32_t value, std::size_t column,
                          std::uint32_t old_column) {
    const Node& v = node(value);
    if (v.kind == Kind::text) return scalar(head, head_text, value, column);
    Lines lines = shifted(raw(v.begin, flow_end(tree_, value)), column, old_column);
    lines.front().insert(0, head + ' ');
    comments_.put_beside(last_text(tree_, value), lines.back());
    comments_.put_beside(head_text, lines.back());
    return lines;
}

Lines ValueWriter::scalar(const std::string& head, std::uint32_t head_text, std::uint32_t value, std::size_t column) {
    const Node& v = node(value);
    const std::uint32_t sign = block_sign(value);
    if (sign != v.end) return block(head, head_text, value, sign, column);
    Lines lines;
    const std::string_view text = raw(v.begin, v.end);
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view words = trim(text.substr(at, end - at));
        if (at == 0) lines.push_back(head + ' ' + std::string(words));
        else lines.push_back(words.empty() ? std::string() : std::string(column + 2, ' ') + std::string(words));
        at = end + 1;
    }
    comments_.put_beside(value, lines.back());
    if (lines.size() == 1) comments_.put_beside(head_text, lines.back());
    return lines;
}

std::uint32_t ValueWriter::block_sign(std::uint32_t value) const {
    const Node& v = node(value);
    if (v.begin < text_.size() && (text_[v.begin] == '|' || text_[v.begin] == '>')) return v.begin;
    std::uint32_t before = value;
    while (before > 0 && (before == value || node(before).kind != Kind::text)) --before;
    for (std::uint32_t at = before == 0 ? 0 : node(before).end; at < v.begin; ++at) {
        if (text_[at] == '#' && (begins_line(text_, at) || text_[at - 1] == ' '))
            at = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', at), v.begin));
        else if (text_[at] == '|' || text_[at] == '>') return at;
    }
    return v.end;
}

Lines ValueWriter::block(const std::string& head, std::uint32_t head_text, std::uint32_t value, std::uint32_t sign, std::size_t column) {
    const Node& v = node(value);
    std::string first = head + ' ' + text_[sign];
    const bool chomped = sign + 1 < text_.size() && (text_[sign + 1] == '-' || text_[sign + 1] == '+');
    if (chomped) first += text_[sign + 1];
    comments_.put_beside(head_text, first);
    Lines lines{first};
    if (v.begin <= sign) {
        comments_.put_beside(value, lines.back());
        return lines;
    }
    add_block_text(v, sign, column, lines);
    return lines;
}

void ValueWriter::add_block_text(const Node& v, std::uint32_t sign, std::size_t column, Lines& lines) const {
    const std::uint32_t indent = column_of(text_, v.begin);
    const std::size_t line_end = text_.find('\n', sign);
    const std::string_view between = raw(static_cast<std::uint32_t>(line_end) + 1, v.begin);
    lines.insert(lines.end(), static_cast<std::size_t>(std::count(between.begin(), between.end(), '\n')), "");
    const std::size_t end = std::min(text_.find('\n', v.end), text_.size());
    for (std::size_t at = v.begin - indent; at < end;) {
        const std::size_t stop = std::min(text_.find('\n', at), end);
        std::string_view line = text_.substr(at, stop - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line.size() > indent ? std::string(column + 2, ' ') + std::string(line.substr(indent)) : std::string());
        at = stop + 1;
    }
    if (sign + 1 < text_.size() && text_[sign + 1] == '+')  // the empty lines after it are part of it
        for (std::size_t at = end + 1; at < text_.size() && (text_[at] == '\n' || text_[at] == '\r'); ++at)
            if (text_[at] == '\n') lines.emplace_back();
}

}  // namespace dossier::yaml
