#pragma once
/// What PDF/UA-1 and PDF/A-2a ask of our files, checked over the objects of a finished PDF: a stand-in for a validator that
/// Debian does not have. Each finding begins with the name of its rule.

#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// Empty: nothing found. Damaged files give one finding "readable: ...".
[[nodiscard]] std::vector<std::string> check(std::string_view pdf);

/// The names of all rules, so that a test can ask for a planted defect for each.
[[nodiscard]] const std::vector<std::string>& rules();

}  // namespace conformance
