#!/bin/sh
# pure.sh NM FILE...: fails if an object file of the project, in these archives or by itself, asks for what a page in a browser has
# not: poppler, CLI11, and what touches disks, networks, processes, threads, the clock, the environment or a terminal. The
# names are those that the linker sees, in C and in C++.
set -eu
nm=$1
shift
c='poppler.*|CLI::.*|seccomp_.*
|open|open64|openat|openat64|creat|creat64|read|pread|pread64|write|pwrite|pwrite64|close|dup|dup2|dup3|fcntl|fcntl64|ioctl|lseek|lseek64|fsync|fdatasync|truncate|ftruncate|ftruncate64
|fopen|fopen64|freopen|fdopen|tmpfile|tmpfile64|mkstemp|mkstemp64|mkdtemp|opendir|readdir|readdir64|scandir|glob|glob64|nftw
|stat|stat64|lstat|lstat64|fstat|fstat64|fstatat|fstatat64|statx|__xstat|__fxstat|__lxstat|access|faccessat|chmod|fchmod|chown|umask|utimensat
|unlink|unlinkat|remove|rename|renameat|renameat2|link|linkat|symlink|readlink|readlinkat|realpath|mkdir|mkdirat|rmdir|chdir|getcwd
|mmap|mmap64|munmap|mprotect|shm_open|memfd_create
|socket|socketpair|connect|bind|listen|accept|accept4|send|sendto|sendmsg|recv|recvfrom|recvmsg|poll|ppoll|select|pselect|epoll_.*|getaddrinfo|pipe|pipe2
|fork|vfork|clone|exec[lv].*|fexecve|posix_spawn.*|system|popen|wait|waitpid|wait4|kill|raise|signal|sigaction|ptrace|prctl|syscall|dlopen|setrlimit|getrlimit
|pthread_create|thrd_create|std::thread::.*|std::jthread::.*
|time|clock|clock_gettime|gettimeofday|localtime.*|gmtime.*|std::chrono::.*::now\(\)|nanosleep|usleep|sleep
|getenv|secure_getenv|setenv|environ|setlocale|isatty|getpid|getuid
|printf|puts|putchar|std::cout|std::cerr|std::clog|std::cin
|std::filesystem::(__cxx11::)?(exists|status|symlink_status|file_size|remove.*|rename|create_.*|copy.*|read_symlink|canonical|absolute|current_path|temp_directory_path|permissions|space|resize_file|last_write_time|is_empty|equivalent|(recursive_)?directory_iterator::.*)(\(.*)?
|std::(__cxx11::)?basic_(filebuf|fstream|ifstream|ofstream)<.*
|std::random_device::.*'
pattern="^(__)?($(printf '%s' "$c" | tr -d '\n'))(_chk)?(@.*)?\$"

bad=0
for file in "$@"; do
  [ -s "$file" ] || { echo "no file $file"; exit 2; }
  found=$("$nm" -A -C -u "$file" | sed -n 's/^\(.*\):  *[Uwv] \(.*\)$/\1 \2/p' | awk -v p="$pattern" '{ at = $1; sub(/^[^ ]* /, ""); if ($0 ~ p) print at ": " $0 }')
  [ -z "$found" ] || { echo "$found"; bad=1; }
done
exit $bad
