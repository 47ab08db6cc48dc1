#include "layout/set_line.hpp"
#include "layout/workspace.hpp"

#include <algorithm>

namespace dossier::layout {
namespace {

/// How far lines but the first are indented.
float hang_of(const Metrics& metrics, const std::vector<Token>& tokens, float width) {
    const bool hangs = metrics.style.hang && tokens.size() > 1 && tokens[1].space && tokens[0].width < width / 3;
    return hangs ? std::min(tokens[0].width + metrics.space, width / 2) : 0;
}

/// Chooses where lines end.
class Breaker {
public:
    Breaker(const Metrics& metrics, Scratch& scratch, LineSetter& line)
        : metrics_(metrics), style_(metrics.style), tokens_(scratch.tokens.all), breaks_(scratch.breaks), places_(scratch.places),
          best_(scratch.best), line_(line) {}

    /// Stretches between forced line ends, each as a whole where it is text alone.
    void run() {
        for (std::size_t begin = 0; begin < tokens_.size();) {
            std::size_t end = begin;
            while (end < tokens_.size() && tokens_[end].kind != Token::Kind::newline) ++end;
            if (!as_a_whole(begin, end)) line_by_line(begin, end);
            if (end < tokens_.size() || !line_.empty()) line_.end(LineEnd::nothing);
            begin = end + 1;
        }
    }

private:
    Metrics metrics_;
    const style::Text& style_;
    std::vector<Token>& tokens_;
    std::vector<LineBreak>& breaks_;
    std::vector<TokenPlace>& places_;
    std::vector<BestBreak>& best_;
    LineSetter& line_;

    // ---- over a whole stretch ----

    /// Tokens [begin, end) on the lines that are best for all of them together; the last line stays open. False, and nothing
    /// done, when they are not words alone, fit on one line, or have a part that is wider than a line.
    bool as_a_whole(std::size_t begin, std::size_t end) {
        float length = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (tokens_[i].kind != Token::Kind::word) return false;
            length += tokens_[i].width + (i > begin && tokens_[i].space ? metrics_.space : 0);
        }
        if (length <= line_.room() + 0.01F) return false;
        const LineRoom lines{line_.room(), line_.later_room(), metrics_.hyphen(Face::regular)};
        // First without hyphens: most paragraphs need none.
        find_breaks(begin, end, false);
        std::vector<std::size_t> chosen = best_breaks(breaks_, length, lines, style_.hyphenate ? Looseness::little : Looseness::any, best_);
        if (chosen.empty() && style_.hyphenate) {
            find_breaks(begin, end, true);
            chosen = best_breaks(breaks_, length, lines, Looseness::any, best_);
        }
        if (chosen.empty()) return false;
        TokenPlace from{begin, 0};
        for (const std::size_t c : chosen) {
            add_until(from, places_[c]);
            const LineBreak::Kind kind = breaks_[c].kind;
            line_.end(kind == LineBreak::Kind::hyphen  ? LineEnd::hyphen
                      : kind == LineBreak::Kind::joint ? LineEnd::nothing
                                                       : LineEnd::space);
        }
        add_until(from, {end, 0});
        return true;
    }

    void find_breaks(std::size_t begin, std::size_t end, bool hyphens) {
        breaks_.clear();
        places_.clear();
        float x = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const Token& t = tokens_[i];
            if (t.space && i > begin) {
                breaks_.push_back({LineBreak::Kind::space, x, x + metrics_.space});
                places_.push_back({i, 0});
                x += metrics_.space;
            }
            float inside = x;
            std::size_t g = 0;
            for (const WordBreak& b : t.word->breaks) {
                if (b.hyphen && !hyphens) continue;
                for (; g < b.glyphs; ++g) inside += metrics_.scaled(t.word->glyphs[g].advance);
                breaks_.push_back({b.hyphen ? LineBreak::Kind::hyphen : LineBreak::Kind::joint, inside, inside});
                places_.push_back({i, b.glyphs});
            }
            x += t.width;
        }
    }

    /// Puts what stands between `from` and `to` on the line; `from` becomes `to`.
    void add_until(TokenPlace& from, TokenPlace to) {
        for (; from.token < to.token; from = {from.token + 1, 0}) add_part(from, tokens_[from.token].to);
        if (to.glyph > from.glyph) add_part(from, to.glyph);
        from = to;
    }

    void add_part(TokenPlace from, std::size_t to) {
        Token part = tokens_[from.token];
        if (from.glyph > 0 || to < part.to) {
            part.from = from.glyph;
            part.to = to;
            part.space = part.space && from.glyph == 0;
            part.width = 0;
            for (std::size_t g = part.from; g < to; ++g) part.width += metrics_.scaled(part.word->glyphs[g].advance);
        }
        line_.add(part);
    }

    // ---- line by line ----

