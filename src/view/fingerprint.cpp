#include "view/sections.hpp"

#include "model/fields.hpp"

namespace dossier::view {
namespace {

/// Writes each value with its name and length, so that no two different dossiers give the same text.
class Canonical {
public:
    void required(std::string_view name, const auto& field, const model::Veld&) { put(name, field); }
    void optional(std::string_view name, const auto& field, const model::Veld&) {
        if (!model::absent(field)) put(name, field);
    }
    void list(std::string_view name, std::string_view item, const auto& items, const model::Veld&) {
        if (items.empty()) return;
        open(name);
        for (const auto& each : items) put(item, each);
        close();
    }
    template <model::Record T> void record(std::string_view name, const T& value) {
        open(name);
        T::fields(*this, value);
        close();
    }
    void word(std::string_view name, std::string_view value) {
        ((((text_ += name) += '=') += std::to_string(value.size())) += ':') += value;
        text_ += '\n';
    }
    void value(std::string_view name, const Value& value) {
        if (const bool* yes = value.boolean()) word(name, *yes ? "yes" : "no");
        if (const std::string* text = value.text()) word(name, *text);
        if (value.list() == nullptr && value.object() == nullptr) return;
        open(name);
        if (const List* list = value.list())
            for (const Value& each : *list) this->value("item", each);
        if (const Object* object = value.object())
            for (const auto& [key, each] : *object) this->value(key, each);
        close();
    }
    [[nodiscard]] std::string digest() const { return hex(sha256(text_)); }

private:
    void open(std::string_view name) { (text_ += name) += "{\n"; }
    void close() { text_ += "}\n"; }
    void put(std::string_view name, const model::Text& text) { word(name, text.value); }
    void put(std::string_view name, const model::Getal& number) { word(name, std::to_string(number.value)); }
    void put(std::string_view name, const model::Tekst& tekst) {
        open(name);
        blocks(tekst.blokken);
        close();
    }
    template <model::Record T> void put(std::string_view name, const T& value) { record(name, value); }
    void blocks(const std::vector<model::Blok>& blokken) {
        for (const model::Blok& blok : blokken) {
            word("blok", std::to_string(static_cast<int>(blok.soort)));
            word("teken", blok.teken);
            word("tekst", blok.tekst);
            for (const model::Punt& punt : blok.punten) {
                word("punt", punt.teken);
                word("tekst", punt.tekst);
                open("onder");
                blocks(punt.onder);
                close();
            }
        }
    }

    std::string text_;
};

/// A kerntaak or werkproces with what of the beoordeling counts for it.
template <class Part> std::string of_part(std::string_view name, const Part& part, const model::Beoordeling& beoordeling) {
    Canonical canonical;
    canonical.record(name, part);
    for (const model::Text& waarde : beoordeling.schaal) canonical.word("waarde", waarde.value);
    canonical.record("cesuur", beoordeling.cesuur);
    const std::string own = part.code.value + "-";
    for (const model::Text& code : beoordeling.cruciaal)
        if (code.value.starts_with(own)) canonical.word("cruciaal", code.value);
    for (const model::Stappunten& punten : beoordeling.punten) canonical.record("punten", punten);
    for (const model::Onderdeelregel& o : beoordeling.onderdelen)
        if (o.code.value == part.code.value || o.code.value.starts_with(own)) canonical.record("onderdeel", o);
    for (const model::Text& code : beoordeling.niet_van_toepassing)
        if (code.value.starts_with(own)) canonical.word("niet_van_toepassing", code.value);
    if (!model::absent(beoordeling.cijfer)) canonical.record("cijfer", beoordeling.cijfer);
    return fingerprint(canonical.digest());
}

}  // namespace

std::string digest(const model::Dossier& dossier) {
    Canonical canonical;
    canonical.record("dossier", dossier);
    return canonical.digest();
}

std::string fingerprint(std::string_view digest) { return std::string(digest.substr(0, 12)); }
std::string fingerprint(const model::Dossier& dossier) { return fingerprint(digest(dossier)); }

std::string fingerprint(const model::Kerntaak& kerntaak, const model::Beoordeling& beoordeling) {
    return of_part("kerntaak", kerntaak, beoordeling);
}

std::string fingerprint(const model::Werkproces& werkproces, const model::Beoordeling& beoordeling) {
    return of_part("werkproces", werkproces, beoordeling);
}

std::string digest(const Kwalificatie& kwalificatie) {
    Canonical canonical;
    canonical.word("dossier", kwalificatie.digest);
    canonical.value("rest", kwalificatie.rest);
    return canonical.digest();
}

std::string digest(const Value& value) {
    Canonical canonical;
    canonical.value("value", value);
    return canonical.digest();
}

std::string folder(const model::Profiel& profiel) { return slug(profiel.code.value + " " + profiel.naam.value); }

}  // namespace dossier::view
