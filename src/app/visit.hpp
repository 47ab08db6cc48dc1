#pragma once
/// What one visit to the page holds. Diagnostics point into the sources and tables here, so each part says what it found as JSON before the
/// part goes.

#include "app/collecting.hpp"
#include "core/core.hpp"
#include "core/forms.hpp"
#include "make/make.hpp"
#include "model/model.hpp"
#include "style/templates.hpp"

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::app {

using Json = nlohmann::ordered_json;

/// The dossier that the person works on: its text, and the rest unless that has errors.
struct Work {
    std::unique_ptr<Source> source;
    std::optional<model::Dossier> dossier;
};

/// A file as it was opened, and what came of it when it was no YAML.
struct Opened {
    std::unique_ptr<Source> source;
    core::Imported imported;
};

/// A class list, and the forms for it.
struct Class {
    std::unique_ptr<Source> source;
    core::ClassList list;
    std::optional<core::Forms> forms;
};

/// The templates, house style and fonts of this visit; borrowed by all that is made.
struct Look {
    make::Maker maker;
    bool prepared = false;
};

struct Visit {
    std::vector<style::OwnFile> own;  ///< of the school: what a folder of templates would hold
    std::unique_ptr<Look> look = std::make_unique<Look>();
    Opened opened;
    Work work;
    std::unique_ptr<Class> klas;
    std::unique_ptr<Collecting> collecting;
};

/// A list of core/diagnostic_json.hpp, in Dutch, with "place": where, as people read it.
[[nodiscard]] Json json_of(const Diagnostics& diagnostics);
/// What the dossier holds, for people: its name, and each profiel with its kerntaken.
[[nodiscard]] Json contents_of(const model::Dossier& dossier);

}  // namespace dossier::app
