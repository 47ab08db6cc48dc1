#include "cli/session.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>

namespace dossier::cli {
namespace {

/// Where two texts part, as the line of `source` that would change.
Location first_difference(const Source& source, const std::string& wanted) {
    const std::string& have = source.text;
    const auto at = static_cast<std::size_t>(std::mismatch(have.begin(), have.end(), wanted.begin(), wanted.end()).first - have.begin());
    const std::size_t begin = at == 0 ? 0 : have.rfind('\n', at - 1) + 1;
    const std::size_t end = std::min(have.find('\n', at), have.size());
    return {&source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The line of `text` with number `line`, from 1.
std::string line_of(const std::string& text, std::size_t line) {
    std::size_t at = 0;
    while (--line > 0 && at < text.size()) at = std::min(text.find('\n', at), text.size() - 1) + 1;
    return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

}  // namespace

int fmt(const FmtOptions& options, const Common& common) {
    Session session(common);
    std::string out;
    for (const std::string& path : options.inputs) {
        const Source* source = session.read(path);
        if (!source) continue;
        const auto text = yaml::format_dossier(*source, session.diagnostics);
        if (!text) continue;
        if (options.check) {
            if (*text == source->text) continue;
            const Location at = first_difference(*source, *text);
            const std::string wanted = line_of(*text, position_of(*source, at.begin).line);
            session.diagnostics.error("not-canonical", at, "this is not in canonical form, expected " + (wanted.empty() ? "an empty line" : dossier::quoted(wanted)),
                                      {"dossier fmt " + path + " rewrites it"});
            continue;
        }
        if (path == "-") {
            out += *text;
            continue;
        }
        if (*text != source->text) session.write(path, *text);
    }
    const int status = session.finish();
    if (!common.json && !print(out)) return kCannotReadWrite;
    return status;
}

}  // namespace dossier::cli
