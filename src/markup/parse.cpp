#include "markup/markup.hpp"

#include "markup/schema.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <pugixml.hpp>
#include <unordered_map>
#include <unordered_set>

namespace dossier::markup {
namespace {

constexpr std::size_t kLargest = std::size_t{32} << 20;
constexpr std::size_t kKeptCopy = std::size_t{1} << 20;
constexpr std::size_t kMostElements = 400'000;
constexpr std::size_t kDeepest = 48;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

template <class Number> std::optional<Number> number(std::string_view text) {
    Number n{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return n;
}

std::optional<Length> length(std::string_view text) {
    const std::size_t unit = text.find_first_not_of("0123456789.");
    if (unit == std::string_view::npos || unit == 0) return std::nullopt;
    const auto n = number<double>(text.substr(0, unit));
    if (!n || *n <= 0) return std::nullopt;
    const std::string_view name = text.substr(unit);
    if (name == "%" && *n <= 100) return Length{*n, true};
    if (name == "mm" && *n <= 300) return Length{*n * 72 / 25.4, false};
    if (name == "pt" && *n <= 850) return Length{*n, false};
    return std::nullopt;
}

std::string shown(double n) {
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, std::round(n * 100) / 100);
    return {buffer, end};
}

/// Names differ most often in length or first letter: no call for those.
bool same(std::string_view a, std::string_view b) { return a.size() == b.size() && a.front() == b.front() && a == b; }

/// Whether metadata, which are XML, can hold `text` (XML 1.0, production 2).
bool printable(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decode_utf8(text, at);
        if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF) return false;
    }
    return true;
}

