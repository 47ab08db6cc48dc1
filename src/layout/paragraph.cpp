#include "layout/flow.hpp"
#include "layout/line_breaks.hpp"

#include <qrencode.h>

#include <algorithm>
#include <cstdio>

namespace dossier::layout {
namespace {

using markup::Field;
using markup::FieldKind;
using markup::Inline;

constexpr std::size_t kLongestWord = 1000;  ///< bytes; longer ones are cut, which shows nowhere

constexpr float kChoiceGap = 10;

struct Token {
    enum class Kind : std::uint8_t { word, box, newline };
    Kind kind = Kind::word;
    bool space = false;  ///< white space before it
    Face face = Face::regular;
    int link = -1;
    int element = -1;    ///< a link or span that it is content of
    const Word* word = nullptr;
    std::size_t from = 0, to = 0;  ///< glyphs of the word
    float width = 0;
    int box = -1;                  ///< index in Scratch::boxes
};

/// Before glyph `glyph` of token `token`.
struct TokenPlace {
    std::size_t token = 0, glyph = 0;
};

/// Room to work in, kept from one paragraph to the next: a form has hundreds of very short ones.
struct Scratch {
    std::vector<Token> tokens, line;
    std::vector<Piece> boxes;
    std::vector<LineBreak> breaks;
    std::vector<TokenPlace> places;  ///< of the breaks

    static Scratch& of_this_thread() {
        thread_local Scratch s;
        if (s.tokens.capacity() > 100'000) s = {};  // of a very long paragraph
        s.tokens.clear();
        s.line.clear();
        s.boxes.clear();
        return s;
    }
};

Face face_of(const style::Text& style, const Inline& i) {
    return style.bold || i.strong ? Face::bold : style.italic || i.em ? Face::italic : Face::regular;
}

/// Calls `each` with every word of `text`, which is no longer than kLongestWord, and whether white space stands before it.
template <class Each> void for_words(std::string_view text, Each each) {
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ') {
            space = true;
            ++at;
            continue;
        }
        std::size_t end = std::min(text.find(' ', at), text.size());
        if (end - at > kLongestWord) {
            end = at + kLongestWord;
            while ((static_cast<std::uint8_t>(text[end]) & 0xC0) == 0x80) --end;
        }
        each(text.substr(at, end - at), space);
        space = false;
        at = end;
    }
}

class Breaker {
public:
    Breaker(Context& context, const style::Text& style, float x, float width, int element)
        : c_(context), style_(style), x_(x), width_(std::max(width, 4.0F)), element_(element),
          space_(scaled(context.fonts.face(Face::regular).advance[space_glyph(Face::regular)])), scratch_(Scratch::of_this_thread()),
          tokens_(scratch_.tokens), line_(scratch_.line) {}

    std::size_t run(const std::vector<Inline>& text) {
        const std::size_t first = c_.flow.lines.size();
        for (const Inline& i : text) tokens_of(i);
        if (style_.hang && tokens_.size() > 1 && tokens_[1].space && tokens_[0].width < width_ / 3) hang_ = tokens_[0].width + space_;
        place();
        return first;
    }

private:
    Context& c_;
    const style::Text& style_;
    float x_, width_;
    int element_;
    float space_;
    Scratch& scratch_;
    std::vector<Token>& tokens_;
    std::vector<Token>& line_;
    bool pending_space_ = false;
    float at_ = 0;
    int span_ = -1, span_element_ = -1;  ///< the last one met
    float hang_ = 0;           ///< how far lines but the first are indented
    bool first_line_ = true;
    int hyphens_ = 0;          ///< hyphenated lines in a row

    /// Room on the line at hand.
    [[nodiscard]] float room() const { return width_ - (first_line_ ? 0 : hang_); }

    [[nodiscard]] float scaled(int units) const { return static_cast<float>(units) * style_.size / 1000.0F; }
    [[nodiscard]] std::uint16_t space_glyph(Face face) const { return c_.fonts.impl().space[static_cast<std::size_t>(face)]; }
    [[nodiscard]] std::uint16_t hyphen_glyph(Face face) const { return c_.fonts.impl().hyphen[static_cast<std::size_t>(face)]; }

    // ---- tokens ----

