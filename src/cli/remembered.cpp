#include "cli/remembered.hpp"

#include <algorithm>
#include <elf.h>
#include <link.h>
#include <nlohmann/json.hpp>

namespace dossier::cli {
namespace {

using Json = nlohmann::json;

/// The build id of a loaded object: a note in its memory (see elf(5), NT_GNU_BUILD_ID). What has none counts by its name.
std::string build_id(const dl_phdr_info& object) {
    for (int i = 0; i < object.dlpi_phnum; ++i) {
        const ElfW(Phdr)& segment = object.dlpi_phdr[i];
        if (segment.p_type != PT_NOTE) continue;
        const char* at = reinterpret_cast<const char*>(object.dlpi_addr + segment.p_vaddr);
        const char* const end = at + segment.p_memsz;
        while (end - at > static_cast<std::ptrdiff_t>(sizeof(ElfW(Nhdr)))) {
            const auto& note = *reinterpret_cast<const ElfW(Nhdr)*>(at);
            const auto padded = [](std::size_t n) { return (n + 3) & ~std::size_t{3}; };
            const char* const name = at + sizeof note;
            const char* const value = name + padded(note.n_namesz);
            if (note.n_type == NT_GNU_BUILD_ID && std::string_view(name, note.n_namesz) == std::string_view("GNU\0", 4))
                return {value, note.n_descsz};
            at = value + padded(note.n_descsz);
        }
    }
    return object.dlpi_name;
}

int add_object(dl_phdr_info* object, std::size_t, void* all) {
    // The kernel's own part makes no bytes of ours.
    if (!std::string_view(object->dlpi_name).starts_with("linux-vdso"))
        static_cast<std::vector<std::string>*>(all)->push_back(build_id(*object));
    return 0;
}

/// The borders of the texts count.
void add(std::string& all, std::string_view text) { all.append(std::to_string(text.size())).append(":").append(text); }
std::string key(std::string_view all) { return hex(sha256(all)); }

}  // namespace

const std::string& program_key() {
    static const std::string kKey = [] {
        std::vector<std::string> ids;
        dl_iterate_phdr(add_object, &ids);
        std::sort(ids.begin(), ids.end());
        std::string all;
        for (const std::string& id : ids) add(all, id);
        return key(all);
    }();
    return kKey;
}

folder::Basis basis_of(std::string_view dossier, const std::vector<style::OwnFile>& templates, const BuildOptions& options,
                       const core::Facts& facts, bool app) {
    std::string own, chosen;
    for (const style::OwnFile& file : templates) add(own, file.name), add(own, file.bytes);
    for (const std::string& text : {facts.datum, facts.programma}) add(chosen, text);
    if (app) add(chosen, core::kAppPage);
    for (const auto* words : {&options.profielen, &options.formaten}) {
        add(chosen, std::to_string(words->size()));
        for (const std::string& word : *words) add(chosen, word);
    }
    return {{"program", program_key()}, {"dossier", key(dossier)}, {"templates", key(own)}, {"options", key(chosen)}};
}

std::optional<std::string> remembered(const Diagnostics& diagnostics, const Source& source) {
    Json all = Json::array();
    for (const Diagnostic& d : diagnostics.all()) {
        if (d.location && d.location.source != &source) return std::nullopt;
        std::vector<std::string> hints;
        for (const Message& hint : d.hints) hints.push_back(hint.text());
        all.push_back({static_cast<int>(d.severity), d.code, static_cast<bool>(d.location), d.location.begin, d.location.end,
                       d.message.text(), hints});
    }
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Diagnostics> recalled(std::string_view text, const Source& source) {
    Diagnostics out;
    try {
        for (const Json& row : Json::parse(text)) {
            const auto [severity, code, placed, begin, end, message, hints] =
                row.get<std::tuple<int, std::string, bool, std::uint32_t, std::uint32_t, std::string, std::vector<std::string>>>();
            if (begin > end || end > source.text.size()) return std::nullopt;
            std::vector<Message> again;
            for (const std::string& hint : hints) again.push_back(Message::as_is(hint));
            const Location at = placed ? Location{&source, begin, end} : Location{};
            if (severity == static_cast<int>(Severity::warning)) out.warning(code, at, Message::as_is(message), again);
            else if (severity == static_cast<int>(Severity::note)) out.note(code, at, Message::as_is(message), again);
            else return std::nullopt;  // a run with errors leaves nothing
        }
    } catch (const Json::exception&) {
        return std::nullopt;
    }
    return out;
}

}  // namespace dossier::cli
