#include "layout/page_breaks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dossier::layout {
namespace {

constexpr float kShortPage = 0.2F;  ///< of the room: less is a page with almost nothing on it
constexpr int kFewRows = 3;
constexpr float kFewLines = 30;                   ///< points: a heading with less below it stands alone
constexpr float kOpen = 0.25F, kWideOpen = 0.4F;  ///< of the room, at the foot of a page
constexpr float kSlack = 0.01F;                   ///< points that sums of sizes may be off

/// What is worse than what: a table is not split for a page that is open by a quarter, but for one by two fifths; and the last page
/// is not filled by leaving another open.
constexpr double kSplitCost = 400, kOpenCost = 200, kWideOpenCost = 400, kHeadingCost = 200, kShortCost = 150;
/// A page less is welcome, but worth no fault; a page more is worth none of them.
constexpr double kPageCost = 90, kPageMoreCost = 10'000;
constexpr double kTightCost = 20;  ///< of a step
/// No faults, but what is best among what has none: full pages, those that begin with a heading, and what belongs to a table (its
/// result, a note) on the page where the table ends.
constexpr double kLooseCost = 30, kRunOnCost = 15, kApartCost = 50;
constexpr int kStep = 5;  ///< per cent
/// How many groups before the foot of a page it may end: more than fit on one, but for groups of no height.
constexpr std::size_t kCandidates = 64;

float tightened(float space, int percent) {
    // In tenths of a point, so that places stay sums of short decimals (see places_sum).
    return percent == 100 ? space : std::round(space * static_cast<float>(percent) / 10) / 10;
}

/// How much lower a row becomes.
float saved(const FlowRow& row, int percent) { return 2 * (row.pad - tightened(row.pad, percent)); }

bool is_heading(Role role) { return role == Role::h1 || role == Role::h2 || role == Role::h3 || role == Role::h4; }

/// Slices that stay together.
struct Group {
    std::size_t first = 0, end = 0;
    float gap = 0, height = 0;
    float repeated = 0;       ///< height of the header rows that stand above it when it begins a page
    float below_heading = 0;  ///< height of what stands below the heading that it begins with
    bool heading = false;
    bool barrier = false;                   ///< its pages follow from what fits, whatever comes after it
    int first_table = -1, last_table = -1;  ///< whose rows it begins and ends with
    int rows = 0;                           ///< of `last_table`, up to and with this group
};

/// A way to end the pages of a document.
struct Outcome {
    double cost = 0;        ///< of all but the number of pages
    double faults = 0;      ///< their part in it
    std::size_t turns = 0;  ///< from one page to the next
    bool short_end = false;
    std::vector<std::size_t> begins;
};

/// The groups of a flow with so much of its spaces left.
class Groups {
public:
    Groups(const Flow& flow, const std::vector<Element>& elements, float room, int percent)
        : flow_(flow), elements_(elements), room_(room), percent_(percent), rows_(flow.tables.size(), 0) {
        const auto& slices = flow.slices;
        for (std::size_t i = 0; i < slices.size();) {
            std::size_t end = i + 1;
            while (end < slices.size() && slices[end].keep) ++end;
            add(i, end);
            i = end;
        }
    }

    std::vector<Group> all;
    std::vector<double> tops;  ///< of each group, were all on one page; and the foot of the last
    bool splits_row = false;   ///< some row is higher than a page

    [[nodiscard]] float height(const Slice& s) const { return s.height - (s.kind == Slice::Kind::row ? saved(row(s), percent_) : 0); }
    [[nodiscard]] float gap(const Slice& s) const { return tightened(s.gap, percent_); }
    [[nodiscard]] float repeated(const Slice& s) const {
        const FlowTable* table = repeated_table(flow_, s, room_);
        float sum = 0;
        if (table)
            for (const Slice& head : table->head) sum += height(head);
        return sum;
    }
    /// Body rows of a table.
    [[nodiscard]] int rows_of(int table) const { return rows_[static_cast<std::size_t>(table)]; }

private:
    const Flow& flow_;
    const std::vector<Element>& elements_;
    float room_;
    int percent_;
    std::vector<int> rows_;

