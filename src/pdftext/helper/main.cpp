/// dossier-pdftext: a PDF on stdin, its text on stdout, as pdftext/protocol.hpp has it. A program of its own, so that a hostile
/// PDF meets poppler where there is nothing to harm: no file, no network, bounds on time and memory (sandbox/sandbox.hpp). What poppler
/// has to say on stderr does not get through either.

#include "pdftext/helper/extract.hpp"
#include "pdftext/protocol.hpp"
#include "sandbox/sandbox.hpp"

#include <array>
#include <cerrno>
#include <new>
#include <string>
#include <unistd.h>

namespace {

using namespace dossier::pdftext;

bool read_all(std::string& bytes) {
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t n = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return n == 0;
        bytes.append(buffer.data(), static_cast<std::size_t>(n));
    }
}

bool write_all(const std::string& bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t n = ::write(STDOUT_FILENO, bytes.data() + at, bytes.size() - at);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        at += static_cast<std::size_t>(n);
    }
    return true;
}

int run() {
    prepare_extract();
    if (const std::string refused = dossier::sandbox::lock_in({}); !refused.empty())
        return write_all(std::string(kGreeting) + static_cast<char>(no_sandbox) + refused) ? 0 : 1;
    std::string bytes;
    return read_all(bytes) && write_all(extract(bytes)) ? 0 : 1;
}

}  // namespace

int main() {
    // The destructors of libraries are no part of the answer, and a damaged heap is no place for them.
    try {
        ::_exit(run());
    } catch (const std::bad_alloc&) {
        ::_exit(kOutOfMemory);
    } catch (...) {
        ::_exit(1);
    }
}
