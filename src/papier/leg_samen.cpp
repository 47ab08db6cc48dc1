#include "layout/page_code.hpp"
#include "papier/papier.hpp"
#include "papier/velden.hpp"

#include <algorithm>
#include <set>

namespace dossier::papier {
namespace {

using filled::PaperProblem;
using layout::PageCode;

/// A page that says which it is.
struct Eigen {
    std::size_t blad = 0;
    PageCode code;
};

/// Pages of one form that follow each other upwards: what falls out of one person's hands.
using Reeks = std::vector<Eigen>;

std::vector<Reeks> reeksen(const std::vector<Eigen>& bladen) {
    std::vector<Reeks> out;
    for (const Eigen& b : bladen) {
        if (out.empty() || b.code.page <= out.back().back().code.page) out.emplace_back();
        out.back().push_back(b);
    }
    return out;
}

/// How many pages a form has, by the maps.
std::size_t pages_of(const std::string& form, const scans::Atlas& atlas) {
    std::size_t count = 0;
    const std::string begin = form + ':';
    for (auto at = atlas.lower_bound(begin); at != atlas.end() && at->first.starts_with(begin); ++at) ++count;
    return count;
}

class Leger {
public:
    Leger(const std::vector<Blad>& bladen, const Kader& kader) : bladen_(bladen), kader_(kader) {
        if (kader.klas)
            for (std::size_t i = 0; i < kader.klas->kandidaten.size(); ++i)
                wie_[klassenlijst::sleutel(kader.klas->kandidaten[i])].push_back(i);
    }

    Gelegd run() {
        std::map<std::pair<std::string, std::string>, std::vector<Eigen>> op_naam;      // form and key
        std::map<std::pair<std::string, std::size_t>, std::vector<Eigen>> zonder_naam;  // form and pile
        std::size_t pile = 0;
        for (std::size_t i = 0; i < bladen_.size(); ++i) {
            const Blad& b = bladen_[i];
            // Pictures of one page each lie in one pile, as their names have them.
            if (i > 0 && b.file != bladen_[i - 1].file && (alone(i) != alone(i - 1) || !alone(i))) ++pile;
            if (b.page.condition == scans::Condition::blank) {
                ++out_.leeg;
                continue;
            }
            const auto code = layout::parse_page_code(b.page.code);
            if (b.page.condition != scans::Condition::read || !code) {
                stray(i);
                continue;
            }
            if (code->key.empty()) zonder_naam[{code->form, pile}].push_back({i, *code});
            else op_naam[{code->form, code->key}].push_back({i, *code});
        }
        for (const auto& [which, own] : op_naam) put(own, which.first, which.second);
        for (const auto& [which, own] : zonder_naam) put(own, which.first, "");
        std::stable_sort(out_.formulieren.begin(), out_.formulieren.end(),
                         [](const Formulier& a, const Formulier& b) { return first(a) < first(b); });
        return std::move(out_);
    }

private:
    const std::vector<Blad>& bladen_;
    const Kader& kader_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> wie_;  ///< candidates by key
    Gelegd out_;

    static std::size_t first(const Formulier& f) { return *std::min_element(f.bladen.begin(), f.bladen.end()); }

    /// Whether a page is the only one of its file.
    [[nodiscard]] bool alone(std::size_t i) const {
        const bool before = i > 0 && bladen_[i - 1].file == bladen_[i].file;
        const bool behind = i + 1 < bladen_.size() && bladen_[i + 1].file == bladen_[i].file;
        return !before && !behind;
    }

    void stray(std::size_t i) {
        using Of = scans::Condition;
        using To = PaperProblem::Kind;
        static const std::map<Of, To> kKinds{{Of::no_code, To::no_code},           {Of::foreign_code, To::foreign_code},
                                             {Of::unknown_form, To::unknown_form}, {Of::other_places, To::other_places},
                                             {Of::not_placed, To::not_placed},     {Of::unreadable, To::unreadable},
                                             {Of::too_much, To::too_much}};
        const Blad& b = bladen_[i];
        const auto kind = kKinds.find(b.page.condition);
        Formulier f;
        f.form.condition = filled::Condition::stray_page;
        f.form.pages = 1;
        f.form.paper = filled::Paper{{{b.bestand, b.page.number}}, {{kind == kKinds.end() ? To::no_code : kind->second, b.page.number}}};
        f.bestand = b.bestand;
        f.bladen = {i};
        if (const auto code = layout::parse_page_code(b.page.code)) {
            // Which form it says to be helps to find the paper.
            f.form.fields.push_back(text_field("document", std::string(code->document())));
            f.form.fields.push_back(text_field("kenmerk", lower(code->kenmerk())));
        }
        out_.formulieren.push_back(std::move(f));
    }

