# cmake -Dsource=DIR -Dout=FILE -Dgit=PROGRAM -Dcommit=COMMIT -P Commit.cmake
# Writes COMMIT, or else the commit of the clone DIR, in C++ to FILE, if that says something else. Run with every build: no file tells
# when it changes.
if(git AND NOT commit)
  execute_process(COMMAND "${git}" -C "${source}" rev-parse --show-toplevel OUTPUT_VARIABLE top OUTPUT_STRIP_TRAILING_WHITESPACE
                  ERROR_QUIET RESULT_VARIABLE failed)
  file(REAL_PATH "${source}" here)
  # Sources unpacked in a clone of something else are of no commit.
  if(NOT failed AND top STREQUAL here)
    execute_process(COMMAND "${git}" -C "${source}" describe --always --dirty --abbrev=12 --exclude=* OUTPUT_VARIABLE commit
                    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
endif()
file(CONFIGURE OUTPUT "${out}" @ONLY CONTENT [[// Made by src/cmake/Commit.cmake.
#include "cli/about.hpp"
namespace dossier::cli {
const char* commit() { return "@commit@"; }
}  // namespace dossier::cli
]])
