#pragma once
/// The pages of a file of pictures, read. For the program that does so in a sandbox; it alone links what reads pictures.

#include "scans/scans.hpp"

#include <cstddef>
#include <memory>
#include <string_view>

namespace dossier::scans {

class Pictures;

/// What libraries need before a sandbox closes: files, tables that are made once.
void prepare_pictures();

/// A PDF, TIFF, JPEG or PNG. Borrows the bytes.
class Reading {
public:
    explicit Reading(std::string_view bytes);
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading();

    /// Pages; 0 when it is none of them, or cannot be read at all; more than kMostPages when there are too many.
    [[nodiscard]] std::size_t count() const;
    /// Page `index`, from 0.
    [[nodiscard]] Page page(std::size_t index, const Atlas& atlas, const Wanted& wanted);

private:
    std::unique_ptr<Pictures> pictures_;
};

}  // namespace dossier::scans
