#include "resultaten/fields.hpp"

#include "base/ascii.hpp"
#include "base/base.hpp"

#include <algorithm>
#include <charconv>

namespace dossier::resultaten {

std::string Velden::value(std::string_view name) const {
    const filled::Field* field = find(name);
    return field ? std::string(trim(field->value)) : std::string();
}

std::map<std::size_t, Velden> forms_of(const filled::FilledPdf& pdf) {
    std::map<std::size_t, Velden> out;
    for (const filled::Field& f : pdf.fields) {
        std::size_t number = 0, digits = 0;
        while (digits < f.name.size() && is_digit(f.name[digits])) ++digits;
        if (digits > 0 && digits < 7 && digits < f.name.size() && f.name[digits] == '-') {
            (void)std::from_chars(f.name.data(), f.name.data() + digits, number);
            out[number].add(f.name.substr(digits + 1), f);
        } else {
            out[0].add(f.name, f);
        }
    }
    // Names that begin with a number are not ours unless each form has its identity.
    const bool bundle =
        std::any_of(out.begin(), out.end(), [](const auto& form) { return form.first > 0 && form.second.find("document"); });
    if (!bundle && out.size() > 1) {
        out.clear();
        for (const filled::Field& f : pdf.fields) out[0].add(f.name, f);
    }
    if (bundle) out.erase(0);
    return out;
}

}  // namespace dossier::resultaten
