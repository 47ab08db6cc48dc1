#include "ownxml/ownxml.hpp"

#include "base/ascii.hpp"
#include "model/fields.hpp"
#include "ownxml/format.hpp"
#include "unicode/unicode.hpp"
#include "xml/document.hpp"

#include <algorithm>
#include <charconv>

namespace dossier::ownxml {
namespace {

using model::Blok;
using model::BlokSoort;
using model::Veld;
using model::Vorm;
using pugi::xml_node;

constexpr std::size_t kMostHints = 100;  ///< looking for the nearest name costs time
constexpr std::size_t kMostErrors = 1000;

struct Context {
    const xml::XmlDocument& xml;
    Diagnostics& diagnostics;
    const model::Werkproces* werkproces = nullptr;  ///< whose criteria are read
    unicode::Normaliser normaliser{};

    void error(std::string code, Location at, Message message, std::vector<Message> hints = {}) {
        if (diagnostics.all().size() < kMostErrors) diagnostics.error(std::move(code), at, std::move(message), std::move(hints));
    }
    [[nodiscard]] std::vector<Message> nearest_hint(std::string_view typed, const std::vector<std::string>& names) const {
        if (diagnostics.all().size() > kMostHints) return {};
        if (const auto near = nearest(typed, names)) return {did_you_mean(quoted(*near))};
        return {say("expected one of: {}", joined(names))};
    }
};

/// The attributes of an element may be `allowed` only; namespaces are the business of the root.
void check_attributes(Context& ctx, xml_node node, std::string_view allowed = {}) {
    for (const pugi::xml_attribute a : node.attributes()) {
        if (a.name() == allowed) continue;
        std::vector<Message> hints;
        if (!allowed.empty()) hints.push_back(say("expected only {}", quoted(allowed)));
        ctx.error("unknown-attribute", ctx.xml.attribute_of(node, a.name()),
                  say("unknown attribute {} in {}", quoted(a.name()), quoted(node.name())), std::move(hints));
    }
}

/// The text of an element that holds text only; nullopt after an error.
std::optional<std::string> only_text(Context& ctx, xml_node node) {
    for (const xml_node child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        ctx.error("wrong-kind", ctx.xml.name_of(child),
                  say("expected text in {}, found element {}", quoted(node.name()), quoted(child.name())));
        return std::nullopt;
    }
    std::string text = xml::one_line_text(node);
    if (unicode::Normaliser::wanted(text)) text = std::string(trim(ctx.normaliser.value(text, ctx.xml.text_of(node))));
    if (!text.empty()) return text;
    ctx.error("empty-value", ctx.xml.name_of(node), say("{} is empty", quoted(node.name())), {say("give it a text, or remove it")});
    return std::nullopt;
}

/// Between the elements of an element only white space may stand.
void check_no_text(Context& ctx, xml_node node) {
    for (const xml_node child : node.children())
        if (child.type() != pugi::node_element && !trim(child.value()).empty())
            ctx.error("wrong-kind", ctx.xml.characters(child), say("expected only elements in {}, found text", quoted(node.name())));
}

bool has_form(Context& ctx, xml_node node, const std::string& text, Vorm vorm) {
    if (model::heeft_vorm(vorm, text)) return true;
    const Location at = ctx.xml.text_of(node);
    if (vorm == Vorm::competentie)
        ctx.error("unknown-competentie", at, say("unknown competentie {}", quoted(text)), ctx.nearest_hint(text, model::keuzes(vorm)));
    else if (!model::keuzes(vorm).empty())
        ctx.error("unknown-word", at, say("unknown {} {}", std::string(node.name()), quoted(text)),
                  ctx.nearest_hint(text, model::keuzes(vorm)));
    else ctx.error("wrong-form", at, say("expected {} as {}, found {}", model::verwacht(vorm), quoted(node.name()), quoted(text)));
    return false;
}

void read_value(Context& ctx, xml_node node, const Veld& veld, model::Text& to, std::string_view attribute = {}) {
    check_attributes(ctx, node, attribute);
    to.location = ctx.xml.text_of(node);
    if (auto text = only_text(ctx, node); text && has_form(ctx, node, *text, veld.vorm)) to.value = std::move(*text);
}

void read_value(Context& ctx, xml_node node, const Veld& veld, model::Getal& to) {
    check_attributes(ctx, node);
    to.location = ctx.xml.text_of(node);
    if (auto text = only_text(ctx, node); text && has_form(ctx, node, *text, veld.vorm))
        (void)std::from_chars(text->data(), text->data() + text->size(), to.value);
}

/// The sign of a punt or voetnoot, which the notation of long text must be able to hold.
std::string sign_of(Context& ctx, xml_node node, BlokSoort soort) {
    check_attributes(ctx, node, "teken");
    std::string sign = node.attribute("teken").value();
    bool good = sign == (soort == BlokSoort::voetnoot ? "*" : "-");
    if (soort == BlokSoort::nummering) {
        const std::string_view body = std::string_view(sign).substr(0, sign.empty() ? 0 : sign.size() - 1);
        good = sign.ends_with('.') && !body.empty() && body.size() <= 3 &&
               (std::all_of(body.begin(), body.end(), is_digit) || (body.size() == 1 && is_lower(body[0])));
    }
    if (good) return sign;
    const Pattern<0> wanted = soort == BlokSoort::nummering  ? say("a number or letter like \"1.\" or \"a.\"")
                              : soort == BlokSoort::voetnoot ? say("\"*\"")
                                                             : say("\"-\"");
    if (node.attribute("teken"))
        ctx.error("wrong-form", ctx.xml.attribute_of(node, "teken"), say("expected {} as \"teken\", found {}", wanted, quoted(sign)));
    else ctx.error("missing-attribute", ctx.xml.name_of(node), say("{} has no \"teken\", expected {}", quoted(node.name()), wanted));
    return sign;
}

std::vector<Blok> read_blocks(Context& ctx, xml_node first, std::size_t depth);

Blok read_list(Context& ctx, xml_node node, BlokSoort soort, std::size_t depth) {
    Blok blok;
    blok.soort = soort;
    check_attributes(ctx, node);
    check_no_text(ctx, node);
    for (const xml_node child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        if (std::string_view(child.name()) != "punt") {
            ctx.error("unknown-element", ctx.xml.name_of(child), say("unknown element {} in {}", quoted(child.name()), quoted(node.name())),
                      {say("expected \"punt\"")});
            continue;
        }
        model::Punt& punt = blok.punten.emplace_back();
        punt.teken = sign_of(ctx, child, soort);
        check_no_text(ctx, child);
        const xml_node tekst = child.find_child([](xml_node n) { return n.type() == pugi::node_element; });
        if (std::string_view(tekst.name()) != "tekst") {
            ctx.error("missing-element", ctx.xml.name_of(child), say("\"punt\" has no \"tekst\""),
                      {say("expected \"tekst\" as its first element")});
            continue;
        }
        check_attributes(ctx, tekst);
        punt.tekst = only_text(ctx, tekst).value_or("");
        punt.onder = read_blocks(ctx, tekst.next_sibling(), depth + 1);
    }
    if (blok.punten.empty())
        ctx.error("empty-list", ctx.xml.name_of(node), say("expected at least one punt in {}, found none", quoted(node.name())));
    return blok;
}

std::vector<Blok> read_blocks(Context& ctx, xml_node first, std::size_t depth) {
    static const std::vector<std::string> kNames{"alinea", "opsomming", "nummering", "voetnoot"};
    constexpr BlokSoort kSoorten[] = {BlokSoort::alinea, BlokSoort::opsomming, BlokSoort::nummering, BlokSoort::voetnoot};
    std::vector<Blok> out;
    for (xml_node child = first; child; child = child.next_sibling()) {
        if (child.type() != pugi::node_element) continue;
        const auto name = std::find(kNames.begin(), kNames.end(), child.name());
        if (name == kNames.end()) {
            ctx.error("unknown-element", ctx.xml.name_of(child),
                      say("unknown element {} in {}", quoted(child.name()), quoted(child.parent().name())),
                      ctx.nearest_hint(child.name(), kNames));
            continue;
        }
        const BlokSoort soort = kSoorten[name - kNames.begin()];
        if (soort == BlokSoort::opsomming || soort == BlokSoort::nummering) {
            if (depth >= kDeepestTekst) {
                ctx.error("too-deep", ctx.xml.name_of(child), say("lists are nested deeper than {}", kDeepestTekst));
                continue;
            }
            out.push_back(read_list(ctx, child, soort, depth));
            continue;
        }
        Blok& blok = out.emplace_back();
        blok.soort = soort;
        if (soort == BlokSoort::voetnoot) blok.teken = sign_of(ctx, child, soort);
        else check_attributes(ctx, child);
        blok.tekst = only_text(ctx, child).value_or("");
    }
    return out;
}

void read_value(Context& ctx, xml_node node, const Veld&, model::Tekst& to) {
    check_attributes(ctx, node);
    check_no_text(ctx, node);
    to.location = ctx.xml.name_of(node);
    to.blokken = read_blocks(ctx, node.first_child(), 0);
    if (to.blokken.empty() && !node.find_child([](xml_node n) { return n.type() == pugi::node_element; }))
        ctx.error("empty-value", ctx.xml.name_of(node), say("{} is empty", quoted(node.name())),
                  {say("give it an \"alinea\", or remove it")});
}

/// The number at the end of a criterium's code, which must be that of the werkproces it is in.
int number_of(Context& ctx, xml_node node, int expected) {
    const std::string code = node.attribute("code").value();
    const std::string wanted = model::criteriumcode(*ctx.werkproces, expected);
    if (code.empty()) {
        ctx.error(
            "missing-attribute", ctx.xml.name_of(node),
            say("criterium has no \"code\", expected one like {}", quoted(expected > 0 ? wanted : ctx.werkproces->code.value + "-G1")));
        return expected;
    }
    const std::string front = ctx.werkproces->code.value + "-G";
    int number = 0;
    if (code.starts_with(front)) (void)std::from_chars(code.data() + front.size(), code.data() + code.size(), number);
    // Numbers may jump between the parts of a kwalificatie, never within one and never back.
    if (number < 1 || number > 99 || code != front + std::to_string(number) || (expected > 0 && number != expected))
        ctx.error("wrong-code", ctx.xml.attribute_of(node, "code"),
                  say("found criterium code {}, expected {}", quoted(code), quoted(expected > 0 ? wanted : front + "1")));
    return number;
}

template <model::Record T> void read_value(Context& ctx, xml_node node, const Veld&, T& to);

class Binder {
public:
    Binder(Context& ctx, xml_node node) : ctx_(ctx), node_(node) {
        for (const xml_node child : node.children())
            if (child.type() == pugi::node_element) children_.push_back(child);
        used_.resize(children_.size());
    }

