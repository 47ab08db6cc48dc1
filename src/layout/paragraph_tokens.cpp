#include "layout/paragraph_tokens.hpp"

#include "layout/inline_boxes.hpp"
#include "layout/workspace.hpp"

#include <algorithm>

namespace dossier::layout {
namespace {

using markup::Inline;

constexpr std::size_t kLongestWord = 1000;  ///< bytes; longer ones are taken in parts

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

class Tokenizer {
public:
    Tokenizer(Context& context, const Metrics& metrics, float width, int element, Tokens& out)
        : c_(context), metrics_(metrics), width_(width), element_(element), tokens_(out.all), boxes_(out.boxes) {}

    void add(const Inline& i) {
        switch (i.kind) {
            case Inline::Kind::text: words(i.text, i); break;
            case Inline::Kind::page_number: words(std::to_string(c_.page), i); break;
            case Inline::Kind::page_count: words(std::to_string(c_.pages), i); break;
            case Inline::Kind::line_break: newline(); break;
            case Inline::Kind::field: box(field_box(c_, i, width_, element_)); break;
            case Inline::Kind::qr:
                if (const auto code = code_box(c_, i, width_, element_)) box(*code);
                break;
            case Inline::Kind::image:
                if (const auto picture = picture_box(c_, i, width_, element_)) box(*picture);
                break;
        }
    }

private:
    Context& c_;
    Metrics metrics_;
    float width_;
    int element_;
    std::vector<Token>& tokens_;
    std::vector<Piece>& boxes_;
    bool pending_space_ = false;
    int span_ = -1, span_element_ = -1;  ///< the last one met

    void words(std::string_view text, const Inline& i) {
        if (text.find_first_not_of(' ') == std::string_view::npos) {  // no element for nothing
            pending_space_ = pending_space_ || !text.empty();
            return;
        }
        const Face face = face_of(metrics_.style, i);
        const int link = i.href.empty() ? -1 : link_for(i);
        const int element = i.span < 0 ? c_.flow.element_of_link(link) : span_for(i, link);
        for_words(text, [&](std::string_view each, bool space) {
            pending_space_ = pending_space_ || space;
            word(each, face, link, element, i.location);
        });
        if (text.ends_with(' ')) pending_space_ = true;
    }

    void word(std::string_view text, Face face, int link, int element, Location at) {
        Token t;
        t.word = &c_.work.words.shaped(c_.fonts, face, text);
        if (t.word->missing != 0) report_missing(c_, t.word->missing, at, pattern<2>("no font has the character {} ({})"));
        t.to = t.word->glyphs.size();
        t.width = metrics_.scaled(t.word->width);
        t.face = face;
        t.link = link;
        t.element = element;
        t.space = pending_space_;
        pending_space_ = false;
        tokens_.push_back(t);
    }

    void box(const Piece& piece) {
        Token t;
        if (piece.kind == Piece::Kind::field) {
            const markup::FieldKind kind = c_.out.fields[static_cast<std::size_t>(piece.ref)].field.kind;
            t.choice = kind == markup::FieldKind::radio || kind == markup::FieldKind::checkbox;
        }
        t.kind = Token::Kind::box;
        t.space = pending_space_;
        pending_space_ = false;
        t.width = piece.width;
        t.box = static_cast<int>(boxes_.size());
        boxes_.push_back(piece);
        tokens_.push_back(t);
    }

    void newline() {
        Token t;
        t.kind = Token::Kind::newline;
        tokens_.push_back(t);
        pending_space_ = false;
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

    int span_for(const Inline& i, int link) {
        if (i.span != span_) {
            span_ = i.span;
            span_element_ = add_element(c_.out, Role::span, link < 0 ? element_ : c_.flow.element_of_link(link), false);
            const markup::Span& span = c_.document.spans[static_cast<std::size_t>(i.span)];
            c_.out.elements.back().lang = span.lang;
            c_.out.elements.back().alt = span.read;
        }
        return span_element_;
    }
};

}  // namespace

void make_tokens(Context& context, const Metrics& metrics, const std::vector<Inline>& text, float width, int element, Tokens& out) {
    Tokenizer tokenizer(context, metrics, width, element, out);
    for (const Inline& i : text) tokenizer.add(i);
}

float widest_part(const Context& context, const std::vector<Inline>& text, const style::Text& style) {
    const Metrics metrics(context.fonts, style);
    std::int32_t widest = 0;
    for (const Inline& i : text) {
        const Face face = face_of(style, i);
        const int hyphen = context.fonts.face(face).advance[metrics.hyphen_glyph(face)];
        for_words(i.kind == Inline::Kind::text ? std::string_view(i.text) : "", [&](std::string_view each, bool) {
            const Word& word = context.work.words.shaped(context.fonts, face, each);
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
    return metrics.scaled(widest);
}

}  // namespace dossier::layout
