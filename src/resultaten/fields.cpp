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

Veldnaam veldnaam(std::string_view name) {
    std::size_t number = 0, digits = 0;
    while (digits < name.size() && is_digit(name[digits])) ++digits;
    if (digits == 0 || digits > 6 || digits == name.size() || name[digits] != '-') return {0, name};
    (void)std::from_chars(name.data(), name.data() + digits, number);
    return {number, name.substr(digits + 1)};
}

std::map<std::size_t, Velden> forms_of(const filled::FilledPdf& pdf) {
    std::map<std::size_t, Velden> out;
    for (const filled::Field& f : pdf.fields) {
        const Veldnaam own = veldnaam(f.name);
        out[own.nummer].add(std::string(own.naam), f);
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

std::vector<filled::Signature> signatures_of(const filled::FilledPdf& pdf, std::size_t nummer) {
    if (nummer == 0) return pdf.signatures;
    std::vector<filled::Signature> out;
    for (const filled::Signature& s : pdf.signatures)
        if (veldnaam(s.field).nummer == nummer) out.push_back(s);
    for (filled::Signature& s : out)
        std::erase_if(s.changed_after, [nummer](const std::string& name) {
            const std::size_t of = veldnaam(name).nummer;
            return of != 0 && of != nummer;
        });
    return out;
}

}  // namespace dossier::resultaten
