#include "papier/papier.hpp"

#include "base/problems.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace dossier::papier {
namespace {

using Json = nlohmann::json;

constexpr const char* kKind = "dossier-nakijken";
constexpr int kVersion = 1;
constexpr std::size_t kMostLetters = 2000;  ///< of a value

std::optional<std::string> text(const Json& one, const char* key) {
    const auto at = one.find(key);
    if (at == one.end() || !at->is_string()) return std::nullopt;
    std::string out = at->get<std::string>();
    return out.size() <= kMostLetters ? std::optional(out) : std::nullopt;
}

std::optional<Beslissing> beslissing(const Json& one) {
    if (!one.is_object()) return std::nullopt;
    const auto bestand = text(one, "bestand"), veld = text(one, "veld"), waarde = text(one, "waarde");
    const auto page = one.find("bladzijde");
    if (!bestand || !veld || !waarde || veld->empty() || page == one.end() || !page->is_number_unsigned()) return std::nullopt;
    const auto number = page->get<std::uint64_t>();
    if (number < 1 || number > scans::kMostPages) return std::nullopt;
    return Beslissing{*bestand, static_cast<std::uint32_t>(number), *veld, *waarde};
}

/// `diagnostics` are of this file alone.
void read_file(const Source& file, Beslissingen& out, Diagnostics& diagnostics) {
    const auto bad = [&](const Message& what) {
        diagnostics.error("bad-decisions", {}, say("{}: {}", file.name, what),
                          {say("use the file as the page nakijken.html saved it; save it again from there")});
    };
    const Json json = Json::parse(file.text, nullptr, false);
    if (json.is_discarded() || !json.is_object()) return bad(say("this is no JSON object"));
    const auto version = json.find(kKind);
    if (version == json.end() || *version != kVersion) return bad(say("\"dossier-nakijken\" is not 1"));
    const auto list = json.find("beslissingen");
    if (list == json.end() || !list->is_array()) return bad(say("it has no list \"beslissingen\""));
    for (std::size_t i = 0; i < list->size() && !too_many_problems(diagnostics, {}); ++i) {
        auto one = beslissing((*list)[i]);
        if (!one) {
            bad(say("decision {} lacks bestand, bladzijde, veld or waarde, or has one that cannot be", i + 1));
            continue;
        }
        out.add(std::move(*one));
    }
}

}  // namespace

void Beslissingen::add(Beslissing b) { waarden_[{std::move(b.bestand), b.bladzijde, std::move(b.veld)}] = {std::move(b.waarde)}; }

const std::string* Beslissingen::find(const std::string& bestand, std::uint32_t bladzijde, const std::string& veld) const {
    const auto at = waarden_.find({bestand, bladzijde, veld});
    if (at == waarden_.end()) return nullptr;
    at->second.used = true;
    return &at->second.tekst;
}

std::size_t Beslissingen::unused() const {
    return static_cast<std::size_t>(std::count_if(waarden_.begin(), waarden_.end(), [](const auto& w) { return !w.second.used; }));
}

std::string file_identity(std::string_view bytes) { return short_hash(bytes, 10); }

void read_beslissingen(const Source& file, Beslissingen& out, Diagnostics& diagnostics) {
    Diagnostics own;
    read_file(file, out, own);
    diagnostics.append(std::move(own));
}

}  // namespace dossier::papier
