/// Any bytes at all as a school's folder of templates: house style, style of the forms and manifest, and a picture. A look exactly when
/// there is no error, every place in one of the files; a plan whose paths stay in the output folder, each of one document.

#include "parts.hpp"
#include "plan/plan.hpp"
#include "sound.hpp"
#include "style/huisstijl.hpp"
#include "yaml/yaml.hpp"

#include <cstdint>
#include <set>
#include <string>

namespace {

using namespace dossier;

const model::Dossier& dossier() {
    static const Source kSource{"dossier.yaml", R"(naam: Handel
basisdeel:
  kerntaken:
    - code: B1-K1
      titel: Verkoopt
      werkprocessen:
        - code: B1-K1-W1
          titel: Werkt
profielen:
  - code: P1
    naam: ../Verkoper ..
  - code: P2
    naam: ../Verkoper ..
beoordeling:
  schaal:
    - onvoldoende
    - voldoende
    - goed
  cesuur:
    criteria: alle
    werkprocessen: alle
  dekkingsnorm: 75%
)"};
    static const model::Dossier kDossier = [] {
        Diagnostics none;
        return yaml::read_dossier(kSource, none).value();
    }();
    return kDossier;
}

void expect_plan(const Source& file) {
    Diagnostics diagnostics;
    const yaml::Manifest manifest = yaml::read_manifest(file, diagnostics);
    if (diagnostics.has_errors()) return;
    const auto jobs = plan::jobs_of(manifest, dossier(), diagnostics);
    if (diagnostics.has_errors()) return;
    std::set<std::string> paths;
    for (const plan::Job& job : jobs) {
        fuzz::expect(paths.insert(job.path).second, "a path is of one document");
        fuzz::expect(!job.path.empty() && job.path.front() != '/' && job.path.back() != '/', "a path is relative, and of a file");
        const std::string parts = '/' + job.path + '/';
        for (const char* out : {"/../", "/./", "//", "\\", ":"})
            fuzz::expect(parts.find(out) == std::string::npos, "a path stays in the folder");
        fuzz::expect(!first_invalid_utf8(job.path), "a path is UTF-8");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<style::OwnFile> own;
    for (auto& [name, text] : fuzz::parts({reinterpret_cast<const char*>(data), size})) {
        const std::string known = name.empty() ? "huisstijl.yaml" : name;
        if (style::belongs(known)) own.push_back({known, known, std::move(text)});
    }
    style::TemplateSet set;
    Diagnostics diagnostics;
    if (!set.load(std::move(own), diagnostics)) return fuzz::expect(diagnostics.has_errors(), "what is refused is told"), 0;
    const auto look = style::load_look(set, diagnostics);
    fuzz::expect(look.has_value() != diagnostics.has_errors(), "a look exactly when there is no error");
    for (const Diagnostic& d : diagnostics.all()) {
        fuzz::expect(!d.message.empty() && !d.code.empty(), "a diagnostic says something");
        fuzz::expect(!d.location || d.location.end <= d.location.source->text.size(), "a place is inside a file");
    }
    fuzz::expect(!first_invalid_utf8(report(diagnostics)), "the report is UTF-8");
    if (look) fuzz::expect(!first_invalid_utf8(view::dump(look->values)), "the values are UTF-8");
    if (const Source* manifest = set.find("manifest.yaml")) expect_plan(*manifest);
    return 0;
}
