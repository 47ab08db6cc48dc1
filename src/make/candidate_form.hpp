#pragma once
/// A form for everyone on a class list: laid out once, then written for each candidate with the values that its template asks for.

#include "klassenlijst/klassenlijst.hpp"
#include "make/make.hpp"

#include <memory>
#include <string>
#include <vector>

namespace dossier::make {

/// One form of a kwalificatie. Immutable; may be shared by threads. Borrows from the Maker that made it.
class CandidateForm {
public:
    struct Impl;
    explicit CandidateForm(std::unique_ptr<Impl> impl);
    ~CandidateForm();
    CandidateForm(CandidateForm&&) noexcept;
    CandidateForm& operator=(CandidateForm&&) noexcept;

    /// The PDF for `kandidaat`, with `mark` in it (pdf::mark_of).
    [[nodiscard]] std::string write(const klassenlijst::Kandidaat& kandidaat, std::string_view mark) const;
    /// Of all that its bytes depend on.
    [[nodiscard]] std::string mark(const klassenlijst::Kandidaat& kandidaat) const;
    [[nodiscard]] std::size_t pages() const;

private:
    friend class Bundle;
    std::unique_ptr<Impl> impl_;
};

/// Forms of one or more candidates in one file, for printing. The fields of the n-th form are named "n-..." , so that each keeps its
/// own.
class Bundle {
public:
    explicit Bundle(std::string title);
    ~Bundle();
    Bundle(const Bundle&) = delete;
    Bundle& operator=(const Bundle&) = delete;

    void add(const CandidateForm& form, const klassenlijst::Kandidaat& kandidaat);
    [[nodiscard]] std::string write(std::string_view mark) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::make
