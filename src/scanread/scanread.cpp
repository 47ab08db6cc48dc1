#include "scanread/scanread.hpp"

#include "child/helper.hpp"
#include "scanread/codec.hpp"
#include "scanread/protocol.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace dossier::scanread {
namespace {

using scans::Condition;
using served::Said;

constexpr served::Program kProgram{"dossier-scan", say("scan"), say("what a scan says"), kProtocol};
constexpr Pattern<0> kHint = say("install dossier anew");

/// Of a file that was made to take time, so many pages may; the others are not tried. Of honest files none does.
constexpr std::size_t kMostSlow = 4;

scans::Page only(Condition condition, std::size_t number) {
    scans::Page page;
    page.condition = condition;
    page.number = static_cast<std::uint32_t>(number);
    return page;
}

constexpr std::string_view letter(const char& of) { return {&of, 1}; }

}  // namespace

std::vector<std::filesystem::path> helper_places() { return child::helper_places(kProgram.name); }

Helper::Helper(const scans::Atlas& atlas, std::vector<std::filesystem::path> places)
    : client_(kProgram, std::move(places)), atlas_(encode(atlas)) {}

/// Pages from the one that was asked first; fewer than were asked when reading the next one did not end well.
struct Helper::Pages {
    std::vector<scans::Page> pages;
    std::optional<Condition> next;  ///< of the page that comes then
    Said failure;                   ///< without failure there is none
};

/// Tells a helper of the forms, unless it knows them, and of the file; its answer, which is kCount if all is well.
Said Helper::introduce() {
    constexpr char kForms = tell_forms, kFile = open_file;
    if (!client_.running()) knows_forms_ = false;
    if (!knows_forms_) {
        Said said = client_.ask({letter(kForms), atlas_}, patience);
        if (said.kind == kHeard && !said.with.empty()) return client_.rubbish();
        knows_forms_ = said.kind == kHeard;
        if (!knows_forms_) return said;
    }
    return client_.ask({letter(kFile), file_->text}, patience);
}

/// Asks `question` of a helper that knows forms and file; without one the answer is that to the file. One that the system ended in
/// between, and all that it knew with it, is started once more.
Said Helper::ask(const std::string* question, std::size_t pages) {
    for (bool again = false;; again = true) {
        Said said;
        introduced_ = introduced_ && client_.running();
        if (!introduced_) {
            said = introduce();
            introduced_ = said.kind == kCount;
        }
        if (introduced_ && question != nullptr) said = client_.ask({*question}, patience + patience / 6 * static_cast<int>(pages));
        if (again || !(said.ended || said.kind == kNothing)) return said;
        introduced_ = knows_forms_ = false;
    }
}

void Helper::fail(const Said& said, Diagnostics& diagnostics) {
    broken_ = true;
    // What goes on with a program that says what it should not is not to be trusted.
    client_.stop();
    pages_ = 0;
    const Message failure = said.failure.empty() ? client_.rubbish().failure : said.failure;
    diagnostics.error("scan-helper", {}, say("{}: {}", file_->name, failure), {kHint});
}

Opened Helper::open(const Source& file, Diagnostics& diagnostics) {
    file_ = &file;
    introduced_ = false;
    pages_ = slow_ = 0;
    if (file.text.size() > kMostFile) return {0, Condition::too_much};
    const Said said = ask(nullptr, 0);
    if (said.kind == served::too_much) return {0, Condition::too_much};
    if (said.kind == served::broke_off) return {0, Condition::unreadable};
    const auto count = said.kind == kCount ? decode_count(said.with) : std::nullopt;
    if (!count) {
        fail(said, diagnostics);
        return {};
    }
    if (*count == 0) return {0, Condition::unreadable};
    if (*count > scans::kMostPages) return {0, Condition::too_much};
    pages_ = *count;
    return {pages_, std::nullopt};
}

Helper::Pages Helper::ask_pages(std::size_t first, std::size_t count, const scans::Wanted& wanted) {
    const std::string question =
        static_cast<char>(read_pages) + encode({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(count), wanted});
    const Said said = ask(&question, count);
    const auto next = [](char end) { return end == served::too_much ? Condition::too_much : Condition::unreadable; };
    if (said.kind == served::too_much || said.kind == served::broke_off) return {{}, next(said.kind), {}};
    if (said.kind != kPages) return {{}, {}, said.failure.empty() ? client_.rubbish() : said};
    if (said.with.empty()) return {{}, {}, client_.rubbish()};
    const char end = said.with.front();
    std::string_view rest = std::string_view(said.with).substr(1);
    Pages out;
    while (out.pages.size() < count && rest.size() >= served::kLengthBytes &&
           served::length_of(rest) <= rest.size() - served::kLengthBytes) {
        const std::size_t size = served::length_of(rest);
        auto page = decode_page(rest.substr(served::kLengthBytes, size));
        if (!page || page->number != first + out.pages.size() + 1) return {{}, {}, client_.rubbish()};
        out.pages.push_back(std::move(*page));
        rest.remove_prefix(served::kLengthBytes + size);
    }
    const bool whole = out.pages.size() == count && rest.empty();
    if (end == kWhole ? !whole : end != served::too_much && end != served::broke_off) return {{}, {}, client_.rubbish()};
    if (!whole) out.next = next(end);
    return out;
}

std::vector<scans::Page> Helper::read(std::size_t first, std::size_t count, const scans::Wanted& wanted, Diagnostics& diagnostics) {
    std::vector<scans::Page> out;
    count = first < pages_ ? std::min({count, pages_ - first, kMostBatch}) : 0;
    bool alone = false;
    while (out.size() < count) {
        const std::size_t at = first + out.size();
        if (slow_ >= kMostSlow) {
            out.push_back(only(Condition::too_much, at + 1));
            continue;
        }
        Pages read = ask_pages(at, alone || slow_ > 0 ? 1 : count - out.size(), wanted);
        if (!read.failure.failure.empty()) {
            fail(read.failure, diagnostics);
            return {};
        }
        // A page that ended the reading of others is tried alone, with all the time and memory for itself.
        alone = read.next && !read.pages.empty();
        if (read.next && read.pages.empty()) {
            read.pages.push_back(only(*read.next, at + 1));
            slow_ += *read.next == Condition::too_much ? 1 : 0;
        }
        std::move(read.pages.begin(), read.pages.end(), std::back_inserter(out));
    }
    return out;
}

bool Helper::read_file(const Source& file, const scans::Wanted& wanted, const std::function<void(scans::Page&&)>& page,
                       Diagnostics& diagnostics) {
    const Opened opened = open(file, diagnostics);
    if (opened.pages == 0) {
        if (opened.why) page(only(*opened.why, 0));
        return opened.why.has_value();
    }
    for (std::size_t first = 0; first < opened.pages; first += kMostBatch) {
        std::vector<scans::Page> pages = read(first, kMostBatch, wanted, diagnostics);
        if (pages.empty()) return false;
        for (scans::Page& one : pages) page(std::move(one));
    }
    return true;
}

}  // namespace dossier::scanread
