#!/bin/sh
# pure_test.sh NM PLANTED.o FILE...: pure.sh finds each planted call, and none in the rooms.
set -eu
here=$(dirname "$0")
nm=$1
planted=$2
shift 2
if found=$(sh "$here/pure.sh" "$nm" "$planted"); then echo "pure.sh finds nothing in $planted"; exit 1; fi
for call in open openat stat unlink rename socket fork execve mmap fopen getenv 'std::filesystem::status(' 'std::basic_ifstream<' 'std::thread::' 'std::cout' \
            'std::chrono::_V2::system_clock::now()'; do
  echo "$found" | sed 's/64$//; s/@.*//' | grep -Fq ": $call" || { echo "pure.sh does not find $call in:"; echo "$found"; exit 1; }
done
exec sh "$here/pure.sh" "$nm" "$@"
