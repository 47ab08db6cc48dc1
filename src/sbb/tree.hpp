#pragma once
/// Walking an SBB file while keeping account of what was read. Private to `sbb`.

#include "model/model.hpp"
#include "sbb/rich_text.hpp"
#include "unicode/unicode.hpp"
#include "xml/document.hpp"

#include <map>
#include <set>

namespace dossier::sbb {

/// An entry of one of the tables of the file, known by its number.
struct SbbEntry {
    std::string titel, code;
    pugi::xml_node node;
    bool used = false;
};
using SbbTable = std::map<std::string, SbbEntry, std::less<>>;

class SbbTree {
public:
    SbbTree(const xml::XmlDocument& xml, Diagnostics& diagnostics) : xml_(xml), diagnostics_(diagnostics) {}

    /// The first child of that name, marked as read; an empty node if there is none.
    pugi::xml_node child(pugi::xml_node parent, std::string_view name);
    /// All children of that name, marked as read.
    std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name);
    /// An attribute, on one line and marked as read.
    model::Text attribute(pugi::xml_node node, const char* name);
    /// Text right below `node`, in one spelling.
    [[nodiscard]] std::string text(pugi::xml_node node);
    /// That text to be read as lines or HTML.
    [[nodiscard]] Typed rich(pugi::xml_node node);
    /// That text as a value of one line.
    [[nodiscard]] model::Text line(pugi::xml_node node);
    /// Everything below `node` is read, or says nothing about the dossier.
    void settle(pugi::xml_node node);
    /// The entry that `node` refers to; nullptr, with a warning, if there is none.
    SbbEntry* refer(SbbTable& table, pugi::xml_node node);
    /// Reads `element` children of `parent` into a table by @nr.
    SbbTable table(pugi::xml_node parent, std::string_view element, const char* code = nullptr);

    [[nodiscard]] Location at(pugi::xml_node node) const { return xml_.text_of(node); }
    [[nodiscard]] Location name(pugi::xml_node node) const { return xml_.name_of(node); }
    /// "01-08-2015" as "2015-08-01"; empty, with a warning, if it is no date.
    model::Text date(const model::Text& text);
    void warn(std::string code, Location at, Message message);
    /// `node` itself is read.
    void mark(pugi::xml_node node) { seen_.insert(node.internal_object()); }
    Diagnostics& diagnostics() { return diagnostics_; }

    /// Warns of each element that nobody read, and of each value in an attribute that nobody read.
    void report_unread(pugi::xml_node root);
    /// Notes of what was read in another way than it was typed.
    void report_changes();

private:
    [[nodiscard]] std::string spelled(const void* once, std::string_view raw, Location at);
    /// Counts the no-break spaces that are read as spaces.
    void count_spaces(const void* once, std::string_view text, Location at);
    [[nodiscard]] std::string raw_text(pugi::xml_node node);
    [[nodiscard]] std::string one_line(const void* once, const std::string& text, Location at);
    [[nodiscard]] bool seen(pugi::xml_node node) const { return seen_.contains(node.internal_object()); }

    const xml::XmlDocument& xml_;
    Diagnostics& diagnostics_;
    std::set<const void*> seen_;
    unicode::Normaliser normaliser_;
    std::set<const void*> spelled_, squeezed_, spaced_;  ///< what was counted
    std::size_t no_break_spaces_ = 0;
    Location first_no_break_space_;
    std::size_t gaps_ = 0;  ///< runs of spaces in values of one line
    Location first_gap_;
    std::size_t warnings_ = 0;
};

}  // namespace dossier::sbb
