/// What a file is that is no dossier, and what to do with it. Written by hand: libmagic brings 8 MB of signatures for the few that matter.

#include "core/other_kind.hpp"

#include "base/base.hpp"

#include <algorithm>

namespace dossier::core {
namespace {

constexpr std::size_t kLooked = 4096;  ///< bytes at the begin and, of a zip, at the end

constexpr Pattern<0> kWord = say("open it in Word and save it as PDF or as plain text in UTF-8; then \"dossier import\" reads it");
constexpr Pattern<0> kOffice =
    say("open it in LibreOffice or Word and save it as PDF or as plain text in UTF-8; then \"dossier import\" reads it");
constexpr Pattern<0> kSheet = say("a dossier is no table: import the PDF or the XML that SBB publishes");
constexpr Pattern<0> kPage =
    say("save the PDF or the XML that the page links to, or print the page to a PDF; then \"dossier import\" reads it");
constexpr Pattern<0> kZip = say("take the file out of it first");
constexpr Pattern<0> kPicture = say("a picture has no text: import the PDF that SBB publishes");

/// What the names of the files in a zip say; they stand in it as they are, and again at its end.
OtherKind zip(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, kLooked);
    const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), 4 * kLooked));
    const auto has = [&](std::string_view word) {
        return head.find(word) != std::string_view::npos || tail.find(word) != std::string_view::npos;
    };
    if (has("application/vnd.oasis.opendocument.text")) return {say("an OpenDocument text (.odt)"), kOffice};
    if (has("application/vnd.oasis.opendocument.spreadsheet")) return {say("an OpenDocument spreadsheet (.ods)"), kSheet};
    if (has("[Content_Types].xml")) {
        if (has("word/")) return {say("a Word document (.docx)"), kWord};
        if (has("xl/")) return {say("an Excel workbook (.xlsx)"), kSheet};
        if (has("ppt/")) return {say("a PowerPoint presentation (.pptx)"), kOffice};
    }
    return {say("a zip file"), kZip};
}

/// The old formats of Microsoft name their main stream in UTF-16.
OtherKind compound(std::string_view bytes) {
    const auto has = [&](std::string_view word) {
        std::string wide;
        for (const char c : word) wide += {c, '\0'};
        return bytes.find(wide) != std::string_view::npos;
    };
    if (has("WordDocument")) return {say("a Word document (.doc)"), kWord};
    if (has("Workbook")) return {say("an Excel workbook (.xls)"), kSheet};
    return {say("a file of an old Microsoft Office"), kOffice};
}

bool is_html_page(std::string_view bytes) {
    std::string head = lower(bytes.substr(0, kLooked));
    if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
    std::string_view rest = trim(head);
    for (;;) {  // comments and an XML declaration may come first
        const std::string_view close = rest.starts_with("<!--") ? "-->" : rest.starts_with("<?") ? "?>" : "";
        const std::size_t end = close.empty() ? std::string_view::npos : rest.find(close);
        if (end == std::string_view::npos) break;
        rest = trim(rest.substr(end + close.size()));
    }
    if (!rest.starts_with("<!doctype html") && !rest.starts_with("<html")) return false;
    return rest.size() > 5 && rest.find('>') != std::string_view::npos;
}

}  // namespace

std::optional<OtherKind> other_kind(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return zip(bytes);
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return compound(bytes);
    if (bytes.starts_with("{\\rtf")) return OtherKind{say("an RTF document"), kWord};
    if (bytes.starts_with("\x89PNG\r\n") || bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("GIF8") || bytes.starts_with("II*") ||
        bytes.starts_with(std::string_view("MM\0*", 4)))
        return OtherKind{say("a picture"), kPicture};
    if (bytes.starts_with("\x1F\x8B") || bytes.starts_with("7z\xBC\xAF\x27\x1C") || bytes.starts_with("Rar!\x1A"))
        return OtherKind{say("a compressed file"), kZip};
    if (is_html_page(bytes)) return OtherKind{say("a web page (HTML)"), kPage};
    return std::nullopt;
}

}  // namespace dossier::core
