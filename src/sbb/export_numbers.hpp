#pragma once
/// The numbers by which elements of an SBB file refer to each other. Private to `sbb`.

#include "model/model.hpp"
#include "xml/escape.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::sbb {

/// Texts that elements refer to by number, in order of first use.
class NumberedTexts {
public:
    explicit NumberedTexts(int first) : next_(first) {}
    std::string number(const std::string& titel);
    void write(xml::Markup& xml, std::string_view list, std::string_view element);

private:
    int next_;
    std::map<std::string, int> numbers_;
    std::vector<std::string> order_;
};

/// The number that SBB gives to a competentie.
[[nodiscard]] std::string number_of(const model::Competentie& competentie);

/// Whether the headings of vakkennis must be categories: all, as soon as one is no line that ends with ":".
[[nodiscard]] bool by_category(const model::Vakkennis& vakkennis);

/// All numbers of one file. The tables stand in front of what refers to them, so they are filled first.
class ExportNumbers {
public:
    explicit ExportNumbers(const model::Dossier& dossier);

    NumberedTexts kennis, categorieen;
    /// The number of the profiel with that code; the code itself if there is none.
    [[nodiscard]] const std::string& profiel(const std::string& code) const;
    /// For the next kerntaak or werkproces.
    std::string next_part() { return std::to_string(next_part_++); }

private:
    void add(const model::Vakkennis& vakkennis);
    void add(const std::vector<model::Kerntaak>& kerntaken);

    std::map<std::string, std::string> profielen_;
    int next_part_;
};

}  // namespace dossier::sbb
