#pragma once
/// What `Fonts` holds for shaping.

#include "layout/layout.hpp"

#include <hb.h>

#include <memory>

namespace dossier::layout {

class Hyphens;
class Workspaces;
/// See workspace.hpp.
[[nodiscard]] std::shared_ptr<Workspaces> make_workspaces();

/// A font as shaped: the whole typeface, whose glyphs map to those of the subset.
struct Shaper {
    hb_font_t* font = nullptr;
    double scale = 1;                         ///< font units -> 1/1000
    std::vector<std::uint16_t> subset_glyph;  ///< by glyph of the whole typeface, 0: not in the subset
};

struct Fonts::Impl {
    std::array<FontFace, kFaces> faces;
    std::array<Shaper, kFaces> shapers;
    std::array<std::uint16_t, kFaces> space{}, hyphen{};  ///< glyphs that every line asks for
    std::unique_ptr<const Hyphens> hyphens;
    std::shared_ptr<Workspaces> workspaces = make_workspaces();

    /// nullptr: the program's own.
    explicit Impl(const Typeface* own);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
};

}  // namespace dossier::layout