    void tokens_of(const Inline& i) {
        switch (i.kind) {
            case Inline::Kind::text: words(i.text, i); break;
            case Inline::Kind::page_number: words(std::to_string(c_.page), i); break;
            case Inline::Kind::page_count: words(std::to_string(c_.pages), i); break;
            case Inline::Kind::line_break: {
                Token t;
                t.kind = Token::Kind::newline;
                tokens_.push_back(t);
                pending_space_ = false;
                break;
            }
            case Inline::Kind::field: field(i); break;
            case Inline::Kind::qr: code(i); break;
            case Inline::Kind::image: picture(i); break;
        }
    }

    void words(std::string_view text, const Inline& i) {
        const Face face = face_of(style_, i);
        const int link = i.href.empty() ? -1 : link_for(i);
        const int element = i.span < 0 ? link_element(link) : span_for(i, link);
        for_words(text, [&](std::string_view each, bool space) {
            pending_space_ = pending_space_ || space;
            word(each, face, link, element, i.location);
        });
        if (text.ends_with(' ')) pending_space_ = true;
    }

    void word(std::string_view text, Face face, int link, int element, Location at) {
        Token t;
        t.word = &shape_word(c_.fonts, face, text);
        if (t.word->missing != 0) missing(t.word->missing, at);
        t.to = t.word->glyphs.size();
        t.width = scaled(t.word->width);
        t.face = face;
        t.link = link;
        t.element = element;
        t.space = pending_space_;
        pending_space_ = false;
        tokens_.push_back(t);
    }

    void missing(char32_t c, Location at, const char* which = "no font has") {
        std::string shown;
        append_utf8(shown, c);
        char code[16];
        std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
        c_.diagnostics.error("unsupported-character", at, std::string(which) + " the character " + quoted(shown) + " (" + code + ")",
                             {"use another character, or leave it out"});
    }

    int link_for(const Inline& i) {
        auto& links = c_.flow.links;
        // Pieces of one <a> follow each other and share its address.
        if (!tokens_.empty() && tokens_.back().link >= 0 && links[static_cast<std::size_t>(tokens_.back().link)].href == i.href) {
            links[static_cast<std::size_t>(tokens_.back().link)].text += i.text;
            return tokens_.back().link;
        }
        const int element = element_ < 0 ? -1 : add_element(c_.out, Role::link, element_, false);
        links.push_back({i.href, i.text, element});
        return static_cast<int>(links.size()) - 1;
    }

    [[nodiscard]] int link_element(int link) const { return link < 0 ? -1 : c_.flow.links[static_cast<std::size_t>(link)].element; }

    int span_for(const Inline& i, int link) {
        if (i.span != span_) {
            span_ = i.span;
            span_element_ = add_element(c_.out, Role::span, link < 0 ? element_ : link_element(link), false);
            const markup::Span& span = c_.document.spans[static_cast<std::size_t>(i.span)];
            c_.out.elements.back().lang = span.lang;
            c_.out.elements.back().alt = span.read;
        }
        return span_element_;
    }

    [[nodiscard]] float resolve(markup::Length l) const {
        const auto v = static_cast<float>(l.value);
        return std::min(l.percent ? width_ * v / 100.0F : v, width_);
    }

    void box(Piece piece) {
        Token t;
        t.kind = Token::Kind::box;
        t.space = pending_space_;
        pending_space_ = false;
        t.width = piece.width;
        t.box = static_cast<int>(scratch_.boxes.size());
        scratch_.boxes.push_back(piece);
        tokens_.push_back(t);
    }

    void field(const Inline& i) {
        const Field& f = c_.document.fields[static_cast<std::size_t>(i.field)];
        Piece p;
        p.kind = Piece::Kind::field;
        p.element = add_element(c_.out, Role::form, element_, false);
        c_.out.fields.push_back({f, 0, {}, style::kFieldText, p.element});
        Field& own = c_.out.fields.back().field;
        if (f.kind == FieldKind::date) own.label += " (dag-maand-jaar)";
        if ((f.kind == FieldKind::text || f.kind == FieldKind::date) && !f.value.empty()) own.value = field_value(f);
        c_.out.elements.back().alt = own.label;
        const bool choice = f.kind == FieldKind::radio || f.kind == FieldKind::checkbox;
        const float lines = static_cast<float>(f.lines) * style::kFieldLine + 10;
        p.width = choice ? style::kTarget : resolve(f.width);
        p.height = choice ? style::kTarget : f.kind == FieldKind::signature ? style::kSignature : std::max(style::kFieldLeast, lines);
        p.height = std::min(p.height, 0.7F * c_.out.height);
        p.ref = static_cast<int>(c_.out.fields.size()) - 1;
        box(p);
    }

