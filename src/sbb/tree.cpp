#include "sbb/tree.hpp"

#include "sbb/html_tags.hpp"

#include <algorithm>
#include <array>

namespace dossier::sbb {

using pugi::xml_node;

void SbbTree::warn(std::string code, Location at, Message message) {
    constexpr std::size_t kMost = 2000;
    if (++warnings_ < kMost) diagnostics_.warning(std::move(code), at, std::move(message));
    if (warnings_ == kMost) diagnostics_.warning("sbb-too-many", at, say("more is left out than is listed"));
}

xml_node SbbTree::child(xml_node parent, std::string_view name) {
    for (const xml_node node : parent.children()) {
        if (node.name() != name || seen(node)) continue;
        seen_.insert(node.internal_object());
        return node;
    }
    return {};
}

std::vector<xml_node> SbbTree::children(xml_node parent, std::string_view name) {
    std::vector<xml_node> out;
    for (const xml_node node : parent.children()) {
        if (node.name() != name) continue;
        seen_.insert(node.internal_object());
        out.push_back(node);
    }
    return out;
}

model::Text SbbTree::attribute(xml_node node, const char* name) {
    const pugi::xml_attribute a = node.attribute(name);
    if (!a) return {};
    seen_.insert(a.internal_object());
    const Location at = xml_.attribute_of(node, name);
    return {one_line(a.internal_object(), spelled(a.internal_object(), a.value(), at), at), at};
}

std::string SbbTree::raw_text(xml_node node) {
    std::string out;
    for (const xml_node child : node.children()) {
        if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
        out += child.value();
        seen_.insert(child.internal_object());
    }
    return out;
}

std::string SbbTree::text(xml_node node) { return spelled(node.internal_object(), raw_text(node), at(node)); }

Typed SbbTree::rich(xml_node node) {
    Typed out = typed(raw_text(node));
    out.text = spelled(node.internal_object(), out.text, at(node));
    count_spaces(node.internal_object(), out.text, at(node));
    return out;
}

model::Text SbbTree::line(xml_node node) {
    if (!node) return {};
    return {one_line(node.internal_object(), text(node), at(node)), at(node)};
}

std::string SbbTree::spelled(const void* once, std::string_view raw, Location at) {
    if (!unicode::Normaliser::wanted(raw)) return std::string(raw);
    // A value may be looked at twice; it counts once.
    if (!spelled_.insert(once).second) return unicode::normalised(raw);
    return normaliser_.value(raw, at, unicode::Bullets::read);
}

void SbbTree::count_spaces(const void* once, std::string_view text, Location at) {
    const std::size_t count = count_no_break_spaces(text);
    if (count == 0 || !spaced_.insert(once).second) return;
    if (no_break_spaces_ == 0 || at.begin < first_no_break_space_.begin) first_no_break_space_ = at;
    no_break_spaces_ += count;
}

std::string SbbTree::one_line(const void* once, const std::string& text, Location at) {
    std::string out = squeezed(text);
    count_spaces(once, text, at);
    // A line end and the spaces around it are how the file is laid out.
    for (const std::string_view gap : {"  ", "\t", " \xC2\xA0", "\xC2\xA0 ", "\xC2\xA0\xC2\xA0"}) {
        const std::size_t found = trim(text).find(gap);
        if (found == std::string_view::npos || text.find('\n') != std::string::npos || !squeezed_.insert(once).second) continue;
        if (gaps_++ == 0 || at.begin < first_gap_.begin) first_gap_ = at;
    }
    return out;
}

void SbbTree::report_changes() {
    normaliser_.report(diagnostics_, Severity::warning);
    if (no_break_spaces_ > 0)
        diagnostics_.note("typographic-space", first_no_break_space_,
                          say("found {}, read as a space",
                              count_of(no_break_spaces_, say("no-break space (U+00A0)"), say("no-break spaces, here U+00A0"))));
    if (gaps_ == 0) return;
    diagnostics_.note("spaces", first_gap_,
                      gaps_ == 1 ? Message(say("found 1 value with more than one space in a row, read as one space"))
                                 : say("found {} values, here first, with more than one space in a row, read as one space", gaps_));
}

void SbbTree::settle(xml_node node) {
    seen_.insert(node.internal_object());
    for (const pugi::xml_attribute a : node.attributes()) seen_.insert(a.internal_object());
    for (const xml_node child : node.children()) settle(child);
}

SbbTable SbbTree::table(xml_node parent, std::string_view element, const char* code) {
    SbbTable out;
    for (const xml_node node : children(parent, element)) {
        SbbEntry entry{attribute(node, "titel").value, code != nullptr ? attribute(node, code).value : std::string(), node, false};
        if (!out.try_emplace(attribute(node, "nr").value, std::move(entry)).second)
            warn("sbb-not-carried", name(node), say("number {} is there twice, the first counts", quoted(node.attribute("nr").value())));
    }
    return out;
}

SbbEntry* SbbTree::refer(SbbTable& table, xml_node node) {
    const model::Text number = attribute(node, "referentie");
    const auto found = table.find(number.value);
    if (found != table.end()) {
        found->second.used = true;
        return &found->second;
    }
    warn("sbb-unknown-reference", number.location ? number.location : name(node),
         say("{} refers to number {}, which is not in the file", quoted(node.name()), quoted(number.value)));
    return nullptr;
}

model::Text SbbTree::date(const model::Text& text) {
    const std::string& d = text.value;
    if (d.empty()) return {};
    std::string iso = d;
    if (d.size() == 10 && d[2] == '-' && d[5] == '-') iso = d.substr(6) + '-' + d.substr(3, 2) + '-' + d.substr(0, 2);
    if (model::heeft_vorm(model::Vorm::datum, iso)) return {iso, text.location};
    warn("sbb-date", text.location, say("found {}, expected a date like \"01-08-2015\"", quoted(d)));
    return {};
}

void SbbTree::report_unread(xml_node root) {
    // Numbers tie the file together; titles of containers are their names in other words.
    constexpr std::array<std::string_view, 4> kBookkeeping{"nr", "hoofdstuk", "referentie", "titel"};
    for (const pugi::xml_attribute a : root.attributes()) {
        if (seen_.contains(a.internal_object()) || trim(a.value()).empty()) continue;
        if (std::find(kBookkeeping.begin(), kBookkeeping.end(), a.name()) != kBookkeeping.end()) continue;
        warn("sbb-not-carried", xml_.attribute_of(root, a.name()),
             say("a dossier has no place for {} of {}, left out: {}", quoted(a.name()), quoted(root.name()), quoted(a.value())));
    }
    for (const xml_node node : root.children()) {
        const bool loose = (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) && !seen(node);
        if (const std::string words = loose ? squeezed(node.value()) : std::string(); !words.empty())
            warn("sbb-not-carried", name(root),
                 say("a dossier has no place for text in {}, left out: {}", quoted(root.name()), quoted(words)));
        if (node.type() != pugi::node_element) continue;
        if (seen(node)) report_unread(node);
        else if (const std::string words = squeezed(node.child_value()); node.first_child() || node.first_attribute())
            warn("sbb-unknown-element", name(node),
                 say("unknown element {} in {}, left out{}", quoted(node.name()), quoted(root.name()),
                     words.empty() ? say("") : say(": {}", quoted(words))));
    }
}

}  // namespace dossier::sbb
