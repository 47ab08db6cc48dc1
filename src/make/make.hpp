#pragma once
/// Making documents: a job of the plan and the values of a dossier in, bytes out. No files, no clock, no threads of its own;
/// `make` of one Maker may run in several threads at once.

#include "base/base.hpp"
#include "base/file.hpp"
#include "layout/map.hpp"
#include "model/model.hpp"
#include "plan/plan.hpp"
#include "style/templates.hpp"
#include "view/view.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::make {

/// What documents are made of: of the whole dossier, and of each profiel, by its index. Profielen are filled in one by one, different
/// ones in any number of threads at once.
struct Values {
    explicit Values(const model::Dossier& dossier);
    /// Fills in `bronnen` and `sleutels`.
    void take(const model::Dossier& dossier, std::size_t profiel);
    /// Fills in `kwalificaties`, after `take`.
    void view(std::size_t profiel, const view::Build& build);

    std::string dossier_print;  ///< view::fingerprint
    view::Value whole;
    std::vector<std::optional<view::Kwalificatie>> bronnen;  ///< what exchange files are made of, and the values of templates
    std::vector<std::string> sleutels;                       ///< view::digest of those
    std::vector<view::Value> kwalificaties;                  ///< what templates see
    std::vector<view::Value> bestanden;                      ///< what pages say of the other files; a list, once that is known
};

/// A form (a PDF document of the manifest) before it is laid out.
struct FormText {
    std::string document;  ///< id in the manifest
    std::string titel;     ///< "Beoordelingsformulier B1-K1 Verkoopt"
    std::string path;
    std::string profiel, onderdeel;  ///< codes; "" where the form is not about one
    std::string text;                ///< the filled-in template, without what identifies the version: kenmerken, versie and dates
    std::string kenmerk;             ///< the filled-in template with them
};

enum class Stage { view, markup, layout };

/// What is there of earlier runs: forms that would be made of the same are not made again. Any number of threads may ask at once.
class Earlier {
public:
    Earlier() = default;
    Earlier(const Earlier&) = delete;
    Earlier& operator=(const Earlier&) = delete;
    virtual ~Earlier() = default;
    /// What tells this program, and all that it links, from every other that may make other bytes of the same.
    [[nodiscard]] virtual std::string program() const { return ""; }
    /// The file, if it is there as it was made of `key`.
    [[nodiscard]] virtual std::optional<MadeFile> made_of(const std::string& /*path*/, const std::string& /*key*/) const {
        return std::nullopt;
    }
};

class CandidateForm;
class FilledForm;

/// What the hidden fields of a form say of it.
struct FormIdentity {
    std::string id;  ///< "P3-beoordelingsformulier-B1-K1"
    std::string kenmerk;
    std::string paginacode;  ///< what the code on its pages begins with
    std::string titel;       ///< of the document: "Beoordelingsformulier"
    std::size_t profiel = 0;
    std::string kerntaak;      ///< code; "" when it is not about one kerntaak
    std::string werkproces{};  ///< code; "" when it is not about one werkproces
};

/// Templates, manifest, house style and fonts, prepared once per run and shared by all dossiers and threads.
class Maker {
public:
    Maker();
    Maker(const Maker&) = delete;
    Maker& operator=(const Maker&) = delete;
    ~Maker();

    /// Once, before all else. The files of a school's folder (may be none) go before the built-in ones. False after errors in
    /// `diagnostics`, which point into texts that this object owns: report them before it goes.
    [[nodiscard]] bool prepare(std::vector<style::OwnFile> own, Diagnostics& diagnostics);
    [[nodiscard]] const yaml::Manifest& manifest() const;

    /// What `jobs` need of `dossier`, but for `whole` and `bestanden`.
    [[nodiscard]] Values values_of(const model::Dossier& dossier, const std::vector<plan::Job>& jobs, const view::Build& build) const;

    /// Of all that the document about a profiel is made of, without making it; "" for a document that is not about one. `values` need only
    /// that (`bronnen`, `sleutels` and `bestanden`).
    [[nodiscard]] std::string key_of(const plan::Job& job, const Values& values, const view::Build& build, const Earlier& earlier) const;
    /// One file, or that it is there already; nullopt after errors. `key` is its key_of, or "". One about which there is something to say
    /// has no key: the next run has to say it too.
    [[nodiscard]] std::optional<OutputFile> make(const plan::Job& job, const model::Dossier& dossier, const Values& values,
                                                 const view::Build& build, const Earlier& earlier, const std::string& key,
                                                 Diagnostics& diagnostics) const;

    /// A form for the candidates of a class list; nullopt after errors. `this` outlives it.
    [[nodiscard]] std::optional<CandidateForm> candidate_form(const plan::Job& job, const Values& values, const view::Build& build,
                                                              Diagnostics& diagnostics) const;
    /// The document `document` of the manifest for a profiel, or for a kerntaak in it, to be filled in by name; nullopt after errors.
    /// `kerntaak` is "" for a document that is made per profiel.
    [[nodiscard]] std::optional<FilledForm> filled_form(std::string_view document, const model::Dossier& dossier, std::string_view profiel,
                                                        std::string_view kerntaak, const view::Build& build,
                                                        Diagnostics& diagnostics) const;
    /// Every form of `dossier`.
    [[nodiscard]] std::vector<FormIdentity> form_identities(const model::Dossier& dossier, Diagnostics& diagnostics) const;
    /// Where things lie on each page of every form of `dossier`, of those that have a code. Of a form that cannot be laid out the errors
    /// are in `diagnostics`.
    [[nodiscard]] std::vector<layout::PageMap> form_maps(const model::Dossier& dossier, Diagnostics& diagnostics) const;
    /// Whether the fields of forms can show `c`.
    [[nodiscard]] bool covers(char32_t c) const;

    /// Reports each text of `dossier` with a character that no font of the forms has.
    void check_characters(const model::Dossier& dossier, Diagnostics& diagnostics) const;

    /// What passes between the stages for a form, as text; nullopt after errors. `stage` is markup or layout.
    [[nodiscard]] std::optional<std::string> dump(const plan::Job& job, const Values& values, Stage stage, Diagnostics& diagnostics) const;

    /// All forms of `dossier` in the order of the plan; nullopt after errors.
    [[nodiscard]] std::optional<std::vector<FormText>> form_texts(const model::Dossier& dossier, Diagnostics& diagnostics) const;

    /// The document that template `sjabloon` makes of `values`: an HTML page, or a PDF when the name ends in .xhtml. `id` goes
    /// into the identity of a PDF.
    [[nodiscard]] std::optional<std::string> make_page(const std::string& sjabloon, view::Value values, const std::string& id,
                                                       const view::Build& build, Diagnostics& diagnostics) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Every word that `formaat` of the manifest may have.
[[nodiscard]] const std::vector<std::string>& known_formats();

/// The same as Maker::check_characters with the built-in fonts, for `dossier check`, which prepares no templates.
void check_printable(const model::Dossier& dossier, Diagnostics& diagnostics);

}  // namespace dossier::make
