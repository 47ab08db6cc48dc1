#pragma once
/// Memory to lay documents out in, kept from one to the next: a form has hundreds of very short paragraphs, and the forms of a
/// dossier share most of their words. `Fonts` own it, for the words are theirs and go when they go; each call of `lay_out` borrows a
/// workspace for itself alone, so that there are as many as there are threads at work at once. What is in one never shows in a page.

#include "layout/line_breaks.hpp"
#include "layout/paragraph_tokens.hpp"
#include "layout/shape_words.hpp"

#include <memory>
#include <mutex>

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

/// Those that nobody uses now. Any thread may borrow.
class Workspaces {
public:
    class Borrowed {
    public:
        explicit Borrowed(Workspaces& from) : from_(from), own_(from.take()) {}
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;
        ~Borrowed() { from_.give_back(std::move(own_)); }
        Workspace& operator*() const { return *own_; }
        Workspace* operator->() const { return own_.get(); }

    private:
        Workspaces& from_;
        std::unique_ptr<Workspace> own_;
    };

private:
    std::mutex guard_;
    std::size_t made_ = 0;
    std::vector<std::unique_ptr<Workspace>> idle_;

    std::unique_ptr<Workspace> take();
    void give_back(std::unique_ptr<Workspace> used) noexcept;
};

}  // namespace dossier::layout
