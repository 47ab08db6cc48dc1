# HarfBuzz with its subsetter: targets HarfBuzz::HarfBuzz, HarfBuzz::Subset.
find_package(PkgConfig QUIET)
pkg_check_modules(PC_HARFBUZZ QUIET harfbuzz harfbuzz-subset)
find_path(HarfBuzz_INCLUDE_DIR hb-subset.h HINTS ${PC_HARFBUZZ_INCLUDE_DIRS} PATH_SUFFIXES harfbuzz)
find_library(HarfBuzz_LIBRARY harfbuzz)
find_library(HarfBuzz_SUBSET_LIBRARY harfbuzz-subset)
if(HarfBuzz_INCLUDE_DIR)
  file(STRINGS "${HarfBuzz_INCLUDE_DIR}/hb-version.h" _line REGEX "HB_VERSION_STRING")
  string(REGEX REPLACE ".*\"([0-9.]+)\".*" "\\1" HarfBuzz_VERSION "${_line}")
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(HarfBuzz REQUIRED_VARS HarfBuzz_LIBRARY HarfBuzz_SUBSET_LIBRARY HarfBuzz_INCLUDE_DIR
                                  VERSION_VAR HarfBuzz_VERSION)
if(HarfBuzz_FOUND AND NOT TARGET HarfBuzz::HarfBuzz)
  add_library(HarfBuzz::HarfBuzz UNKNOWN IMPORTED)
  set_target_properties(HarfBuzz::HarfBuzz PROPERTIES IMPORTED_LOCATION "${HarfBuzz_LIBRARY}"
                        INTERFACE_INCLUDE_DIRECTORIES "${HarfBuzz_INCLUDE_DIR}")
  add_library(HarfBuzz::Subset UNKNOWN IMPORTED)
  set_target_properties(HarfBuzz::Subset PROPERTIES IMPORTED_LOCATION "${HarfBuzz_SUBSET_LIBRARY}"
                        INTERFACE_LINK_LIBRARIES HarfBuzz::HarfBuzz)
endif()