    /// What the one font of fields can show of the value.
    std::string field_value(const Field& f) {
        std::string out = plain_text(c_.fonts, f.value);
        for (std::size_t at = 0; at < out.size();) {
            const char32_t c = decode_utf8(out, at);
            if (c != '\n' && c_.fonts.face(Face::regular).glyph(c) == 0) missing(c, f.location, "the font of fields does not have");
        }
        return out;
    }

    void code(const Inline& i) {
        QRcode* made = QRcode_encodeData(static_cast<int>(i.text.size()), reinterpret_cast<const unsigned char*>(i.text.data()), 0, QR_ECLEVEL_M);
        if (!made) {
            c_.diagnostics.error("qr-too-long", i.location, "the value of <qr> has " + std::to_string(i.text.size()) +
                                 " bytes, expected at most 2331", {"shorten it"});
            return;
        }
        Code code;
        code.size = made->width;
        code.dark.reserve(static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width));
        for (int m = 0; m < made->width * made->width; ++m) code.dark.push_back((made->data[m] & 1) != 0);
        QRcode_free(made);
        Piece p;
        p.kind = Piece::Kind::qr;
        p.element = code.element = add_element(c_.out, Role::figure, element_, false);
        c_.out.elements.back().alt = i.label;
        p.width = p.height = resolve(i.width);
        p.ref = static_cast<int>(c_.flow.codes.size());
        c_.flow.codes.push_back(std::move(code));
        box(p);
    }

    void picture(const Inline& i) {
        const auto found = c_.images.find(i.text);
        if (found == c_.images.end()) {
            std::vector<std::string> names;
            for (const auto& [name, image] : c_.images) names.push_back(name);
            const auto meant = nearest(i.text, names);
            c_.diagnostics.error("missing-image", i.location, "there is no picture " + quoted(i.text),
                                 {meant ? "did you mean " + quoted(*meant) + "?" : "put it in the templates folder, as .svg or .png"});
            return;
        }
        const image::Image& image = found->second;
        auto& all = c_.out.images;
        const auto known = std::find(all.begin(), all.end(), &image);
        Piece p;
        p.kind = Piece::Kind::image;
        p.ref = static_cast<int>(known - all.begin());
        if (known == all.end()) all.push_back(&image);
        if (!i.label.empty()) {
            p.element = add_element(c_.out, Role::figure, element_, false);
            c_.out.elements.back().alt = i.label;
        }
        p.width = std::min(resolve(i.width), width_);
        p.height = p.width * image.height / image.width;
        const float most = 0.3F * c_.out.height;
        if (p.height > most) {
            p.width *= most / p.height;
            p.height = most;
        }
        box(p);
    }

    // ---- lines ----

    /// Stretches between forced line ends, each as a whole where it is text alone.
    void place() {
        for (std::size_t begin = 0; begin < tokens_.size();) {
            std::size_t end = begin;
            while (end < tokens_.size() && tokens_[end].kind != Token::Kind::newline) ++end;
            if (!as_a_whole(begin, end)) line_by_line(begin, end);
            if (end < tokens_.size() || !line_.empty()) flush(false, true);
            begin = end + 1;
        }
    }

