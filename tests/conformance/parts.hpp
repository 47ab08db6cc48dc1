#pragma once
/// The rules by subject. Each function adds its findings; a finding is "rule: what [clauses]". Clauses are those of
/// ISO 19005-2 (PDF/A-2, "A") and ISO 14289-1 (PDF/UA-1, "UA"), numbered as validators number them.

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

using Handle = QPDFObjectHandle;
using Id = QPDFObjGen;

class Findings {
public:
    /// Reports `what` with the clauses of `rule`, which the table in rules.cpp must have.
    void expect(bool good, const std::string& rule, const std::string& what);
    std::vector<std::string> list;
};

/// What the content streams of a file show.
struct Content {
    std::map<Id, std::vector<int>> marks;  ///< page -> marked-content ids, in the order of the page
    std::map<Id, std::string> shown;       ///< font -> bytes of all strings set in it
};

void check_bytes(std::string_view bytes, QPDF& pdf, Findings& out);
/// Catalog, output intent, limits of every object.
void check_document(QPDF& pdf, Findings& out);
/// A 6.1.13: the limits that a PDF reader may have, in what `h` holds itself.
void limits(Handle h, int depth, Findings& out);
void check_metadata(QPDF& pdf, Findings& out);
Content check_content(QPDF& pdf, Findings& out);
void check_fonts(QPDF& pdf, const Content& content, Findings& out);
void check_structure(QPDF& pdf, const Content& content, Findings& out);
/// Form, annotations, actions, bookmarks.
void check_fields(QPDF& pdf, Findings& out);

// ---- reading objects ----

[[nodiscard]] bool is_name(Handle h, const std::string& name);
/// A text string with more in it than white space.
[[nodiscard]] bool is_text(Handle h);
/// A language code as BCP 47 and RFC 1766 write it.
[[nodiscard]] bool is_language(const std::string& code);
[[nodiscard]] std::string stream_text(Handle stream);
/// The dictionary of a stream, or the object itself.
[[nodiscard]] Handle dictionary(Handle object);
/// Structure type of an element, "" for anything else.
[[nodiscard]] std::string role(Handle element);
/// /K as a list.
[[nodiscard]] std::vector<Handle> kids(Handle element);
/// The parent tree: key -> what stands there.
[[nodiscard]] std::map<int, Handle> parent_tree(QPDF& pdf);

}  // namespace conformance
