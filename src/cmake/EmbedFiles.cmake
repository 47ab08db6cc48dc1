# embed_files(OUT.cpp FUNCTION base_dir files...)
# Writes a source file that puts `files` (relative to base_dir) into the program and defines
#   std::span<const dossier::EmbeddedFile> FUNCTION();   with name and bytes of each, in the order given.
# The assembler's .incbin keeps this quick for fonts of any size; a changed file recompiles it.
function(embed_files out function base_dir)
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
