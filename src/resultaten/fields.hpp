#pragma once
/// The fields of one form of a file, by name. Private to `resultaten`.

#include "filled/filled.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::resultaten {

/// Borrows the fields.
class Velden {
public:
    void add(std::string name, const filled::Field& field) { by_name_.emplace(std::move(name), &field); }
    /// nullptr if the form has none of that name.
    [[nodiscard]] const filled::Field* find(std::string_view name) const {
        const auto at = by_name_.find(name);
        return at == by_name_.end() ? nullptr : at->second;
    }
    /// The value without white space at the ends; "" if there is no such field.
    [[nodiscard]] std::string value(std::string_view name) const;
    [[nodiscard]] const std::map<std::string, const filled::Field*, std::less<>>& all() const { return by_name_; }

private:
    std::map<std::string, const filled::Field*, std::less<>> by_name_;
};

/// The number of the form in a bundle that a field is of, and its name in that form: 2 and "datum" for "2-datum". 0 and the whole
/// name where it has no number.
struct Veldnaam {
    std::size_t nummer = 0;
    std::string_view naam;
};
[[nodiscard]] Veldnaam veldnaam(std::string_view name);

/// The forms of a file by their number: 0 for a file of one form; those of a bundle have "N-" before their names.
[[nodiscard]] std::map<std::size_t, Velden> forms_of(const filled::FilledPdf& pdf);
/// The signatures of form `nummer` of them, each with what changed after it on that form: what became of the other forms of a bundle
/// says nothing of this one. A field without a number is of no form, so it may lie over any of them.
[[nodiscard]] std::vector<filled::Signature> signatures_of(const filled::FilledPdf& pdf, std::size_t nummer);

}  // namespace dossier::resultaten