/// Letters and digits in parts of at most eight, as PDF wants it (RFC 1766).
bool is_language(std::string_view code) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : code) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-' && length > 0) {
            first = false;
            length = 0;
        } else if ((!letter && (first || c < '0' || c > '9')) || ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

std::string tag(std::string_view name) { return "<" + std::string(name) + ">"; }

/// Walks the tree with first and next: pugixml's ranges make three calls more for each step.
class Parser {
public:
    Parser(const std::function<Location(std::size_t)>& place, Diagnostics& diagnostics) : place_(place), diags_(diagnostics) {
        // Room for a form of some pages.
        names_.reserve(128);
        choices_.reserve(128);
        doc_.fields.reserve(128);
    }

    void root(pugi::xml_node node) {
        doc_.location = location(node, {});
        if (std::string_view(node.name()) != "formulier") {
            diags_.error("unknown-root", doc_.location, "the outermost element is " + tag(node.name()) + ", expected <formulier>");
            return;
        }
        const ElementSpec& spec = *find_element("formulier");
        attributes(node, spec, doc_.location);
        doc_.title = required(node, "titel", doc_.location);
        doc_.lang = required(node, "lang", doc_.location);
        doc_.subject = attribute(node, "onderwerp").value();
        for (const char* name : {"titel", "onderwerp"})
            if (!printable(attribute(node, name).value())) bad_value(node, name, doc_.location, "text without control characters");
        if (!doc_.lang.empty() && !is_language(doc_.lang)) bad_value(node, "lang", doc_.location, "a language code such as nl or nl-BE");
        doc_.landscape = yes(node, "liggend", doc_.location);
        if (const auto a = attribute(node, "accent")) accent(a.value());
        blocks(node, kRoot, doc_.body, doc_.location, 1);
        check_choices();
    }

    Document take() { return std::move(doc_); }

private:
    const std::function<Location(std::size_t)>& place_;
    Diagnostics& diags_;
    Document doc_;
    std::size_t count_ = 0;
    int heading_ = 0;
    // Views of the text being parsed, which outlives the parser.
    std::unordered_map<std::string_view, FieldKind> names_;
    std::string_view group_;  ///< of the radio button before
    struct Choice {
        std::string_view group, value;
        friend bool operator==(const Choice&, const Choice&) = default;
    };
    struct ChoiceHash {
        std::size_t operator()(const Choice& c) const {
            const std::hash<std::string_view> hash;
            return hash(c.group) * 31 + hash(c.value);
        }
    };
    std::unordered_set<Choice, ChoiceHash> choices_;
    bool furniture_ = false;
    pugi::xml_node attributes_of_;
    std::vector<std::pair<std::string_view, pugi::xml_attribute>> attributes_;

    Location location(pugi::xml_node node, Location around) {
        const pugi::xml_attribute first = node.first_attribute();
        if (!first || std::string_view(first.name()) != "plaats") return around;
        const auto n = number<std::size_t>(first.value());
        return n && place_ ? place_(*n) : around;
    }

    /// Checks the attributes of `node` and remembers them for `attribute`.
    void attributes(pugi::xml_node node, const ElementSpec& spec, Location at) {
        attributes_of_ = node;
        attributes_.clear();
        for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
            const std::string_view name = a.name();
            if (name == "plaats" && attributes_.empty()) continue;
            if (std::none_of(spec.attributes.begin(), spec.attributes.end(), [&](const std::string& known) { return same(known, name); }))
                unknown_attribute(spec, name, at);
            else if (std::any_of(attributes_.begin(), attributes_.end(), [&](const auto& seen) { return same(seen.first, name); }))
                diags_.error("duplicate-attribute", at, tag(spec.name) + " has the attribute " + quoted(name) + " twice");
            if (attributes_.size() > 32) return;
            attributes_.emplace_back(name, a);
        }
    }

    /// What pugixml gives, but for the element at hand without going through C strings again.
    [[nodiscard]] pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name) const {
        if (node != attributes_of_) return node.attribute(std::string(name).c_str());
        for (const auto& [seen, a] : attributes_)
            if (same(seen, name)) return a;
        return {};
    }

    void unknown_attribute(const ElementSpec& spec, std::string_view name, Location at) {
        std::string hint;
        if (const auto near = nearest(name, spec.attributes)) {
            hint = "did you mean \"" + *near + "\"?";
        } else if (spec.attributes.empty()) {
            hint = tag(spec.name) + " has no attributes";
        } else {
            hint = tag(spec.name) + " may have: ";
            for (std::size_t i = 0; i < spec.attributes.size(); ++i) hint += (i ? ", " : "") + spec.attributes[i];
        }
        diags_.error("unknown-attribute", at, "unknown attribute " + quoted(name) + " on " + tag(spec.name), {hint});
    }

    std::string required(pugi::xml_node node, std::string_view name, Location at) {
        const std::string_view value = trim(attribute(node, name).value());
        if (value.empty())
            diags_.error("missing-attribute", at, tag(node.name()) + " lacks the attribute \"" + std::string(name) + "\"",
                         {"write <" + std::string(node.name()) + " " + std::string(name) + "=\"...\">"});
        return std::string(value);
    }

    void bad_value(pugi::xml_node node, std::string_view name, Location at, const std::string& expected) {
        diags_.error("bad-value", at, std::string(name) + " of " + tag(node.name()) + " is " +
                     quoted(attribute(node, name).value()) + ", expected " + expected);
    }

    bool yes(pugi::xml_node node, std::string_view name, Location at) {
        const pugi::xml_attribute a = attribute(node, name);
        if (!a) return false;
        const std::string_view v = a.value();
        if (v != "ja" && v != "nee") bad_value(node, name, at, "\"ja\" or \"nee\"");
        return v == "ja";
    }

    int whole(pugi::xml_node node, std::string_view name, Location at, int least, int most, int otherwise) {
        const pugi::xml_attribute a = attribute(node, name);
        if (!a) return otherwise;
        const auto n = number<int>(a.value());
        if (n && *n >= least && *n <= most) return *n;
        bad_value(node, name, at, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return otherwise;
    }

    std::string one_of(pugi::xml_node node, std::string_view name, Location at, std::initializer_list<std::string_view> words) {
        const pugi::xml_attribute a = attribute(node, name);
        if (!a) return {};
        const std::string_view v = a.value();
        if (std::find(words.begin(), words.end(), v) != words.end()) return std::string(v);
        std::string expected;
        for (const std::string_view w : words) expected += (expected.empty() ? "\"" : ", \"") + std::string(w) + "\"";
        bad_value(node, name, at, "one of " + expected);
        return {};
    }

    Length width(pugi::xml_node node, Location at, Length otherwise) {
        const pugi::xml_attribute a = attribute(node, "width");
        if (!a) return otherwise;
        if (const auto l = length(a.value())) return *l;
        bad_value(node, "width", at, "a width such as 50%, 40mm or 120pt");
        return otherwise;
    }

    void accent(std::string_view text) {
        const auto c = parse_color(text);
        if (!c) {
            diags_.error("bad-color", doc_.location, "accent is " + quoted(text) + ", expected a colour such as #1b3f6e");
        } else if (contrast(*c, kWhite) < kTextContrast) {
            diags_.error("low-contrast", doc_.location,
                         "accent " + quoted(text) + " has contrast " + contrast_text(contrast(*c, kWhite)) +
                             " on white, expected at least 4.5:1", {"choose a darker colour"});
        } else {
            doc_.accent = *c;
        }
    }

    // ---- the tree ----

    /// The spec of `node` if it may stand in `inside`; an error otherwise.
    const ElementSpec* allowed(pugi::xml_node node, std::uint32_t inside, Location at, std::size_t depth) {
        if (++count_ > kMostElements) {
            if (count_ == kMostElements + 1)
                diags_.error("too-large", at, "more than " + std::to_string(kMostElements) + " elements in one document");
            return nullptr;
        }
        if (depth > kDeepest) {
            diags_.error("too-deep", at, "elements are nested deeper than " + std::to_string(kDeepest) + " levels");
            return nullptr;
        }
        const std::string_view name = node.name();
        const ElementSpec* spec = find_element(name);
        if (!spec) {
            std::vector<std::string> names;
            for (const ElementSpec& e : elements()) names.emplace_back(e.name);
            const auto near = nearest(name, names);
            diags_.error("unknown-element", at, "unknown element " + tag(name),
                         near ? std::vector<std::string>{"did you mean " + tag(*near) + "?"} : std::vector<std::string>{});
            return nullptr;
        }
        const bool misplaced_page_number = (spec->tag == Tag::pagina || spec->tag == Tag::paginas) && !furniture_;
        const bool misplaced_field = furniture_ && (spec->tag == Tag::input || spec->tag == Tag::textarea || spec->tag == Tag::heading ||
                                                    spec->tag == Tag::handtekening || spec->tag == Tag::qr || spec->tag == Tag::img || spec->tag == Tag::a || spec->tag == Tag::span ||
                                                    spec->tag == Tag::list);
        if (!(spec->where & inside) || misplaced_page_number || misplaced_field) {
            const std::string around = misplaced_field ? "<kop> or <voet>" : tag(node.parent().name());
            diags_.error("misplaced-element", at, tag(name) + " cannot stand in " + around,
                         {tag(name) + " belongs in " + std::string(spec->parent)});
            return nullptr;
        }
        attributes(node, *spec, at);
        if (spec->inside == 0 && node.first_child())
            diags_.error("not-empty", at, tag(name) + " must be empty", {"write <" + std::string(name) + "/>"});
        return spec;
    }

    /// Children of `node`: blocks as they are, text and inline elements between them in a bare paragraph.
    void blocks(pugi::xml_node node, std::uint32_t inside, std::vector<Block>& out, Location around, std::size_t depth) {
        bool in_bare = false;
        const auto bare = [&]() -> Block& {
            if (!in_bare) {
                Block b;
                b.bare = true;
                b.location = around;
                out.push_back(std::move(b));
            }
            in_bare = true;
            return out.back();
        };
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                if (!in_bare && blank(child.value())) continue;
                text(child.value(), {}, bare().text, around);
                continue;
            }
            if (child.type() != pugi::node_element) continue;
            const Location at = location(child, around);
            const ElementSpec* spec = allowed(child, inside, at, depth);
            if (!spec) continue;
            if (spec->tag == Tag::verborgen) {
                hidden(child, at);
            } else if (spec->where & kText) {
                inline_element(child, *spec, {}, bare().text, at, depth);
            } else {
                if (in_bare) trim_end(out.back().text);
                in_bare = false;
                block(child, *spec, out, at, depth);
            }
        }
        if (in_bare) trim_end(out.back().text);
        std::erase_if(out, [](const Block& b) { return b.kind == Block::Kind::paragraph && b.bare && b.text.empty(); });
    }

    void block(pugi::xml_node node, const ElementSpec& spec, std::vector<Block>& out, Location at, std::size_t depth) {
        Block b;
        b.location = at;
        switch (spec.tag) {
            case Tag::kop:
            case Tag::voet: furniture(node, spec, at, depth); return;
            case Tag::heading: heading(node, b, at, depth); break;
            case Tag::p:
                b.style = one_of(node, "class", at, {"klein", "inleiding", "label", "rechts", "midden", "bijschrift", "hangend"});
                content(node, b.text, at, depth);
                if (b.text.empty()) return;
                break;
            case Tag::list:
                b.kind = Block::Kind::list;
                b.ordered = spec.name == "ol";
                items(node, b, at, depth);
                if (b.children.empty()) return;
                break;
            case Tag::table:
                table(node, b, at, depth);
                if (b.head.empty() && b.body.empty()) return;
                break;
            case Tag::hr: b.kind = Block::Kind::rule; break;
            case Tag::blok:
                b.kind = Block::Kind::keep;
                blocks(node, kFlow, b.children, at, depth + 1);
                break;
            case Tag::kader:
                b.kind = Block::Kind::box;
                b.style = one_of(node, "class", at, {"let-op", "info"});
                blocks(node, kFlow, b.children, at, depth + 1);
                break;
            case Tag::rij: grid(node, b, at, depth); break;
            case Tag::pagina_einde: b.kind = Block::Kind::page_break; break;
            default: return;
        }
        out.push_back(std::move(b));
    }

    void furniture(pugi::xml_node node, const ElementSpec& spec, Location at, std::size_t depth) {
        auto& to = spec.tag == Tag::kop ? doc_.header : doc_.footer;
        if (spec.tag == Tag::kop) doc_.header_from = whole(node, "vanaf-pagina", at, 1, 999, 1);
        if (!to.empty()) diags_.error("duplicate-element", at, "a second " + tag(spec.name) + " in one document");
        furniture_ = true;
        blocks(node, kFurniture, to, at, depth + 1);
        furniture_ = false;
    }

    void heading(pugi::xml_node node, Block& b, Location at, std::size_t depth) {
        b.kind = Block::Kind::heading;
        b.level = node.name()[1] - '0';
        b.bookmark = whole(node, "bladwijzer", at, 0, 4, b.level <= 3 ? b.level : 0);
        content(node, b.text, at, depth);
        if (b.text.empty()) diags_.error("empty-heading", at, tag(node.name()) + " has no text");
        if (b.level > heading_ + 1) {
            const std::string expected = heading_ == 0 ? "<h1> first" : "at most <h" + std::to_string(heading_ + 1) + "> here";
            diags_.error("heading-level", at, tag(node.name()) + " skips a level, expected " + expected);
        }
        heading_ = b.level;
    }

    void items(pugi::xml_node node, Block& b, Location around, std::size_t depth) {
        no_text(node, around);
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.type() != pugi::node_element) continue;
            const Location at = location(child, around);
            if (!allowed(child, kList, at, depth + 1)) continue;
            Block item;
            item.kind = Block::Kind::item;
            item.location = at;
            blocks(child, kItem, item.children, at, depth + 2);
            if (!item.children.empty()) b.children.push_back(std::move(item));
        }
    }

    /// Text in a node that holds elements only is an error.
    void no_text(pugi::xml_node node, Location at) {
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling())
            if ((child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) && !blank(child.value()))
                diags_.error("misplaced-text", at, "text " + quoted(trim(child.value())) + " cannot stand directly in " + tag(node.name()));
    }

    void grid(pugi::xml_node node, Block& b, Location around, std::size_t depth) {
        b.kind = Block::Kind::columns;
        no_text(node, around);
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.type() != pugi::node_element) continue;
            const Location at = location(child, around);
            if (!allowed(child, kGrid, at, depth + 1)) continue;
            Block column;
            column.kind = Block::Kind::column;
            column.location = at;
            column.style = one_of(child, "align", at, {"left", "center", "right"});
            if (attribute(child, "width")) column.widths.push_back(percentage(child, at));
            blocks(child, kColumn, column.children, at, depth + 2);
            b.children.push_back(std::move(column));
        }
        for (const Block& c : b.children) b.widths.insert(b.widths.end(), c.widths.begin(), c.widths.end());
        check_widths(b.widths, b.children.size(), "<rij>", around);
        for (std::size_t i = 0; i < b.children.size(); ++i) b.children[i].widths = {b.widths[i]};
    }

    double percentage(pugi::xml_node node, Location at) {
        const auto l = length(attribute(node, "width").value());
        if (l && l->percent) return l->value;
        bad_value(node, "width", at, "a percentage such as 25%");
        return 0;
    }

    /// Widths given for all columns must add up to 100; given for none they become equal.
    void check_widths(std::vector<double>& widths, std::size_t columns, const std::string& what, Location at) {
        if (widths.empty()) {
            widths.assign(columns, 100.0 / static_cast<double>(std::max<std::size_t>(columns, 1)));
            return;
        }
        if (widths.size() != columns) {
            diags_.error("column-widths", at, std::to_string(widths.size()) + " of " + std::to_string(columns) +
                         " columns of this " + what + " have a width, expected all or none");
            widths.resize(columns, 1);
            return;
        }
        double sum = 0;
        for (const double w : widths) sum += w;
        if (std::abs(sum - 100) > 0.5)
            diags_.error("column-widths", at, "the columns of this " + what + " add up to " + shown(sum) + "%, expected 100%");
    }

    void table(pugi::xml_node node, Block& b, Location around, std::size_t depth) {
        b.kind = Block::Kind::table;
        b.style = one_of(node, "class", around, {"ruim", "smal"});
        bool head_seen = false;
        no_text(node, around);
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.type() != pugi::node_element) continue;
            const Location at = location(child, around);
            const ElementSpec* spec = allowed(child, kTable, at, depth + 1);
            if (!spec) continue;
            if (spec->tag == Tag::caption) {
                content(child, b.caption, at, depth + 1);
            } else if (spec->tag == Tag::col) {
                if (!attribute(child, "width")) required(child, "width", at);
                else b.widths.push_back(percentage(child, at));
            } else if (spec->tag == Tag::tr) {
                row(child, b.body, false, at, depth + 1);
            } else {
                const bool head = spec->name == "thead";
                if (head && (head_seen || !b.body.empty()))
                    diags_.error("misplaced-element", at, "<thead> must come first in its table, and once");
                head_seen = head_seen || head;
                no_text(child, at);
                for (pugi::xml_node r = child.first_child(); r; r = r.next_sibling()) {
                    if (r.type() != pugi::node_element) continue;
                    const Location row_at = location(r, at);
                    if (allowed(r, kSection, row_at, depth + 2)) row(r, head ? b.head : b.body, head, row_at, depth + 2);
                }
            }
        }
        check_table(b, around);
    }

    void row(pugi::xml_node node, std::vector<Row>& out, bool head, Location around, std::size_t depth) {
        Row r;
        r.location = around;
        r.style = one_of(node, "class", around, {"nadruk", "tussenkop"});
        r.cells.reserve(out.empty() ? 4 : out.back().cells.size());  // rows of a table are alike
        no_text(node, around);
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.type() != pugi::node_element) continue;
            const Location at = location(child, around);
            const ElementSpec* spec = allowed(child, kRow, at, depth + 1);
            if (!spec) continue;
            Cell c;
            c.location = at;
            c.header = spec->name == "th";
            c.colspan = whole(child, "colspan", at, 1, 60, 1);
            c.align = one_of(child, "align", at, {"left", "center", "right"});
            const std::string scope = one_of(child, "scope", at, {"col", "row"});
            c.row_scope = scope.empty() ? !head : scope == "row";
            blocks(child, kCell, c.blocks, at, depth + 2);
            r.cells.push_back(std::move(c));
        }
        out.push_back(std::move(r));
    }

    void check_table(Block& b, Location at) {
        const auto columns_of = [](const Row& r) {
            std::size_t n = 0;
            for (const Cell& c : r.cells) n += static_cast<std::size_t>(c.colspan);
            return n;
        };
        std::size_t columns = b.widths.size();
        if (columns == 0 && !(b.head.empty() && b.body.empty())) columns = columns_of(b.head.empty() ? b.body[0] : b.head[0]);
        if (columns > 60) {
            diags_.error("too-large", at, "a table of " + std::to_string(columns) + " columns, expected at most 60");
            return;
        }
        check_widths(b.widths, columns, "<table>", at);
        for (const auto* rows : {&b.head, &b.body})
            for (const Row& r : *rows)
                if (columns_of(r) != columns)
                    diags_.error("cell-count", r.location, "this row fills " + std::to_string(columns_of(r)) + " columns, expected " +
                                 std::to_string(columns));
    }

    // ---- text ----

    struct Style {
        bool strong = false, em = false;
        std::string href;
        int span = -1;
    };

    void content(pugi::xml_node node, std::vector<Inline>& out, Location at, std::size_t depth) {
        inlines(node, kText, {}, out, at, depth + 1);
        trim_end(out);
    }

    void inlines(pugi::xml_node node, std::uint32_t inside, const Style& style, std::vector<Inline>& out, Location around,
                 std::size_t depth) {
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                text(child.value(), style, out, around);
            } else if (child.type() == pugi::node_element) {
                const Location at = location(child, around);
                if (const ElementSpec* spec = allowed(child, inside, at, depth)) inline_element(child, *spec, style, out, at, depth);
            }
        }
    }

    void inline_element(pugi::xml_node node, const ElementSpec& spec, const Style& style, std::vector<Inline>& out, Location at,
                        std::size_t depth) {
        if (spec.tag == Tag::span) {
            Style inner = style;
            inner.span = span(node, at);
            inlines(node, kSpan, inner, out, at, depth + 1);
            return;
        }
        if (spec.tag == Tag::strong || spec.tag == Tag::em || spec.tag == Tag::a) {
            Style inner = style;
            if (spec.tag == Tag::strong) inner.strong = true;
            if (spec.tag == Tag::em) inner.em = true;
            if (spec.tag == Tag::a) inner.href = link(node, at);
            inlines(node, style.span >= 0 ? kSpan : spec.tag == Tag::a || !style.href.empty() ? kLink : kText, inner, out, at, depth + 1);
            return;
        }
        Inline piece;
        piece.location = at;
        piece.strong = style.strong;
        piece.em = style.em;
        switch (spec.tag) {
            case Tag::br: piece.kind = Inline::Kind::line_break; break;
            case Tag::pagina: piece.kind = Inline::Kind::page_number; break;
            case Tag::paginas: piece.kind = Inline::Kind::page_count; break;
            case Tag::qr:
                piece.kind = Inline::Kind::qr;
                piece.text = required(node, "value", at);
                piece.label = required(node, "label", at);
                piece.width = width(node, at, Length{20 * 72 / 25.4, false});
                break;
            case Tag::img:
                piece.kind = Inline::Kind::image;
                piece.text = required(node, "src", at);
                if (!node.attribute("alt"))
                    diags_.error("missing-attribute", at, "<img> lacks alt", {"say what the picture shows; alt=\"\" if it only decorates"});
                piece.label = trim(node.attribute("alt").value());
                piece.width = width(node, at, Length{40 * 72 / 25.4, false});
                break;
            case Tag::input:
            case Tag::textarea:
            case Tag::handtekening:
                piece.kind = Inline::Kind::field;
                piece.field = static_cast<int>(doc_.fields.size());
                doc_.fields.push_back(field(node, spec, at));
                break;
            default: return;
        }
        out.push_back(std::move(piece));
    }

    int span(pugi::xml_node node, Location at) {
        const Span made{std::string(trim(attribute(node, "lang").value())), std::string(trim(attribute(node, "betekent").value()))};
        if (made.lang.empty() && made.read.empty())
            diags_.error("missing-attribute", at, "<span> has neither lang nor betekent", {"leave <span> out, or say the language of its text"});
        if (!made.lang.empty() && !is_language(made.lang)) bad_value(node, "lang", at, "a language code such as en");
        doc_.spans.push_back(made);
        return static_cast<int>(doc_.spans.size()) - 1;
    }

    std::string link(pugi::xml_node node, Location at) {
        const std::string href = required(node, "href", at);
        const bool safe = href.starts_with("https://") || href.starts_with("http://") || href.starts_with("mailto:");
        const bool plain = std::all_of(href.begin(), href.end(), [](char c) { return c > ' ' && c < 127; });
        if (!href.empty() && (!safe || !plain || href.size() > 2000))
            bad_value(node, "href", at, "a web address that begins with https://, http:// or mailto:");
        return href;
    }

    /// Appends `raw` with each run of white space as one space, none at the beginning of the paragraph.
    void text(std::string_view raw, const Style& style, std::vector<Inline>& out, Location at) {
        const bool begins = out.empty() || out.back().kind == Inline::Kind::line_break;
        bool after_space = begins || (out.back().kind == Inline::Kind::text && out.back().text.ends_with(' '));
        std::string clean(raw.size(), ' ');
        char* end = clean.data();
        for (const char c : raw) {
            const bool space = is_space(c);
            if (!space || !after_space) *end++ = space ? ' ' : c;
            after_space = space;
        }
        clean.resize(static_cast<std::size_t>(end - clean.data()));
        if (clean.empty()) return;
        Inline& piece = out.emplace_back();
        piece.strong = style.strong;
        piece.em = style.em;
        piece.href = style.href;
        piece.span = style.span;
        piece.text = std::move(clean);
        piece.location = at;
    }

    static void trim_end(std::vector<Inline>& text) {
        while (!text.empty() && text.back().kind == Inline::Kind::text) {
            if (text.back().text.ends_with(' ')) text.back().text.pop_back();
            if (!text.back().text.empty()) return;
            text.pop_back();
        }
    }

    // ---- fields ----

    Field field(pugi::xml_node node, const ElementSpec& spec, Location at) {
        Field f;
        f.location = at;
        f.required = yes(node, "required", at);
        f.readonly = yes(node, "readonly", at);
        f.width = width(node, at, {});
        f.maxlength = whole(node, "maxlength", at, 1, 30000, 0);
        f.label = required(node, "label", at);
        if (spec.tag == Tag::handtekening) {
            f.kind = FieldKind::signature;
            f.lines = 3;
        } else if (spec.tag == Tag::textarea) {
            f.lines = whole(node, "rows", at, 1, 60, 4);
            f.value = trim(node.text().get());
        } else {
            input(node, f, at);
        }
        f.name = required(node, f.kind == FieldKind::radio ? "group" : "name", at);
        claim(node, f);
        return f;
    }

    void input(pugi::xml_node node, Field& f, Location at) {
        const std::string type = attribute(node, "type") ? one_of(node, "type", at, {"text", "date", "radio", "checkbox"})
                                                        : required(node, "type", at);
        f.kind = type == "date" ? FieldKind::date : type == "radio" ? FieldKind::radio : type == "checkbox" ? FieldKind::checkbox : FieldKind::text;
        f.value = attribute(node, "value").value();
        f.lines = whole(node, "lines", at, 1, 60, 1);
        f.checked = yes(node, "checked", at);
        if (f.kind == FieldKind::radio) f.value = required(node, "value", at);
        if (f.kind == FieldKind::checkbox && f.value.empty()) f.value = "ja";
        if ((f.kind == FieldKind::radio || f.kind == FieldKind::checkbox) && (f.value == "Off" || f.value.size() > 100))
            bad_value(node, "value", at, "at most 100 bytes and not \"Off\", which means not chosen");
    }

    void hidden(pugi::xml_node node, Location at) {
        Field f;
        f.kind = FieldKind::hidden;
        f.location = at;
        f.readonly = true;
        f.name = required(node, "name", at);
        f.value = attribute(node, "value").value();
        f.label = attribute(node, "label") ? attribute(node, "label").value() : f.name;
        claim(node, f);
        doc_.fields.push_back(std::move(f));
    }

    /// Names are letters, digits, - and _ : a dot would make a tree of fields in PDF.
    void claim(pugi::xml_node node, const Field& f) {
        if (f.name.empty()) return;
        const bool plain = f.name.size() <= 100 && std::all_of(f.name.begin(), f.name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        });
        if (!plain)
            diags_.error("field-name", f.location, "field name " + quoted(f.name) + ", expected at most 100 letters, digits, - and _");
        const std::string_view name = trim(attribute(node, f.kind == FieldKind::radio ? "group" : "name").value());
        bool fresh = false, choice = f.kind == FieldKind::radio && name == group_;
        if (!choice) {  // most buttons follow another of their group
            const auto [it, added] = names_.try_emplace(name, f.kind);
            fresh = added;
            choice = f.kind == FieldKind::radio && it->second == FieldKind::radio;
            if (choice) group_ = name;
        }
        if (!fresh && !choice)
            diags_.error("duplicate-field", f.location, "a second field is named " + quoted(f.name),
                         {"give each field a name of its own, for instance with the code of the werkproces in it"});
        if (choice && !choices_.insert({name, trim(attribute(node, "value").value())}).second)
            diags_.error("duplicate-choice", f.location, "group " + quoted(f.name) + " has the value " + quoted(f.value) + " twice");
    }

    /// At most one radio button of a group is chosen at the start.
    void check_choices() {
        std::map<std::string, bool, std::less<>> chosen;
        for (const Field& f : doc_.fields) {
            if (f.kind != FieldKind::radio || !f.checked) continue;
            if (!chosen.try_emplace(f.name, true).second)
                diags_.error("duplicate-choice", f.location, "group " + quoted(f.name) + " has more than one checked button");
        }
    }
};


