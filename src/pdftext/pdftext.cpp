#include "pdftext/pdftext.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <memory>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace dossier::pdftext {
namespace {

constexpr rlim_t kSeconds = 20;
constexpr rlim_t kMemory = rlim_t{2} << 30;  ///< bytes of address space, most of it libraries

/// What the process says first. `text` is followed by the text.
enum Answer : char { damaged = 'd', locked = 'l', empty = 'e', too_many_pages = 'p', too_much_text = 'm', text = 't' };

constexpr double kBlankLine = 1.6;  ///< lines further apart than this many heights have an empty one between them
constexpr double kColumn = 1.5;     ///< words further apart than this many characters stand in columns

/// A word, its box in points from the top left of the page.
struct Word {
    std::string text;
    double left, top, right, bottom;
    [[nodiscard]] double middle() const { return (top + bottom) / 2; }
    [[nodiscard]] double height() const { return bottom - top; }
};

std::vector<Word> words_of(const poppler::page& page) {
    std::vector<Word> out;
    for (const poppler::text_box& box : page.text_list()) {
        const poppler::byte_array utf8 = box.text().to_utf8();
        const poppler::rectf at = box.bbox();
        if (!utf8.empty() && box.rotation() == 0) out.push_back({std::string(utf8.begin(), utf8.end()), at.left(), at.top(), at.right(), at.bottom()});
    }
    return out;
}

/// Words on one line, from left to right.
using Line = std::vector<Word>;

std::vector<Line> lines_of(std::vector<Word> words) {
    std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.middle() < b.middle(); });
    std::vector<Line> lines;
    for (Word& word : words) {
        const bool same = !lines.empty() && word.middle() - lines.back().front().middle() < std::min(word.height(), lines.back().front().height()) / 2;
        if (!same) lines.emplace_back();
        lines.back().push_back(std::move(word));
    }
    for (Line& line : lines) std::stable_sort(line.begin(), line.end(), [](const Word& a, const Word& b) { return a.left < b.left; });
    return lines;
}

double character_width(const Line& line) {
    double width = 0;
    std::size_t count = 0;
    for (const Word& word : line) width += word.right - word.left, count += code_points(word.text);
    return std::max(count == 0 ? 1.0 : width / static_cast<double>(count), 1.0);
}

/// As many spaces as there is room for, at least `least`.
std::string room(double points, double character, int least) {
    return std::string(static_cast<std::size_t>(std::clamp(static_cast<int>(points / character + 0.5), least, 60)), ' ');
}

/// The page as it looks: lines from top to bottom, an empty one where there is room for one, columns by spaces.
std::string text_of(const poppler::page& page) {
    const std::vector<Line> lines = lines_of(words_of(page));
    double margin = 1e9;
    for (const Line& line : lines) margin = std::min(margin, line.front().left);
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (i > 0) {
            const Word& above = lines[i - 1].front();
            if (line.front().middle() - above.middle() > kBlankLine * std::max(line.front().height(), above.height())) out += '\n';
        }
        const double character = character_width(line);
        out += room(line.front().left - margin, character, 0);
        for (std::size_t w = 0; w < line.size(); ++w) {
            const double gap = w == 0 ? 0 : line[w].left - line[w - 1].right;
            if (w > 0) out += gap > kColumn * character ? room(gap, character, 2) : " ";
            out += line[w].text;
        }
        out += '\n';
    }
    return out + '\f';
}

void be_silent(const std::string&, void*) {}

std::string extract(const std::string& bytes) {
    poppler::set_debug_error_function(be_silent, nullptr);
    const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) return {damaged};
    if (document->is_locked()) return {locked};
    if (document->pages() <= 0) return {empty};
    if (document->pages() > kMostPages) return {too_many_pages};
    std::string out{text};
    for (int i = 0; i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        out += page ? text_of(*page) : "\f";
        if (out.size() > kMostText) return {too_much_text};
    }
    return out;
}

/// A file descriptor that closes itself.
class Handle {
public:
    explicit Handle(int fd) : fd_(fd) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() { close(); }
    void close() {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

void bound(int resource, rlim_t most) {
    rlimit limit{};
    if (getrlimit(static_cast<__rlimit_resource>(resource), &limit) != 0) return;
    limit.rlim_cur = std::min(limit.rlim_cur, most);
    (void)setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

[[noreturn]] void be_child(const std::string& bytes, int out) {
    const int null = ::open("/dev/null", O_WRONLY);
    if (null >= 0) (void)::dup2(null, STDERR_FILENO);
    bound(RLIMIT_CPU, kSeconds);
    bound(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__
    bound(RLIMIT_AS, kMemory);
#endif
    try {
        const std::string answer = extract(bytes);
        for (std::size_t at = 0; at < answer.size();) {
            const ssize_t n = ::write(out, answer.data() + at, answer.size() - at);
            if (n <= 0 && errno != EINTR) ::_exit(1);
            if (n > 0) at += static_cast<std::size_t>(n);
        }
    } catch (...) {
        ::_exit(1);
    }
    ::_exit(0);
}

/// What a child process made of the bytes; "" when it did not come to an end.
std::string ask_child(const std::string& bytes) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    Handle in(ends[0]);
    Handle out(ends[1]);
    const pid_t child = ::fork();
    if (child < 0) return {};
    if (child == 0) be_child(bytes, out.get());
    out.close();
    std::string answer;
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t n = ::read(in.get(), buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        answer.append(buffer.data(), static_cast<std::size_t>(n));
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? answer : std::string();
}

bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

}  // namespace

bool is_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }

std::optional<std::string> read_text(const Source& pdf, Diagnostics& diagnostics) {
    const std::string answer = ask_child(pdf.text);
    const auto fail = [&](const char* code, std::string message, std::vector<std::string> hints) -> std::optional<std::string> {
        // The bytes of a PDF make no line to show: the place is the file.
        diagnostics.error(code, {}, pdf.name + ": " + std::move(message), std::move(hints));
        return std::nullopt;
    };
    const std::string own_way = "open it in a PDF reader, save the text, and import that";
    if (answer.empty()) return fail("pdf-unreadable", "reading this PDF took too much time or memory", {own_way});
    switch (answer[0]) {
        case damaged: return fail("pdf-damaged", "this PDF is damaged and cannot be read", {"get the file once more"});
        case locked: return fail("pdf-locked", "this PDF is locked with a password, expected one that opens without", {"save it without password"});
        case empty: return fail("pdf-empty", "this PDF has no pages", {});
        case too_many_pages: return fail("pdf-too-large", "this PDF has more than " + std::to_string(kMostPages) + " pages", {});
        case too_much_text: return fail("pdf-too-large", "this PDF has more than " + std::to_string(kMostText >> 20) + " MiB of text", {});
        default: break;
    }
    std::string out = answer.substr(1);
    if (!has_words(out)) {
        const auto pages = std::count(out.begin(), out.end(), '\f');
        return fail("pdf-no-text", "found no text in " + std::to_string(pages) + (pages == 1 ? " page" : " pages") + ", expected the text of a kwalificatiedossier",
                    {"a scanned document needs text recognition (OCR) first"});
    }
    return out;
}

std::size_t page_of(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\f')) + 1;
}

}  // namespace dossier::pdftext
