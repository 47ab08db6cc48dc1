/// Run when the program is built: writes the PDF objects of the program's own typeface, ready to use. usage: prepare_pdf OUT

#include "pdf/prepared.hpp"

#include <fstream>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::ofstream out(argv[1], std::ios::binary);
    out << dossier::pdf::pack(dossier::pdf::make_font_objects(dossier::layout::Fonts()));
    out.close();
    if (out) return 0;
    std::cerr << "prepare_pdf: cannot write " << argv[1] << '\n';
    return 1;
}
