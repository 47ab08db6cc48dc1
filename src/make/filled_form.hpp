#pragma once
/// A form with values that the program worked out: any field by its name, choices among them.

#include "make/make.hpp"

#include <map>
#include <memory>
#include <string>

namespace dossier::make {

/// A form laid out once. Borrows from the Maker that made it.
class FilledForm {
public:
    struct Impl;
    explicit FilledForm(std::unique_ptr<Impl> impl);
    ~FilledForm();
    FilledForm(FilledForm&&) noexcept;
    FilledForm& operator=(FilledForm&&) noexcept;

    /// The PDF with `values` by name of the field: of a text field what is filled in, of radio buttons and check boxes the value that
    /// is chosen. Names that the form does not have, and values that a choice does not have, are left out; so are letters that no
    /// font has.
    [[nodiscard]] std::string write(const std::map<std::string, std::string>& values) const;

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::make
