# To be read by a shell script, in a folder of its own: emscripten of Debian with a cache that can be written, and the flags that every object
# of the page has.
EM_CACHE=$PWD/em-cache
EM_FROZEN_CACHE=0
export EM_CACHE EM_FROZEN_CACHE
[ -d "$EM_CACHE" ] || cp -r /usr/share/emscripten/cache "$EM_CACHE"
wasm_flags="-fwasm-exceptions -sSUPPORT_LONGJMP=wasm"
