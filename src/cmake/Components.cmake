# What is in the programs and not of this project, in one table: `dossier --version` and the licences of the packages are made from it.
# tests/install holds it against what the programs link.
#
#   kind | name | licence (SPDX) | Debian package that it is built from | program
#
# "embedded" lies in the program as it is; "library" is compiled into it or loaded by it.
set(dossier_components
  "embedded|Open Sans|Apache-2.0|fonts-open-sans|dossier"
  "embedded|DejaVu Sans|Bitstream-Vera|fonts-dejavu-core|dossier"
  "embedded|Dutch hyphenation patterns|BSD-2-Clause OR CC-BY-3.0|hyphen-nl|dossier"
  "library|CLI11|BSD-3-Clause|libcli11-dev|dossier"
  "library|HarfBuzz|MIT-Modern-Variant|libharfbuzz-dev|dossier"
  "library|Hyphen|GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1|libhyphen-dev|dossier"
  "library|kainjow mustache|BSL-1.0|libkainjow-mustache-dev|dossier"
  "library|libdeflate|MIT|libdeflate-dev|dossier"
  "library|libharu|Zlib|libhpdf-dev|dossier"
  "library|libpng|libpng-2.0|libpng-dev|dossier"
  "library|libqrencode|LGPL-2.1-or-later|libqrencode-dev|dossier"
  "library|libzip|BSD-3-Clause|libzip-dev|dossier"
  "library|nettle|LGPL-3.0-or-later OR GPL-2.0-or-later|nettle-dev|dossier, dossier-scan"
  "library|nlohmann-json|MIT|nlohmann-json3-dev|dossier"
  "library|pugixml|MIT|libpugixml-dev|dossier, dossier-pdfform, dossier-scan"
  "library|utf8proc|MIT AND Unicode-DFS-2015|libutf8proc-dev|dossier"
  "library|yaml-cpp|MIT|libyaml-cpp-dev|dossier"
  "library|zlib|Zlib|zlib1g-dev|dossier"
  "library|libseccomp|LGPL-2.1-only|libseccomp-dev|dossier-pdfform, dossier-pdftext, dossier-scan, dossier-serve"
  "library|OpenSSL|Apache-2.0|libssl-dev|dossier-pdfform"
  "library|qpdf|Apache-2.0|libqpdf-dev|dossier-pdfform"
  "library|Leptonica|Leptonica|libleptonica-dev|dossier-scan"
  "library|Poppler|GPL-2.0-only OR GPL-3.0-only|libpoppler-cpp-dev|dossier-pdftext, dossier-scan"
  "library|ZXing-C++|Apache-2.0|libzxing-dev|dossier-scan"
  "library|cpp-httplib|MIT|libcpp-httplib-dev|dossier-serve")

# debian_version(OUT PACKAGE): "1.11-2", or "" where the package, or Debian, is not there.
function(debian_version out package)
  execute_process(COMMAND dpkg-query --showformat "\${Version}" --show "${package}" OUTPUT_VARIABLE version ERROR_QUIET
                  RESULT_VARIABLE failed)
  if(failed)
    set(version "")
  endif()
  set(${out} "${version}" PARENT_SCOPE)
endfunction()

# release_date(OUT): the day of this version in CHANGELOG.md, which must have it.
function(release_date out)
  set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS CHANGELOG.md)
  file(STRINGS "${PROJECT_SOURCE_DIR}/CHANGELOG.md" heads REGEX "^## ${PROJECT_VERSION} ")
  if(NOT "${heads}" MATCHES "^## [0-9.]+ \\(([0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9])\\)$")
    message(FATAL_ERROR "CHANGELOG.md has no line \"## ${PROJECT_VERSION} (YYYY-MM-DD)\" for the version of CMakeLists.txt")
  endif()
  set(${out} "${CMAKE_MATCH_1}" PARENT_SCOPE)
endfunction()

# write_components(OUT.cpp): the table in C++, with versions, for src/cli/about.hpp.
function(write_components out)
  release_date(date)
  set(rows "")
  foreach(line IN LISTS dossier_components)
    string(REPLACE "|" ";" cells "${line}")
    list(GET cells 0 kind)
    list(GET cells 1 name)
    list(GET cells 2 licence)
    list(GET cells 3 package)
    list(GET cells 4 program)
    debian_version(debian "${package}")
    # What its makers call it: without the epoch and what Debian added.
    string(REGEX REPLACE "^[0-9]+:|[+.~]?(dfsg|ds).*$|-[^-]*$" "" version "${debian}")
    string(REGEX MATCH "^embedded$" embedded "${kind}")
    if(embedded)
      set(embedded true)
    else()
      set(embedded false)
    endif()
    set(origin "Debian package ${package} ${debian}")
    string(APPEND rows "    {${embedded}, \"${name}\", \"${version}\", \"${licence}\", \"${origin}\", \"${program}\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT "${out}" @ONLY CONTENT [[// Made by src/cmake/Components.cmake.
#include "cli/about.hpp"

namespace dossier::cli {

const char* version() { return "@PROJECT_VERSION@"; }
const char* release_date() { return "@date@"; }

std::span<const Component> components() {
    static constexpr Component kComponents[] = {
    {true, "sRGB colour profile", "", "", "made by dossier itself, from the published numbers of IEC 61966-2-1", "dossier"},
@rows@    };
    return kComponents;
}

}  // namespace dossier::cli
]])
endfunction()

# write_copyright(FILE FOLDER): FILE says what is in the programs and under which licence; FOLDER gets the texts, as Debian has them.
function(write_copyright out folder)
  set(rows "")
  file(MAKE_DIRECTORY "${folder}")
  foreach(line IN LISTS dossier_components)
    string(REPLACE "|" ";" cells "${line}")
    list(GET cells 1 name)
    list(GET cells 2 licence)
    list(GET cells 3 package)
    list(GET cells 4 program)
    string(APPEND rows "${name}\n  licence: ${licence}\n  in: ${program}\n  text: licences/${package}\n\n")
    set(text "/usr/share/doc/${package}/copyright")
    if(EXISTS "${text}")
      file(COPY_FILE "${text}" "${folder}/${package}" ONLY_IF_DIFFERENT)
    else()
      message(WARNING "no ${text}: packages made here would lack the licence of ${name}")
    endif()
  endforeach()
  file(CONFIGURE OUTPUT "${out}" @ONLY CONTENT [[dossier @PROJECT_VERSION@

The owner of dossier has named no licence for the program itself, its templates and the colour profile that it makes.
Without one nobody has leave to pass it on.

What dossier is made with and holds in itself is of others:

@rows@"text" names a file in the folder beside this one, as Debian ships it. What those files call by name in
/usr/share/common-licenses is on every Debian system.

Poppler is under the GNU General Public License: who passes on dossier-pdftext or dossier-scan, which link it, does so under
the terms of that licence. Where dossier is linked statically, libqrencode, nettle and the C library, which are under the LGPL, are in it: who
passes that on must also give what is needed to link it again with another version of them.
]])
endfunction()
