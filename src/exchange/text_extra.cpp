#include "exchange/text_extra.hpp"

namespace dossier::exchange {
namespace {

/// "Voor P1, P2 en P3 ... geldt aanvullend: rest": the codes, and what follows on the same line.
bool take_sentence(std::string_view line, std::vector<std::string>& codes, std::string_view& rest) {
    if (!line.starts_with("Voor ")) return false;
    std::size_t end = std::string_view::npos;
    for (const std::string_view phrase : {" geldt aanvullend", " geldt bovendien", " geldt daarnaast", " gelden aanvullend"})
        if (const std::size_t at = line.find(phrase); at != std::string_view::npos) end = std::min(end, at);
    if (end == std::string_view::npos) return false;
    rest = line.substr(end);
    const std::size_t colon = rest.find(':');
    rest = colon == std::string_view::npos ? std::string_view() : trim(rest.substr(colon + 1));
    if (colon == std::string_view::npos && line.size() > end + 20) return false;  // a sentence of its own, not a heading
    std::string_view subject = line.substr(5, end - 5);
    for (std::size_t at = subject.find('P'); at != std::string_view::npos; at = subject.find('P', at + 1)) {
        if (at > 0 && subject[at - 1] != ' ' && subject[at - 1] != '(') continue;
        std::size_t stop = at + 1;
        while (stop < subject.size() && stop < at + 3 && subject[stop] >= '0' && subject[stop] <= '9') ++stop;
        const std::string code(subject.substr(at, stop - at));
        if (model::heeft_vorm(model::Vorm::profielcode, code)) codes.push_back(code);
    }
    return !codes.empty();
}

}  // namespace

std::vector<ForWhom> split_by_profiel(std::span<const TextLine> lines, std::vector<LineUse>& uses) {
    std::vector<ForWhom> out(1);
    for (const TextLine& line : lines) {
        std::vector<std::string> codes;
        std::string_view rest;
        if (!take_sentence(line.text, codes, rest)) {
            out.back().lines.push_back(line);
            continue;
        }
        uses[line.index] = LineUse::label;
        out.push_back({std::move(codes), {}});
        if (rest.empty()) continue;
        TextLine first = line;
        first.text = std::string(rest);
        out.back().lines.push_back(std::move(first));
    }
    return out;
}

}  // namespace dossier::exchange
