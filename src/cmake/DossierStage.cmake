# dossier_stage(NAME sources... [LINK libraries...] [PRIVATE libraries...])
# One stage of the pipeline: a static library `dossier_NAME` from src/NAME, seeing headers as "room/header.hpp".
# The global property DOSSIER_STAGES names all of them.
function(dossier_stage name)
  cmake_parse_arguments(PARSE_ARGV 1 stage "" "" "LINK;PRIVATE")
  set_property(GLOBAL APPEND PROPERTY DOSSIER_STAGES ${name})
  add_library(dossier_${name} STATIC ${stage_UNPARSED_ARGUMENTS})
  target_include_directories(dossier_${name} PUBLIC "${CMAKE_SOURCE_DIR}/src")
  target_link_libraries(dossier_${name} PUBLIC ${stage_LINK} PRIVATE dossier_warnings ${stage_PRIVATE})
endfunction()