    /// Tokens [begin, end) on the lines that are best for all of them together; the last line stays open. False, and nothing
    /// done, when they are not words alone, fit on one line, or have a part that is wider than a line.
    bool as_a_whole(std::size_t begin, std::size_t end) {
        float length = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (tokens_[i].kind != Token::Kind::word) return false;
            length += tokens_[i].width + (i > begin && tokens_[i].space ? space_ : 0);
        }
        if (length <= room() + 0.01F) return false;
        const LineRoom lines{room(), width_ - hang_, scaled(c_.fonts.face(Face::regular).advance[hyphen_glyph(Face::regular)])};
        // First without hyphens: most paragraphs need none.
        find_breaks(begin, end, false);
        std::vector<std::size_t> chosen = best_breaks(scratch_.breaks, length, lines, style_.hyphenate ? Looseness::little : Looseness::any);
        if (chosen.empty() && style_.hyphenate) {
            find_breaks(begin, end, true);
            chosen = best_breaks(scratch_.breaks, length, lines, Looseness::any);
        }
        if (chosen.empty()) return false;
        TokenPlace from{begin, 0};
        for (const std::size_t c : chosen) {
            add_until(from, scratch_.places[c]);
            const LineBreak::Kind kind = scratch_.breaks[c].kind;
            flush(kind == LineBreak::Kind::hyphen, false, kind == LineBreak::Kind::joint);
        }
        add_until(from, {end, 0});
        return true;
    }

    void find_breaks(std::size_t begin, std::size_t end, bool hyphens) {
        scratch_.breaks.clear();
        scratch_.places.clear();
        float x = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const Token& t = tokens_[i];
            if (t.space && i > begin) {
                scratch_.breaks.push_back({LineBreak::Kind::space, x, x + space_});
                scratch_.places.push_back({i, 0});
                x += space_;
            }
            float inside = x;
            std::size_t g = 0;
            for (const WordBreak& b : t.word->breaks) {
                if (b.hyphen && !hyphens) continue;
                for (; g < b.glyphs; ++g) inside += scaled(t.word->glyphs[g].advance);
                scratch_.breaks.push_back({b.hyphen ? LineBreak::Kind::hyphen : LineBreak::Kind::joint, inside, inside});
                scratch_.places.push_back({i, b.glyphs});
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
            for (std::size_t g = part.from; g < to; ++g) part.width += scaled(part.word->glyphs[g].advance);
        }
        add(part);
    }

    /// Tokens [begin, end), on each line as many as fit; the last line stays open.
    void line_by_line(std::size_t begin, std::size_t end) {
        bool in_chunk = false;
        for (std::size_t i = begin; i < end; ++i) {
            Token& t = tokens_[i];
            if (t.kind == Token::Kind::box) {
                if (!line_.empty() && at_ + lead(t) + with_label(i, end) > room() + 0.01F) flush(false, false);
                add(t);
                in_chunk = false;
            } else {
                const bool starts = t.space || line_.empty() || !in_chunk;
                word(t, starts ? chunk_width(i) : t.width);
                in_chunk = true;
            }
        }
    }

    [[nodiscard]] const Piece& box_of(const Token& t) const { return scratch_.boxes[static_cast<std::size_t>(t.box)]; }

    /// Distance to what stands before it on the line. A choice keeps away from the label of the one before it.
    [[nodiscard]] float lead(const Token& t) const {
        if (line_.empty()) return 0;
        const bool choice = t.kind == Token::Kind::box && t.width == style::kTarget && line_.back().kind == Token::Kind::word;
        return (t.space ? space_ : 0) + (choice ? kChoiceGap : 0);
    }

    /// Width of the box at `i`; of a choice with the words up to `end` that say what it is, if a line can hold them.
    [[nodiscard]] float with_label(std::size_t i, std::size_t end) const {
        const float own = tokens_[i].width;
        float w = own;
        if (own != style::kTarget) return own;
        while (++i < end && tokens_[i].kind == Token::Kind::word) w += tokens_[i].width + (tokens_[i].space ? space_ : 0);
        return w <= width_ - hang_ ? w : own;
    }

    /// Width of the word at `i` with what is glued to it.
    [[nodiscard]] float chunk_width(std::size_t i) const {
        float w = tokens_[i].width;
        while (++i < tokens_.size() && tokens_[i].kind == Token::Kind::word && !tokens_[i].space && w <= room()) w += tokens_[i].width;
        return w;
    }

    void word(Token& t, float needed) {
        for (;;) {
            if (at_ + lead(t) + needed <= room() + 0.01F) {
                add(t);
                return;
            }
            if (needed <= t.width + 0.01F && split(t)) {
                needed = t.width;
                continue;
            }
            if (!line_.empty() && t.space) {
                flush(false, false);
            } else if (needed > t.width + 0.01F) {
                needed = t.width;  // too long a chunk: word by word
            } else if (!line_.empty()) {
                flush(false, false);
            } else {
                cut(t);
                needed = t.width;
            }
        }
    }

    /// Puts as much of `t` on the line as a good break allows; `t` keeps the rest.
    bool split(Token& t) {
        const float left = room() - at_ - lead(t);
        const bool fresh = line_.empty();
        const bool loose = left > std::max(20.0F, 0.13F * room()) && hyphens_ < 2 && style_.hyphenate;
        const float hyphen = scaled(c_.fonts.face(t.face).advance[hyphen_glyph(t.face)]);
        std::size_t best = 0;
        bool with_hyphen = false;
        float best_width = 0, w = 0;
        std::size_t g = t.from;
        for (const WordBreak& b : t.word->breaks) {
            if (b.glyphs <= t.from) continue;
            if (b.glyphs >= t.to) break;
            for (; g < b.glyphs; ++g) w += scaled(t.word->glyphs[g].advance);
            if (b.hyphen && !fresh && !loose) continue;
            if (w + (b.hyphen ? hyphen : 0) > left) break;
            best = b.glyphs;
            best_width = w;
            with_hyphen = b.hyphen;
        }
        if (best == 0) return false;
        Token head = t;
        head.to = best;
        head.width = best_width;
        add(head);
        flush(with_hyphen, false, !with_hyphen);
        t.from = best;
        t.width -= best_width;
        t.space = false;
        return true;
    }

    /// A word that is wider than the line and has no good break is cut where the line ends.
    void cut(Token& t) {
        float w = 0;
        std::size_t g = t.from;
        while (g < t.to && (g == t.from || w + scaled(t.word->glyphs[g].advance) <= room())) w += scaled(t.word->glyphs[g++].advance);
        if (g >= t.to) {
            t.width = 0;  // one glyph wider than the line: let it stand
            return;
        }
        Token head = t;
        head.to = g;
        head.width = w;
        add(head);
        flush(false, false, true);
        t.from = g;
        t.width -= w;
        t.space = false;
    }

    void add(const Token& t) {
        at_ += lead(t) + t.width;
        line_.push_back(t);
    }

    /// Ends the line. Each line but the last of a paragraph ends in a space, so that words are not glued when read; a word
    /// that goes on does not (`inside`), a hyphenated one ends in a soft hyphen.
    void flush(bool hyphen, bool last, bool inside = false) {
        Line line;
        line.first = static_cast<std::uint32_t>(c_.flow.pieces.size());
        float box = 0;
        for (const Token& t : line_)
            if (t.kind == Token::Kind::box) box = std::max(box, t.width > 0 ? box_of(t).height : 0);
        const FontFace& font = c_.fonts.face(Face::regular);
        line.height = std::max(style_.leading, box > style::kTarget ? box + 2 : box);
        line.baseline = box > 0 ? line.height / 2 + scaled(font.cap_height) / 2
                                : (style_.leading - scaled(font.ascent - font.descent)) / 2 + scaled(font.ascent);
        if (hyphen) at_ += scaled(font.advance[hyphen_glyph(Face::regular)]);
        const float slack = std::max(0.0F, room() - at_);
        float x = x_ + (first_line_ ? 0 : hang_) + (style_.align == style::Align::right ? slack : style_.align == style::Align::center ? slack / 2 : 0);
        bool first = true;
        Token::Kind before = Token::Kind::box;
        for (const Token& t : line_) {
            if (t.space && !first) space(line, x, t);
            if (!first && t.kind == Token::Kind::box && t.width == style::kTarget && before == Token::Kind::word) x += kChoiceGap;
            first = false;
            before = t.kind;
            if (t.kind == Token::Kind::box) {
                Piece p = box_of(t);
                p.x = x;
                c_.flow.pieces.push_back(p);
            } else {
                glyphs(line, x, t);
            }
            x += t.width;
        }
        if (hyphen) finish(0xAD);
        else if (!last && !inside) finish(' ');
        line.count = static_cast<std::uint32_t>(c_.flow.pieces.size()) - line.first;
        c_.flow.lines.push_back(line);
        hyphens_ = hyphen ? hyphens_ + 1 : 0;
        first_line_ = false;
        line_.clear();
        at_ = 0;
    }

    Run* current(const Line& line) {
        auto& pieces = c_.flow.pieces;
        if (pieces.size() <= line.first || pieces.back().kind != Piece::Kind::text) return nullptr;
        return &pieces.back().run;
    }

    /// The space goes with the run before it, unless that is a link or span that ends here or a font without space.
    void space(const Line& line, float& x, const Token& next) {
        if (Run* run = current(line)) {
            const Piece& before = c_.flow.pieces.back();
            const bool leaves = before.element >= 0 && before.element != next.element;
            if (leaves || space_glyph(run->face) == 0) {
                const int link = before.ref == next.link ? next.link : -1;
                begin(x, Face::regular, link, link_element(link));
            }
            Piece& p = c_.flow.pieces.back();
            const std::uint16_t id = space_glyph(p.run.face);
            const int kern = static_cast<int>(space_ * 1000.0F / style_.size + 0.5F) - c_.fonts.face(p.run.face).advance[id];
            c_.out.glyphs.push_back({id, static_cast<std::int16_t>(kern)});
            ++p.run.count;
            p.width += space_;
        }
        x += space_;
    }

    void glyphs(const Line& line, float x, const Token& t) {
        const Run* run = current(line);
        Piece* piece = run && c_.flow.pieces.back().ref == t.link && c_.flow.pieces.back().element == t.element ? &c_.flow.pieces.back() : nullptr;
        float width = 0;
        auto& all = c_.out.glyphs;
        std::size_t next = all.size();
        all.resize(next + t.to - t.from);
        for (std::size_t g = t.from; g < t.to; ++g) {
            const WordGlyph& glyph = t.word->glyphs[g];
            if (!piece || piece->run.face != glyph.face) {
                begin(x + width, glyph.face, t.link, t.element);
                piece = &c_.flow.pieces.back();
                piece->run.first = static_cast<std::uint32_t>(next);
            }
            all[next++] = {glyph.id, glyph.kern};
            ++piece->run.count;
            piece->width += scaled(glyph.advance);
            width += scaled(glyph.advance);
        }
    }

    void begin(float x, Face face, int link, int element) {
        Piece p;
        p.x = x;
        p.ref = link;
        p.element = element;
        p.run.face = face;
        p.run.size = style_.size;
        p.run.color = link < 0 ? style_.color : c_.document.accent;
        p.run.x = x;
        p.run.first = static_cast<std::uint32_t>(c_.out.glyphs.size());
        c_.flow.pieces.push_back(p);
    }

    /// Ends the last run of the line with `c`, a space or a soft hyphen.
    void finish(char32_t c) {
        if (c_.flow.pieces.empty() || line_.empty() || line_.back().kind != Token::Kind::word) return;
        const auto glyph = [&](Face face) { return c == ' ' ? space_glyph(face) : hyphen_glyph(face); };
        if (glyph(c_.flow.pieces.back().run.face) == 0)
            begin(c_.flow.pieces.back().x + c_.flow.pieces.back().width, Face::regular, c_.flow.pieces.back().ref, c_.flow.pieces.back().element);
        Piece& p = c_.flow.pieces.back();
        const std::uint16_t id = glyph(p.run.face);
        c_.out.glyphs.push_back({id, 0});
        ++p.run.count;
        if (c != ' ') p.width += scaled(c_.fonts.face(p.run.face).advance[id]);
    }
};

}  // namespace

