#include "parts.hpp"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <set>

namespace conformance {
namespace {

const std::set<std::string> kRoles{"/Document", "/H1",    "/H2", "/H3", "/H4", "/P",       "/L",    "/LI",   "/Lbl",    "/LBody", "/Table",
                                   "/THead",    "/TBody", "/TR", "/TH", "/TD", "/Caption", "/Form", "/Link", "/Figure", "/Div",   "/Span"};

/// UA 7.2: what may stand in a container, and in what an element must stand.
const std::map<std::string, std::set<std::string>> kKids{
    {"/L", {"/LI", "/Caption"}}, {"/LI", {"/Lbl", "/LBody"}}, {"/Table", {"/Caption", "/THead", "/TBody", "/TFoot", "/TR"}},
    {"/THead", {"/TR"}},         {"/TBody", {"/TR"}},         {"/TFoot", {"/TR"}},
    {"/TR", {"/TH", "/TD"}}};
const std::map<std::string, std::set<std::string>> kParents{{"/LI", {"/L"}},        {"/Lbl", {"/LI"}},
                                                            {"/LBody", {"/LI"}},    {"/THead", {"/Table"}},
                                                            {"/TBody", {"/Table"}}, {"/TR", {"/Table", "/THead", "/TBody"}},
                                                            {"/TH", {"/TR"}},       {"/TD", {"/TR"}}};

/// Attribute `key` of owner `owner`, whose attributes may be one of a list.
Handle attribute(Handle e, const std::string& owner, const std::string& key) {
    Handle a = e.getKey("/A");
    for (auto& each : a.isArray() ? a.getArrayAsVector() : std::vector<Handle>{a})
        if (each.isDictionary() && is_name(each.getKey("/O"), owner) && each.hasKey(key)) return each.getKey(key);
    return Handle::newNull();
}

long long span_of(Handle cell, const std::string& key) {
    Handle n = attribute(cell, "/Table", key);
    return n.isInteger() ? std::clamp(n.getIntValue(), 1LL, 1000LL) : 1;
}

class Tree {
public:
    Tree(QPDF& pdf, const Content& content, Findings& out) : content_(content), out_(out), parents_(parent_tree(pdf)) {
        for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) pages_.push_back(page.getObjectHandle());
    }

    void run(Handle root) {
        expect(!parents_.empty(), "parent-tree", "no parent tree");
        sorted(root.getKey("/ParentTree"));
        expect(!root.hasKey("/RoleMap") || none_remapped(root.getKey("/RoleMap")), "role-map",
               "a standard structure type is mapped to another");
        for (auto& k : kids(root)) element(k, root, 0);
        for (const Handle& page : pages_) page_marks(page);
        for (const auto& [mark, e] : element_of_) {
            const auto page = content_.marks.find(mark.first);
            const bool there =
                page != content_.marks.end() && std::find(page->second.begin(), page->second.end(), mark.second) != page->second.end();
            expect(there, "mcid-exists", "a structure element refers to MCID " + std::to_string(mark.second) + " that no page has");
        }
    }

private:
    const Content& content_;
    Findings& out_;
    std::map<int, Handle> parents_;
    std::vector<Handle> pages_;
    std::map<std::pair<Id, int>, Id> element_of_;  ///< page and id -> structure element
    std::map<Id, std::vector<int>> read_;          ///< page -> ids in the order of the tree
    std::set<Id> seen_;
    int heading_ = 0;
    long long last_key_ = -1;

    void expect(bool good, const std::string& rule, const std::string& what) { out_.expect(good, rule, what); }

    static bool none_remapped(Handle map) {
        if (!map.isDictionary()) return false;
        for (const std::string& key : map.getKeys())
            if (kRoles.count(key) != 0) return false;
        return true;
    }

    void sorted(Handle node) {
        if (!node.isDictionary()) return;
        Handle nums = node.getKey("/Nums"), below = node.getKey("/Kids");
        for (int i = 0; nums.isArray() && i + 1 < nums.getArrayNItems(); i += 2) {
            const long long key = nums.getArrayItem(i).getIntValue();
            expect(key > last_key_, "parent-tree-sorted", "key " + std::to_string(key) + " of the parent tree comes too late");
            last_key_ = key;
        }
        if (below.isArray())
            for (auto& k : below.aitems()) sorted(k);
    }

