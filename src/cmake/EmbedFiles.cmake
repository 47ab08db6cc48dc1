# embed_files(OUT.cpp FUNCTION base_dir files...)
# Writes a source file that puts `files` (relative to base_dir) into the program and defines
#   std::span<const dossier::EmbeddedFile> FUNCTION();   with name and bytes of each, in the order given.
# A changed file recompiles it. Where the program is ELF, the assembler's .incbin keeps this quick for fonts of any size. Elsewhere (in
# WebAssembly, say) the section and its syntax are others, so there the bytes become a string in C++, which every compiler takes.
if(CMAKE_EXECUTABLE_FORMAT STREQUAL "ELF")
  set(embed_files_default incbin)
else()
  set(embed_files_default string)
endif()
set(DOSSIER_EMBED "${embed_files_default}" CACHE STRING "How files get into the program: incbin (ELF only) or string")
set_property(CACHE DOSSIER_EMBED PROPERTY STRINGS incbin string)
set(embed_files_module "${CMAKE_CURRENT_LIST_FILE}")

function(embed_files out function base_dir)
  if(DOSSIER_EMBED STREQUAL "incbin")
    embed_files_by_incbin("${out}" ${function} "${base_dir}" ${ARGN})
  elseif(DOSSIER_EMBED STREQUAL "string")
    embed_files_by_string("${out}" ${function} "${base_dir}" ${ARGN})
  else()
    message(FATAL_ERROR "DOSSIER_EMBED is \"${DOSSIER_EMBED}\", expected incbin or string")
  endif()
endfunction()

# prepared_file(NAME PROGRAM inputs...)
# Lets PROGRAM, made by this build, write what the program would otherwise work out at each start, and embeds it: makes
# prepared_NAME.cpp with the function embedded_prepared_NAME(). For another machine PROGRAM does not run here: then what the build in
# DOSSIER_NATIVE_DIR prepared is taken, so that both programs hold the same.
function(prepared_file name program)
  if(CMAKE_CROSSCOMPILING)
    file(RELATIVE_PATH room "${CMAKE_BINARY_DIR}" "${CMAKE_CURRENT_BINARY_DIR}")
    embed_files("${CMAKE_CURRENT_BINARY_DIR}/prepared_${name}.cpp" embedded_prepared_${name} "${DOSSIER_NATIVE_DIR}/${room}" prepared_${name})
    return()
  endif()
  set(out "${CMAKE_CURRENT_BINARY_DIR}/prepared_${name}")
  add_custom_command(OUTPUT "${out}" COMMAND ${program} ${ARGN} "${out}" DEPENDS ${program} ${ARGN} VERBATIM)
  embed_files("${out}.cpp" embedded_prepared_${name} "${CMAKE_CURRENT_BINARY_DIR}" prepared_${name})
endfunction()

function(embed_files_by_incbin out function base_dir)
  set(asm "")
  set(externs "")
  set(rows "")
  set(depends "")
  set(n 0)
  foreach(file IN LISTS ARGN)
    set(path "${base_dir}/${file}")
    set(symbol "dossier_embedded_${function}_${n}")
    string(APPEND asm "    \".global ${symbol}\\n${symbol}:\\n.incbin \\\"${path}\\\"\\n.global ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n\"\n")
    string(APPEND externs "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
    string(APPEND rows "        {\"${file}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    list(APPEND depends "${path}")
    math(EXPR n "${n} + 1")
  endforeach()
  file(CONFIGURE OUTPUT "${out}" @ONLY CONTENT [[// Made by src/cmake/EmbedFiles.cmake.
#include "base/embedded.hpp"
asm(".section .rodata\n"
@asm@    ".text\n");
extern "C" {
@externs@}
namespace dossier {
std::span<const EmbeddedFile> @function@() {
    static const EmbeddedFile kFiles[] = {
@rows@    };
    return kFiles;
}
}  // namespace dossier
]])
  set_source_files_properties("${out}" PROPERTIES OBJECT_DEPENDS "${depends}")
endfunction()

function(embed_files_by_string out function base_dir)
  list(TRANSFORM ARGN PREPEND "${base_dir}/" OUTPUT_VARIABLE depends)
  add_custom_command(OUTPUT "${out}" VERBATIM DEPENDS ${depends} "${embed_files_module}"
    COMMAND "${CMAKE_COMMAND}" "-Dout=${out}" "-Dfunction=${function}" "-Dbase_dir=${base_dir}" "-Dfiles=${ARGN}" -P "${embed_files_module}")
endfunction()

# What the command above runs.
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  set(rows "")
  set(strings "")
  set(n 0)
  foreach(file IN LISTS files)
    file(READ "${base_dir}/${file}" hex HEX)
    # Sixty-four bytes a line. Every byte is an escape, so none can run on into the next.
    string(REPEAT "[0-9a-f]" 128 line)
    string(REGEX REPLACE "(${line})" "\\1\"\n    \"" hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" hex "${hex}")
    string(APPEND strings "const char kFile${n}[] =\n    \"${hex}\";\n")
    string(APPEND rows "        {\"${file}\", {kFile${n}, sizeof kFile${n} - 1}},\n")
    math(EXPR n "${n} + 1")
  endforeach()
  file(WRITE "${out}" "// Made by src/cmake/EmbedFiles.cmake.
#include \"base/embedded.hpp\"
#ifdef __clang__
#pragma clang diagnostic ignored \"-Woverlength-strings\"
#endif
namespace dossier {
std::span<const EmbeddedFile> ${function}();
namespace {
${strings}}  // namespace
std::span<const EmbeddedFile> ${function}() {
    static const EmbeddedFile kFiles[] = {
${rows}    };
    return kFiles;
}
}  // namespace dossier
")
endif()