float widest_part(const Context& context, const std::vector<markup::Inline>& text, const style::Text& style) {
    std::int32_t widest = 0;
    for (const Inline& i : text) {
        const Face face = face_of(style, i);
        const int hyphen = context.fonts.face(face).advance[context.fonts.impl().hyphen[static_cast<std::size_t>(face)]];
        for_words(i.kind == Inline::Kind::text ? std::string_view(i.text) : "", [&](std::string_view each, bool) {
            const Word& word = shape_word(context.fonts, face, each);
            std::int32_t part = 0;
            auto next = word.breaks.begin();
            for (std::size_t g = 0; g < word.glyphs.size(); ++g) {
                for (; next != word.breaks.end() && next->glyphs <= g; ++next) {
                    if (next->hyphen && !style.hyphenate) continue;
                    widest = std::max(widest, part + (next->hyphen ? hyphen : 0));
                    part = 0;
                }
                part += word.glyphs[g].advance;
            }
            widest = std::max(widest, part);
        });
    }
    return static_cast<float>(widest) * style.size / 1000;
}

std::size_t break_lines(Context& context, const std::vector<markup::Inline>& text, const style::Text& style, float x, float width,
                        int element) {
    return Breaker(context, style, x, width, element).run(text);
}

}  // namespace dossier::layout