    // ---- elements ----

    void element(Handle e, Handle parent, int depth) {
        if (!e.isDictionary() || depth > 100) {
            expect(false, "structure", "a kid of the structure tree is no element");
            return;
        }
        const std::string r = role(e);
        const bool first = seen_.insert(e.getObjGen()).second;
        expect(first, "element-once", r + " stands in the tree twice");
        if (!first) return;
        expect(kRoles.count(r) != 0, "standard-role", "structure type " + r);
        expect(e.getKey("/P").getObjGen() == parent.getObjGen(), "parent-link", r + " does not point to its parent");
        if (e.hasKey("/Lang"))
            expect(e.getKey("/Lang").isString() && is_language(e.getKey("/Lang").getUTF8Value()), "language-code",
                   r + " has a Lang that is no language code");
        rules_of(e, r);
        for (auto& k : kids(e)) kid(e, r, k, depth);
    }

    void kid(Handle e, const std::string& r, Handle k, int depth) {
        if (k.isInteger()) {
            content(e, e.getKey("/Pg"), static_cast<int>(k.getIntValue()));
        } else if (is_name(k.getKey("/Type"), "/MCR")) {
            content(e, k.getKey("/Pg"), static_cast<int>(k.getKey("/MCID").getIntValue()));
        } else if (is_name(k.getKey("/Type"), "/OBJR")) {
            expect(k.getKey("/Pg").isDictionary() || e.getKey("/Pg").isDictionary(), "object-page",
                   r + " refers to an object and says no page");
        } else {
            const auto inside = kParents.find(role(k));
            expect(inside == kParents.end() || inside->second.count(r) != 0, "nesting", role(k) + " stands in " + r);
            element(k, e, depth + 1);
        }
    }

    void content(Handle e, Handle page, int id) {
        element_of_[{page.getObjGen(), id}] = e.getObjGen();
        read_[page.getObjGen()].push_back(id);
    }

    void rules_of(Handle e, const std::string& r) {
        if (kKids.count(r) != 0) container(e, r);
        if (r == "/TH") {
            Handle scope = attribute(e, "/Table", "/Scope");
            expect(is_name(scope, "/Column") || is_name(scope, "/Row") || is_name(scope, "/Both"), "th-scope", "a TH has no Scope");
        }
        if (r == "/Figure") {
            expect(is_text(e.getKey("/Alt")), "figure-alt", "a Figure has no Alt");
            expect(attribute(e, "/Layout", "/BBox").isRectangle(), "figure-bbox", "a Figure has no BBox");
        }
        if (r == "/Form") {
            expect(is_text(e.getKey("/Alt")), "form-alt", "a Form has no Alt");
            auto all = kids(e);  // UA 7.18.4
            const bool one = all.size() == 1 && all.front().isDictionary() && is_name(all.front().getKey("/Type"), "/OBJR");
            expect(one && all.front().getKey("/Obj").isDictionary() && is_name(all.front().getKey("/Obj").getKey("/Subtype"), "/Widget"),
                   "form-kid", "a Form has another kid than one widget");
        }
        if (r == "/Table") table(e);
        if (r.size() == 3 && r[1] == 'H' && r[2] >= '1' && r[2] <= '6') {
            const int level = r[2] - '0';
            expect(level <= heading_ + 1, "heading-levels", r + " skips a level");
            heading_ = level;
        }
    }

    void container(Handle e, const std::string& r) {
        const std::set<std::string>& allowed = kKids.at(r);
        const auto all = kids(e);
        expect(!all.empty(), "kids", r + " is empty");
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string inner = role(all[i]);
            expect(allowed.count(inner) != 0, "kids", (inner.empty() ? "content" : inner) + " stands in " + r);
            if (inner == "/Caption") expect(i == 0 || (r == "/Table" && i + 1 == all.size()), "caption", "a Caption in the middle of " + r);
        }
    }

