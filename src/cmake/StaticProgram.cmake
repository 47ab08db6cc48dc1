# static_program(NAME SOURCE): a program of all rooms, statically linked, C library and all. It starts four times as fast as one that loads
# two dozen shared libraries, and runs on any Linux of its processor. DOSSIER_STATIC_DIR is what src/packaging/static_libraries.sh made.
# The objects are those of the shared build: only the linking differs, so the documents have the same bytes.
# The libraries are listed in share/dossier.archives, for the test of the licences.
function(static_program name source)
  get_property(stages GLOBAL PROPERTY DOSSIER_STAGES)
  list(TRANSFORM stages PREPEND dossier_)
  set(archives "")
  foreach(stage IN LISTS stages)
    list(APPEND archives "$<TARGET_FILE:${stage}>")
  endforeach()
  set(libraries "")
  foreach(library harfbuzz-subset hpdf qrencode zip yaml-cpp pugixml deflate png z hyphen utf8proc nettle)
    find_library(static_${library} NAMES lib${library}.a HINTS "${DOSSIER_STATIC_DIR}/lib" REQUIRED)
    mark_as_advanced(static_${library})
    list(APPEND libraries "${static_${library}}")
  endforeach()
  add_executable(${name} ${source})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/src")
  # Archives one by one and not as targets, which would bring the shared libraries along.
  target_link_libraries(${name} PRIVATE dossier_warnings -Wl,--start-group ${archives} ${libraries} -Wl,--end-group)
  target_link_options(${name} PRIVATE -static-pie)
  add_dependencies(${name} ${stages})
  set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS ${archives})
  list(JOIN libraries "\n" lines)
  file(WRITE "${CMAKE_BINARY_DIR}/share/dossier.archives" "${lines}\n")
endfunction()