    void required(std::string_view name, auto& field, const Veld& veld) {
        if (const xml_node child = take(name)) read_value(ctx_, child, veld, field);
        else missing(name, veld);
    }
    void optional(std::string_view name, auto& field, const Veld& veld) {
        if (const xml_node child = take(name)) read_value(ctx_, child, veld, field);
    }
    template <class T> void list(std::string_view name, std::string_view item_name, std::vector<T>& items, const Veld& veld) {
        const xml_node list = take(name);
        if (!list) {
            if (veld.verplicht) missing(name, veld);
            return;
        }
        check_attributes(ctx_, list);
        check_no_text(ctx_, list);
        for (const xml_node child : list.children()) {
            if (child.type() != pugi::node_element) continue;
            if (child.name() != item_name) {
                ctx_.error("unknown-element", ctx_.xml.name_of(child), say("unknown element {} in {}", quoted(child.name()), quoted(name)),
                           {say("expected {}", quoted(item_name))});
                continue;
            }
            if constexpr (std::is_same_v<T, model::Text>) item(child, item_name, veld, items);
            else read_value(ctx_, child, veld, items.emplace_back());
        }
        if (items.empty())
            ctx_.error("empty-list", ctx_.xml.name_of(list), say("expected at least one {} in {}, found none", item_name, quoted(name)));
    }