/// The place of the last element that opened before byte `at`.
Location place_before(std::string_view xhtml, std::size_t at, const std::function<Location(std::size_t)>& place) {
    constexpr std::string_view kMark = "plaats=\"";
    const std::size_t found = xhtml.substr(0, std::min(at, xhtml.size())).rfind(kMark);
    if (found == std::string_view::npos || !place) return {};
    const std::size_t begin = found + kMark.size();
    const std::size_t end = std::min(xhtml.find('"', begin), xhtml.size());
    const auto n = number<std::size_t>(xhtml.substr(begin, end - begin));
    return n ? place(*n) : Location{};
}

/// XML as pugixml reads it is looser than XML; what it lets pass and matters here is refused first.
bool sound_text(std::string_view xhtml, const std::function<Location(std::size_t)>& place, Diagnostics& diags) {
    if (xhtml.size() > kLargest) {
        diags.error("too-large", {}, "a document of more than 32 MB of markup");
        return false;
    }
    if (const auto bad = first_invalid_utf8(xhtml)) {
        diags.error("invalid-utf8", place_before(xhtml, *bad, place), "the markup is not valid UTF-8");
        return false;
    }
    bool good = true;
    for (std::size_t at = xhtml.find('&'); at != std::string_view::npos; at = xhtml.find('&', at + 1)) {
        const std::string_view rest = xhtml.substr(at + 1, 10);
        const std::size_t end = rest.find(';');
        const std::string_view name = rest.substr(0, end == std::string_view::npos ? 0 : end);
        const bool known = name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos" ||
                           (name.size() > 1 && name[0] == '#' && name != "#0");
        if (known) continue;
        diags.error("unknown-entity", place_before(xhtml, at, place),
                    name.empty() ? "a bare & in the markup" : "unknown entity \"&" + std::string(name) + ";\"",
                    {name.empty() ? "write &amp;" : "write the character itself, or &#NNN;"});
        good = false;
    }
    return good;
}

}  // namespace

