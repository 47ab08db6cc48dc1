#include "conformance.hpp"

#include "parts.hpp"

#include <algorithm>
#include <stdexcept>

namespace conformance {
namespace {

struct Rule {
    std::string_view name;
    std::string_view clauses;  ///< "own": no clause asks for it, but a reader or a person needs it
};

constexpr Rule kRules[] = {
    // bytes
    {"header", "A 6.1.2-1, 6.1.2-2"},
    {"end", "A 6.1.3-3"},
    {"file-id", "A 6.1.3-1"},
    {"object-lines", "A 6.1.9-1"},
    {"stream-length", "A 6.1.7.1-1, 6.1.7.1-2"},
    {"hex-strings", "A 6.1.6-1, 6.1.6-2"},
    {"readable", "own"},
    // document
    {"marked", "UA 6.2-1, A 6.7.2.2-1"},
    {"suspects", "UA 7.1-4"},
    {"language", "UA 7.2, A 6.7.4"},
    {"language-code", "UA 7.2-29, A 6.7.4-1"},
    {"title-shown", "UA 7.1-10"},
    {"not-encrypted", "A 6.1.3-2"},
    {"catalog-keys", "A 6.1.12-1, 6.4.2-2, 6.5.2, 6.8, 6.9, 6.10, 6.11"},
    {"output-intent", "A 6.2.3-1, 6.2.4.3-2"},
    {"one-intent", "A 6.2.3-2"},
    {"limits", "A 6.1.13-1, 6.1.13-3, 6.1.13-4"},
    {"page-size", "A 6.1.13-11"},
    {"no-lzw", "A 6.1.7.2-1, 6.1.10-1"},
    {"no-external", "A 6.1.7.1-3"},
    {"images", "A 6.2.8-1, 6.2.8-3, 6.2.8-4"},
    {"ext-gstate", "A 6.2.5, 6.2.10-1"},
    {"no-postscript", "A 6.2.9-1, 6.2.9-2, 6.2.9-3, UA 7.20-1"},
    // metadata
    {"xmp", "A 6.6.2.1-1, UA 7.1-8"},
    {"xmp-packet", "A 6.6.2.1-2, 6.6.2.1-3"},
    {"xmp-well-formed", "A 6.6.2.1-4, 6.6.2.1-5"},
    {"xmp-known", "A 6.6.2.3.1-1"},
    {"xmp-types", "A 6.6.2.3.1-2"},
    {"xmp-pdfa", "A 6.6.4"},
    {"xmp-pdfua", "UA 5"},
    {"xmp-extension", "A 6.6.2.3.2, 6.6.2.3.3"},
    {"xmp-title", "UA 7.1-9"},
    {"info-matches", "own"},
    // content
    {"all-tagged", "UA 7.1-3"},
    {"marks-nest", "own"},
    {"artifact-apart", "UA 7.1-1, 7.1-2"},
    {"q-depth", "A 6.1.13-8"},
    {"mcid-unique", "own"},
    {"mcid-on-page", "UA 7.20-2"},
    {"operators", "A 6.2.2-1"},
    {"device-colour", "A 6.2.4.3-3"},
    {"rendering-intent", "A 6.2.6-1"},
    {"font-known", "own"},
    // fonts
    {"font-keys", "A 6.2.11.2-1 to 6.2.11.2-6"},
    {"font-program", "A 6.2.11.2-7"},
    {"no-notdef", "A 6.2.11.8-1"},
    {"glyph-exists", "A 6.2.11.4.1-2"},
    {"to-unicode", "A 6.2.11.7.2-1"},
    {"shown-to-unicode", "A 6.2.11.7.2-1, UA 7.21.7-1"},
    {"unicode-values", "A 6.2.11.7.2-2, 6.2.11.7.3-1, UA 7.21.7-2"},
    {"cid-to-gid", "A 6.2.11.3.2-1"},
    {"identity", "A 6.2.11.3.3-1"},
    {"cmap", "A 6.2.11.3.3-1, 6.2.11.3.3-2, 6.2.11.3.3-3"},
    {"cid-system", "A 6.2.11.3.1-1"},
    {"code-meanings", "own"},
    {"widths", "A 6.2.11.5-1"},
    {"field-font-widths", "A 6.2.11.5-1"},
    {"glyph-names", "A 6.2.11.6-2"},
    {"simple-encoding", "A 6.2.11.6-2"},
    {"symbolic", "A 6.2.11.6-3, 6.2.11.6-4"},
    {"unicode-cmap", "A 6.2.11.6-1, 6.2.11.6-2"},
    {"font-embedded", "A 6.2.11.4.1-1"},
    {"cid-set", "A 6.2.11.4.2-2"},
    // structure
    {"structure", "UA 7.1-11, A 6.7.3.3-1"},
    {"standard-role", "UA 7.1-5, A 6.7.3.4-1"},
    {"role-map", "UA 7.1-7"},
    {"parent-link", "UA 7.1-12"},
    {"element-once", "own"},
    {"nesting", "UA 7.2-4 to 7.2-9, 7.2-17, 7.2-18"},
    {"kids", "UA 7.2-3, 7.2-10, 7.2-19, 7.2-20, 7.2-36 to 7.2-38"},
    {"caption", "UA 7.2-16, 7.2-40"},
    {"thead-tbody", "UA 7.2-11 to 7.2-14"},
    {"table-regular", "UA 7.2-15, 7.2-41 to 7.2-43"},
    {"th-scope", "UA 7.5-1"},
    {"figure-alt", "UA 7.3-1"},
    {"figure-bbox", "own"},
    {"form-alt", "own"},
    {"form-kid", "UA 7.18.4-2"},
    {"heading-levels", "UA 7.4.2-1"},
    {"parent-tree", "own"},
    {"parent-tree-sorted", "own"},
    {"mcid-in-parent-tree", "own"},
    {"mcid-in-tree", "UA 7.1-3"},
    {"mcid-exists", "own"},
    {"parent-tree-agrees", "own"},
    {"reading-order", "own"},
    {"object-page", "own"},
    // fields
    {"no-need-appearances", "A 6.4.1-3"},
    {"no-xfa", "A 6.4.2-1, UA 7.15-1"},
    {"field-names", "own"},
    {"field-tu", "own"},
    {"form-font", "own"},
    {"field-on-page", "own"},
    {"outside-page", "own"},
    {"annotation-place", "own"},
    {"tab-order", "UA 7.18.3-1"},
    {"annotation-once", "own"},
    {"annotation-type", "A 6.3.1-1, UA 7.18.1-1"},
    {"annotation-flags", "A 6.3.2-1, 6.3.2-2"},
    {"widget-tu", "UA 7.18.1-3"},
    {"alt-is-tu", "own"},
    {"widget-in-field", "own"},
    {"field-parent", "own"},
    {"button-state", "own"},
    {"no-signature", "own"},
    {"link-contents", "UA 7.18.5-2"},
    {"annotation-tagged", "UA 7.18.1-1, 7.18.4-1, 7.18.5-1"},
    {"annotation-objr", "own"},
    {"appearance", "A 6.3.3-1, 6.3.3-2"},
    {"appearance-kind", "A 6.3.3-3, 6.3.3-4"},
    {"appearance-state", "own"},
    {"appearance-own", "own"},
    {"widget-actions", "A 6.4.1-1"},
    {"actions", "A 6.5.1-1, 6.5.1-2, 6.5.2"},
    {"bookmarks", "own"},
    {"bookmark-count", "own"},
};

}  // namespace

void Findings::expect(bool good, const std::string& rule, const std::string& what) {
    if (good) return;
    const auto known = std::find_if(std::begin(kRules), std::end(kRules), [&](const Rule& r) { return r.name == rule; });
    if (known == std::end(kRules)) throw std::logic_error("no rule " + rule);
    list.push_back(rule + ": " + what + " [" + std::string(known->clauses) + "]");
}

const std::vector<std::string>& rules() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> names;
        for (const Rule& rule : kRules) names.emplace_back(rule.name);
        return names;
    }();
    return all;
}

}  // namespace conformance
