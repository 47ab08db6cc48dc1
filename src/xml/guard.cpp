/// Looks over XML before pugixml does. Written by hand: pugixml takes much that is no XML (two roots, an
/// attribute twice) and gives no more than an offset for the rest; a second parser for this alone would have to agree with it on each byte.

#include "xml/guard.hpp"

#include "base/ascii.hpp"
#include "xml/document.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace dossier::xml {
namespace {

bool is_name_start(char c) { return is_letter(c) || c == '_' || c == ':' || is_high_byte(c); }
bool is_name(char c) { return is_name_start(c) || is_digit(c) || c == '-' || c == '.'; }
bool is_xml_char(unsigned long c) {
    return c == 9 || c == 10 || c == 13 || (c >= 0x20 && c < 0xd800) || (c >= 0xe000 && c < 0xfffe) || (c >= 0x10000 && c <= 0x10ffff);
}

class Guard {
public:
    Guard(const Source& source, std::size_t begin, Diagnostics& diagnostics)
        : source_(source), text_(source.text), at_(begin), begin_(begin), diagnostics_(diagnostics) {}

    bool run() {
        if (!characters()) return false;
        while (at_ < text_.size()) {
            const bool good = text_[at_] == '<' ? markup() : chars();
            if (!good) return false;
        }
        if (!open_.empty())
            return fail("xml-not-closed", open_.back().data() - text_.data(), open_.back().size(),
                        say("element {} is not closed", quoted(open_.back())));
        if (elements_ == 0) return fail("xml-no-root", text_.size(), 0, say("found no element, expected an XML document"));
        return true;
    }

private:
    template <class At> bool fail(std::string code, At at, std::size_t length, Message message, std::vector<Message> hints = {}) {
        // What is missing may be missing at the very end of the file.
        const std::size_t begin = std::min(static_cast<std::size_t>(at), source_.text.size());
        const std::size_t end = std::min(begin + length, source_.text.size());
        diagnostics_.error(std::move(code), {&source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                           std::move(message), std::move(hints));
        return false;
    }
    bool expected(Pattern<0> what) {
        const Message found = at_ < text_.size() ? Message::as_is(quoted(text_.substr(at_, 1))) : Message(say("the end of the file"));
        return fail("xml-syntax", at_, at_ < text_.size() ? 1 : 0, say("expected {}, found {}", what, found));
    }

    bool characters() {
        for (std::size_t i = at_; i < text_.size(); ++i) {
            const auto c = static_cast<unsigned char>(text_[i]);
            if ((c < 0x20 && !is_space(text_[i])) ||
                (c == 0xef && (text_.substr(i, 3) == "\xEF\xBF\xBE" || text_.substr(i, 3) == "\xEF\xBF\xBF")))
                return fail("xml-character", i, 1, say("found a character that XML does not allow"), {say("remove it")});
        }
        return true;
    }

    bool skip_to(std::string_view end, Pattern<0> what) {
        const std::size_t from = at_;
        const std::size_t found = text_.find(end, at_);
        if (found == std::string_view::npos)
            return fail("xml-not-closed", from, 1, say("{} is not closed, expected {}", what, quoted(end)));
        at_ = found + end.size();
        return true;
    }

    bool markup() {
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("<!--")) {
            at_ += 4;
            return skip_to("-->", say("comment"));
        }
        if (rest.starts_with("<![CDATA[") && !open_.empty()) {
            at_ += 9;
            return skip_to("]]>", say("CDATA"));
        }
        if (rest.starts_with("<!DOCTYPE"))
            return fail("xml-doctype", at_, 9, say("found a DOCTYPE, expected a document without one"),
                        {say("remove it; entities are not read")});
        if (rest.starts_with("<?")) return instruction(rest);
        if (rest.starts_with("</")) return end_tag();
        return start_tag();
    }

    bool instruction(std::string_view rest) {
        if (!rest.starts_with("<?xml") || rest.size() < 6 || !is_space(rest[5]))
            return fail("xml-instruction", at_, 2, say("found a processing instruction, expected a document without one"),
                        {say("remove it")});
        if (at_ != begin_)
            return fail("xml-instruction", at_, 5, say("found an XML declaration here, expected it at the begin of the file"));
        const std::size_t end = rest.find("?>");
        if (end == std::string_view::npos) return fail("xml-not-closed", at_, 5, say("XML declaration is not closed, expected \"?>\""));
        const std::string_view declaration = rest.substr(0, end);
        if (const std::size_t found = declaration.find("encoding"); found != std::string_view::npos) {
            const std::size_t open = declaration.find_first_of("\"'", found);
            const std::size_t close = open == std::string_view::npos ? open : declaration.find(declaration[open], open + 1);
            if (close == std::string_view::npos) return fail("xml-syntax", at_ + found, 8, say("encoding has no value"));
            const std::string_view name = declaration.substr(open + 1, close - open - 1);
            if (lower(name) != "utf-8" && lower(name) != "utf8" && lower(name) != "us-ascii")
                return fail("xml-encoding", at_ + open + 1, name.size(), say("found encoding {}, expected UTF-8", quoted(name)),
                            {say("save the file as UTF-8")});
        }
        at_ += end + 2;
        return true;
    }