    [[nodiscard]] const FlowRow& row(const Slice& s) const { return flow_.rows[static_cast<std::size_t>(s.index)]; }
    [[nodiscard]] int table_of(const Slice& s) const { return s.kind == Slice::Kind::row && !row(s).head ? row(s).table : -1; }
    [[nodiscard]] bool heading(const Slice& s) const {
        return s.kind == Slice::Kind::line && s.element >= 0 && is_heading(elements_[static_cast<std::size_t>(s.element)].role);
    }

    void add(std::size_t first, std::size_t end) {
        Group g;
        g.first = first;
        g.end = end;
        const Slice& head = flow_.slices[first];
        g.gap = gap(head);
        g.repeated = repeated(head);
        g.heading = heading(head);
        g.first_table = table_of(head);
        for (std::size_t i = first; i < end; ++i) {
            const Slice& s = flow_.slices[i];
            const float h = height(s) + (i > first ? gap(s) : 0);
            g.height += h;
            g.below_heading = heading(s) ? 0 : g.below_heading + h;
            g.barrier = g.barrier || s.kind == Slice::Kind::page_break;
            g.last_table = table_of(s);
            if (g.last_table >= 0) g.rows = ++rows_[static_cast<std::size_t>(g.last_table)];
            splits_row = splits_row || (s.kind == Slice::Kind::row && height(s) + repeated(s) > room_);
        }
        g.barrier = g.barrier || g.height + g.repeated > room_;
        if (tops.empty()) tops.push_back(0);
        tops.push_back(tops.back() + static_cast<double>(g.gap) + static_cast<double>(g.height));
        all.push_back(g);
    }
};

/// Pages from the first group to the last. Between barriers the best way is found as for the lines of a paragraph: the best way to
/// begin a page at a group goes through the best way to begin one at some group before it.
class Pager {
public:
    Pager(const Flow& flow, const Groups& groups, float room) : flow_(flow), groups_(groups), room_(room) {}

    /// Each page filled to its foot.
    Outcome filled() { return run(0, false); }
    Outcome best(double page_cost) { return run(page_cost, true); }

private:
    Outcome run(double page_cost, bool look_ahead) {
        page_cost_ = page_cost;
        look_ahead_ = look_ahead;
        const auto& all = groups_.all;
        for (std::size_t at = 0; at < all.size();) {
            std::size_t end = at;
            while (end < all.size() && !all[end].barrier) ++end;
            if (end > at) segment(at, end);
            if (end < all.size()) barrier(all[end]);
            at = end + 1;
        }
        return std::move(out_);
    }

    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
    struct Node {
        double cost = std::numeric_limits<double>::infinity();
        std::size_t from = kNone;  ///< kNone: the page that the segment began on
    };
    struct Cost {
        double faults = 0, looseness = 0;
        bool short_end = false;
    };

    const Flow& flow_;
    const Groups& groups_;
    float room_;
    double page_cost_ = 0;
    bool look_ahead_ = false;
    Outcome out_;
    float used_ = 0;     ///< of the page at hand
    bool fresh_ = true;  ///< nothing is on it
    bool first_ = true;  ///< it is the first of the document, or the first after a forced end
    std::vector<Node> nodes_;

    /// What groups [i, j) use of the page that they begin; `i` is kNone for the page at hand, from `a`.
    [[nodiscard]] double used(std::size_t a, std::size_t i, std::size_t j) const {
        const auto& g = groups_.all;
        if (i == kNone && !fresh_) return static_cast<double>(used_) + groups_.tops[j] - groups_.tops[a];
        const std::size_t first = i == kNone ? a : i;
        const double repeated = i == kNone ? 0 : static_cast<double>(g[first].repeated);
        return repeated + groups_.tops[j] - groups_.tops[first] - static_cast<double>(g[first].gap);
    }

