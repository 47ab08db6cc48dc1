#include "exchange/formats.hpp"
#include "klassenlijst/klassenlijst.hpp"
#include "make/characters.hpp"
#include "make/maker.hpp"

namespace dossier::make {

using plan::Job;
using plan::Kind;
using view::Value;

Value Maker::Impl::values_for(const Job& job, const Values& values) const {
    const auto part = [&] {
        if (!job.profiel) return values.whole;
        const Value& kwalificatie = values.kwalificaties[*job.profiel];
        if (!job.kerntaak) return kwalificatie;
        return job.werkproces ? view::with_werkproces(kwalificatie, *job.kerntaak, *job.werkproces)
                              : view::with_kerntaak(kwalificatie, *job.kerntaak);
    };
    Value own = view::with_document(part(), job.document->id.value, job.document->titel.value);
    own.set("huisstijl", look.values);
    if (job.profiel && job.kind == Kind::page && values.bestanden[*job.profiel].list() != nullptr)
        own.set("documenten", values.bestanden[*job.profiel]);
    return own;
}

namespace {

/// SHA-256 of the texts, whose borders count, in hexadecimal.
std::string hash_of(std::initializer_list<std::string_view> texts) {
    std::string all;
    for (const std::string_view text : texts) all.append(std::to_string(text.size())).append(":").append(text);
    return hex(sha256(all));
}

/// What a template asks of a class list is in every class list's vocabulary.
bool check_klassenlijst(const markup::Document& document, Diagnostics& diagnostics) {
    bool good = true;
    for (const markup::Field& f : document.fields) {
        if (f.klassenlijst.empty() || klassenlijst::veld_of(f.klassenlijst)) continue;
        good = false;
        diagnostics.error("unknown-column", f.location,
                          say("klassenlijst={} is no column of a class list", dossier::quoted(f.klassenlijst)),
                          plan::did_you_mean(f.klassenlijst, klassenlijst::names()));
    }
    return good;
}

std::optional<std::string> exchange_file(const Job& job, const model::Dossier& dossier, const Values& values, const view::Build& build,
                                         Diagnostics& diagnostics) {
    const model::Dossier& of = job.profiel ? values.bronnen[*job.profiel]->dossier : dossier;
    const model::Profiel* profiel = job.profiel ? &of.profielen.front() : nullptr;
    return exchange::find_exchange_format(job.document->formaat.value)->write({of, profiel, build.datum}, diagnostics);
}

}  // namespace

bool Maker::covers(char32_t c) const { return impl_->pdf_tools().fonts.face(layout::Face::regular).glyph(c) != 0; }

std::optional<std::string> Maker::Impl::text_of(const std::string& sjabloon, const Value& values, Diagnostics& diagnostics) const {
    return templates->render(sjabloon, values, diagnostics, true);
}

std::optional<markup::Document> Maker::Impl::markup_of(const std::string& text, Diagnostics& diagnostics) const {
    auto document = markup::parse_markup(
        text, [this](std::size_t n) { return templates->place(n); }, diagnostics);
    if (document && !check_klassenlijst(*document, diagnostics)) return std::nullopt;
    return document;
}

std::optional<layout::Pages> Maker::Impl::pages_of(const std::string& text, Diagnostics& diagnostics) const {
    const auto document = markup_of(text, diagnostics);
    return document ? layout::lay_out(*document, pdf_tools().fonts, look.styles, look.images, diagnostics) : std::nullopt;
}

std::optional<layout::Pages> Maker::Impl::pages_of(const std::string& sjabloon, const Value& values, Diagnostics& diagnostics) const {
    const auto text = text_of(sjabloon, values, diagnostics);
    return text ? pages_of(*text, diagnostics) : std::nullopt;
}

std::optional<OutputFile> Maker::Impl::pdf_of(const std::string& sjabloon, const Value& values, const std::string& id,
                                              const view::Build& build, const Earlier& earlier, Diagnostics& diagnostics) const {
    const std::size_t before = diagnostics.all().size();
    const auto text = text_of(sjabloon, values, diagnostics);
    if (!text) return std::nullopt;
    const Value* identity = values.find("document.verwijzing");
    const pdf::PdfInfo info{"", build.programma, build.datum, identity ? *identity->text() : id};
    OutputFile out{id, "", {hash_of({earlier.program(), look_key, info.creator, info.created, info.document_id, *text})}};
    out.there = earlier.made_of(out.path, out.keys.front());
    if (out.there) return out;
    const auto pages = pages_of(*text, diagnostics);
    if (!pages) return std::nullopt;
    out.bytes = pdf::write_pdf(*pages, pdf_tools().pdf_fonts, info);
    if (diagnostics.all().size() != before) out.keys.clear();
    return out;
}

std::optional<std::string> Maker::Impl::page_of(const std::string& sjabloon, const Value& values, Diagnostics& diagnostics) const {
    auto page = templates->render(sjabloon, values, diagnostics);
    if (!page) return std::nullopt;
    return render::seal(std::move(*page));
}

Values Maker::values_of(const model::Dossier& dossier, const std::vector<Job>& jobs, const view::Build& build) const {
    Values values(dossier);
    for (const Job& job : jobs) {
        if (!job.profiel) continue;
        values.take(dossier, *job.profiel);
        if (job.kind != Kind::exchange) values.view(*job.profiel, build);
    }
    return values;
}

std::string Maker::key_of(const Job& job, const Values& values, const view::Build& build, const Earlier& earlier) const {
    if (!job.profiel) return "";
    const yaml::Document& d = *job.document;
    return hash_of({earlier.program(), impl_->set_key, build.datum, build.programma, d.id.value, d.titel.value, d.formaat.value,
                    d.sjabloon.value, job.path, impl_->prints_dossier ? values.dossier_print : std::string(), values.sleutels[*job.profiel],
                    view::digest(values.bestanden[*job.profiel])});
}

std::optional<OutputFile> Maker::make(const Job& job, const model::Dossier& dossier, const Values& values, const view::Build& build,
                                      const Earlier& earlier, const std::string& key, Diagnostics& diagnostics) const {
    const std::size_t before = diagnostics.all().size();
    const std::string& sjabloon = job.document->sjabloon.value;
    std::optional<OutputFile> out;
    if (job.kind == Kind::form) {
        out = impl_->pdf_of(sjabloon, impl_->values_for(job, values), job.path, build, earlier, diagnostics);
    } else {
        auto bytes = job.kind == Kind::page ? impl_->page_of(sjabloon, impl_->values_for(job, values), diagnostics)
                                            : exchange_file(job, dossier, values, build, diagnostics);
        if (bytes) out = OutputFile{job.path, std::move(*bytes)};
    }
    if (out && !key.empty() && diagnostics.all().size() == before) out->keys.push_back(key);
    return out;
}

std::optional<std::string> Maker::make_page(const std::string& sjabloon, Value values, const std::string& id, const view::Build& build,
                                            Diagnostics& diagnostics) const {
    values.set("huisstijl", impl_->look.values);
    if (!sjabloon.ends_with(".xhtml")) return impl_->page_of(sjabloon, values, diagnostics);
    auto file = impl_->pdf_of(sjabloon, values, id, build, {}, diagnostics);
    return file ? std::optional(std::move(file->bytes)) : std::nullopt;
}

void Maker::check_characters(const model::Dossier& dossier, Diagnostics& diagnostics) const {
    make::check_characters(
        dossier, [this]() -> const layout::Fonts& { return impl_->pdf_tools().fonts; }, diagnostics);
}

std::optional<std::string> Maker::dump(const Job& job, const Values& values, Stage stage, Diagnostics& diagnostics) const {
    const auto text = impl_->text_of(job.document->sjabloon.value, impl_->values_for(job, values), diagnostics);
    if (!text) return std::nullopt;
    if (stage == Stage::markup) {
        const auto document = impl_->markup_of(*text, diagnostics);
        return document ? std::optional(markup::dump(*document)) : std::nullopt;
    }
    const auto pages = impl_->pages_of(*text, diagnostics);
    return pages ? std::optional(layout::dump(*pages, impl_->pdf_tools().fonts)) : std::nullopt;
}

}  // namespace dossier::make
