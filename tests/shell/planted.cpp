/// Each call that pure.sh has to find, one for each kind.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

int planted(const char* path);
int planted(const char* path) {
    struct stat info {};
    char* const none[] = {nullptr};
    int out = open(path, O_RDONLY) + openat(AT_FDCWD, path, O_RDONLY) + stat(path, &info) + unlink(path) + rename(path, path) +
              socket(AF_UNIX, 0, 0) + fork() + execve(path, none, none);
    if (mmap(nullptr, 1, PROT_READ, MAP_PRIVATE, out, 0) == MAP_FAILED) ++out;
    if (std::FILE* file = std::fopen(path, "r")) out += std::fclose(file);
    if (std::getenv("HOME")) ++out;
    if (std::filesystem::exists(path)) ++out;
    std::ifstream in(path);
    std::thread([&out] { ++out; }).join();
    std::cout << std::chrono::system_clock::now().time_since_epoch().count() << in.rdbuf();
    return out;
}
