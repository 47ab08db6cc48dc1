#include "sbb/verantwoording.hpp"

#include "sbb/rich_text.hpp"

namespace dossier::sbb {
namespace {

using pugi::xml_node;

constexpr std::string_view kBron = "Kwalificatiedossier van SBB, nummer ";

class Reader {
public:
    Reader(SbbTree& tree, SbbTable& profielen) : tree_(tree), profielen_(profielen) {}

    std::vector<model::Paragraaf> run(xml_node node) {
        for (const xml_node part : node.children()) {
            if (part.type() != pugi::node_element) continue;
            const std::string_view name = part.name();
            if (name == "brondocumenten") brondocumenten(part);
            else if (name == "trendsenontwikkelingen") texts(part, {"wetenregelgeving", "ontwikkelingenindeberoepsuitoefening"});
            else if (name == "bijzonderevereisten") vereisten(part);
            else if (name == "taalbeheersingseisen") talen(part);
            else if (name == "onderhoudsagenda") agenda(part);
            else if (name == "wijzigingen") wijzigingen(part);
            else if (name == "aanvullendeinfo") headed(part);
            else if (name == "arbeidsmarktinformatie" || name == "wettelijkeberoepsvereisten" || name == "ontwikkelmogelijkheden" ||
                     name == "betrokkenen" || name == "examenprofielen")
                text(part);
        }
        return std::move(out_);
    }

private:
    model::Tekst rich(xml_node node) { return rich_text(tree_.rich(node), tree_.at(node), tree_.diagnostics()); }
    /// A line of a list, with words that cannot be taken for anything else.
    static void add_line(std::string& notation, const std::string& line) {
        if (const std::string words = squeezed(line); !words.empty()) notation += "- " + words + '\n';
    }

    /// Marks `part` as read and adds its paragraph.
    void add(xml_node part, model::Tekst tekst) {
        tree_.mark(part);
        const model::Text titel = tree_.attribute(part, "titel");
        if (tekst.empty()) return;
        out_.push_back({titel, std::move(tekst), tree_.name(part)});
    }
    static void join(model::Tekst& to, model::Tekst from) {
        std::move(from.blokken.begin(), from.blokken.end(), std::back_inserter(to.blokken));
    }

    void text(xml_node part) { add(part, rich(part)); }

    /// Headings in it are titles of paragraphs of their own.
    void headed(xml_node part) {
        tree_.mark(part);
        const model::Text titel = tree_.attribute(part, "titel");
        const Location at = tree_.at(part);
        bool first = true;
        for (const RichPart& p : rich_parts(tree_.rich(part), at, tree_.diagnostics())) {
            const bool headless = first && p.titel.empty() && !is_empty_heading(part);
            first = false;
            if (p.notation.empty() && p.titel.empty()) continue;
            out_.push_back({headless ? titel : model::Text{p.titel, at}, p.tekst(at), tree_.name(part)});
        }
    }
    /// Written by `write_sbb` for a paragraph without title.
    [[nodiscard]] bool is_empty_heading(xml_node part) const { return trim(tree_.text(part)).starts_with("<h2></h2>"); }

    void texts(xml_node part, std::initializer_list<std::string_view> names) {
        model::Tekst all;
        for (const std::string_view name : names)
            if (const xml_node node = tree_.child(part, name)) join(all, rich(node));
        add(part, std::move(all));
    }

    void brondocumenten(xml_node part) {
        std::string notation;
        for (const xml_node node : tree_.children(part, "brondocument")) {
            std::string line = tree_.attribute(node, "omschrijving").value;
            const std::string naam = tree_.attribute(node, "naam").value;
            if (naam != line) line += (line.empty() ? "" : ", ") + naam;
            for (const char* more : {"type", "datum", "link"})
                if (const std::string value = tree_.attribute(node, more).value; !value.empty()) line += ", " + value;
            add_line(notation, line);
        }
        add(part, model::parse_tekst(notation, tree_.name(part)));
    }

    std::string code_of(xml_node node) {
        const SbbEntry* entry = tree_.refer(profielen_, node);
        return entry == nullptr ? std::string(node.attribute("referentie").value()) : entry->code;
    }

