/// dossier-serve: a folder as pages on 127.0.0.1, until stdin ends.

#include "served/serve.hpp"
#include "serving/helper/serve.hpp"

int main() { dossier::served::run(dossier::serving::serve); }
