#include "filled/filled.hpp"

#include <array>

namespace dossier::filled {
namespace {

struct Said {
    std::string_view word;
    const char* code;  ///< nullptr: nothing to say
    std::optional<Pattern<0>> message, hint;
};

/// By Condition.
constexpr std::array<Said, 9> kConditions{{
    {"form", nullptr, {}, {}},
    {"no fields", "form-flat", say("this PDF has no fields, expected a form that was filled in on screen"),
     say("it was printed or made flat: ask for the file that was saved, or type over what it says")},
    {"damaged", "form-damaged", say("this PDF is damaged and was mended to read it, so fields may be missing or old"),
     say("open it, look, and save it anew")},
    {"unreadable", "form-unreadable", say("this PDF is damaged and cannot be read"), say("get the file once more")},
    {"locked", "form-locked", say("this PDF is locked with a password, expected one that opens without"), say("save it without password")},
    {"not a PDF", "form-not-pdf", say("this is no PDF, expected a form that was filled in"), {}},
    {"too much", "form-too-large", say("reading this PDF took too much time or memory, or it has more than a form can have"),
     say("open it in a PDF reader, and save it anew")},
    {"unread", nullptr, {}, {}},
    {"stray page", nullptr, {}, {}},
}};

const Said& said(Condition condition) { return kConditions.at(static_cast<std::size_t>(condition)); }

std::string bracketed(const std::string& text) { return text.empty() ? "" : " (" + text + ')'; }

/// All of `text` in quotes on one line.
std::string whole(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n') out += "\\n";
        else if (c == '"' || c == '\\') (out += '\\') += c;
        else if (static_cast<unsigned char>(c) < 0x20 || c == '\x7f') out += "\\x" + hex(std::array{static_cast<std::uint8_t>(c)});
        else out += c;
    }
    return out + '"';
}

std::string lines_of(const Field& field) {
    std::string out = field.name + " [" + std::string(word(field.kind)) + (field.readonly ? ", readonly" : "") +
                      (field.signed_here ? ", signed" : "") + "] " + whole(field.value);
    if (field.kind == Kind::choice && field.shown != field.value) out += " shown " + whole(field.shown);
    if (!field.initial.empty()) out += " initial " + whole(field.initial);
    for (const Doubt doubt : field.doubts) out += " ! " + std::string(word(doubt));
    return out + '\n';
}

std::string lines_of(const Signature& signature) {
    std::string out = "signature " + signature.field + ": " + std::string(word(signature.state)) + bracketed(signature.problem) +
                      ", covers " + std::string(word(signature.covers)) + ", certificate " + whole(signature.certificate_name) + ", time " +
                      signature.time + '\n';
    for (const std::string& name : signature.changed_after) out += "  changed after: " + name + '\n';
    return out;
}

}  // namespace

std::string_view word(Kind kind) {
    constexpr std::array<std::string_view, 6> kWords{"text", "choice", "list", "button", "signature", "other"};
    return kWords.at(static_cast<std::size_t>(kind));
}

std::string_view word(Doubt doubt) {
    constexpr std::array<std::string_view, 5> kWords{"the page differs", "no such choice", "two values", "not text", "not listed"};
    return kWords.at(static_cast<std::size_t>(doubt));
}

std::string_view word(OnPaper::Doubt doubt) {
    constexpr std::array<std::string_view, 8> kWords{"geen",    "zwak",        "twee",         "verbeterd",
                                                     "ernaast", "doorgehaald", "niet-te-zien", "handschrift"};
    return kWords.at(static_cast<std::size_t>(doubt));
}

std::string_view word(Condition condition) { return said(condition).word; }

std::string_view word(Signature::State state) {
    constexpr std::array<std::string_view, 3> kWords{"intact", "broken", "unknown"};
    return kWords.at(static_cast<std::size_t>(state));
}

std::string_view word(Signature::Covers covers) {
    constexpr std::array<std::string_view, 3> kWords{"the whole file", "an earlier version", "a part"};
    return kWords.at(static_cast<std::size_t>(covers));
}

void report(const FilledPdf& form, const Source& pdf, Diagnostics& diagnostics) {
    const Said& what = said(form.condition);
    if (what.code == nullptr) return;
    std::vector<Message> hints;
    if (what.hint) hints.emplace_back(*what.hint);
    // The bytes of a PDF make no line to show: the place is the file.
    Message message =
        form.damage.empty() ? say("{}: {}", pdf.name, *what.message) : say("{}: {} ({})", pdf.name, *what.message, form.damage);
    if (form.condition == Condition::damaged) diagnostics.warning(what.code, {}, std::move(message), std::move(hints));
    else diagnostics.error(what.code, {}, std::move(message), std::move(hints));
}

std::string dump(const FilledPdf& form) {
    std::string out = std::string(word(form.condition)) + bracketed(form.damage) + ", " + count_of(form.pages, "page", "pages") +
                      (form.encrypted ? ", encrypted" : "") + (form.xfa ? ", xfa" : "") + '\n';
    if (!form.identifier.empty()) out += "identifier " + form.identifier + '\n';
    if (!form.title.empty()) out += "title " + form.title + '\n';
    for (const Field& field : form.fields) out += lines_of(field);
    for (const Signature& signature : form.signatures) out += lines_of(signature);
    return out;
}

}  // namespace dossier::filled
