# To be read by a shell script that makes libraries from Debian's sources in the folder where it stands: `packages` names them, as SOURCE:BINARY,
# `tools` names packages besides whose versions matter, `recipe` is a number that changes with what the script does, `ar` makes archives.

# Versions or a recipe that changed are made anew.
stamp=$recipe
for package in $packages $tools; do stamp="$stamp $(dpkg-query -W -f '${source:Package}=${source:Version}' "${package#*:}")"; done
is_made() { [ "$(cat made 2>/dev/null || true)" = "$stamp" ]; }
# Says that all is there, and throws the sources away.
done_making() {
  rm -rf src step.log
  echo "$stamp" >made
}

# Objects are kept by content, where ccache is at hand.
cached=
! command -v ccache >/dev/null || cached="ccache "

# objects NAME "COMPILER FLAGS" SOURCES...: lib/libNAME.a, with as many compilers at a time as there are processors.
objects() {
  name=$1 command=$2
  shift 2
  mkdir "src/obj-$name"
  printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} sh -c "$cached$command -w -c {} -o src/obj-$name/\$(basename {}).o"
  "$ar" rcs "lib/lib$name.a" "src/obj-$name"/*.o
}
# The log of a step is shown when the step fails.
quiet() { "$@" >step.log 2>&1 || { cat step.log >&2; exit 1; }; }
