#pragma once
/// The fields of a document, hidden ones too: what is asked, under names of their own.

#include "markup/attributes.hpp"

#include <unordered_map>
#include <unordered_set>

namespace dossier::markup {

class Fields {
public:
    /// Appends to `out`; all three must outlive this, and so must the tree that the elements come from.
    Fields(Attributes& attributes, Diagnostics& diagnostics, std::vector<Field>& out);
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    /// The field of an <input>, <textarea> or <handtekening>. Returns its index.
    int add(const Element& e);
    /// The field of a <verborgen>.
    void add_hidden(const Element& e);

    /// Reports groups with more than one radio button that is chosen at the start.
    void check_choices() const;

private:
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

    Attributes& attributes_;
    Diagnostics& diags_;
    std::vector<Field>& out_;
    // Views of the text of the tree.
    std::unordered_map<std::string_view, FieldKind> names_;
    std::string_view group_;  ///< of the radio button before
    std::unordered_set<Choice, ChoiceHash> choices_;

    void input(const Element& e, Field& f);
    void claim(const Element& e, const Field& f);
};

}  // namespace dossier::markup
