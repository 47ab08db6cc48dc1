#pragma once
/// For whom a text is: "Voor P2 Eerste verkoper geldt aanvullend:" and its like make what follows an aanvullende eis.

#include "base/base.hpp"
#include "model/model.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::phrases {

/// A profiel as sentences may name it.
struct NamedProfiel {
    std::string code, naam;
};
[[nodiscard]] std::vector<NamedProfiel> named_profielen(const model::Dossier& dossier);

/// A sentence that says for whom the text behind it is. Offsets are bytes in the text that was searched.
struct Audience {
    std::size_t begin = 0, end = 0;  ///< the sentence, its colon included
    std::string subject;             ///< as written: "de Allround metselaar", "P1 en P2"
    std::string lead;                ///< what stands between "geldt aanvullend" and the colon and belongs to the text: "dat hij"
    /// How sure it is that an aanvullende eis is meant: "geldt aanvullend", or a code; "geldt bovendien"; "geldt ook".
    enum class Sure { always, as_paragraph, as_heading } sure = Sure::always;
    bool everyone = false;           ///< "Voor alle profielen geldt aanvullend:"
    std::vector<std::string> codes;  ///< of the profielen; empty if there is none by such a name (or everyone)
};

/// The first such sentence in `text` that begins at or behind `from`: at the start of the text or behind the end of a sentence.
/// `whole`: the text is all there is, so that "Voor P2 geldt aanvullend" counts without a colon.
[[nodiscard]] std::optional<Audience> find_audience(std::string_view text, std::size_t from, bool whole,
                                                    std::span<const NamedProfiel> profielen);

/// The codes of the profielen that `subject` lists ("P1 en P2", "de Allround metselaar"); empty if it is anything else.
[[nodiscard]] std::vector<std::string> profielen_in(std::string_view subject, std::span<const NamedProfiel> profielen);

/// Blocks of a text that are for everyone, or for the profielen with `codes` only.
struct TekstFor {
    bool everyone = true;
    std::vector<std::string> codes;
    model::Tekst tekst;
};
/// Parts `tekst` at such sentences in its paragraphs; a name that nobody has is an error. The first part is for everyone.
[[nodiscard]] std::vector<TekstFor> split_by_audience(const model::Tekst& tekst, std::span<const NamedProfiel> profielen,
                                                      Diagnostics& diagnostics);

/// "De pedagogisch medewerker:": who the criteria or items below are about.
[[nodiscard]] bool is_aanhef(std::string_view text);
/// Says that an item is read as the aanhef of those below it.
void note_aanhef(const model::Text& aanhef, Diagnostics& diagnostics);
/// Says that a second aanhef stands between criteria, so that for whom the rest is is not sure.
void report_second_aanhef(const model::Text& aanhef, Diagnostics& diagnostics);

/// Says that nobody is called so: the text behind it belongs to no profiel, so the dossier cannot be read.
void report_nobody(const Audience& audience, Location at, std::span<const NamedProfiel> profielen, Diagnostics& diagnostics);

}  // namespace dossier::phrases
