/// Reading CSV. Written by hand: places of cells for messages, quotes judged strictly, and encodings recognised, which libraries that
/// read CSV do not give together.

#include "table/table.hpp"
#include "unicode/encodings.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>

namespace dossier::table {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

Location place(const Source& source, std::size_t begin, std::size_t end) {
    return {&source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::optional<std::string> from_windows(const Source& file, Diagnostics& diagnostics) {
    std::string out;
    out.reserve(file.text.size() + file.text.size() / 16);
    for (std::size_t i = 0; i < file.text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(file.text[i]);
        const char32_t c = unicode::windows_1252(byte);
        if (c == 0 && byte != 0) {
            diagnostics.error("csv-encoding", place(file, i, i + 1),
                              say("found the byte {}, which is no character in windows-1252", byte_name(byte)),
                              {say("save the file as \"CSV UTF-8\"")});
            return std::nullopt;
        }
        append_utf8(out, c);
    }
    return out;
}

std::optional<std::string> from_utf16(const Source& file, Diagnostics& diagnostics) {
    const bool big = file.text.starts_with("\xFE\xFF");
    const std::size_t mark = big || file.text.starts_with("\xFF\xFE") ? 2 : 0;
    std::size_t bad = 0;
    auto out = unicode::utf16_in_utf8(std::string_view(file.text).substr(mark), !big, bad);
    if (!out)
        diagnostics.error("csv-encoding", place(file, 0, 0), say("found half a character at byte {} of a file in UTF-16", mark + bad + 1),
                          {say("save the file as \"CSV UTF-8\"")});
    return out;
}

/// The text of `file` in UTF-8, its byte order mark gone; nullopt after an error.
std::optional<std::string> decoded(const Source& file, Encoding encoding, Diagnostics& diagnostics) {
    const std::string_view bytes = file.text;
    if (encoding == Encoding::recognised) {
        if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
            diagnostics.note("csv-encoding", {}, say("{} was read as UTF-16, which its first bytes say it is", file.name));
            encoding = Encoding::utf16;
        } else if (const auto bad = first_invalid_utf8(bytes)) {
            diagnostics.note(
                "csv-encoding", place(file, *bad, *bad + 1),
                say("the file was read as windows-1252: this byte, {}, is not UTF-8", byte_name(static_cast<unsigned char>(bytes[*bad]))),
                {say("if letters with accents come out wrong, save the file as \"CSV UTF-8\" or name its encoding with --codering")});
            encoding = Encoding::windows1252;
        } else {
            encoding = Encoding::utf8;
        }
    }
    switch (encoding) {
        case Encoding::windows1252: return from_windows(file, diagnostics);
        case Encoding::utf16: return from_utf16(file, diagnostics);
        case Encoding::utf8:
        case Encoding::recognised: break;
    }
    if (const auto bad = first_invalid_utf8(bytes)) {
        diagnostics.error("csv-encoding", place(file, *bad, *bad + 1),
                          say("found the byte {}, which is not UTF-8", byte_name(static_cast<unsigned char>(bytes[*bad]))),
                          {say("leave out --codering, or save the file as \"CSV UTF-8\"")});
        return std::nullopt;
    }
    return std::string(bytes.starts_with(kBom) ? bytes.substr(kBom.size()) : bytes);
}

class Reader {
public:
    Reader(Table& table, Diagnostics& diagnostics)
        : table_(table), source_(*table.sources.front()), text_(source_.text), diagnostics_(diagnostics) {}

    bool run() {
        find_delimiter();
        while (good_ && at_ < text_.size()) record();
        names_.report(diagnostics_, Severity::error);
        return good_;
    }

private:
    /// Excel writes and heeds a first line "sep=;".
    void find_delimiter() {
        if (text_.starts_with("sep=") && text_.size() > 5 && (text_[5] == '\r' || text_[5] == '\n')) {
            delimiter_ = text_[4];
            at_ = text_.find('\n') == std::string_view::npos ? text_.size() : text_.find('\n') + 1;
            row_ = 2;
            return;
        }
        std::array<std::size_t, 3> count{};
        constexpr std::string_view kAll = ";,\t";
        bool in_quotes = false;
        for (const char c : text_) {
            if (c == '"') in_quotes = !in_quotes;
            if (in_quotes) continue;
            if (c == '\n') {
                if (count[0] + count[1] + count[2] > 0) break;
                continue;
            }
            if (const std::size_t which = kAll.find(c); which != std::string_view::npos) ++count[which];
        }
        // The first is the one of Dutch Excel: it wins when there is no telling.
        delimiter_ = kAll[static_cast<std::size_t>(std::max_element(count.begin(), count.end()) - count.begin())];
    }

    void error(std::string code, std::size_t begin, std::size_t end, Message message, std::vector<Message> hints) {
        diagnostics_.error(std::move(code), place(source_, begin, end), std::move(message), std::move(hints));
        good_ = false;
    }

    void record() {
        Row row;
        row.number = row_;
        row.location = place(source_, at_, at_);
        const std::size_t before = names_.unwanted_count();
        bool more = true;
        while (good_ && more) {
            if (row.cells.size() == kMostSheetColumns) {
                error("csv-limit", at_, at_, say("found more than {} columns", kMostSheetColumns), {});
                return;
            }
            more = field(row);
        }
        ++row_;
        row.good = names_.unwanted_count() == before;
        while (!row.cells.empty() && row.cells.back().text.empty()) row.cells.pop_back();
        if (row.cells.empty()) return;
        if (table_.rows.size() == kMostSheetRows) {
            error("csv-limit", row.location.begin, row.location.begin, say("found more than {} rows", kMostSheetRows),
                  {say("split the list")});
            return;
        }
        table_.rows.push_back(std::move(row));
    }

    /// Reads one field with what ends it; false at the end of the record.
    bool field(Row& row) {
        const std::size_t begin = at_;
        std::string value;
        if (at_ < text_.size() && text_[at_] == '"') {
            if (!quoted_field(value)) return false;
        } else {
            const std::size_t end = std::min(text_.find_first_of(std::string{delimiter_, '\r', '\n'}, at_), text_.size());
            value = text_.substr(at_, end - at_);
            if (const std::size_t quote = value.find('"'); quote != std::string::npos)
                error("csv-quote", begin + quote, begin + quote + 1, say("found a quote inside a field that does not begin with one"),
                      {say("write the field in quotes, and each quote inside it twice")});
            at_ = end;
        }
        const Location at = place(source_, begin, at_);
        Cell cell{Cell::Kind::text, std::string(trim(names_.value(value, at))), at};
        row.cells.push_back(std::move(cell));
        if (at_ == text_.size()) return false;
        if (text_[at_] == delimiter_) {
            ++at_;
            if (at_ == text_.size()) row.cells.push_back({Cell::Kind::text, "", place(source_, at_, at_)});
            return at_ < text_.size();
        }
        at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
        return false;
    }

    bool quoted_field(std::string& value) {
        const std::size_t open = at_++;
        for (;;) {
            const std::size_t quote = text_.find('"', at_);
            if (quote == std::string_view::npos) {
                error("csv-quote", open, open + 1, say("found a field that begins with a quote and does not end with one"),
                      {say("close the field with a quote")});
                return false;
            }
            value += text_.substr(at_, quote - at_);
            at_ = quote + 1;
            if (at_ == text_.size() || text_[at_] != '"') break;
            value += '"';
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\r' && text_[at_] != '\n') {
            error("csv-quote", at_, at_ + 1, say("found text behind the quote that closes a field"),
                  {say("write each quote inside a field twice")});
            return false;
        }
        return true;
    }

    Table& table_;
    const Source& source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    unicode::Normaliser names_;
    std::size_t at_ = 0, row_ = 1;
    char delimiter_ = ';';
    bool good_ = true;
};

}  // namespace

std::optional<Encoding> encoding_of(std::string_view word) {
    const std::string w = lower(word);
    if (w == "utf-8" || w == "utf8") return Encoding::utf8;
    if (w == "utf-16" || w == "utf16") return Encoding::utf16;
    if (w == "windows-1252" || w == "cp1252") return Encoding::windows1252;
    return std::nullopt;
}

Table read_csv(const Source& file, Encoding encoding, Diagnostics& diagnostics) {
    Table out;
    auto text = decoded(file, encoding, diagnostics);
    if (!text) return out;
    out.sources.push_back(std::make_unique<Source>(Source{file.name, std::move(*text), true, {}}));
    out.good = Reader(out, diagnostics).run();
    return out;
}

}  // namespace dossier::table
