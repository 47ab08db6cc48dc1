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

/// The forms of a file by their number: 0 for a file of one form; those of a bundle have "N-" before their names.
[[nodiscard]] std::map<std::size_t, Velden> forms_of(const filled::FilledPdf& pdf);

}  // namespace dossier::resultaten
