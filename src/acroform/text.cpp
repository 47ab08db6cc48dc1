#include "acroform/text.hpp"

#include "base/base.hpp"
#include "unicode/encodings.hpp"

#include <algorithm>
#include <qpdf/Pipeline.hh>
#include <qpdf/QUtil.hh>
#include <stdexcept>
#include <string_view>

namespace dossier::acroform {
namespace {

constexpr std::string_view kLost = "\xef\xbf\xbd";  // U+FFFD

/// Keeps what is written to it, and breaks off when that is too much: a small stream can inflate to any size.
class Bounded : public Pipeline {
public:
    explicit Bounded(std::size_t most) : Pipeline("bounded", nullptr), most_(most) {}
    void write(const unsigned char* data, std::size_t length) override {
        if (length > most_ - data_.size()) {
            full_ = true;
            throw std::runtime_error("more than was asked for");
        }
        data_.append(reinterpret_cast<const char*>(data), length);
    }
    void finish() override {}
    [[nodiscard]] bool full() const { return full_; }
    [[nodiscard]] std::string take() { return std::move(data_); }

private:
    std::size_t most_;
    std::string data_;
    bool full_ = false;
};

std::string well_formed(const std::string& text) {
    if (!first_invalid_utf8(text)) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) append_utf8(out, decode_utf8(text, at));
    return out;
}

/// Of libqpdf half a character would vanish.
std::string decoded_utf16(std::string_view bytes, bool little_endian) {
    std::string out;
    while (!bytes.empty()) {
        std::size_t bad = bytes.size();
        if (const auto all = unicode::utf16_in_utf8(bytes, little_endian, bad)) return out + *all;
        (out += unicode::utf16_in_utf8(bytes.substr(0, bad), little_endian, bad).value_or("")) += kLost;
        bytes.remove_prefix(std::min(bad + 2, bytes.size()));
    }
    return out;
}

std::string decoded(const std::string& bytes) {
    if (QUtil::is_utf16(bytes)) return decoded_utf16(std::string_view(bytes).substr(2), bytes[0] == '\xff');
    if (QUtil::is_explicit_utf8(bytes)) return bytes.substr(3);
    return QUtil::pdf_doc_to_utf8(bytes);
}

/// The escape that says which language follows: ESC, two letters or five ("nl-NL" without the hyphen is four), ESC.
std::string without_language(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t end = text[at] == '\x1b' ? text.find('\x1b', at + 1) : std::string::npos;
        if (end != std::string::npos && end - at <= 7) at = end;
        else out += text[at];
    }
    return out;
}

std::string with_line_feeds(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r') out += text[at];
        else if (at + 1 == text.size() || text[at + 1] != '\n') out += '\n';
    }
    return out;
}

Text text_of_bytes(const std::string& bytes) {
    Text out{with_line_feeds(without_language(well_formed(decoded(bytes)))), true};
    out.sound = out.utf8.find(kLost) == std::string::npos;
    return out;
}

}  // namespace

std::optional<std::string> stream_data(QPDFObjectHandle stream, std::size_t most) {
    Bounded data(most);
    try {
        bool filtered = false;
        const bool done = stream.pipeStreamData(&data, &filtered, 0, qpdf_dl_generalized, true, false);
        if (!done || data.full() || !filtered) return std::nullopt;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        return std::nullopt;
    }
    return data.take();
}

Text text_of(QPDFObjectHandle object) {
    if (object.isNull()) return {};
    if (object.isString()) return text_of_bytes(object.getStringValue());
    if (object.isStream()) {
        const auto data = stream_data(object, kMostText);
        return data ? text_of_bytes(*data) : Text{"", false};
    }
    if (object.isName()) return {name_text(object.getName()), false};
    if (object.isInteger() || object.isReal() || object.isBool()) return {well_formed(object.unparseResolved()), false};
    return {"", false};
}

std::string name_text(const std::string& name) {
    const std::string bytes = name.substr(name.starts_with('/') ? 1 : 0);
    return first_invalid_utf8(bytes) ? QUtil::pdf_doc_to_utf8(bytes) : bytes;
}

QPDFObjectHandle entry(QPDFObjectHandle object, const std::string& key) {
    return object.isDictionary() ? object.getKey(key) : QPDFObjectHandle::newNull();
}

}  // namespace dossier::acroform
