#include "../common/temporary_folder.hpp"
#include "folder/folder.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::style;
using dossier::folder::read_templates;

TEST_CASE("a school's file goes before the built-in one, the others stay") {
    const TemporaryFolder folder;
    folder.write("formulier/voet.xhtml", "<p>Onze school</p>");
    TemplateSet built_in;
    TemplateSet own;
    Diagnostics diagnostics;
    REQUIRE(built_in.load({}, diagnostics));
    REQUIRE(own.load(read_templates(folder.path(), diagnostics).value(), diagnostics));
    CHECK(own.find("formulier/voet.xhtml")->text == "<p>Onze school</p>");
    CHECK(own.find("formulier/voet.xhtml")->name == (folder.path() / "formulier/voet.xhtml").string());
    CHECK(own.find("manifest.yaml")->text == built_in.find("manifest.yaml")->text);
    CHECK(built_in.find("manifest.yaml")->name == "templates/manifest.yaml");
    CHECK(own.find("weg.html") == nullptr);
}

TEST_CASE("a templates folder that cannot be used is said, with its name") {
    const TemporaryFolder folder;
    folder.write("a.html", "caf\xe9");
    Diagnostics diagnostics;
    TemplateSet set;
    CHECK_FALSE(read_templates(folder.path() / "weg", diagnostics));
    CHECK_FALSE(set.load(read_templates(folder.path(), diagnostics).value(), diagnostics));
    CHECK(report(diagnostics) == "error: cannot read the templates folder \"" + (folder.path() / "weg").string() +
                                     "\": not a folder\nerror: cannot read the template \"" + (folder.path() / "a.html").string() +
                                     "\": is not UTF-8\n");
}
