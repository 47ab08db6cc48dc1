/// A dossier as YAML. Written by hand: yaml-cpp's emitter has a layout of its own, and this has to be that of fmt to the byte.

#include "yaml/yaml.hpp"

#include "base/ascii.hpp"
#include "model/fields.hpp"
#include "yaml/format_keys.hpp"

#include <algorithm>
#include <array>

namespace dossier::yaml {
namespace {

constexpr std::size_t kWidth = 110;
constexpr std::size_t kNarrowest = 40;  ///< long text keeps this width, however deep it is

/// Words and numbers that some YAML reader takes for something other than text.
bool looks_like_other_type(std::string_view s) {
    constexpr std::array<std::string_view, 13> kWords{"~",   "null", "true", "false", "yes",  "no", "on",
                                                      "off", "y",    "n",    ".nan",  ".inf", "<<"};
    const std::string folded = lower(s);
    if (std::find(kWords.begin(), kWords.end(), folded) != kWords.end()) return true;
    const std::size_t first = s[0] == '+' || s[0] == '-' || s[0] == '.' ? 1 : 0;
    if (first >= s.size() || (!is_digit(s[first]) && s[first] != '.')) return false;
    return s.find_first_not_of("0123456789abcdefABCDEFoxXT:.,_+- ") == std::string_view::npos;
}

/// Whether `s` reads back as itself without quotes, in any YAML version. A date, and points without leading zero, also do as one.
bool safe_plain(std::string_view s, model::Vorm vorm) {
    if (s.empty() || s.front() == ' ' || s.back() == ' ' || s.back() == ':') return false;
    if (std::string_view("-?:,[]{}#&*!|>'\"%@`").find(s.front()) != std::string_view::npos) return false;
    if (s.find(": ") != std::string_view::npos || s.find(" #") != std::string_view::npos) return false;
    if (s.starts_with("---") || s.starts_with("...")) return false;
    for (std::size_t at = 0; at < s.size();) {
        const char32_t c = decode_utf8(s, at);
        if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff) return false;
    }
    return vorm == model::Vorm::datum || vorm == model::Vorm::punten || !looks_like_other_type(s);
}

void append_quoted(std::string& out, std::string_view s) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    out += '"';
    for (std::size_t at = 0; at < s.size();) {
        const char32_t c = decode_utf8(s, at);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
            out += "\\u";
            for (int shift = 12; shift >= 0; shift -= 4) out += kHex[c >> shift & 15];
        } else {
            append_utf8(out, c);
        }
    }
    out += '"';
}

/// Lists whose items may be long: a blank line comes after one that is.
class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}

    template <class T> void required(std::string_view name, const T& field, const model::Veld& veld) {
        if (model::absent(field)) return;
        if constexpr (model::Record<T>) {
            if (depth_ == 0) out_ += '\n';
            key(name);
            out_ += '\n';
            nested(field, 2);
        } else {
            key(name);
            scalar(field, veld.vorm);
        }
    }
    template <class T> void optional(std::string_view name, const T& field, const model::Veld& veld) { required(name, field, veld); }
    template <class T> void list(std::string_view name, std::string_view, const std::vector<T>& items, const model::Veld& veld) {
        if (items.empty()) return;
        if (depth_ == 0) out_ += '\n';
        key(name);
        out_ += '\n';
        std::size_t begin = out_.size();  // of the item before
        for (const T& item : items) {
            if constexpr (model::Record<T>) {
                if (parted(name) && std::count(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(), '\n') > kShortItem)
                    out_ += '\n';
                begin = out_.size();
                out_.append(indent_ + 2, ' ');
                out_ += "- ";
                started_ = true;
                nested(item, 4);
            } else {
                out_.append(indent_ + 2, ' ');
                out_ += '-';
                scalar(item, veld.vorm);
            }
        }
    }

private:
    /// The first key of a list item stands behind its dash.
    void key(std::string_view name) {
        if (!started_) out_.append(indent_, ' ');
        started_ = false;
        out_ += name;
        out_ += ':';
    }
    template <class T> void nested(const T& record, std::size_t by) {
        indent_ += by;
        ++depth_;
        T::fields(*this, record);
        --depth_;
        indent_ -= by;
    }
    void scalar(const model::Text& text, model::Vorm vorm) {
        out_ += ' ';
        if (safe_plain(text.value, vorm)) out_ += text.value;
        else append_quoted(out_, text.value);
        out_ += '\n';
    }
    void scalar(const model::Getal& number, model::Vorm) { out_ += ' ' + std::to_string(number.value) + '\n'; }
    void scalar(const model::Tekst& tekst, model::Vorm) {
        const std::size_t indent = indent_ + 2;
        const std::string text = model::write_tekst(tekst, std::max(kWidth - std::min(kWidth, indent), kNarrowest));
        out_ += " |\n";
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            if (end > at) out_.append(indent, ' ').append(text, at, end - at);
            out_ += '\n';
            at = end + 1;
        }
    }

    std::string& out_;
    std::size_t indent_ = 0;
    std::size_t depth_ = 0;
    bool started_ = false;
};

}  // namespace

std::string write_yaml(const model::Dossier& dossier) {
    std::string out = "# yaml-language-server: $schema=output/schema/dossier.schema.json\n";
    Writer writer(out);
    model::Dossier::fields(writer, dossier);
    return out;
}

}  // namespace dossier::yaml