    void table(Handle e) {
        std::map<std::string, int> parts;
        for (auto& k : kids(e)) ++parts[role(k)];
        expect(parts["/THead"] <= 1 && parts["/TFoot"] <= 1 && ((parts["/THead"] == 0 && parts["/TFoot"] == 0) || parts["/TBody"] > 0),
               "thead-tbody", "a THead or TFoot without TBody, or more than one");
        expect(parts["/TR"] == 0 || (parts["/THead"] + parts["/TBody"] + parts["/TFoot"]) == 0, "thead-tbody", "rows beside a TBody");
        std::vector<Handle> rows;
        for (auto& k : kids(e)) {
            if (role(k) == "/TR") rows.push_back(k);
            if (role(k) == "/THead" || role(k) == "/TBody" || role(k) == "/TFoot")
                for (auto& tr : kids(k)) rows.push_back(tr);
        }
        regular(rows);
    }

    /// UA 7.2: the cells, those that reach into later rows or columns too, fill a rectangle and do not overlap.
    void regular(const std::vector<Handle>& rows) {
        std::set<std::pair<std::size_t, long long>> taken;
        long long columns = 0;
        for (std::size_t y = 0; y < rows.size(); ++y) {
            long long x = 0;
            for (auto& c : kids(rows[y])) {
                while (taken.count({y, x}) != 0) ++x;
                place(c, y, x, rows.size(), taken);
            }
            const auto wide = std::count_if(taken.begin(), taken.end(), [y](const auto& cell) { return cell.first == y; });
            if (y == 0) columns = wide;
            const bool full = wide == columns && taken.count({y, columns}) == 0 && (columns == 0 || taken.count({y, columns - 1}) != 0);
            expect(full, "table-regular", "row " + std::to_string(y + 1) + " of a table has another number of columns than the first");
        }
        expect(columns > 0, "table-regular", "a table without cells");
    }

    void place(Handle c, std::size_t y, long long x, std::size_t height, std::set<std::pair<std::size_t, long long>>& taken) {
        for (std::size_t down = 0; down < static_cast<std::size_t>(span_of(c, "/RowSpan")); ++down) {
            expect(y + down < height, "table-regular", "a cell reaches below the last row of its table");
            for (long long right = 0; right < span_of(c, "/ColSpan"); ++right)
                expect(taken.emplace(y + down, x + right).second, "table-regular",
                       "two cells of row " + std::to_string(y + 1) + " of a table overlap");
        }
    }

    // ---- content ----

    /// The ids of a page: each in the tree and in the parent tree, which agree; read in the order in which they stand.
    void page_marks(Handle page) {
        const std::vector<int>& ids = content_.marks.at(page.getObjGen());
        Handle key = page.getKey("/StructParents");
        const auto list = key.isInteger() ? parents_.find(static_cast<int>(key.getIntValue())) : parents_.end();
        const bool listed = list != parents_.end() && list->second.isArray();
        for (const int id : ids) {
            const std::string what = "MCID " + std::to_string(id);
            const bool known = listed && id >= 0 && id < list->second.getArrayNItems() && list->second.getArrayItem(id).isDictionary();
            expect(known, "mcid-in-parent-tree", what + " is not in the parent tree");
            const auto e = element_of_.find({page.getObjGen(), id});
            expect(e != element_of_.end(), "mcid-in-tree", what + " belongs to no structure element");
            if (known && e != element_of_.end())
                expect(list->second.getArrayItem(id).getObjGen() == e->second, "parent-tree-agrees",
                       "parent tree and structure tree disagree on " + what);
        }
        // An id that only one of the two has is reported above.
        std::vector<int> read = read_[page.getObjGen()], written = ids;
        std::erase_if(read, [&ids](int id) { return std::find(ids.begin(), ids.end(), id) == ids.end(); });
        std::erase_if(written, [&](int id) { return element_of_.count({page.getObjGen(), id}) == 0; });
        expect(read == written, "reading-order", "the tree reads a page in another order than it is written");
    }
};

}  // namespace

void check_structure(QPDF& pdf, const Content& content, Findings& out) {
    Handle root = pdf.getRoot().getKey("/StructTreeRoot");
    out.expect(root.isDictionary(), "structure", "no structure tree");
    if (root.isDictionary()) Tree(pdf, content, out).run(root);
}

}  // namespace conformance
