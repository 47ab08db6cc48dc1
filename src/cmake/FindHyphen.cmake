# libhyphen: target Hyphen::Hyphen, and Hyphen_DUTCH, the folder with hyph_nl.dic.
find_path(Hyphen_INCLUDE_DIR hyphen.h)
find_library(Hyphen_LIBRARY hyphen)
find_path(Hyphen_DUTCH hyph_nl.dic PATHS /usr/share/hyphen /usr/local/share/hyphen NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Hyphen REQUIRED_VARS Hyphen_LIBRARY Hyphen_INCLUDE_DIR Hyphen_DUTCH)
if(Hyphen_FOUND AND NOT TARGET Hyphen::Hyphen)
  add_library(Hyphen::Hyphen UNKNOWN IMPORTED)
  set_target_properties(Hyphen::Hyphen PROPERTIES IMPORTED_LOCATION "${Hyphen_LIBRARY}"
                        INTERFACE_INCLUDE_DIRECTORIES "${Hyphen_INCLUDE_DIR}")
endif()
