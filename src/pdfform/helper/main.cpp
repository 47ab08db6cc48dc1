/// dossier-pdfform: PDFs on stdin, what they say as forms on stdout.

#include "pdfform/helper/serve.hpp"

#include <new>
#include <unistd.h>

int main() {
    using namespace dossier::pdfform;
    // The destructors of libraries are no part of the answer.
    try {
        ::_exit(serve());
    } catch (const std::bad_alloc&) {
        ::_exit(kOutOfMemory);
    } catch (...) {
        ::_exit(kFailed);
    }
}
