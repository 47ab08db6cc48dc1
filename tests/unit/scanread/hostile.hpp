#pragma once
/// Pictures that mean ill, or met with an accident.

#include <string>
#include <utility>
#include <vector>

namespace dossier::test {

/// With their names. None is a whole picture of a form.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> hostile_pictures();
/// Two pages, the first of which takes all the time that it has.
[[nodiscard]] std::string slow_pdf();

}  // namespace dossier::test
