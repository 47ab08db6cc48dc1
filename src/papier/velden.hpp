#pragma once
/// The fields of one form on paper, from its pages. Private to `papier`.

#include "papier/papier.hpp"

#include <map>

namespace dossier::papier {

using klassenlijst::Kandidaat;

[[nodiscard]] filled::Field text_field(std::string name, std::string value);

class Velden {
public:
    /// `wie` may be null: nobody knows who it is about.
    Velden(const Kader& kader, const Kandidaat* wie) : kader_(kader), wie_(wie) {}

    /// What page `blad` says; again when the form has it twice: what then differs is a doubt.
    void add(const Blad& blad);
    /// The fields of a page that is not there, empty. `code` without its sum of places.
    void add_missing(const std::string& code);
    [[nodiscard]] std::vector<filled::Field> take() { return std::move(fields_); }

private:
    const Kader& kader_;
    const Kandidaat* wie_;
    std::vector<filled::Field> fields_;
    std::map<std::string, std::size_t> by_name_;

    void put(filled::Field field);
    [[nodiscard]] filled::Field choice(const scans::Answer& answer, const Blad& blad) const;
    [[nodiscard]] filled::Field writing(const scans::Writing& writing, const layout::MapField& map, const Blad& blad) const;
    [[nodiscard]] std::string printed(const layout::MapField& map) const;
};

}  // namespace dossier::papier
