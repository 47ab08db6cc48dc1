#pragma once
/// Memory to lay documents out in, kept from one to the next: a form has hundreds of very short paragraphs, and the forms of a
/// dossier share most of their words. `Fonts` own it, for the words are theirs and go when they go; each call of `lay_out` borrows a
/// workspace for itself alone, so that there are as many as there are threads at work at once. What is in one never shows in a page.

#include "base/pool.hpp"
#include "layout/line_breaks.hpp"
#include "layout/paragraph_tokens.hpp"
#include "layout/shape_words.hpp"

namespace dossier::layout {

/// Before glyph `glyph` of token `token`.
struct TokenPlace {
    std::size_t token = 0, glyph = 0;
};

/// Room to work in for one paragraph.
struct Scratch {
    Tokens tokens;
    std::vector<Token> line;
    std::vector<LineBreak> breaks;
    std::vector<TokenPlace> places;  ///< of the breaks
    std::vector<BestBreak> best;

    void clear() {
        constexpr std::size_t kMost = 100'000;  // more is given back
        if (tokens.all.capacity() > kMost || breaks.capacity() > kMost) *this = {};
        tokens.all.clear();
        tokens.boxes.clear();
        line.clear();
    }
};

struct Workspace {
    Words words;
    Flow flow, furniture;
    Scratch scratch;
};

class Workspaces : public Pool<Workspace> {};

}  // namespace dossier::layout
