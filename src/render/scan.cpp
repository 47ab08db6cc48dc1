/// Template text -> tags with their places. Written by hand: mustache says of a mistake no more than how many bytes came before it.

#include "render/program.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace dossier::render {
namespace {

bool blank(char c) { return c == ' ' || c == '\t'; }

/// A tag that may stand alone on its line.
bool stands_alone(Kind kind) {
    return kind == Kind::section || kind == Kind::inverted || kind == Kind::end || kind == Kind::comment || kind == Kind::partial;
}

class Scanner {
public:
    Scanner(const Source& source, Diagnostics& diagnostics) : source_(source), text_(source.text), diagnostics_(diagnostics) {}

    std::vector<Token> run() {
        std::size_t at = 0;
        while (at < text_.size()) {
            const std::size_t open = std::min(text_.find("{{", at), text_.size());
            literal(at, open);
            if (open == text_.size()) break;
            const std::size_t next = tag(open);
            if (next == 0) return {};
            at = next;
        }
        for (const Open& open : open_)
            error("template-unclosed", open.name_at, open.name.size(), say("section {} is never closed", quoted(open.name)),
                  say("write {{/{}}} where it ends", open.name));
        return std::move(tokens_);
    }

private:
    struct Open {
        std::string_view name;
        std::size_t name_at;
    };

    void error(const char* code, std::size_t at, std::size_t length, Message message, Message hint) {
        const Location location = place_of(at, length);
        if (!too_many_problems(diagnostics_, location)) diagnostics_.error(code, location, std::move(message), {std::move(hint)});
    }
    [[nodiscard]] Location place_of(std::size_t at, std::size_t length) const {
        const auto begin = static_cast<std::uint32_t>(at);
        return {&source_, begin, begin + static_cast<std::uint32_t>(length)};
    }

    void literal(std::size_t begin, std::size_t end) {
        if (begin < end)
            tokens_.push_back(
                {Kind::text, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), 0, text_.substr(begin, end - begin)});
    }

    /// Reads the tag at `open`; returns where it ends, its line too if it stands alone, or 0 after an error that makes
    /// the rest meaningless.
    std::size_t tag(std::size_t open) {
        const bool triple = text_.substr(open).starts_with("{{{");
        const std::size_t inside = open + (triple ? 3 : 2);
        const std::size_t close = text_.find(triple ? "}}}" : "}}", inside);
        if (close == std::string_view::npos) {
            error("template-syntax", open, inside - open, say("a tag is opened here and never closed"),
                  triple ? say("write }}} after the name") : say("write }} after the name"));
            return 0;
        }
        Token token{triple ? Kind::verbatim : Kind::variable,
                    static_cast<std::uint32_t>(open),
                    static_cast<std::uint32_t>(close + (triple ? 3 : 2)),
                    0,
                    {}};
        std::size_t name = text_.find_first_not_of(" \t\r\n", inside);
        name = std::min(name, close);
        if (!triple && name < close) name += sign(text_[name], token.kind, name);
        while (name < close && (blank(text_[name]) || text_[name] == '\n' || text_[name] == '\r')) ++name;
        token.name_at = static_cast<std::uint32_t>(name);
        token.text = trim(text_.substr(name, close - name));
        if (token.kind != Kind::comment && !good_name(token)) {
            error("template-syntax", open, token.end - open, say("expected a name in the tag, found {}", quoted(token.text)),
                  say("a name is letters, digits, _ and dots; a partial is the name of a file"));
            return token.end;
        }
        check_nesting(token);
        return place(token);
    }

    std::size_t sign(char c, Kind& kind, std::size_t at) {
        switch (c) {
            case '#': kind = Kind::section; return 1;
            case '^': kind = Kind::inverted; return 1;
            case '/': kind = Kind::end; return 1;
            case '>': kind = Kind::partial; return 1;
            case '!': kind = Kind::comment; return 1;
            case '&': kind = Kind::verbatim; return 1;
            case '=':
                error("template-syntax", at, 1, say("changing the delimiters is not supported"), say("use {{ and }} throughout"));
                kind = Kind::comment;
                return 1;
            default: return 0;
        }
    }

    [[nodiscard]] static bool good_name(const Token& token) {
        if (token.text.empty()) return false;
        if (token.text == ".") return token.kind != Kind::partial;
        const bool file = token.kind == Kind::partial;
        const bool section = token.kind == Kind::section || token.kind == Kind::inverted || token.kind == Kind::end;
        std::string_view name = token.text;
        if (section && name.size() > 1 && name.back() == '?') name.remove_suffix(1);
        if (name.front() == '.' || name.back() == '.' || name.find("..") != std::string_view::npos) return false;
        return std::all_of(name.begin(), name.end(),
                           [&](char c) { return is_letter_or_digit(c) || c == '_' || c == '.' || c == '-' || (file && c == '/'); });
    }

    void check_nesting(const Token& token) {
        if (token.kind == Kind::section || token.kind == Kind::inverted) {
            open_.push_back({token.text, token.name_at});
            if (open_.size() == kDeepest + 1)
                error("template-too-deep", token.name_at, token.text.size(), say("sections nest deeper than {}", kDeepest),
                      say("put the inner part in a partial of its own, or leave out a level"));
        } else if (token.kind == Kind::end) {
            if (open_.empty()) {
                error("template-unopened", token.name_at, token.text.size(),
                      say("section {} is closed here and was never opened", quoted(token.text)),
                      say("remove this tag, or write {{#{}}} where the section begins", token.text));
            } else if (open_.back().name != token.text) {
                close_other(token);
                open_.pop_back();
            } else {
                open_.pop_back();
            }
        }
    }

    void close_other(const Token& token) {
        // Counting lines takes as long as the text is.
        if (too_many_problems(diagnostics_, place_of(token.name_at, token.text.size()))) return;
        const Position at = position_of(source_, open_.back().name_at);
        error("template-unclosed", token.name_at, token.text.size(),
              say("expected the end of section {}, found the end of {}", quoted(open_.back().name), quoted(token.text)),
              say("section {} was opened at line {}: close it first", quoted(open_.back().name), at.line));
    }

    std::size_t place(Token token) {
        std::size_t after = token.end;
        if (stands_alone(token.kind)) {
            std::size_t line = token.begin;
            while (line > 0 && blank(text_[line - 1])) --line;
            while (after < text_.size() && blank(text_[after])) ++after;
            const bool at_start = line == 0 || text_[line - 1] == '\n';
            const bool at_end = after == text_.size() || text_[after] == '\n' || text_[after] == '\r';
            if (at_start && at_end) {
                drop_indent(token.begin - line);
                if (after < text_.size() && text_[after] == '\r') ++after;
                if (after < text_.size() && text_[after] == '\n') ++after;
            } else {
                after = token.end;
            }
        }
        if (token.kind != Kind::comment) tokens_.push_back(token);
        return after;
    }

    /// Takes `length` blanks off the end of the literal text before the tag.
    void drop_indent(std::size_t length) {
        if (length == 0 || tokens_.empty() || tokens_.back().kind != Kind::text) return;
        Token& last = tokens_.back();
        last.text.remove_suffix(length);
        last.end -= static_cast<std::uint32_t>(length);
        if (last.text.empty()) tokens_.pop_back();
    }

    const Source& source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    std::vector<Token> tokens_;
    std::vector<Open> open_;
};

}  // namespace

std::vector<Token> scan(const Source& source, Diagnostics& diagnostics) { return Scanner(source, diagnostics).run(); }

}  // namespace dossier::render