    /// All pages that may be of one form: more than one when each copy is whole by itself.
    void put(const std::vector<Eigen>& own, const std::string& form, const std::string& key) {
        const std::size_t pages = pages_of(form, kader_.atlas);
        const std::vector<Reeks> runs = reeksen(own);
        std::set<std::size_t> numbers;
        for (const Eigen& e : own) numbers.insert(e.code.page);
        const bool each_once = numbers.size() == own.size();
        const bool each_whole = std::all_of(runs.begin(), runs.end(), [&](const Reeks& r) { return r.size() == pages; });
        // Without a key two copies that are mixed up cannot be told apart; with one all is about the same person.
        if (each_once || (!each_whole && !key.empty())) one(own, form, key, pages, false);
        else
            for (const Reeks& run : runs) one(run, form, key, pages, !each_whole);
    }

    void one(const std::vector<Eigen>& own, const std::string& form, const std::string& key, std::size_t pages, bool unsure) {
        Formulier f;
        filled::Paper paper;
        if (unsure) paper.problems.push_back({PaperProblem::Kind::order_unsure, 0});
        const Kandidaat* wie = person(key, paper);
        Velden velden(kader_, wie);
        for (std::size_t page = 1; page <= pages; ++page) {
            std::size_t found = 0;
            for (const Eigen& e : own) {
                if (e.code.page != page) continue;
                ++found;
                velden.add(bladen_[e.blad]);
                f.bladen.push_back(e.blad);
                paper.pages.push_back({bladen_[e.blad].bestand, bladen_[e.blad].page.number});
            }
            if (found == 0) {
                paper.problems.push_back({PaperProblem::Kind::missing, page});
                PageCode code{form, page, "", ""};
                velden.add_missing(layout::page_code_text(code));
            } else if (found > 1) {
                paper.problems.push_back({PaperProblem::Kind::twice, page});
            }
        }
        f.form = identity(form);
        for (filled::Field& field : velden.take()) f.form.fields.push_back(std::move(field));
        f.form.pages = static_cast<std::uint32_t>(f.bladen.size());
        f.bestand = bladen_[f.bladen.front()].bestand;
        f.form.paper = std::move(paper);
        out_.formulieren.push_back(std::move(f));
    }

    [[nodiscard]] filled::FilledPdf identity(const std::string& form) const {
        filled::FilledPdf out;
        out.condition = filled::Condition::form;
        const auto soort = kader_.soorten.find(form);
        if (soort == kader_.soorten.end()) return out;
        const Soort& s = soort->second;
        out.fields = {text_field("document", s.id), text_field("kenmerk", s.kenmerk), text_field("dossier", s.dossier),
                      text_field("versie", s.versie)};
        return out;
    }

    [[nodiscard]] const Kandidaat* person(const std::string& key, filled::Paper& paper) const {
        if (key.empty()) return nullptr;
        if (!kader_.klas) {
            paper.problems.push_back({PaperProblem::Kind::nobody, 0});
            return nullptr;
        }
        const auto found = wie_.find(key);
        if (found == wie_.end() || found->second.size() > 1) {
            paper.problems.push_back({found == wie_.end() ? PaperProblem::Kind::not_on_list : PaperProblem::Kind::more_than_one, 0});
            return nullptr;
        }
        return &kader_.klas->kandidaten[found->second.front()];
    }
};

}  // namespace

Gelegd leg_samen(const std::vector<Blad>& bladen, const Kader& kader) { return Leger(bladen, kader).run(); }

}  // namespace dossier::papier
