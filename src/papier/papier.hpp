#pragma once
/// Pages of scans together make forms again: by what their codes say, whatever the order, and with what people decided of what the
/// program was not sure of. In: pages as `scans` reads them. Out: forms as `filled` has them, the same as those filled in on screen.
///
/// Personal data: everything here is about people and stays in memory.

#include "base/base.hpp"
#include "filled/filled.hpp"
#include "klassenlijst/klassenlijst.hpp"
#include "scans/scans.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace dossier::papier {

/// A form that a code may name, by document.paginacode.
struct Soort {
    std::string id, kenmerk;  ///< as in the hidden fields of the form
    std::string dossier, versie;
};
using Soorten = std::map<std::string, Soort, std::less<>>;

/// What a person decided of one field of one page. `bestand` is the identity of a file by its bytes, see `file_identity`.
struct Beslissing {
    std::string bestand;
    std::uint32_t bladzijde = 0;  ///< of the file, from 1
    std::string veld;
    std::string waarde;  ///< of a choice its value, "" for nothing marked; of writing what it says
};
class Beslissingen {
public:
    void add(Beslissing beslissing);
    /// nullptr where nothing was decided.
    [[nodiscard]] const std::string* find(const std::string& bestand, std::uint32_t bladzijde, const std::string& veld) const;
    [[nodiscard]] std::size_t size() const { return waarden_.size(); }
    /// How many `find` never found: of other scans than those at hand.
    [[nodiscard]] std::size_t unused() const;

private:
    struct Waarde {
        std::string tekst;
        mutable bool used = false;
    };
    std::map<std::tuple<std::string, std::uint32_t, std::string>, Waarde> waarden_;
};
/// Ten letters, of the bytes of a file.
[[nodiscard]] std::string file_identity(std::string_view bytes);
/// The file that the page for people saves (see nakijken.hpp). Errors say where it is no such file; what is good is added.
void read_beslissingen(const Source& file, Beslissingen& out, Diagnostics& diagnostics);

/// Where a page came from.
struct Blad {
    std::size_t file = 0;  ///< index, in the order of the names
    std::string bestand;   ///< name that people know it by
    std::string identity;  ///< file_identity
    scans::Page page;
};

/// A form put together, or a page that belongs to none.
struct Formulier {
    filled::FilledPdf form;           ///< with form.paper
    std::string bestand;              ///< of its first page
    std::vector<std::size_t> bladen;  ///< indices of the pages that it is made of, by page of the form; scans::kMostPages and over: none
};

struct Gelegd {
    std::vector<Formulier> formulieren;  ///< in the order of their first pages
    std::size_t leeg = 0;                ///< pages with nothing on them
};

/// What is needed to make sense of pages. Borrows all of it.
struct Kader {
    const scans::Atlas& atlas;
    const Soorten& soorten;
    /// Who the keys are of; null when there is no list.
    const klassenlijst::Klassenlijst* klas = nullptr;
    const Beslissingen& beslissingen;
};

/// `bladen` are in the order of their files and pages. A form for someone is the pages with one code and key, in any file. Pages
/// without key are one form when they lie in order, or when there is one of each: else nobody can tell whose they are.
[[nodiscard]] Gelegd leg_samen(const std::vector<Blad>& bladen, const Kader& kader);

/// The value of handwriting that nobody typed over and that matters only for being there.
inline constexpr std::string_view kOpPapier = "(op papier)";

}  // namespace dossier::papier
