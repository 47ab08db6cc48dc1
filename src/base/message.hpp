#pragma once
/// What the program says to people, kept apart from the language it is said in. The English is in the code, where it is read with
/// what it is about, and is also the name under which another language has its words (as gettext does): `src/taal/` has the Dutch.
///
///     diagnostics.error("unknown-key", at, say("unknown key {} in {}", quoted(key), quoted(owner)), {say("remove it")});
///
/// The words are always a literal right behind `say(`: a Message is made of no std::string, so the compiler finds English that was
/// put together at run time, and a test finds every literal that lacks its Dutch.

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace dossier {

/// The words of another language for English words with holes; "" if it has none. A hole is "{}", or "{0}", "{1}", ... where the
/// order is another.
using Translate = std::string_view (*)(std::string_view pattern);

/// English words with as many holes "{}".
template <std::size_t Holes> class Pattern {
public:
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    template <std::size_t N> friend class Literal;
    explicit constexpr Pattern(std::string_view text) : text_(text) {}
    std::string_view text_;
};

/// A literal of which the holes have been counted; for `say` and `pattern` alone.
template <std::size_t Holes> class Literal {
public:
    consteval Literal(const char* text) : text_(text) {
        std::size_t found = 0;
        for (std::size_t at = text_.find("{}"); at != std::string_view::npos; at = text_.find("{}", at + 2)) ++found;
        if (found != Holes) throw "as many parts as holes are needed";
    }
    [[nodiscard]] constexpr Pattern<Holes> pattern() const { return Pattern<Holes>(text_); }

private:
    std::string_view text_;
};

/// Words and what stands in their holes: text that is the same in every language (what was typed, numbers, names), or words again.
class Message {
public:
    /// Says nothing.
    Message() = default;
    Message(Pattern<0> words) : pattern_(words.text()) {}
    /// Text that has no other language: of a library or the system, or said before.
    [[nodiscard]] static Message as_is(std::string text) {
        Message out;
        out.text_ = std::move(text);
        return out;
    }
    template <std::size_t Holes, class... Parts> [[nodiscard]] static Message of(Pattern<Holes> words, Parts&&... parts) {
        static_assert(sizeof...(Parts) == Holes, "as many parts as holes are needed");
        Message out;
        out.pattern_ = words.text();
        out.parts_.reserve(Holes);
        (out.parts_.push_back(part(std::forward<Parts>(parts))), ...);
        return out;
    }

    [[nodiscard]] bool empty() const { return pattern_.empty() && text_.empty(); }
    /// In English, or in the language of `translate` as far as that has the words.
    [[nodiscard]] std::string text(Translate translate = nullptr) const;
    void append_to(std::string& out, Translate translate = nullptr) const;

private:
    // A literal is ambiguous on purpose: it is English, most likely, and belongs in a say(...).
    static Message part(Message words) { return words; }
    static Message part(Pattern<0> words) { return words; }
    static Message part(std::string text) { return as_is(std::move(text)); }
    static Message part(std::string_view text) { return as_is(std::string(text)); }
    template <std::integral Number>
        requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
    static Message part(Number number) { return as_is(std::to_string(number)); }

    std::string_view pattern_;    ///< a literal
    std::string text_;            ///< what is said if there is no pattern
    std::vector<Message> parts_;  ///< as many as the pattern has holes
};

/// Words without holes.
[[nodiscard]] consteval Pattern<0> say(Literal<0> words) { return words.pattern(); }
/// Words with holes, and what stands in these.
template <class... Parts>
    requires(sizeof...(Parts) > 0)
[[nodiscard]] Message say(std::type_identity_t<Literal<sizeof...(Parts)>> words, Parts&&... parts) {
    return Message::of(words.pattern(), std::forward<Parts>(parts)...);
}
/// Words for a table or a parameter, which `say_with` fills.
template <std::size_t Holes> [[nodiscard]] consteval Pattern<Holes> pattern(Literal<Holes> words) { return words.pattern(); }
template <class... Parts> [[nodiscard]] Message say_with(Pattern<sizeof...(Parts)> words, Parts&&... parts) {
    return Message::of(words, std::forward<Parts>(parts)...);
}

/// "1 file", "2 files".
[[nodiscard]] Message count_of(std::size_t n, Pattern<0> one, Pattern<0> many);
/// "a, b and c"; of more than `most` the first, and how many more.
[[nodiscard]] Message listed(const std::vector<std::string>& words, std::size_t most = 20);
/// `did you mean "..."?`
[[nodiscard]] Message did_you_mean(std::string_view quoted_word);

}  // namespace dossier
