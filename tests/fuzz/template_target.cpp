/// Any bytes at all as templates: the first part is hoofd.html, each other one a file that it can take in. Templates or errors; text or
/// errors; every place is in one of the files; and what a value says stays text, unless the template asks for it verbatim.

#include "base/problems.hpp"
#include "parts.hpp"
#include "render/render.hpp"
#include "sound.hpp"

#include <cstdint>
#include <list>
#include <string>

namespace {

using namespace dossier;
using view::List;
using view::Object;
using view::Value;

/// Of every kind, and each text with signs that mean something in HTML, scripts, styles, addresses or mustache. None of them stands
/// in a seed.
constexpr std::string_view kTrap = "\"'><qq1 on=x>{{naam}}{{> hoofd.html}}</qq1></script>";

const Value& values() {
    static const Value kValues = [] {
        const Value item(Object{{"code", Value("B1-K1")}, {"tekst", Value(kTrap)}, {"leeg", Value("")}, {"ja", Value(true)}});
        Value v(Object{{"naam", Value(kTrap)}, {"leeg", Value("")}, {"nee", Value(false)}, {"ja", Value(true)}});
        v.set("lijst", Value(List{item, item}));
        v.set("letters", Value(List{Value("a"), Value(kTrap)}));
        v.set("geen", Value(List{}));
        v.set("een", item);
        v.set("url", Value("https://example.org/?a=1&b='"));
        return v;
    }();
    return kValues;
}

void expect_places(const Diagnostics& diagnostics, const std::list<Source>& files) {
    for (const Diagnostic& d : diagnostics.all()) {
        fuzz::expect(!d.message.empty() && !d.code.empty(), "a diagnostic says something");
        bool known = d.code == "template-unknown";
        for (const Source& file : files)
            known = known || (d.location.source == &file && d.location.begin <= d.location.end && d.location.end <= file.text.size());
        fuzz::expect(known, "a place is in one of the templates");
    }
    fuzz::expect(diagnostics.all().size() <= 4 * (kMostProblems + 1) * files.size(), "problems are bounded");
    fuzz::expect(!first_invalid_utf8(report(diagnostics)), "the report is UTF-8");
}

/// Whether values may stand in the text as they are.
bool has_verbatim(const std::list<Source>& files) {
    for (const Source& file : files)
        if (file.text.find('&') != std::string::npos || file.text.find("{{{") != std::string::npos ||
            file.text.find("qq1") != std::string::npos)
            return true;
    return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::list<Source> files;
    render::TemplateSources sources;
    for (auto& [name, text] : fuzz::parts({reinterpret_cast<const char*>(data), size})) {
        files.push_back({name.empty() ? "hoofd.html" : name, std::move(text)});
        sources[files.back().name] = &files.back();
    }
    Diagnostics diagnostics;
    const auto templates = render::Templates::compile(sources, render::Templates::Check::all, diagnostics);
    fuzz::expect(templates.has_value() != diagnostics.has_errors(), "templates exactly when there is no error");
    expect_places(diagnostics, files);
    if (!templates) return 0;
    for (const auto& [name, source] : sources) {
        Diagnostics of_names;
        templates->check_names(name, values(), of_names);
        expect_places(of_names, files);
    }
    for (const bool places : {false, true}) {
        Diagnostics met;
        const auto page = templates->render("hoofd.html", values(), met, places);
        fuzz::expect(page.has_value() != met.has_errors(), "a page exactly when there is no error");
        expect_places(met, files);
        if (!page) continue;
        fuzz::expect(!first_invalid_utf8(*page), "a page is UTF-8");
        fuzz::expect(has_verbatim(files) || page->find("<qq1") == std::string::npos, "a value is text");
        fuzz::expect(render::seal(render::seal(*page)) == render::seal(*page) || page->find("-hashes") != std::string::npos,
                     "sealing twice is sealing once");
    }
    return 0;
}
