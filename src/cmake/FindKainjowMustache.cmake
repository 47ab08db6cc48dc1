# kainjow mustache: one header, no package config. Target KainjowMustache::mustache.
include(FindPackageHandleStandardArgs)
find_path(KainjowMustache_INCLUDE_DIR kainjow/mustache.hpp)
if(KainjowMustache_INCLUDE_DIR)
  file(STRINGS "${KainjowMustache_INCLUDE_DIR}/kainjow/mustache.hpp" _line REGEX "Mustache v[0-9.]+" LIMIT_COUNT 1)
  string(REGEX MATCH "[0-9]+\\.[0-9.]+" KainjowMustache_VERSION "${_line}")
endif()
find_package_handle_standard_args(KainjowMustache REQUIRED_VARS KainjowMustache_INCLUDE_DIR
                                  VERSION_VAR KainjowMustache_VERSION)
if(KainjowMustache_FOUND AND NOT TARGET KainjowMustache::mustache)
  add_library(KainjowMustache::mustache INTERFACE IMPORTED)
  set_target_properties(KainjowMustache::mustache PROPERTIES
                        INTERFACE_INCLUDE_DIRECTORIES "${KainjowMustache_INCLUDE_DIR}")
endif()
mark_as_advanced(KainjowMustache_INCLUDE_DIR)