    void report_unknown() {
        for (std::size_t i = 0; i < children_.size(); ++i) {
            if (used_[i]) continue;
            const std::string_view name = children_[i].name();
            const bool again = std::find(names_.begin(), names_.end(), name) != names_.end();
            ctx_.error(again ? "duplicate-element" : "unknown-element", ctx_.xml.name_of(children_[i]),
                       again ? say("element {} is there twice in {}", quoted(name), quoted(node_.name()))
                             : say("unknown element {} in {}", quoted(name), quoted(node_.name())),
                       again ? std::vector<Message>{} : ctx_.nearest_hint(name, names_));
        }
    }

    model::Gedrag* gedrag = nullptr;  ///< the record read, if it is that

private:
    void item(xml_node child, std::string_view item_name, const Veld& veld, std::vector<model::Text>& items) {
        if (gedrag != nullptr && ctx_.werkproces != nullptr) {
            const int number = number_of(ctx_, child, items.empty() ? 0 : gedrag->eerste_nummer + static_cast<int>(items.size()));
            if (items.empty()) gedrag->eerste_nummer = std::max(number, 1);
            read_value(ctx_, child, veld, items.emplace_back(), "code");
        } else if (item_name == "competentie") {
            read_value(ctx_, child, veld, items.emplace_back(), "letter");
            letter(child, items.back());
        } else {
            read_value(ctx_, child, veld, items.emplace_back());
        }
    }
    void letter(xml_node child, const model::Text& text) {
        const model::Competentie* known = model::find_competentie(text.value);
        const std::string_view given = child.attribute("letter").value();
        if (known == nullptr || given.empty() || given == std::string_view(&known->letter, 1)) return;
        ctx_.error(
            "wrong-letter", ctx_.xml.attribute_of(child, "letter"),
            say("found letter {}, expected {} for {}", quoted(given), quoted(std::string_view(&known->letter, 1)), quoted(text.value)));
    }

