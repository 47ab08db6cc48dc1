/// Run when the program is built: writes what the program needs of its typeface and of the patterns for hyphenation, ready to use.
/// usage: prepare_layout HYPH.dic OUT

#include "layout/hyphens.hpp"
#include "layout/prepared.hpp"
#include "layout/subset.hpp"
#include "layout/typefaces.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    using namespace dossier::layout;
    if (argc != 3) return 2;
    std::ifstream patterns(argv[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(patterns), {}};
    std::ofstream out(argv[2], std::ios::binary);
    const std::string hyphens = pack_hyphens(text), faces = pack(subset_faces(own_typeface(), fallback()));
    out << dossier::codec::written<PreparedFormat>(Prepared{hyphens, faces});
    out.close();
    if (patterns && out) return 0;
    std::cerr << "prepare_layout: cannot read " << argv[1] << " or write " << argv[2] << '\n';
    return 1;
}