    /// Tokens [begin, end), on each line as many as fit; the last line stays open.
    void line_by_line(std::size_t begin, std::size_t end) {
        bool in_chunk = false;
        for (std::size_t i = begin; i < end; ++i) {
            Token& t = tokens_[i];
            if (t.kind == Token::Kind::box) {
                if (!line_.empty() && !line_.fits(t, with_label(i, end))) line_.end(LineEnd::space);
                line_.add(t);
                in_chunk = false;
            } else {
                const bool starts = t.space || line_.empty() || !in_chunk;
                word(t, starts ? chunk_width(i) : t.width);
                in_chunk = true;
            }
        }
    }

    /// Width of the box at `i`; of a choice with the words up to `end` that say what it is, if a line can hold them.
    [[nodiscard]] float with_label(std::size_t i, std::size_t end) const {
        const float own = tokens_[i].width;
        float w = own;
        if (!tokens_[i].choice) return own;
        while (++i < end && tokens_[i].kind == Token::Kind::word) w += tokens_[i].width + (tokens_[i].space ? metrics_.space : 0);
        return w <= line_.later_room() ? w : own;
    }

    /// Width of the word at `i` with what is glued to it.
    [[nodiscard]] float chunk_width(std::size_t i) const {
        float w = tokens_[i].width;
        while (++i < tokens_.size() && tokens_[i].kind == Token::Kind::word && !tokens_[i].space && w <= line_.room())
            w += tokens_[i].width;
        return w;
    }

    void word(Token& t, float needed) {
        for (;;) {
            if (line_.fits(t, needed)) {
                line_.add(t);
                return;
            }
            if (needed <= t.width + 0.01F && split(t)) {
                needed = t.width;
                continue;
            }
            if (!line_.empty() && t.space) {
                line_.end(LineEnd::space);
            } else if (needed > t.width + 0.01F) {
                needed = t.width;  // too long a chunk: word by word
            } else if (!line_.empty()) {
                line_.end(LineEnd::nothing);  // `t` goes on with what stands before it
            } else {
                cut(t);
                needed = t.width;
            }
        }
    }

    /// Puts as much of `t` on the line as a good break allows; `t` keeps the rest.
    bool split(Token& t) {
        const float left = line_.left_for(t);
        const bool fresh = line_.empty();
        const bool loose = left > std::max(20.0F, 0.13F * line_.room()) && line_.hyphens() < 2 && style_.hyphenate;
        const float hyphen = metrics_.hyphen(t.face);
        std::size_t best = 0;
        bool with_hyphen = false;
        float best_width = 0, w = 0;
        std::size_t g = t.from;
        for (const WordBreak& b : t.word->breaks) {
            if (b.glyphs <= t.from) continue;
            if (b.glyphs >= t.to) break;
            for (; g < b.glyphs; ++g) w += metrics_.scaled(t.word->glyphs[g].advance);
            if (b.hyphen && !fresh && !loose) continue;
            if (w + (b.hyphen ? hyphen : 0) > left) break;
            best = b.glyphs;
            best_width = w;
            with_hyphen = b.hyphen;
        }
        if (best == 0) return false;
        end_within(t, best, best_width, with_hyphen ? LineEnd::hyphen : LineEnd::nothing);
        return true;
    }

    /// A word that is wider than the line and has no good break is cut where the line ends.
    void cut(Token& t) {
        float w = 0;
        std::size_t g = t.from;
        while (g < t.to && (g == t.from || w + metrics_.scaled(t.word->glyphs[g].advance) <= line_.room()))
            w += metrics_.scaled(t.word->glyphs[g++].advance);
        if (g >= t.to) t.width = 0;  // one glyph wider than the line: let it stand
        else end_within(t, g, w, LineEnd::nothing);
    }

    /// Ends the line in `t`, before glyph `glyph`; `t` keeps the rest. `width` is that of what goes on the line.
    void end_within(Token& t, std::size_t glyph, float width, LineEnd with) {
        Token head = t;
        head.to = glyph;
        head.width = width;
        line_.add(head);
        line_.end(with);
        t.from = glyph;
        t.width -= width;
        t.space = false;
    }
};

}  // namespace

std::size_t break_lines(Context& context, const std::vector<markup::Inline>& text, const style::Text& style, float x, float width,
                        int element) {
    const std::size_t first = context.flow.lines.size();
    const Metrics metrics(context.fonts, style);
    Scratch& scratch = context.work.scratch;
    scratch.clear();
    width = std::max(width, 4.0F);
    make_tokens(context, metrics, text, width, element, scratch.tokens);
    LineSetter line(context, metrics, scratch.tokens.boxes, scratch.line, x, width, hang_of(metrics, scratch.tokens.all, width));
    Breaker(metrics, scratch, line).run();
    return first;
}

}  // namespace dossier::layout
