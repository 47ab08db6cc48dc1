#pragma once
/// Strings of PDF as UTF-8.

#include <cstddef>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace dossier::acroform {

struct Text {
    std::string utf8;
    bool sound = true;  ///< false: it was no text, or had bytes without meaning, which are U+FFFD now
};

/// A text string (ISO 32000-2, 7.9.2.2): PDFDocEncoding, UTF-16 or UTF-8 by its first bytes. Without marks of language, and with
/// "\n" for each end of a line. A number, boolean or name, as clumsy programs write them, is its own text and not sound; null is
/// "". Text in a stream is read up to kMostText.
[[nodiscard]] Text text_of(QPDFObjectHandle object);
/// A name without its slash: UTF-8, or of older programs PDFDocEncoding.
[[nodiscard]] std::string name_text(const std::string& name);

inline constexpr std::size_t kMostText = std::size_t{1} << 20;
/// What the stream holds; nullopt if that is more than `most` bytes, or damaged. Stops there: it inflates no more.
[[nodiscard]] std::optional<std::string> stream_data(QPDFObjectHandle stream, std::size_t most);

/// `object[key]`, null where there is no dictionary: libqpdf would take that for damage.
[[nodiscard]] QPDFObjectHandle entry(QPDFObjectHandle object, const std::string& key);

}  // namespace dossier::acroform
