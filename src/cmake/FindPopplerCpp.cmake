# poppler-cpp: target Poppler::Cpp.
find_path(PopplerCpp_INCLUDE_DIR poppler-document.h PATH_SUFFIXES poppler/cpp)
find_library(PopplerCpp_LIBRARY poppler-cpp)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PopplerCpp REQUIRED_VARS PopplerCpp_LIBRARY PopplerCpp_INCLUDE_DIR)
if(PopplerCpp_FOUND AND NOT TARGET Poppler::Cpp)
  add_library(Poppler::Cpp UNKNOWN IMPORTED)
  set_target_properties(Poppler::Cpp PROPERTIES IMPORTED_LOCATION "${PopplerCpp_LIBRARY}"
                        INTERFACE_INCLUDE_DIRECTORIES "${PopplerCpp_INCLUDE_DIR}")
endif()