std::optional<Document> parse_markup(std::string_view xhtml, const std::function<Location(std::size_t)>& place,
                                     Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    if (!sound_text(xhtml, place, diagnostics)) return std::nullopt;
    pugi::xml_document xml;
    thread_local std::string copy;  // pugixml writes in what it parses
    if (copy.capacity() > kKeptCopy) copy = {};
    copy = xhtml;
    const auto result = xml.load_buffer_inplace(copy.data(), copy.size(), (pugi::parse_default | pugi::parse_ws_pcdata) & ~pugi::parse_eol,
                                                pugi::encoding_utf8);
    if (!result) {
        diagnostics.error("markup-syntax", place_before(xhtml, static_cast<std::size_t>(result.offset), place),
                          "the markup is not well formed near this element",
                          {"check that every element is closed in the right order and every attribute is quoted"});
        return std::nullopt;
    }
    Parser parser(place, diagnostics);
    std::size_t roots = 0;
    for (pugi::xml_node node = xml.first_child(); node; node = node.next_sibling()) {
        if (node.type() != pugi::node_element) continue;
        if (++roots == 1) parser.root(node);
    }
    if (roots != 1)
        diagnostics.error("markup-syntax", {}, "the markup has " + std::to_string(roots) + " outermost elements, expected one <formulier>");
    if (diagnostics.errors() != before) return std::nullopt;
    return parser.take();
}

}  // namespace dossier::markup
