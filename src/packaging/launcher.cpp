/// Starts the dynamic program of its own name, with the libraries and the loader of the portable package and none of the system's. Linked
/// statically, it is what stands in libexec/dossier there; see Portable.cmake.

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <unistd.h>

int main() {
    std::string self(4096, '\0');
    const ssize_t length = readlink("/proc/self/exe", self.data(), self.size());
    if (length <= 0 || static_cast<std::size_t>(length) == self.size()) return 127;
    self.resize(static_cast<std::size_t>(length));
    const std::size_t slash = self.rfind('/');
    const std::string name = self.substr(slash + 1);
    const std::string folder = self.substr(0, slash) + "/../../lib/dossier";
    const std::string loader = folder + "/ld-linux-x86-64.so.2", program = folder + '/' + name;
    // Conversions between encodings are modules of the C library, so they too come from the package.
    const std::string modules = "GCONV_PATH=" + folder + "/gconv";
    const char* arguments[] = {loader.c_str(), "--inhibit-cache", "--library-path", folder.c_str(), program.c_str(), nullptr};
    const char* environment[] = {modules.c_str(), nullptr};
    execve(loader.c_str(), const_cast<char* const*>(arguments), const_cast<char* const*>(environment));
    std::fprintf(stderr, "%s: cannot start %s: %s\n", name.c_str(), loader.c_str(), std::strerror(errno));
    return 127;  // as shells say of what they cannot start
}
