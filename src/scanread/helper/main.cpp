/// dossier-scan: pictures of forms on stdin, what is marked on them on stdout.

#include "scanread/helper/serve.hpp"
#include "served/serve.hpp"

int main() { dossier::served::run(dossier::scanread::serve); }
