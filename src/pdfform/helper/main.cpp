/// dossier-pdfform: PDFs on stdin, what they say as forms on stdout.

#include "pdfform/helper/serve.hpp"
#include "served/serve.hpp"

int main() { dossier::served::run(dossier::pdfform::serve); }
