/// conformance_tool FILE.pdf...: what each file does wrong; exit status 1 if anything.
#include "conformance.hpp"

#include <cstdio>
#include <fstream>
#include <sstream>

int main(int argc, char** argv) {
    bool good = argc > 1;
    for (int i = 1; i < argc; ++i) {
        std::ifstream in(argv[i], std::ios::binary);
        std::stringstream bytes;
        bytes << in.rdbuf();
        for (const std::string& finding : conformance::check(bytes.str())) {
            std::printf("%s: %s\n", argv[i], finding.c_str());
            good = false;
        }
    }
    return good ? 0 : 1;
}
