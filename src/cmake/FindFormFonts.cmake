# The TrueType files that forms are set in: FormFonts_OPEN_SANS and FormFonts_DEJAVU, folders.
find_path(FormFonts_OPEN_SANS OpenSans-Regular.ttf PATHS /usr/share/fonts/truetype/open-sans NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
find_path(FormFonts_DEJAVU DejaVuSans.ttf PATHS /usr/share/fonts/truetype/dejavu NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(FormFonts REQUIRED_VARS FormFonts_OPEN_SANS FormFonts_DEJAVU)
