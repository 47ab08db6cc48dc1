#pragma once
/// A rule as compilers write it, for Make (`include`) and Ninja (`depfile =`).

#include <string>
#include <string_view>
#include <vector>

namespace dossier::cli {

class Depfile {
public:
    void target(std::string_view path) { targets_.emplace_back(path); }
    void input(std::string_view path) { inputs_.emplace_back(path); }
    /// "TARGETS: INPUTS", and for each input an empty rule: one that is gone tomorrow is no error.
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::string> targets_, inputs_;
};

}  // namespace dossier::cli
