#include "exchange/formats.hpp"
#include "make/maker.hpp"

#include <algorithm>

namespace dossier::make {
namespace {

using exchange::ExchangeFormat;
using plan::Kind;
using view::Value;

/// An exchange format is made of the parts of a dossier that it has a form for.
void check_per(const yaml::Document& d, Diagnostics& diagnostics) {
    const ExchangeFormat* format = exchange::find_exchange_format(d.formaat.value);
    const auto per = plan::per_of(d.per.value);
    if (!format || !per) return;
    if ((*per == plan::Per::dossier && format->per_dossier) || (*per == plan::Per::profiel && format->per_profiel)) return;
    const std::string allowed = !format->per_profiel ? "dossier" : !format->per_dossier ? "profiel" : "dossier\" or \"profiel";
    diagnostics.error("manifest-per", d.per.location,
                      say("the formaat {} is not made per {}", dossier::quoted(format->name), dossier::quoted(d.per.value)),
                      {say("write \"{}\"", allowed)});
}

}  // namespace

const std::vector<std::string>& known_formats() {
    static const std::vector<std::string> kAll = [] {
        std::vector<std::string> names{std::string(plan::kPageFormat), std::string(plan::kFormFormat)};
        for (const ExchangeFormat& format : exchange::exchange_formats()) names.emplace_back(format.name);
        return names;
    }();
    return kAll;
}

bool Maker::Impl::check_manifest(Diagnostics& diagnostics) const {
    const std::size_t before = diagnostics.errors();
    const auto& known = known_formats();
    for (const yaml::Document& d : manifest.documenten) {
        if (std::find(known.begin(), known.end(), d.formaat.value) == known.end())
            diagnostics.error("manifest-format", d.formaat.location, say("unknown formaat {}", dossier::quoted(d.formaat.value)),
                              plan::did_you_mean(d.formaat.value, known));
        else if (plan::kind_of(d.formaat.value) != Kind::exchange && !set.find(d.sjabloon.value))
            diagnostics.error("manifest-template", d.sjabloon.location ? d.sjabloon.location : d.id.location,
                              d.sjabloon.value.empty() ? say("document {} has no sjabloon", dossier::quoted(d.id.value))
                                                       : say("there is no template {}", dossier::quoted(d.sjabloon.value)),
                              {say("put the file in the templates folder")});
        else check_per(d, diagnostics);
    }
    return diagnostics.errors() == before;
}

/// Every name that a template of the manifest uses exists, also where this dossier would not come.
bool Maker::Impl::check_names(Diagnostics& diagnostics) const {
    const view::Example example = view::example();
    Diagnostics found;
    for (const yaml::Document& d : manifest.documenten) {
        if (plan::kind_of(d.formaat.value) == Kind::exchange) continue;
        const auto per = plan::per_of(d.per.value).value_or(plan::Per::profiel);
        const Value values = per == plan::Per::dossier      ? example.dossier
                             : per == plan::Per::kerntaak   ? view::with_kerntaak(example.kwalificatie, 0)
                             : per == plan::Per::werkproces ? view::with_werkproces(example.kwalificatie, 0, 0)
                                                            : example.kwalificatie;
        Value all = view::with_document(values, d.id.value, d.titel.value);
        all.set("huisstijl", style::example_look());
        templates->check_names(d.sjabloon.value, all, found);
    }
    found.sort();
    const bool good = !found.has_errors();
    diagnostics.append(std::move(found));
    return good;
}

Maker::Maker() : impl_(std::make_unique<Impl>()) {}
Maker::~Maker() = default;

const yaml::Manifest& Maker::manifest() const { return impl_->manifest; }

bool Maker::prepare(std::vector<style::OwnFile> own, Diagnostics& diagnostics) {
    Impl& impl = *impl_;
    // What is built in alone was checked when it was built in: the tests prepare it beside a file of a school.
    const bool known = own.empty();
    if (!impl.set.load(std::move(own), diagnostics)) return false;
    const Source* manifest = impl.set.find("manifest.yaml");
    if (!manifest) {
        diagnostics.error("manifest-missing", {}, say("there is no manifest.yaml in the templates"));
        return false;
    }
    const std::size_t before = diagnostics.errors();
    impl.manifest = yaml::read_manifest(*manifest, diagnostics);
    const bool good = diagnostics.errors() == before && impl.check_manifest(diagnostics);
    auto look = style::load_look(impl.set, diagnostics);
    if (look) impl.look = std::move(*look);
    impl.look_key = impl.set.key_of_look();
    impl.set_key = impl.set.key();
    using render::Templates;
    impl.templates = Templates::compile(impl.set.sources(), known ? Templates::Check::scanned : Templates::Check::all, diagnostics);
    impl.prints_dossier =
        !known && impl.templates && std::any_of(impl.manifest.documenten.begin(), impl.manifest.documenten.end(), [&](const auto& d) {
            return plan::per_of(d.per.value) != plan::Per::dossier && impl.templates->may_show(d.sjabloon.value, "dossier", "vingerafdruk");
        });
    return good && look && impl.templates && (known || impl.check_names(diagnostics));
}

}  // namespace dossier::make
