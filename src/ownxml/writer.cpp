#include "ownxml/ownxml.hpp"

#include "model/fields.hpp"
#include "ownxml/format.hpp"
#include "xml/escape.hpp"

namespace dossier::ownxml {
namespace {

class Writer {
public:
    explicit Writer(xml::Markup& xml) : xml_(xml) {}

    template <class T> void required(std::string_view name, const T& field, const model::Veld&) {
        if (!model::absent(field)) value(name, field);
    }
    template <class T> void optional(std::string_view name, const T& field, const model::Veld& veld) { required(name, field, veld); }
    template <class T> void list(std::string_view name, std::string_view item_name, const std::vector<T>& items, const model::Veld&) {
        if (items.empty()) return;
        xml_.open(name);
        int number = gedrag_ != nullptr ? gedrag_->eerste_nummer : 0;
        for (const T& item : items) {
            if constexpr (std::is_same_v<T, model::Text>) {
                const std::string code = gedrag_ != nullptr ? model::criteriumcode(*werkproces_, number++) : std::string();
                const model::Competentie* known = item_name == "competentie" ? model::find_competentie(item.value) : nullptr;
                xml_.leaf(item_name, item.value,
                          {{"code", code}, {"letter", known != nullptr ? std::string_view(&known->letter, 1) : std::string_view()}});
            } else {
                value(item_name, item);
            }
        }
        xml_.close();
    }

private:
    void value(std::string_view name, const model::Text& text) { xml_.leaf(name, text.value); }
    void value(std::string_view name, const model::Getal& number) { xml_.leaf(name, std::to_string(number.value)); }
    void value(std::string_view name, const model::Tekst& tekst) {
        xml_.open(name);
        blocks(tekst.blokken);
        xml_.close();
    }
    template <model::Record T> void value(std::string_view name, const T& record) {
        xml_.open(name);
        if constexpr (std::is_same_v<T, model::Werkproces>) werkproces_ = &record;
        if constexpr (std::is_same_v<T, model::Gedrag>) gedrag_ = &record;
        T::fields(*this, record);
        if constexpr (std::is_same_v<T, model::Gedrag>) gedrag_ = nullptr;
        xml_.close();
    }

    void blocks(const std::vector<model::Blok>& blokken) {
        for (const model::Blok& blok : blokken) {
            const std::string_view name = element_of(blok.soort);
            if (blok.soort == model::BlokSoort::alinea || blok.soort == model::BlokSoort::voetnoot) {
                xml_.leaf(name, blok.tekst, {{"teken", blok.teken}});
                continue;
            }
            xml_.open(name);
            for (const model::Punt& punt : blok.punten) {
                xml_.open("punt", {{"teken", punt.teken}});
                xml_.leaf("tekst", punt.tekst);
                blocks(punt.onder);
                xml_.close();
            }
            xml_.close();
        }
    }

    xml::Markup& xml_;
    const model::Werkproces* werkproces_ = nullptr;
    const model::Gedrag* gedrag_ = nullptr;
};

std::string write(std::string_view root, const model::Dossier& dossier) {
    xml::Markup xml;
    xml.open(root, {{"xmlns", kNamespace}, {"versie", kVersion}});
    Writer writer(xml);
    model::Dossier::fields(writer, dossier);
    xml.close();
    return std::move(xml).take();
}

}  // namespace

std::string write_xml(const model::Dossier& whole) { return write(kDossier, whole); }

std::string write_xml(const model::Dossier& whole, const model::Profiel& profiel) {
    return write(kKwalificatie, model::kwalificatie(whole, profiel));
}

}  // namespace dossier::ownxml