    std::string_view name() {
        const std::size_t from = at_;
        if (at_ < text_.size() && is_name_start(text_[at_]))
            while (at_ < text_.size() && is_name(text_[at_])) ++at_;
        return text_.substr(from, at_ - from);
    }
    bool space() {
        const std::size_t from = at_;
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
        return at_ > from;
    }

    bool end_tag() {
        const std::size_t from = at_;
        at_ += 2;
        const std::string_view closed = name();
        space();
        if (at_ >= text_.size() || text_[at_] != '>') return expected(say("\">\""));
        ++at_;
        if (open_.empty()) return fail("xml-syntax", from + 2, closed.size(), say("found the end of {}, expected no more", quoted(closed)));
        if (closed != open_.back())
            return fail("xml-syntax", from + 2, closed.size(),
                        say("found the end of {}, expected the end of {}", quoted(closed), quoted(open_.back())));
        open_.pop_back();
        return true;
    }

    bool start_tag() {
        const std::size_t from = at_++;
        const std::string_view element = name();
        if (element.empty()) return expected(say("the name of an element"));
        if (open_.empty() && elements_ > 0)
            return fail("xml-two-roots", from + 1, element.size(), say("found a second root element {}", quoted(element)));
        if (++elements_ > kMostXmlElements)
            return fail("xml-too-large", from + 1, element.size(), say("found more than {} elements", kMostXmlElements));
        attributes_.clear();
        for (;;) {
            const bool gap = space();
            if (at_ >= text_.size()) return expected(say("\">\""));
            if (text_[at_] == '>') {
                ++at_;
                open_.push_back(element);
                return open_.size() <= kDeepestXml ||
                       fail("xml-too-deep", from + 1, element.size(), say("elements are nested deeper than {}", kDeepestXml));
            }
            if (text_.substr(at_, 2) == "/>") {
                at_ += 2;
                return true;
            }
            if (!gap) return expected(say("\">\""));
            if (!attribute()) return false;
        }
    }

    bool attribute() {
        const std::size_t from = at_;
        const std::string_view key = name();
        if (key.empty()) return expected(say("the name of an attribute"));
        if (std::find(attributes_.begin(), attributes_.end(), key) != attributes_.end())
            return fail("xml-duplicate", from, key.size(), say("attribute {} is there twice", quoted(key)));
        attributes_.push_back(key);
        if (attributes_.size() > kMostXmlAttributes)
            return fail("xml-too-large", from, key.size(), say("found more than {} attributes", kMostXmlAttributes));
        space();
        if (at_ >= text_.size() || text_[at_] != '=') return expected(say("\"=\""));
        ++at_;
        space();
        if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) return expected(say("a quote"));
        const std::size_t end = text_.find(text_[at_], at_ + 1);
        if (end == std::string_view::npos) return fail("xml-not-closed", at_, 1, say("quote is not closed"));
        if (const std::size_t less = text_.find('<', at_); less < end)
            return fail("xml-syntax", less, 1, say("found \"<\" in an attribute, expected \"&lt;\""));
        const bool good = references(at_, end);
        at_ = end + 1;
        return good;
    }

    /// Character data up to the next markup.
    bool chars() {
        const std::size_t end = std::min(text_.find('<', at_), text_.size());
        const std::size_t from = at_;
        at_ = end;
        if (!open_.empty()) return references(from, end);
        for (std::size_t i = from; i < end; ++i)
            if (!is_space(text_[i]))
                return fail("xml-text-outside", i, trim(text_.substr(i, end - i)).size(), say("found text outside the root element"));
        return true;
    }

    bool references(std::size_t from, std::size_t end) {
        const std::string_view part = text_.substr(0, end);  // no look at the rest of the file for each attribute
        for (std::size_t i = part.find('&', from); i != std::string_view::npos; i = part.find('&', i + 1)) {
            const std::size_t semicolon = part.find(';', i);
            if (semicolon == std::string_view::npos || semicolon - i > 12)
                return fail("xml-reference", i, 1, say("found \"&\" by itself, expected a reference"),
                            {say("write &amp; for the character")});
            const std::string_view body = text_.substr(i + 1, semicolon - i - 1);
            if (!is_reference(body))
                return fail("xml-reference", i, semicolon + 1 - i, say("unknown reference {}", quoted(text_.substr(i, semicolon + 1 - i))),
                            {say("write the character itself")});
        }
        return true;
    }
    static bool is_reference(std::string_view body) {
        if (body == "amp" || body == "lt" || body == "gt" || body == "quot" || body == "apos") return true;
        if (!body.starts_with('#') || body.size() < 2) return false;
        const bool hexadecimal = body[1] == 'x';
        const std::string_view digits = body.substr(hexadecimal ? 2 : 1);
        unsigned long c = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), c, hexadecimal ? 16 : 10);
        return error == std::errc{} && end == digits.data() + digits.size() && is_xml_char(c);
    }

    const Source& source_;
    std::string_view text_;
    std::size_t at_;
    std::size_t begin_;
    Diagnostics& diagnostics_;
    std::vector<std::string_view> open_;
    std::vector<std::string_view> attributes_;
    std::size_t elements_ = 0;
};

}  // namespace

bool guard_xml(const Source& source, std::size_t begin, Diagnostics& diagnostics) { return Guard(source, begin, diagnostics).run(); }

}  // namespace dossier::xml
