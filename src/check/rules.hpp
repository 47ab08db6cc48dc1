#pragma once
/// The groups of rules and what they share. Private to `check`.

#include "check/check.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::check {

/// Every code of a kind and where it is defined, in order of the dossier.
class Codes {
public:
    /// False if the code was there already.
    bool add(const std::string& code, Location at);
    [[nodiscard]] const Location* find(const std::string& code) const;
    [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

private:
    std::map<std::string, Location, std::less<>> places_;
    std::vector<std::string> all_;
};

struct Index {
    Codes profielen, kerntaken, werkprocessen, criteria;
};

[[nodiscard]] Index check_codes(const model::Dossier& dossier, Diagnostics& diagnostics);
void check_references(const model::Dossier& dossier, const Index& index, Diagnostics& diagnostics);
void check_content(const model::Dossier& dossier, Diagnostics& diagnostics);
void check_beoordeling(const model::Dossier& dossier, Diagnostics& diagnostics);
void check_points(const model::Dossier& dossier, const Index& index, Diagnostics& diagnostics);

/// Reports a code that nothing defines, with the nearest that something does.
void expect_known(const model::Text& reference, std::string_view what, const Codes& codes, Diagnostics& diagnostics);
/// Reports each text of the list that stood there before.
void expect_once(const std::vector<model::Text>& list, Pattern<0> what, Diagnostics& diagnostics);

/// "dossier.yaml:12:3", or "" for a value that was not read.
[[nodiscard]] std::string place(Location at);
/// Whether a hint that takes work is still worth it: nobody reads the thousandth.
[[nodiscard]] bool hints_wanted(const Diagnostics& diagnostics);
/// "it is first at dossier.yaml:12:3" as the only hint; none without a place.
[[nodiscard]] std::vector<Message> first_at(Location at, const Diagnostics& diagnostics);
/// The part of `text` that says `words`; all of it when the words are not found as they stand.
[[nodiscard]] Location within(const model::Text& text, std::string_view words);
}  // namespace dossier::check