    [[nodiscard]] Cost cost(std::size_t a, std::size_t i, std::size_t j, std::size_t b) const {
        Cost c;
        const double share = used(a, i, j) / static_cast<double>(room_);
        if (j == b) {
            const bool ends = b == groups_.all.size() || flow_.slices[groups_.all[b].first].kind == Slice::Kind::page_break;
            c.short_end = ends && share < static_cast<double>(kShortPage) && !(i == kNone && first_);
            c.faults = c.short_end ? kShortCost : 0;
            return c;
        }
        const double open = 1 - share;
        c.looseness = kLooseCost * open * (1 + open);
        if (open > static_cast<double>(kOpen)) c.faults += kOpenCost;
        if (open > static_cast<double>(kWideOpen)) c.faults += kWideOpenCost;
        if (j == a) return c;
        c.faults += split(a, i, j) + heading(j);
        const auto& g = groups_.all;
        if (!g[j].heading) c.looseness += g[j - 1].last_table >= 0 && g[j].first_table != g[j - 1].last_table ? kApartCost : kRunOnCost;
        return c;
    }

    /// A table that goes on on the next page.
    [[nodiscard]] double split(std::size_t a, std::size_t i, std::size_t j) const {
        const auto& g = groups_.all;
        const int table = g[j - 1].last_table;
        if (table < 0 || g[j].first_table != table) return 0;
        const std::size_t first = i == kNone ? a : i;
        const int before = first > 0 && g[first - 1].last_table == table ? g[first - 1].rows : 0;
        const bool few_above = g[j - 1].rows - before < kFewRows, few_below = groups_.rows_of(table) - g[j - 1].rows < kFewRows;
        return few_above || few_below ? kSplitCost : 0;
    }

    /// A heading whose text is for the most part on the next page.
    [[nodiscard]] double heading(std::size_t j) const {
        const auto& g = groups_.all;
        return g[j - 1].heading && g[j - 1].below_heading < kFewLines && !g[j].heading ? kHeadingCost : 0;
    }

    /// The furthest that a page from `i` goes; `e` is a guess.
    [[nodiscard]] std::size_t furthest(std::size_t a, std::size_t i, std::size_t e, std::size_t b) const {
        const std::size_t least = i == kNone ? a : i + 1;
        e = std::max(e, least);
        while (e > least && used(a, i, e) > static_cast<double>(room_)) --e;
        while (e < b && used(a, i, e + 1) <= static_cast<double>(room_)) ++e;
        return e;
    }

    std::size_t leave(std::size_t a, std::size_t i, std::size_t e, std::size_t b) {
        e = furthest(a, i, e, b);
        const double before = i == kNone ? 0 : nodes_[i - a].cost;
        const std::size_t least = i == kNone ? a + (fresh_ ? 1 : 0) : i + 1;
        for (std::size_t j = e; j >= least && e - j < kCandidates; --j) {
            const Cost c = cost(a, i, j, b);
            const double total = before + c.faults + c.looseness + (j < b ? page_cost_ : 0);
            if (total < nodes_[j - a].cost) nodes_[j - a] = {total, i};
            if (!look_ahead_ || j == 0) break;
        }
        return e;
    }

