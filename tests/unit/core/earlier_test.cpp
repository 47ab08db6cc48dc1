/// What an earlier run made is not made again, and whatever is changed, the files are those of a run that knows of no earlier one.

#include "../common/building.hpp"

#include "model/fields.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>

using namespace dossier;

namespace {

/// Two profielen that share a kerntaak by its title, each with a demand of its own on the basisdeel.
std::string two_profielen() {
    std::string text = core::starter("Keuken");
    const auto put = [&](std::string_view before, std::string_view lines) {
        const std::size_t at = text.find(before);
        REQUIRE(at != std::string::npos);
        text.insert(at, lines);
    };
    const auto profiel = [](const std::string& code, const std::string& naam) {
        return "  - code: " + code + "\n    naam: " + naam + "\n    niveau: 3\n    typering: |\n      Een " + naam +
               " werkt in de zaal.\n    kerntaken:\n      - code: " + code +
               "-K1\n        titel: Schenkt wijn\n        werkprocessen:\n          - code: " + code +
               "-K1-W1\n            titel: Schenkt in\n            gedrag:\n              criteria: [schenkt " + naam + " in.]\n";
    };
    put("  # Een profiel met eigen kerntaken", profiel("P2", "Sommelier") + profiel("P3", "Barman"));
    put("      werkprocessen:\n        - code: B1-K1-W1",
        "      aanvullende_eisen:\n        - profiel: P3\n          vakkennis:\n            rubrieken:\n              - items: [heeft "
        "kennis van de bar]\n");
    text +=
        "\nbegrippen:\n  - term: gast\n    betekenis: |\n      Wie komt eten.\nbron:\n  titel: Een bron\nleeswijzer:\n  - titel: Hoe\n    "
        "tekst: |\n      Zo.\n";
    return text;
}

/// Changes the n-th text that is free in its form, and nothing else.
class Change {
public:
    explicit Change(std::size_t nth) : left_(nth) {}
    [[nodiscard]] bool done() const { return done_; }
    [[nodiscard]] const std::string& what() const { return what_; }

    void required(std::string_view name, auto& field, const model::Veld& veld) { look(name, field, veld); }
    void optional(std::string_view name, auto& field, const model::Veld& veld) {
        if (!model::absent(field)) look(name, field, veld);
    }
    void list(std::string_view, std::string_view item, auto& items, const model::Veld& veld) {
        for (auto& each : items) look(item, each, veld);
    }

private:
    void look(std::string_view name, model::Text& text, const model::Veld& veld) {
        if (veld.vorm == model::Vorm::vrij) change(name, text.value);
    }
    void look(std::string_view, model::Getal&, const model::Veld&) {}
    void look(std::string_view name, model::Tekst& tekst, const model::Veld&) {
        for (model::Blok& blok : tekst.blokken) change(name, blok.tekst);
    }
    template <model::Record T> void look(std::string_view, T& record, const model::Veld&) { T::fields(*this, record); }
    void change(std::string_view name, std::string& text) {
        if (done_ || text.empty() || left_-- > 0) return;
        what_ = std::string(name) + ": " + text;
        text += " (nieuw)";
        done_ = true;
    }

    std::size_t left_;
    bool done_ = false;
    std::string what_;
};

/// The files of an earlier run.
class Kept : public make::Earlier {
public:
    explicit Kept(const std::vector<OutputFile>& files) {
        for (const OutputFile& file : files) files_[file.path] = file;
    }
    [[nodiscard]] std::optional<MadeFile> made_of(const std::string& path, const std::string& key) const override {
        const auto known = files_.find(path);
        if (known == files_.end()) return std::nullopt;
        const OutputFile& file = known->second;
        if (std::find(file.keys.begin(), file.keys.end(), key) == file.keys.end()) return std::nullopt;
        return MadeFile{file.bytes.size(), "", file.keys};
    }
    [[nodiscard]] const std::string& bytes(const std::string& path) const { return files_.at(path).bytes; }

private:
    std::map<std::string, OutputFile> files_;
};

struct Rebuilt {
    std::map<std::string, std::string> files;
    std::vector<std::string> made;  ///< anew
};

struct Fixture {
    Source source{"twee.yaml", two_profielen()};
    make::Maker maker;
    model::Dossier dossier;
    Diagnostics diagnostics;

    explicit Fixture(std::vector<style::OwnFile> own = {}) {
        const auto read = core::read_dossier(source, diagnostics);
        INFO(report(diagnostics));
        REQUIRE(read);
        dossier = *read;
        REQUIRE(maker.prepare(std::move(own), diagnostics));
    }
    Rebuilt build(const model::Dossier& of, const Kept& earlier) {
        core::Workers one_by_one;
        core::Observer silent;
        const auto built = core::build(maker, of, {}, {"", "dossier test"}, {}, earlier, one_by_one, silent, diagnostics);
        REQUIRE(built);
        Rebuilt out;
        for (const OutputFile& file : built->files) {
            out.files[file.path] = file.there ? earlier.bytes(file.path) : file.bytes;
            if (!file.there) out.made.push_back(file.path);
        }
        return out;
    }
    Kept first() {
        const auto built = test::build(maker, dossier, {}, diagnostics);
        REQUIRE(built);
        return Kept(built->files);
    }
};

bool about(const std::string& path, const std::string& profiel) { return path.starts_with(profiel); }

}  // namespace

TEST_CASE("earlier: whatever text is changed, the files are those of a run that knows of nothing") {
    Fixture f;
    const Kept earlier = f.first();
    std::size_t changes = 0, made = 0, all = 0;
    for (;; ++changes) {
        model::Dossier changed = f.dossier;
        Change change(changes);
        model::Dossier::fields(change, changed);
        if (!change.done()) break;
        INFO(change.what());
        const Rebuilt quick = f.build(changed, earlier), full = f.build(changed, Kept({}));
        REQUIRE(full.made.size() == full.files.size());
        CHECK((quick.files == full.files));
        made += quick.made.size();
        all += full.made.size();
    }
    CHECK(changes > 25);
    CHECK(made < all);
}

TEST_CASE("earlier: a change in one profiel leaves the documents of the others unlooked at") {
    Fixture f;
    const Kept earlier = f.first();
    f.dossier.profielen[1].kerntaken[0].werkprocessen[0].gedrag.criteria[0].value = "schenkt anders in.";
    const Rebuilt quick = f.build(f.dossier, earlier);
    CHECK(std::none_of(quick.made.begin(), quick.made.end(), [](const auto& path) { return about(path, "p1") || about(path, "p3"); }));
    CHECK(std::any_of(quick.made.begin(), quick.made.end(), [](const auto& path) { return about(path, "p2"); }));
    // Of the forms of its profiel only those that show it.
    CHECK(std::none_of(quick.made.begin(), quick.made.end(),
                       [](const auto& path) { return path.find("beoordelingsformulier-b1-k1") != std::string::npos; }));
}

TEST_CASE("earlier: a document that a school lets show the fingerprint of the dossier is made when anything in that changes") {
    Fixture f({{"studiegids.html", "eigen/studiegids.html", "<p>{{#dossier}}{{vingerafdruk}}{{/dossier}}</p>\n"}});
    const Kept earlier = f.first();
    f.dossier.profielen[1].typering.blokken[0].tekst = "Anders.";
    const Rebuilt quick = f.build(f.dossier, earlier);
    CHECK((quick.files == f.build(f.dossier, Kept({})).files));
    CHECK(std::any_of(quick.made.begin(), quick.made.end(), [](const auto& path) { return about(path, "p3"); }));
}
