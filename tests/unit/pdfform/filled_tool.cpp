/// filled_tool HELPER FORM.pdf...     what the forms say, through the helper
/// filled_tool --here FORM.pdf...     the same, in this process
#include "acroform/acroform.hpp"
#include "pdfform/pdfform.hpp"

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    using namespace dossier;
    if (argc < 3) return 2;
    const bool here = std::strcmp(argv[1], "--here") == 0;
    pdfform::Helper helper({argv[1]});
    Diagnostics diagnostics;
    for (int i = 2; i < argc; ++i) {
        std::ifstream in(argv[i], std::ios::binary);
        const Source pdf{argv[i], std::string(std::istreambuf_iterator<char>(in), {})};
        const filled::FilledPdf form = here ? acroform::read_form(pdf.text) : helper.read(pdf, diagnostics);
        filled::report(form, pdf, diagnostics);
        std::cout << filled::dump(form);
    }
    std::cerr << report(diagnostics);
    return diagnostics.has_errors() ? 1 : 0;
}
