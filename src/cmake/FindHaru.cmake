# libharu with the internal headers that Debian ships: target Haru::Haru. The wrapper in src/pdf is tied to the struct
# layout of one version, so exactly that version is asked for.
find_path(Haru_INCLUDE_DIR hpdf_objects.h)
find_library(Haru_LIBRARY hpdf)
if(Haru_INCLUDE_DIR)
  file(STRINGS "${Haru_INCLUDE_DIR}/hpdf_version.h" _line REGEX "HPDF_VERSION_TEXT")
  string(REGEX REPLACE ".*\"([0-9.]+).*\".*" "\\1" Haru_VERSION "${_line}")
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Haru REQUIRED_VARS Haru_LIBRARY Haru_INCLUDE_DIR VERSION_VAR Haru_VERSION)
if(Haru_FOUND AND NOT TARGET Haru::Haru)
  add_library(Haru::Haru UNKNOWN IMPORTED)
  set_target_properties(Haru::Haru PROPERTIES IMPORTED_LOCATION "${Haru_LIBRARY}"
                        INTERFACE_INCLUDE_DIRECTORIES "${Haru_INCLUDE_DIR}")
endif()
