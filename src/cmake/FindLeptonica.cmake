# Leptonica: target Leptonica::Leptonica. Debian's package has no CMake configuration that finds its own parts.
find_path(Leptonica_INCLUDE_DIR leptonica/allheaders.h)
find_library(Leptonica_LIBRARY NAMES lept leptonica)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Leptonica REQUIRED_VARS Leptonica_LIBRARY Leptonica_INCLUDE_DIR)
if(Leptonica_FOUND AND NOT TARGET Leptonica::Leptonica)
  add_library(Leptonica::Leptonica UNKNOWN IMPORTED)
  set_target_properties(Leptonica::Leptonica PROPERTIES IMPORTED_LOCATION "${Leptonica_LIBRARY}"
                        INTERFACE_INCLUDE_DIRECTORIES "${Leptonica_INCLUDE_DIR}")
endif()
