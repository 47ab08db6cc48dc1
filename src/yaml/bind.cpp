#include "yaml/bind.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <charconv>

namespace dossier::yaml {
namespace {

using model::Vorm;

/// A character that cannot be seen, or that looks like another, is a reason why a key is not known.
std::optional<char32_t> first_beyond_ascii(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (const char32_t c = decode_utf8(text, at); c > 0x7E) return c;
    return std::nullopt;
}

/// "text "abc"", "a list", "keys": what stands where something else was expected.
Message found(const Node& node) {
    switch (node.kind) {
        case Kind::text: return say("text {}", quoted(node.text));
        case Kind::list: return say("a list");
        case Kind::map: return say("keys");
        case Kind::bad: break;
    }
    return say("something else");
}

Pattern<0> kind_words(Kind kind) { return kind == Kind::text ? say("text") : kind == Kind::list ? say("a list") : say("keys"); }

/// Of a list or map only where it begins: the rest of the file may hang under it.
std::uint32_t short_end(const Tree& tree, const Node& node) {
    if (node.kind == Kind::text) return node.end;
    const std::string_view text = tree.source->text;
    if (node.first != 0 && node.kind == Kind::map) return tree.at(node.first).end;
    return static_cast<std::uint32_t>(std::min<std::size_t>(node.begin + 1, text.size()));
}

/// What people type for a competentie besides its name: its letter.
std::vector<Message> competentie_hints(const Node& node, Problems& problems) {
    if (!problems.hints_wanted()) return {};
    for (const model::Competentie& c : model::competenties())
        if (node.text == std::string_view(&c.letter, 1)) return {say("write \"{}\" in full", c.naam)};
    if (const auto near = nearest(node.text, model::keuzes(Vorm::competentie)))
        return {did_you_mean('"' + *near + "\" (" + model::find_competentie(*near)->letter + ')')};
    return {say("expected one of the 25 competenties of the national model")};
}

void report_form(const Node& node, std::string_view name, Vorm vorm, Problems& problems) {
    if (vorm == Vorm::competentie) {
        problems.error("unknown-competentie", node.begin, node.end, say("unknown competentie {}", quoted(node.text)),
                       competentie_hints(node, problems));
    } else if (!model::keuzes(vorm).empty()) {
        report_unknown_choice(node, name, model::keuzes(vorm), problems);
    } else {
        problems.error("wrong-form", node.begin, node.end,
                       say("expected {} as {}, found {}", model::verwacht(vorm), quoted(name), quoted(node.text)));
    }
}

/// Whether `node` is text with something in it; reports it if not.
bool expect_text(const Tree& tree, const Node& node, std::string_view name, Problems& problems) {
    if (!expect_kind(tree, node, Kind::text, name, problems)) return false;
    if (!trim(node.text).empty()) return true;
    problems.error("empty-value", node.begin, node.end, say("{} is empty", quoted(name)), {say("give it a value, or remove it")});
    return false;
}

}  // namespace

MapReader::MapReader(const Tree& tree, const Node& map, std::string_view what, Problems& problems)
    : tree_(tree), problems_(problems), what_(what), map_(map) {
    for (std::uint32_t key = map.first; key != 0;) {
        const std::uint32_t value = tree.at(key).next;
        if (value == 0) break;
        entries_.push_back({&tree.at(key), &tree.at(value)});
        key = tree.at(value).next;
    }
}

const Node* MapReader::take(std::string_view name) {
    names_.emplace_back(name);
    const Node* value = nullptr;
    for (Entry& entry : entries_) {
        if (entry.key->kind != Kind::text || entry.key->text != name) continue;
        entry.used = true;
        if (value == nullptr) value = entry.value;  // a duplicate was reported
    }
    return value;
}

Location MapReader::location() const {
    if (entries_.empty()) return tree_.location(map_);
    const Entry& first = entries_.front();
    const std::string_view text = tree_.source->text;
    const bool one_line = first.value->kind == Kind::text &&
                          text.substr(first.key->begin, first.value->end - first.key->begin).find('\n') == std::string_view::npos;
    return {tree_.source, first.key->begin, one_line ? first.value->end : first.key->end};
}

void MapReader::report_missing(std::string_view name, const model::Veld& veld) {
    // A record is best known by its code or name, if it has one.
    std::string known_as;
    for (const Entry& entry : entries_) {
        const bool names_it =
            entry.key->text == "code" || entry.key->text == "naam" || entry.key->text == "titel" || entry.key->text == "id";
        if (names_it && entry.value->kind == Kind::text && !entry.value->text.empty() && known_as.empty())
            known_as = ' ' + quoted(entry.value->text);
    }
    const Location at = location();
    std::vector<Message> hints;
    if (problems_.hints_wanted()) hints.push_back(say("add \"{}:\" ({})", name, veld.uitleg));
    problems_.error("missing-key", at.begin, at.end, say("{}{} has no {}", what_, known_as, quoted(name)), std::move(hints));
}

void MapReader::report_unknown() const {
    for (const Entry& entry : entries_) {
        if (entry.used || entry.key->kind != Kind::text) continue;
        std::vector<Message> hints;
        if (problems_.hints_wanted()) {
            const auto near = nearest(entry.key->text, names_);
            if (const auto odd = first_beyond_ascii(entry.key->text))
                hints.push_back(say("it holds the character {}: type the key again, in plain letters", unicode::code_point_name(*odd)));
            hints.push_back(near ? did_you_mean('"' + *near + '"') : say("expected one of: {}", joined(names_)));
        }
        problems_.error("unknown-key", entry.key->begin, entry.key->end, say("unknown key {} in {}", quoted(entry.key->text), what_),
                        std::move(hints));
    }
}

bool expect_kind(const Tree& tree, const Node& node, Kind kind, std::string_view name, Problems& problems) {
    if (node.kind == Kind::bad) return false;
    if (node.kind != kind) {
        std::vector<Message> hints;
        if (kind == Kind::list) hints.emplace_back(say("begin each item on a line of its own, with \"- \""));
        if (kind == Kind::text && node.kind == Kind::map)
            hints.emplace_back(say("text with \": \" in it needs quotes, or a block that begins with \"|\" or \">-\""));
        problems.error("wrong-kind", node.begin, short_end(tree, node),
                       say("expected {} as {}, found {}", kind_words(kind), quoted(name), found(node)), std::move(hints));
        return false;
    }
    if (kind == Kind::map && node.first == 0) {
        problems.error("empty-value", node.begin, short_end(tree, node), say("{} has no keys", quoted(name)),
                       {say("give it keys, or remove it")});
        return false;
    }
    return true;
}

void report_empty_list(const Node& list, std::string_view name, std::string_view item_name, Problems& problems) {
    problems.error("empty-list", list.begin, list.begin + 1, say("expected at least one {} in {}, found none", item_name, quoted(name)));
}

void report_unknown_choice(const Node& node, std::string_view what, std::span<const std::string> choices, Problems& problems) {
    std::vector<Message> hints;
    if (problems.hints_wanted()) {
        const auto near = nearest(node.text, choices);
        hints.push_back(near ? did_you_mean(quoted(*near)) : say("expected one of: {}", joined(choices)));
    }
    problems.error("unknown-word", node.begin, node.end, say("unknown {} {}", what, quoted(node.text)), std::move(hints));
}

void bind_value(const Tree& tree, const Node& node, std::string_view name, const model::Veld& veld, Problems& problems, model::Text& to) {
    to.location = tree.location(node);
    if (!expect_text(tree, node, name, problems)) return;
    const std::string_view text = trim(node.text);
    if (const auto lines = 1 + std::count(text.begin(), text.end(), '\n'); lines > 1) {
        problems.error("too-many-lines", node.begin, node.end, say("expected one line as {}, found {}", quoted(name), lines),
                       {say("write it as one paragraph; \">-\" joins lines")});
        return;
    }
    if (!model::heeft_vorm(veld.vorm, veld.vorm == Vorm::vrij ? text : node.text)) {
        report_form(node, name, veld.vorm, problems);
        return;
    }
    to.value = text;
}

void bind_value(const Tree& tree, const Node& node, std::string_view name, const model::Veld&, Problems& problems, model::Tekst& to) {
    if (expect_text(tree, node, name, problems)) to = model::parse_tekst(node.text, tree.location(node));
}

void bind_value(const Tree& tree, const Node& node, std::string_view name, const model::Veld& veld, Problems& problems, model::Getal& to) {
    to.location = tree.location(node);
    if (!expect_text(tree, node, name, problems)) return;
    if (!model::heeft_vorm(veld.vorm, node.text)) {
        report_form(node, name, veld.vorm, problems);
        return;
    }
    if (!node.plain) {
        problems.error("wrong-kind", node.begin, node.end, say("expected a number as {}, found text in quotes", quoted(name)),
                       {say("write {} without quotes", node.text)});
        return;
    }
    (void)std::from_chars(node.text.data(), node.text.data() + node.text.size(), to.value);
}

}  // namespace dossier::yaml
