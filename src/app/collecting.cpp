#include "app/collecting.hpp"

#include <stdexcept>

namespace dossier::app {
namespace {

scans::Page lost(std::size_t number, scans::Condition condition) {
    scans::Page page;
    page.condition = condition;
    page.number = static_cast<std::uint32_t>(number);
    return page;
}

}  // namespace

Collecting::Collecting(const make::Maker& maker, const model::Dossier& dossier, std::unique_ptr<OldVersion> old, core::CollectWanted wanted,
                       Readers readers, std::size_t files)
    : maker_(maker), dossier_(dossier), old_(std::move(old)), wanted_(std::move(wanted)), readers_(readers), entries_(files) {}

core::Collector& Collecting::next() {
    if (!next_) {
        found_ = {};
        const model::Dossier* old = old_ && old_->imported.dossier ? &*old_->imported.dossier : nullptr;
        next_ = std::make_unique<core::Collector>(maker_, dossier_, old, wanted_, found_);
        next_->expect(entries_.size());
    }
    return *next_;
}

std::size_t Collecting::add_file(std::size_t i, File file, Diagnostics& diagnostics) {
    Entry& entry = entries_.at(i);
    entry = {file.path, "", {}, {}};
    Source source{std::move(file.path), std::move(file.bytes), true, {}};
    if (core::is_pdf(source.text)) {
        entry.form.emplace();
        if (source.text.size() > core::kMostForm) entry.form->condition = filled::Condition::too_much;
        else if (readers_.forms) entry.form = readers_.forms->read(source, diagnostics);
        if (!core::may_be_scan(*entry.form)) return 0;
    }
    entry.identity = papier::file_identity(source.text);
    const std::size_t size = source.text.size();
    const std::size_t pages = readers_.scans && size <= core::kMostScan ? readers_.scans->open(std::move(source.text)) : 0;
    if (pages > 0 && pages <= scans::kMostPages) return pages;
    entry.pages.push_back(lost(0, size > core::kMostScan || pages > 0 ? scans::Condition::too_much : scans::Condition::unreadable));
    return 0;
}

void Collecting::add_page(std::size_t i, std::size_t page) {
    if (!readers_.scans) throw std::invalid_argument("there is no reader of scans");
    entries_.at(i).pages.push_back(readers_.scans->read(page, next().atlas(), {}));
}
void Collecting::lose_page(std::size_t i, std::size_t page) { entries_.at(i).pages.push_back(lost(page + 1, scans::Condition::too_much)); }
void Collecting::lose_file(std::size_t i, std::string name) {
    entries_.at(i) = {std::move(name), "", filled::FilledPdf(), {}};
    entries_[i].form->condition = filled::Condition::too_much;
}

void Collecting::decide(const Source& answers, Diagnostics& diagnostics) {
    papier::read_beslissingen(answers, wanted_.beslissingen, diagnostics);
    next_.reset();  // it knows the answers before these
}

core::Collector& Collecting::results() {
    (void)next();
    collector_ = std::move(next_);
    bool paper = false;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].form) collector_->add(i, entries_[i].name, *entries_[i].form);
        paper = paper || !entries_[i].pages.empty();
    }
    if (paper) (void)collector_->atlas();
    for (std::size_t i = 0; i < entries_.size(); ++i)
        for (const scans::Page& page : entries_[i].pages) collector_->add_page(i, entries_[i].name, entries_[i].identity, page);
    collector_->finish();
    collector_->tell(found_);
    for (const auto& [at, page] : shown_) collector_->add_cutouts(at.first, page);
    return *collector_;
}

const core::Collector& Collecting::shown() const {
    if (!collector_) throw std::invalid_argument("there are no results yet");
    return *collector_;
}

void Collecting::show_page(std::size_t i, std::size_t page, std::optional<File> file) {
    if (!collector_ || !readers_.scans || i >= entries_.size()) throw std::invalid_argument("there are no results of that file yet");
    if (file) (void)readers_.scans->open(std::move(file->bytes));
    scans::Page shown = readers_.scans->read(page, collector_->atlas(), {true});
    collector_->add_cutouts(i, shown);
    shown_[{i, shown.number}] = std::move(shown);
}

}  // namespace dossier::app