    xml_node take(std::string_view name) {
        names_.emplace_back(name);
        for (std::size_t i = 0; i < children_.size(); ++i) {
            if (used_[i] || children_[i].name() != name) continue;
            used_[i] = true;
            return children_[i];
        }
        return {};
    }
    void missing(std::string_view name, const Veld& veld) {
        ctx_.error("missing-element", ctx_.xml.name_of(node_), say("{} has no {}", quoted(node_.name()), quoted(name)),
                   {say("add <{}> ({})", name, veld.uitleg)});
    }

    Context& ctx_;
    xml_node node_;
    std::vector<xml_node> children_;
    std::vector<bool> used_;
    std::vector<std::string> names_;
};

template <model::Record T> void read_fields(Context& ctx, xml_node node, T& to) {
    check_no_text(ctx, node);
    Binder binder(ctx, node);
    if constexpr (std::is_same_v<T, model::Gedrag>) binder.gedrag = &to;
    if constexpr (std::is_same_v<T, model::Werkproces>) ctx.werkproces = &to;
    T::fields(binder, to);
    if constexpr (std::is_same_v<T, model::Werkproces>) ctx.werkproces = nullptr;
    binder.report_unknown();
    if constexpr (requires { to.location; }) to.location = ctx.xml.name_of(node);
}

template <model::Record T> void read_value(Context& ctx, xml_node node, const Veld&, T& to) {
    check_attributes(ctx, node);
    read_fields(ctx, node, to);
}

/// Root element, namespace and version; false if this is another format.
bool check_root(Context& ctx, xml_node root) {
    const std::string_view name = root.name();
    if ((name != kDossier && name != kKwalificatie) || ctx.xml.root_namespace() != kNamespace) {
        ctx.error("xml-other-format", ctx.xml.name_of(root),
                  say("found root element {} in namespace {}, expected \"dossier\" or \"kwalificatie\" in {}", quoted(name),
                      quoted(ctx.xml.root_namespace()), quoted(kNamespace)));
        return false;
    }
    if (root.attribute("versie").value() != kVersion) {
        ctx.error("xml-version", root.attribute("versie") ? ctx.xml.attribute_of(root, "versie") : ctx.xml.name_of(root),
                  say("found version {}, expected {}", quoted(root.attribute("versie").value()), quoted(kVersion)));
        return false;
    }
    for (const pugi::xml_attribute a : root.attributes()) {
        const std::string_view key = a.name();
        if (key != "versie" && key != "xsi:schemaLocation")
            ctx.error("unknown-attribute", ctx.xml.attribute_of(root, key), say("unknown attribute {} in {}", quoted(key), quoted(name)));
    }
    return true;
}

template <class Visit> void each_gedrag(model::Dossier& d, Visit visit) {
    const auto walk = [&](std::vector<model::Kerntaak>& kerntaken) {
        for (model::Kerntaak& k : kerntaken)
            for (model::Werkproces& w : k.werkprocessen) {
                visit(w, w.gedrag);
                for (model::AanvullendeEisWerkproces& eis : w.aanvullende_eisen) visit(w, eis.gedrag);
            }
    };
    walk(d.basisdeel.kerntaken);
    for (model::Profiel& p : d.profielen) walk(p.kerntaken);
}

/// In a whole dossier criteria are numbered from 1 on; in a kwalificatie those of other profielen are left out.
void check_numbers(Context& ctx, model::Dossier& dossier, bool whole) {
    model::Dossier numbered = dossier;
    model::number_criteria(numbered);
    std::vector<int> expected;
    each_gedrag(numbered, [&](const model::Werkproces&, const model::Gedrag& g) { expected.push_back(g.eerste_nummer); });
    std::size_t i = 0;
    each_gedrag(dossier, [&](const model::Werkproces& w, model::Gedrag& g) {
        const int lowest = expected[i++];
        if (g.criteria.empty()) g.eerste_nummer = lowest;
        else if (whole ? g.eerste_nummer != lowest : g.eerste_nummer < lowest)
            ctx.error("wrong-code", g.criteria.front().location,
                      say("found criterium {}, expected {}", quoted(model::criteriumcode(w, g.eerste_nummer)),
                          quoted(model::criteriumcode(w, lowest))));
    });
}

}  // namespace

std::optional<model::Dossier> read_xml(const Source& source, Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.errors();
    const auto xml = xml::XmlDocument::load(source, diagnostics);
    if (!xml) return std::nullopt;
    Context ctx{*xml, diagnostics};
    const xml_node root = xml->root();
    if (!check_root(ctx, root)) return std::nullopt;
    model::Dossier dossier;
    read_fields(ctx, root, dossier);
    ctx.normaliser.report(diagnostics, Severity::error);
    const bool whole = root.name() == kDossier;
    if (diagnostics.errors() == errors) check_numbers(ctx, dossier, whole);
    if (!whole && dossier.profielen.size() > 1)
        ctx.error("too-many-profielen", dossier.profielen[1].location,
                  say("found {} profielen in a kwalificatie, expected one", dossier.profielen.size()));
    if (diagnostics.errors() != errors) return std::nullopt;
    return dossier;
}

}  // namespace dossier::ownxml
