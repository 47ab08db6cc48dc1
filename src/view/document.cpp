/// Values of a kwalificatie or dossier made into those of one document: what it is about, and how it is named and traced back.
#include "view/view.hpp"

#include "base/ascii.hpp"
#include "view/texts.hpp"

#include <algorithm>

namespace dossier::view {
namespace {

std::string capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), to_upper);
    return text;
}

}  // namespace

Value with_kerntaak(const Value& kwalificatie, std::size_t kerntaak) {
    Value out = kwalificatie;
    out.set("kerntaak", kwalificatie.find("kerntaken")->list()->at(kerntaak));
    return out;
}

Value with_werkproces(const Value& kwalificatie, std::size_t kerntaak, std::size_t werkproces) {
    Value out = with_kerntaak(kwalificatie, kerntaak);
    out.set("werkproces", out.find("kerntaak.werkprocessen")->list()->at(werkproces));
    return out;
}

Value with_document(Value values, std::string_view id, std::string_view titel) {
    const auto text = [&values](std::string_view path) {
        const Value* v = values.find(path);
        return v && v->text() ? *v->text() : std::string();
    };
    // The smallest part that it is about.
    std::string part = "dossier";
    for (const char* each : {"profiel", "kerntaak", "werkproces"})
        if (values.find(each)) part = each;
    const std::string code = text(part + ".code");
    const std::string profiel = text("profiel.code");
    std::string own = std::string(id);
    if (!profiel.empty()) own.insert(0, profiel + '-');
    if (!code.empty() && code != profiel) own += '-' + code;
    const std::string name = text(part + (part == "kerntaak" || part == "werkproces" ? ".titel" : ".naam"));
    const std::string kenmerk = text(part + ".vingerafdruk");
    const std::string subject = code.empty() ? name : code + ' ' + name;
    List pieces;
    if (const Value* words = values.find(part + ".titel_stukken")) {
        pieces = *words->list();
        pieces.insert(pieces.begin(), text_piece(code + ' '));
    } else {
        pieces.push_back(text_piece(subject));
    }
    mark_ends(pieces);
    // Forms of the basisdeel are alike in all profielen: their names tell them apart.
    const bool shared = !profiel.empty() && code.starts_with('B');
    values.set(
        "document",
        Value(Object{{"id", Value(own)},
                     {"titel", Value(titel)},
                     {"naam", Value(std::string(titel) + ' ' + subject + (shared ? ", " + profiel + ' ' + text("profiel.naam") : ""))},
                     {"onderwerp", Value(subject)},
                     {"onderwerp_stukken", Value(std::move(pieces))},
                     {"kenmerk", Value(kenmerk)},
                     {"verwijzing", Value("dossier:" + own + ':' + kenmerk)},
                     // In the letters that make the smallest QR code; codes and kenmerken do not differ by case.
                     {"paginacode", Value("D1:" + capitals(own) + ':' + capitals(kenmerk))}}));
    return values;
}

}  // namespace dossier::view