    void vereisten(xml_node part) {
        model::Tekst all;
        for (const xml_node node : tree_.children(part, "profiel")) {
            const std::string code = code_of(node);
            const xml_node eisen = tree_.child(node, "eisen");
            const xml_node toelichting = tree_.child(node, "toelichtingvereisten");
            model::Tekst more = toelichting ? rich(toelichting) : model::Tekst{};
            const std::string answer = squeezed(tree_.text(eisen));
            if (answer.empty() && more.empty()) continue;
            join(all, model::parse_tekst(code + ": " + answer, tree_.at(node)));
            join(all, std::move(more));
        }
        add(part, std::move(all));
    }

    void talen(xml_node part) {
        model::Tekst all;
        if (const xml_node toelichting = tree_.child(part, "toelichting")) join(all, rich(toelichting));
        std::string notation;
        for (const xml_node eis : tree_.children(part, "taalbeheersingseis")) {
            for (const xml_node profiel : tree_.children(eis, "profiel")) {
                const std::string code = code_of(profiel);
                for (const xml_node taal : tree_.children(profiel, "taal")) {
                    std::string line = code + ", " + tree_.attribute(taal, "titel").value + ":";
                    for (const xml_node v : tree_.children(tree_.child(taal, "taalvaardigheden"), "taalvaardigheid")) {
                        const std::string niveau = tree_.attribute(v, "niveau").value;
                        if (!niveau.empty()) line += ' ' + tree_.attribute(v, "titel").value + ' ' + niveau + ';';
                    }
                    while (line.ends_with(';') || line.ends_with(':')) line.pop_back();
                    add_line(notation, line);
                }
            }
        }
        join(all, model::parse_tekst(notation, tree_.name(part)));
        add(part, std::move(all));
    }

    void agenda(xml_node part) {
        std::string notation;
        for (const xml_node node : tree_.children(tree_.child(part, "agenda"), "onderdeel")) {
            std::string line;
            for (const auto& [name, front] :
                 {std::pair("onderwerp", ""), std::pair("actie", ": "), std::pair("wie", "; wie: "), std::pair("wanneer", "; wanneer: ")})
                if (const std::string value = squeezed(tree_.text(tree_.child(node, name))); !value.empty()) line += front + value;
            if (!line.empty()) add_line(notation, line);
        }
        model::Tekst all = model::parse_tekst(notation, tree_.name(part));
        if (const xml_node toelichting = tree_.child(part, "toelichting")) join(all, rich(toelichting));
        add(part, std::move(all));
    }

    void wijzigingen(xml_node part) {
        std::string notation;
        for (const xml_node node : tree_.children(tree_.child(part, "wijzigingscategorien"), "wijzigingscategorie")) {
            const std::string titel = tree_.attribute(node, "titel").value;
            const std::string categorie = tree_.attribute(node, "categorie").value;
            add_line(notation, titel.find(categorie) == std::string::npos ? "Categorie " + categorie + ": " + titel : titel);
        }
        model::Tekst all = model::parse_tekst(notation, tree_.name(part));
        if (const xml_node omschrijving = tree_.child(part, "omschrijving")) join(all, rich(omschrijving));
        add(part, std::move(all));
    }

    SbbTree& tree_;
    SbbTable& profielen_;
    std::vector<model::Paragraaf> out_;
};

}  // namespace

std::vector<model::Paragraaf> read_verantwoording(xml_node node, SbbTree& tree, SbbTable& profielen) {
    return Reader(tree, profielen).run(node);
}

void add_vaststelling(const model::Text& door, const model::Text& te, model::Dossier& to) {
    std::string notation;
    if (!door.value.empty() && door.value != to.sectorkamer.value) notation += std::string(kVastgesteldDoor) + door.value;
    if (!te.value.empty()) {
        if (!notation.empty()) notation += "\n\n";
        notation += std::string(kVastgesteldTe) + te.value;
    }
    const Location at = door.location ? door.location : te.location;
    if (!notation.empty()) to.verantwoording.push_back({{std::string(kVaststelling), at}, model::parse_tekst(notation, at), at});
}

std::string sbb_bron(std::string_view nr) { return nr.empty() ? "Kwalificatiedossier van SBB" : std::string(kBron) + std::string(nr); }
std::string sbb_number(std::string_view bron) { return bron.starts_with(kBron) ? std::string(bron.substr(kBron.size())) : std::string(); }

}  // namespace dossier::sbb
