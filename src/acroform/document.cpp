#include "acroform/document.hpp"

#include "acroform/acroform.hpp"
#include "acroform/text.hpp"

#include <algorithm>
#include <new>
#include <qpdf/QPDFExc.hh>

namespace dossier::acroform {
namespace {

using filled::Condition;

constexpr std::size_t kHeaderWithin = 1024;  ///< bytes; where readers look for it
constexpr std::size_t kLongestDamage = 160;
constexpr const char* kSenseless = "its structure makes no sense";

/// What libqpdf found, short and in ASCII: parts of it come from the file.
std::string damage_text(const QPDFExc& found) {
    std::string out = found.getFilePosition() > 0 ? "at byte " + std::to_string(found.getFilePosition()) + ": " : "";
    for (const char c : found.getMessageDetail().substr(0, kLongestDamage)) out += c >= ' ' && c < '\x7f' ? c : '?';
    return out;
}

Condition condition_of(const QPDFExc& error) {
    // What it does not support is how a file is locked: with the key of a person, or in a way of some shop.
    return error.getErrorCode() == qpdf_e_password || error.getErrorCode() == qpdf_e_unsupported ? Condition::locked
                                                                                                 : Condition::unreadable;
}

/// A form of which nothing is left but what was wrong.
filled::FilledPdf only(Condition condition, std::string damage = {}) {
    filled::FilledPdf form;
    form.condition = condition;
    form.damage = std::move(damage);
    return form;
}

void read_opened(Document& document) {
    filled::FilledPdf& form = document.form;
    form.encrypted = document.pdf->isEncrypted();
    read_fields(document);
    read_metadata(document);
    form.condition = form.fields.empty() ? Condition::no_fields : Condition::form;
    if (!document.pdf->anyWarnings()) return;
    form.condition = Condition::damaged;
    form.damage = damage_text(document.pdf->getWarnings().front());
}

}  // namespace

Document read_document(std::string_view bytes) {
    Document document;
    if (bytes.substr(0, kHeaderWithin).find("%PDF-") == std::string_view::npos) {
        document.form.condition = Condition::not_pdf;
        return document;
    }
    const auto fail = [&](Condition condition, std::string damage) {
        document.signatures.clear();
        document.form = only(condition, condition == Condition::unreadable ? std::move(damage) : "");
    };
    try {
        document.pdf = std::make_unique<QPDF>();
        document.pdf->setSuppressWarnings(true);
        document.pdf->processMemoryFile("form", bytes.data(), bytes.size());
        if (!document.pdf->getTrailer().getKey("/Root").isDictionary()) fail(Condition::unreadable, "it has no catalog");
        else read_opened(document);
    } catch (const QPDFExc& error) {
        fail(condition_of(error), damage_text(error));
    } catch (const TooMuch&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        // Of numbers that do not fit, and of objects that are not what libqpdf takes them for.
        fail(Condition::unreadable, kSenseless);
    }
    return document;
}

void read_form(std::string_view bytes, const std::function<void(const filled::FilledPdf&)>& use) {
    Document document;
    try {
        document = read_document(bytes);
        if (!document.signatures.empty()) document.form.signatures = check_signatures(document, bytes);
    } catch (const TooMuch&) {
        document.form = only(Condition::too_much);
    } catch (const std::bad_alloc&) {
        document.form = only(Condition::too_much);
    } catch (const std::exception&) {
        document.form = only(Condition::unreadable, kSenseless);
    }
    use(document.form);
}

filled::FilledPdf read_form(std::string_view bytes) {
    filled::FilledPdf out;
    read_form(bytes, [&](const filled::FilledPdf& form) { out = form; });
    return out;
}

}  // namespace dossier::acroform