    /// Groups [a, b), none of them a barrier.
    void segment(std::size_t a, std::size_t b) {
        nodes_.assign(b - a + 1, {});
        std::size_t e = leave(a, kNone, a, b);
        for (std::size_t i = a; i < b; ++i)
            if (nodes_[i - a].cost < std::numeric_limits<double>::infinity()) e = leave(a, i, e, b);
        const auto before = static_cast<std::ptrdiff_t>(out_.begins.size());
        for (std::size_t j = b; j != kNone; j = nodes_[j - a].from) {
            const Cost c = cost(a, nodes_[j - a].from, j, b);
            out_.cost += c.faults + c.looseness;
            out_.faults += c.faults;
            out_.short_end = out_.short_end || c.short_end;
            if (j == b) continue;
            out_.begins.push_back(groups_.all[j].first);
            ++out_.turns;
        }
        std::reverse(out_.begins.begin() + before, out_.begins.end());
        used_ = static_cast<float>(used(a, nodes_[b - a].from, b));
        first_ = first_ && nodes_[b - a].from == kNone;
        fresh_ = false;
    }

    void turn(const Slice& s) {
        used_ = groups_.repeated(s);
        fresh_ = true;
        first_ = s.kind == Slice::Kind::page_break;
        ++out_.turns;
    }

    /// As `place` does it.
    void barrier(const Group& g) {
        const bool fits = used_ + (fresh_ ? 0 : g.gap) + g.height <= room_ + kSlack;
        if (!fits && !fresh_ && g.height + g.repeated <= room_ + kSlack) turn(flow_.slices[g.first]);
        for (std::size_t i = g.first; i < g.end; ++i) {
            const Slice& s = flow_.slices[i];
            if (s.kind == Slice::Kind::page_break) {
                if (!fresh_) turn(s);
                continue;
            }
            const float height = groups_.height(s);
            if (used_ + (fresh_ ? 0 : groups_.gap(s)) + height > room_ + kSlack && !fresh_) turn(s);
            used_ += (fresh_ ? 0 : groups_.gap(s)) + height;
            fresh_ = false;
        }
    }
};

}  // namespace

PagePlan plan_pages(const Flow& flow, const std::vector<Element>& elements, float room) {
    const Groups loose(flow, elements, room, 100);
    // A row that is higher than a page ends where its lines do, which nothing here knows.
    if (loose.splits_row) return {};
    const Outcome filled = Pager(flow, loose, room).filled();
    if (filled.faults == 0) return {};
    const auto cost_of = [](const Outcome& o) { return o.cost + kPageCost * static_cast<double>(o.turns); };
    PagePlan best;
    double least = cost_of(filled);
    for (int percent = 100; percent >= kTightest; percent -= kStep) {
        const Groups groups = percent == 100 ? loose : Groups(flow, elements, room, percent);
        Outcome o = Pager(flow, groups, room).best(kPageCost);
        if (o.turns > filled.turns) o = Pager(flow, groups, room).best(kPageMoreCost);
        const double cost = cost_of(o) + kTightCost * (100 - percent) / kStep;
        if (cost >= least) continue;
        least = cost;
        best = {percent, std::move(o.begins)};
        // To do without a page that is almost empty is better than to fill it.
        if (o.faults == 0 && !filled.short_end) break;
    }
    return best;
}

void tighten(Flow& flow, int percent) {
    if (percent == 100) return;
    const auto lower = [&flow, percent](Slice& s) {
        s.gap = tightened(s.gap, percent);
        if (s.kind == Slice::Kind::row) s.height -= saved(flow.rows[static_cast<std::size_t>(s.index)], percent);
    };
    for (Slice& s : flow.slices) lower(s);
    for (FlowTable& t : flow.tables) {
        t.head_height = 0;
        for (Slice& s : t.head) {
            lower(s);
            t.head_height += s.height;
        }
    }
    for (FlowRow& r : flow.rows) r.pad = tightened(r.pad, percent);
}

const FlowTable* repeated_table(const Flow& flow, const Slice& s, float room) {
    if (s.kind != Slice::Kind::row) return nullptr;
    const FlowRow& r = flow.rows[static_cast<std::size_t>(s.index)];
    if (r.table < 0 || r.head) return nullptr;
    const FlowTable& t = flow.tables[static_cast<std::size_t>(r.table)];
    return t.head_height < room / 2 ? &t : nullptr;
}

}  // namespace dossier::layout
