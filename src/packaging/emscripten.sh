# To be read by a shell script, in a folder of its own: emscripten of Debian with a cache that can be written, and how every object of the page
# is compiled. By clang itself: what emcc would call, without the second that it takes to find that out for each file.
EM_CACHE=$PWD/em-cache
EM_FROZEN_CACHE=0
export EM_CACHE EM_FROZEN_CACHE
[ -d "$EM_CACHE" ] || cp -r /usr/share/emscripten/cache "$EM_CACHE"
wasm_flags=$(emcc -fwasm-exceptions -sSUPPORT_LONGJMP=wasm --cflags)
wasm_cc="clang-14 $wasm_flags"
wasm_cxx="clang++-14 $wasm_flags"
