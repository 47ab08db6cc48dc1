#pragma once
/// The was-wordt list as documents: which forms have to be adopted again, and the list as a page and as a PDF.

#include "diff/diff.hpp"
#include "make/make.hpp"

namespace dossier::changes {

/// The forms of both dossiers that do not say the same, in the order of the new one; those that are gone come after the others
/// of their profiel. What a form says is its filled-in template, so that a school's own templates count as they are. nullopt
/// after errors.
[[nodiscard]] std::optional<std::vector<diff::Formulier>> forms_to_adopt(const make::Maker& maker, const model::Dossier& old,
                                                                         const model::Dossier& now, const diff::Verschil& verschil,
                                                                         Diagnostics& diagnostics);

/// What templates/wijzigingen.html and templates/wijzigingen.xhtml see:
///   was, wordt, gelijk, categorie, categorie_woord, build (see view.hpp), aantal_wijzigingen
///   telling      [soort nieuw vervallen verplaatst hernummerd gewijzigd ongewijzigd]  only sorts that there are
///   onderdelen   [kop kwalificatie kerntaak werkproces titel was categorie woord]     `was`: the old code, "" if the same
///   groepen      [niveau deel kerntaak werkproces titel id categorie woord regels=[wat merken=[woord sleutel] toelichting
///                heeft_was heeft_wordt stukken=[tekst gelijk weg nieuw regel]]]     `regel`: begins on a new line
///   profielen    [naam formulieren=[titel pad nieuw vervallen redenen=[tekst]] zelfde=[titel]]
/// Items of lists have `eerste` and `laatste`.
[[nodiscard]] view::Value view_changes(const diff::Verschil& verschil, const std::vector<diff::Formulier>& formulieren,
                                       const diff::Koppen& koppen, const view::Build& build);

}  // namespace dossier::changes
