/// XML in the encodings in which people have it. Every character becomes one character, and the declaration keeps its length, so
/// that lines and columns are those of the file. Written by hand: iconv belongs to the system, which a page in a browser has not, and
/// the places that pugixml tells are those in a copy of its own.

#include "unicode/encodings.hpp"
#include "xml/xml.hpp"

#include <algorithm>

namespace dossier::xml {
namespace {

constexpr char32_t kNone = 0;  ///< the encoding has no character there

enum class Encoding { utf8, latin1, latin9, windows1252, utf16le, utf16be, unknown };

Encoding named(std::string_view name) {
    const std::string n = lower(name);
    const auto is = [&n](std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), n) != names.end(); };
    if (is({"utf-8", "utf8", "us-ascii", "ascii"})) return Encoding::utf8;
    if (is({"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1"})) return Encoding::latin1;
    if (is({"iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9"})) return Encoding::latin9;
    if (is({"windows-1252", "cp1252", "cp-1252"})) return Encoding::windows1252;
    return Encoding::unknown;
}

char32_t character(Encoding encoding, unsigned char byte) {
    if (encoding == Encoding::windows1252) return unicode::windows_1252(byte);
    if (byte >= 0x80 && byte < 0xA0) return kNone;
    if (encoding == Encoding::latin9) {
        switch (byte) {
            case 0xA4: return 0x20AC;
            case 0xA6: return 0x0160;
            case 0xA8: return 0x0161;
            case 0xB4: return 0x017D;
            case 0xB8: return 0x017E;
            case 0xBC: return 0x0152;
            case 0xBD: return 0x0153;
            case 0xBE: return 0x0178;
            default: break;
        }
    }
    return byte;
}

struct Declared {
    std::string_view name;
    std::size_t at = 0;  ///< of the name
};

/// What the XML declaration at `begin` says of the encoding; an empty name if nothing.
Declared declared(std::string_view text, std::size_t begin) {
    const std::string_view head = text.substr(begin, 400);
    if (!head.starts_with("<?xml")) return {};
    const std::string_view declaration = head.substr(0, std::min(head.find("?>"), head.size()));
    const std::size_t key = declaration.find("encoding");
    const std::size_t open = key == std::string_view::npos ? key : declaration.find_first_of("\"'", key);
    const std::size_t close = open == std::string_view::npos ? open : declaration.find(declaration[open], open + 1);
    if (close == std::string_view::npos) return {};
    return {declaration.substr(open + 1, close - open - 1), begin + open + 1};
}

/// `text` says UTF-8 now, in the room of the old name: the quote moves, spaces follow it.
void declare_utf8(std::string& text) {
    const Declared d = declared(text, 0);
    constexpr std::string_view kName = "UTF-8";
    if (d.name.empty() || named(d.name) == Encoding::utf8 || d.name.size() < kName.size()) return;
    const std::string quote(1, text[d.at - 1]);
    const std::size_t room = d.name.size() + 1;
    text.replace(d.at, room, std::string(kName) + quote + std::string(room - kName.size() - 1, ' '));
}

class Converter {
public:
    Converter(const Source& source, Diagnostics& diagnostics) : source_(source), text_(source.text), diagnostics_(diagnostics) {}

    std::optional<std::string> run() {
        if (text_.starts_with("\xFF\xFE") || text_.starts_with(std::string_view("<\0", 2))) return wide(Encoding::utf16le);
        if (text_.starts_with("\xFE\xFF") || text_.starts_with(std::string_view("\0<", 2))) return wide(Encoding::utf16be);
        const bool bom = text_.starts_with("\xEF\xBB\xBF");
        const Declared d = declared(text_, bom ? 3 : 0);
        const Encoding encoding = d.name.empty() ? Encoding::utf8 : named(d.name);
        const auto high = std::find_if(text_.begin(), text_.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        // What the reader knows how to judge, or cannot go wrong.
        if (encoding == Encoding::utf8 || encoding == Encoding::unknown) return std::string(text_);
        if (high != text_.end() && !first_invalid_utf8(text_)) {
            fail("xml-encoding", d.at, d.name.size(), say("found encoding {} in a file whose letters are UTF-8", quoted(d.name)),
                 {say("write encoding=\"UTF-8\"; if the letters look wrong in an editor, save it anew from where it came")});
            return std::nullopt;
        }
        return bytes(encoding, d.name);
    }

private:
    void fail(std::string code, std::size_t at, std::size_t length, Message message, std::vector<Message> hints) {
        diagnostics_.error(std::move(code), {&source_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)},
                           std::move(message), std::move(hints));
    }

    std::optional<std::string> bytes(Encoding encoding, std::string_view name) {
        std::string out;
        out.reserve(text_.size() + text_.size() / 16);
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text_[i]);
            const char32_t c = character(encoding, byte);
            if (byte >= 0x80 && c == kNone) {
                const bool windows = encoding != Encoding::windows1252 && unicode::windows_1252(byte) != kNone;
                fail("xml-encoding", i, 1, say("found the byte {}, which is no character in {}", byte_name(byte), quoted(name)),
                     {windows ? say("it is one in windows-1252: if that is what the file is, write encoding=\"windows-1252\"")
                              : say("save the file as UTF-8")});
                return std::nullopt;
            }
            append_utf8(out, c);
        }
        declare_utf8(out);
        return out;
    }

    std::optional<std::string> wide(Encoding encoding) {
        const bool little = encoding == Encoding::utf16le;
        const std::size_t mark = text_.starts_with(little ? "\xFF\xFE" : "\xFE\xFF") ? 2 : 0;
        std::size_t bad = 0;
        auto out = unicode::utf16_in_utf8(text_.substr(mark), little, bad);
        if (!out)
            fail("xml-encoding", 0, 0, say("found half a character at byte {} of a file in UTF-16", mark + bad + 1),
                 {say("save the file as UTF-8")});
        else declare_utf8(*out);
        return out;
    }

    const Source& source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
};

}  // namespace

std::optional<std::string> xml_in_utf8(const Source& source, Diagnostics& diagnostics) { return Converter(source, diagnostics).run(); }

std::string xml_root(const Source& source) {
    std::string_view rest = source.text;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    for (;;) {
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
        const std::string_view close = rest.starts_with("<!--") ? "-->" : rest.starts_with("<?") ? "?>" : rest.starts_with("<!") ? ">" : "";
        if (close.empty()) break;
        const std::size_t end = rest.find(close);
        if (end == std::string_view::npos) return {};
        rest.remove_prefix(end + close.size());
    }
    if (!rest.starts_with('<')) return {};
    const std::string_view name = rest.substr(1, std::min(rest.find_first_of(" \t\r\n/>", 1), rest.size()) - 1);
    const std::size_t colon = name.find(':');
    return std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

}  // namespace dossier::xml
