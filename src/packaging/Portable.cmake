# The portable package: a folder that runs on any x86-64 Linux, without root. DOSSIER_STATIC_DIR is what src/packaging/static_libraries.sh made.
#
#   bin/dossier               statically linked, C library and all: it needs nothing of the system
#   libexec/dossier/...       the programs that read PDFs and scans. Debian has no static Poppler and ZXing, so these stay dynamic; a
#                             small static program of each name starts the one in lib/dossier, with the libraries and the loader there
#   lib/dossier/              those programs, their libraries, the loader
if(NOT CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  message(FATAL_ERROR "the portable package is for x86-64, this is ${CMAKE_SYSTEM_PROCESSOR}")
endif()
set(portable "${CMAKE_BINARY_DIR}/portable")

# ---- the package -----------------------------------------------------------------------------------------------------

add_executable(dossier_launcher src/packaging/launcher.cpp)
target_link_libraries(dossier_launcher PRIVATE dossier_warnings)
target_link_options(dossier_launcher PRIVATE -static-pie)
set_target_properties(dossier_launcher PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${portable}")

release_date(date)
set(package "${CMAKE_BINARY_DIR}/package/dossier-${PROJECT_VERSION}-portable-x86_64.tar.gz")
add_custom_command(OUTPUT "${package}" VERBATIM
  DEPENDS dossier_share dossier_launcher dossier dossier-pdftext dossier-pdfform dossier-scan dossier-serve
          src/packaging/portable.sh README.md CHANGELOG.md dossier.yaml
  COMMAND "${CMAKE_SOURCE_DIR}/src/packaging/portable.sh" "${CMAKE_BINARY_DIR}" "${PROJECT_VERSION}" "${date}" $<TARGET_FILE:dossier_launcher>)
add_custom_target(dossier_portable ALL DEPENDS "${package}")
