#include "exchange/formats.hpp"

#include "ownxml/ownxml.hpp"
#include "resultaten/json_schema.hpp"
#include "sbb/sbb.hpp"
#include "yaml/json_schema.hpp"

#include <algorithm>

namespace dossier::exchange {
namespace {

using In = const ExchangeInput&;

std::string xml(In in, Diagnostics&) { return in.profiel ? ownxml::write_xml(in.dossier, *in.profiel) : ownxml::write_xml(in.dossier); }
std::string xsd(In, Diagnostics&) { return ownxml::write_xsd(); }
std::string json_schema(In, Diagnostics&) { return yaml::json_schema(); }
std::string resultaten_schema(In, Diagnostics&) { return resultaten::json_schema(); }
std::string sbb(In in, Diagnostics& diagnostics) { return sbb::write_sbb(in.dossier, diagnostics); }
std::string elm(In in, Diagnostics&) { return write_elm(in.dossier, *in.profiel); }
std::vector<Missing> elm_missing(In in) { return missing_for_elm(*in.profiel); }
std::string qti(In in, Diagnostics&) { return write_qti(in.dossier, *in.profiel); }
std::string case_(In in, Diagnostics&) { return write_case(in.dossier, *in.profiel, in.build_date); }
std::vector<Missing> case_missing(In in) { return missing_for_case(in.dossier, in.build_date); }
std::string moodle(In in, Diagnostics&) { return write_moodle(in.dossier, *in.profiel); }
std::string canvas(In in, Diagnostics&) { return write_canvas(in.dossier, *in.profiel); }

/// "a, b, c"; after `most` of them "a, b, 7 more".
template <class Word> Message listed(const std::vector<Word>& words, std::size_t most, std::string_view separator = ", ") {
    Message out;
    const std::size_t shown = words.size() > most + 1 ? most : words.size();
    for (std::size_t i = 0; i < shown; ++i) out = i == 0 ? say("{}", words[i]) : say("{}{}{}", std::move(out), separator, words[i]);
    return shown == words.size() ? out : say("{}{}{} more", std::move(out), separator, words.size() - shown);
}

void add_new(std::vector<std::string>& words, const std::string& word) {
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

Message ask_for(std::string_view format) { return say("\"dossier build --formaat {}\" says where", format); }

}  // namespace

const std::vector<ExchangeFormat>& exchange_formats() {
    static const std::vector<ExchangeFormat> kAll{
        {"xml", true, true, xml, nullptr},
        {"xsd", true, false, xsd, nullptr},
        {"json-schema", true, false, json_schema, nullptr},
        {"resultaten-schema", true, false, resultaten_schema, nullptr},
        {"sbb", true, false, sbb, nullptr},
        {"elm", false, true, elm, elm_missing},
        {"qti", false, true, qti, nullptr},
        {"case", false, true, case_, case_missing},
        {"moodle", false, true, moodle, nullptr},
        {"canvas", false, true, canvas, nullptr},
    };
    return kAll;
}

const ExchangeFormat* find_exchange_format(std::string_view name) {
    for (const ExchangeFormat& format : exchange_formats())
        if (format.name == name) return &format;
    return nullptr;
}

void report_missing(std::string_view format, const std::vector<Missing>& missing, Diagnostics& diagnostics) {
    for (const Missing& m : missing)
        diagnostics.error("export-missing", m.at, say("{} has no \"{}\", which the format {} requires", m.what, m.key, format), {m.hint});
}

void Unasked::not_made(std::string_view format, const std::string& who, const std::vector<Missing>& missing) {
    auto found = std::find_if(not_made_.begin(), not_made_.end(), [&](const NotMade& n) { return n.format == format; });
    if (found == not_made_.end()) {
        not_made_.push_back({std::string(format), {}, {}});
        found = not_made_.end() - 1;
    }
    if (!who.empty()) add_new(found->who, who);
    for (const Missing& m : missing) add_new(found->keys, '"' + m.key + '"');
}

void Unasked::left_out(std::string_view format, const std::string& path, const Diagnostics& found) {
    std::vector<Message> messages;
    std::vector<std::string> texts;
    for (const Diagnostic& d : found.all()) {
        add_new(texts, d.message.text());
        if (texts.size() > messages.size()) messages.push_back(d.message);
    }
    if (messages.empty()) return;
    notes_.note("export-left-out", {}, say("{} does not hold all of the dossier: {}", path, listed(messages, 3, "; ")), {ask_for(format)});
}

void Unasked::report(Diagnostics& diagnostics) const {
    for (const NotMade& n : not_made_)
        diagnostics.warning(
            "export-not-made", {},
            n.who.empty() ? say("the format {} is not made: the dossier has no {}", n.format, listed(n.keys, 20))
                          : say("the format {} is not made for {}: the dossier has no {}", n.format, listed(n.who, 20), listed(n.keys, 20)),
            {ask_for(n.format)});
    diagnostics.append(notes_);
}

}  // namespace dossier::exchange
