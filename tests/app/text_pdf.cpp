/// A text as the PDF of a published dossier, for the test of the page: text_pdf TEXT OUT.pdf. Pages begin as in
/// texts that were published.

#include "pdf_of_text.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::ifstream in(argv[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::ofstream out(argv[2], std::ios::binary);
    out << dossier::test::pdf_of_text(dossier::test::with_pages(text));
    return !text.empty() && out.flush() ? 0 : 1;
}
