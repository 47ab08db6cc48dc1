# What `cmake --install` puts where, and the packages of CPack. The programs install themselves in their rooms.
include(GNUInstallDirs)
include(Components)

# ---- made by the program itself --------------------------------------------------------------------------------------

set(share "${CMAKE_BINARY_DIR}/share")
file(MAKE_DIRECTORY "${share}")
set(made "")
# program_text(FILE ARGUMENTS...): what the program prints becomes share/FILE.
function(program_text file)
  add_custom_command(OUTPUT "${share}/${file}" DEPENDS dossier VERBATIM
    COMMAND "${CMAKE_COMMAND}" "-Dout=${share}/${file}" "-Dprogram=$<TARGET_FILE:dossier>" "-Darguments=${ARGN}"
            -P "${CMAKE_SOURCE_DIR}/src/cmake/ProgramText.cmake")
  set(made "${made};${share}/${file}" PARENT_SCOPE)
endfunction()
program_text(dossier.1 manual dossier)
program_text(dossier.yaml.5 manual dossier.yaml)
program_text(dossier.bash completion bash)
program_text(_dossier completion zsh)
program_text(dossier.fish completion fish)

set(schemas "${share}/schemas/schema/kwalificatie.xsd" "${share}/schemas/schema/dossier.schema.json"
            "${share}/schemas/schema/resultaten.schema.json")
add_custom_command(OUTPUT ${schemas} DEPENDS dossier "${CMAKE_SOURCE_DIR}/dossier.yaml" VERBATIM
  COMMAND dossier build "${CMAKE_SOURCE_DIR}/dossier.yaml" -o "${share}/schemas" --quiet
          --formaat xsd --formaat json-schema --formaat resultaten-schema)
add_custom_target(dossier_share ALL DEPENDS ${made} ${schemas})

# ---- licences --------------------------------------------------------------------------------------------------------

write_copyright("${share}/copyright" "${share}/licences")

# ---- where it goes ---------------------------------------------------------------------------------------------------

install(FILES "${share}/dossier.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${share}/dossier.yaml.5" DESTINATION "${CMAKE_INSTALL_MANDIR}/man5")
install(FILES "${share}/dossier.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME dossier)
install(FILES "${share}/_dossier" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES "${share}/dossier.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
# The program holds its templates and schemas itself; these are for people, who change a copy and validate.
install(DIRECTORY "${CMAKE_SOURCE_DIR}/templates" DESTINATION "${CMAKE_INSTALL_DATADIR}/dossier")
install(FILES ${schemas} DESTINATION "${CMAKE_INSTALL_DATADIR}/dossier/schema")
set(docdir "${CMAKE_INSTALL_DATADIR}/doc/dossier")
install(FILES "${share}/copyright" "${CMAKE_SOURCE_DIR}/README.md" "${CMAKE_SOURCE_DIR}/CHANGELOG.md" DESTINATION "${docdir}")
install(DIRECTORY "${share}/licences" DESTINATION "${docdir}")
install(FILES "${CMAKE_SOURCE_DIR}/dossier.yaml" DESTINATION "${docdir}/examples")

# ---- packages --------------------------------------------------------------------------------------------------------

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_VENDOR "")
set(CPACK_PACKAGE_CONTACT "Dossier <dossier@example.invalid>")
set(CPACK_PACKAGE_FILE_NAME "dossier-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
# From what the programs link, as dpkg knows it.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Makes from one kwalificatiedossier (the description of what a starting
professional in Dutch secondary vocational education must know and be able
to do) exam forms in PDF, study guides in HTML and exchange files in XML,
and reads filled-in forms back.")
include(CPack)
