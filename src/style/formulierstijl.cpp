#include "style/formulierstijl.hpp"

#include "yaml/yaml.hpp"

#include <cmath>

namespace dossier::style {
namespace {

using layout::style::Text;
using yaml::Formulierstijl;

/// "13.4pt", as files have it.
std::string points_text(float points) {
    // Not the float in full: 13.4 is no float.
    std::string out = std::to_string(std::lround(points * 100));
    out.insert(0, out.size() < 3 ? 3 - out.size() : 0, '0');
    out.insert(out.size() - 2, 1, '.');
    out.erase(out.find_last_not_of('0') + 1);
    if (out.ends_with('.')) out.pop_back();
    return out + "pt";
}

/// Lays files over each other, the first one first; a value that a file does not have stays.
class Merger {
public:
    explicit Merger(Diagnostics& diagnostics) : diags_(diagnostics) {}

    void add(const Formulierstijl& file) {
        for (std::size_t i = 0; i < std::size(kParagraphs); ++i) look(file.*kParagraphs[i].of_file, out_.*kParagraphs[i].of_form);
        for (std::size_t i = 0; i < std::size(kHeadings); ++i) look(file.*kHeadings[i], out_.headings[i]);
        table(file.tabel, out_.table);
        size(file.lijst.opsomming, out_.list.step);
        size(file.lijst.nummering, out_.list.ordered_step);
        size(file.lijst.tussen, out_.list.between);
        size(file.lijst.erna, out_.list.after);
        size(file.lijst.tussen_in_cel, out_.list.between_in_cell);
        size(file.lijst.erna_in_cel, out_.list.after_in_cell);
        size(file.kader.ervoor, out_.box.space.before);
        size(file.kader.erna, out_.box.space.after);
        size(file.kader.boven, out_.box.pad_top);
        size(file.kader.onder, out_.box.pad_bottom);
        size(file.kader.opzij, out_.box.pad_x);
        size(file.lijn.ervoor, out_.rule.before);
        size(file.lijn.erna, out_.rule.after);
    }

    /// The styles of `files` together. Narrow and wide tables are like others, but for what the files say of them.
    layout::Styles finish(const std::vector<Formulierstijl>& files) {
        for (Text* text :
             {&out_.furniture.text, &out_.headings[0].text, &out_.headings[1].text, &out_.headings[2].text, &out_.headings[3].text})
            text->hyphenate = false;
        out_.narrow = out_.wide = out_.table;
        for (const Formulierstijl& file : files) {
            table(file.smal, out_.narrow);
            table(file.ruim, out_.wide);
        }
        return out_;
    }

private:
    struct Paragraph {
        Formulierstijl::Alinea Formulierstijl::*of_file;
        layout::Look layout::Styles::*of_form;
    };
    static constexpr Paragraph kParagraphs[] = {
        {&Formulierstijl::alinea, &layout::Styles::plain},      {&Formulierstijl::klein, &layout::Styles::small},
        {&Formulierstijl::label, &layout::Styles::label},       {&Formulierstijl::bijschrift, &layout::Styles::note},
        {&Formulierstijl::inleiding, &layout::Styles::lead},    {&Formulierstijl::pagina, &layout::Styles::furniture},
        {&Formulierstijl::tabeltitel, &layout::Styles::caption}};
    static constexpr Formulierstijl::Alinea Formulierstijl::*kHeadings[] = {&Formulierstijl::kop1, &Formulierstijl::kop2,
                                                                            &Formulierstijl::kop3, &Formulierstijl::kop4};

    Diagnostics& diags_;
    layout::Styles out_;

    static void size(const model::Text& from, float& to) {
        if (const auto value = yaml::points(from.value)) to = static_cast<float>(*value);
    }

    void letters(const Formulierstijl::Letters& from, Text& to) {
        size(from.grootte, to.size);
        size(from.regelafstand, to.leading);
        if (!from.vet.value.empty()) to.bold = from.vet.value == "ja";
        if (!from.cursief.value.empty()) to.italic = from.cursief.value == "ja";
        if (!from.kleur.value.empty()) {
            to.accent = from.kleur.value == "accent";
            to.color = parse_color(from.kleur.value).value_or(to.color);
        }
        const model::Text& said = from.regelafstand.value.empty() ? from.grootte : from.regelafstand;
        if (said.value.empty() || to.leading >= to.size) return;
        diags_.error("tight-lines", said.location,
                     say("a \"regelafstand\" of {} is less than the \"grootte\" of {}: lines would run into each other",
                         points_text(to.leading), points_text(to.size)),
                     {say("give this style a regelafstand of {} or more", points_text(to.size))});
    }

    void look(const Formulierstijl::Alinea& from, layout::Look& to) {
        letters(from, to.text);
        size(from.ervoor, to.space.before);
        size(from.erna, to.space.after);
    }

    void table(const Formulierstijl::Tabel& from, layout::TableLook& to) {
        letters(from.tekst, to.text);
        letters(from.kop, to.head);
        size(from.opzij, to.pad_x);
        size(from.boven_onder, to.pad_y);
        size(from.tussen, to.between);
        size(from.ervoor, to.space.before);
        size(from.erna, to.space.after);
    }
};

}  // namespace

std::optional<layout::Styles> load_styles(const TemplateSet& set, Diagnostics& diagnostics) {
    constexpr std::string_view kName = "formulier/stijl.yaml";
    const std::size_t before = diagnostics.errors();
    std::vector<Formulierstijl> files;
    const Source *built_in = set.built_in(kName), *own = set.find(kName);
    files.push_back(yaml::read_formulierstijl(*built_in, diagnostics));
    if (own != built_in) files.push_back(yaml::read_formulierstijl(*own, diagnostics));
    if (diagnostics.errors() != before) return std::nullopt;
    Merger merger(diagnostics);
    for (const Formulierstijl& file : files) merger.add(file);
    const layout::Styles styles = merger.finish(files);
    if (diagnostics.errors() != before) return std::nullopt;
    return styles;
}

}  // namespace dossier::style
