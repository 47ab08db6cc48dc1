/// The only place that sees yaml-cpp. Its events become nodes; its marks (bytes from 0, no ends) become spans; its
/// exceptions become diagnostics in our own words. The strictness is written by hand: yaml-cpp's own tree hides
/// duplicate keys, and knows neither comments nor where a value ends.

#include "yaml/tree.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <streambuf>

namespace dossier::yaml {
namespace {

/// Thrown through yaml-cpp to leave its loop; never leaves this file.
struct Stop {};

/// A stream over bytes that are already in memory.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(const std::string& text) {
        char* begin = const_cast<char*>(text.data());  // the get area is never written to
        setg(begin, begin, begin + text.size());
    }
};

class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(Tree& tree, Problems& problems)
        : tree_(tree), problems_(problems), text_(problems.source().text), bom_(text_.starts_with("\xef\xbb\xbf") ? 3u : 0u) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override { report_null(); }

    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        const std::uint32_t at = offset(mark);
        Diagnostic found;
        if (open_.empty()) {
            found = {Severity::error, "empty-file", {nullptr, 0, 0}, say("the file is empty, expected keys like \"naam\""), {}};
        } else if (awaits_value()) {
            const Node& key = tree_.nodes[open_.back().last];
            if (key.kind != Kind::bad)
                found = {Severity::error,
                         "empty-value",
                         {nullptr, key.begin, key.end},
                         say("{} has no value", quoted(key.text)),
                         {say("give it a value, or remove the key")}};
        } else if (open_.back().kind == Kind::map) {
            found = {Severity::error, "empty-key", {nullptr, at, at + 1}, say("found a value without a key"), {}};
        } else {
            const std::uint32_t dash = dash_before(at);
            found = {Severity::error,
                     "empty-value",
                     {nullptr, dash, dash + 1},
                     say("this item of the list is empty"),
                     {say("give it a value, or remove the line")}};
        }
        add(Kind::bad, at, at, {}, false);
        // Said when something follows: before a syntax error it is only a part of that.
        if (!found.code.empty() && !quiet()) null_ = std::move(found);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        // The mark is that of the anchor: the alias itself is somewhere after the last thing read.
        const std::size_t star = text_.find('*', last_end());
        const std::uint32_t at = star == std::string::npos ? offset(mark) : static_cast<std::uint32_t>(star);
        report("alias", at, word_end(at), say("aliases are not allowed, found {}", quoted(word(at))), {say("write the value out")});
        add(Kind::bad, at, word_end(at), {}, false);
    }

    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override {
        bool bad = false;
        const std::uint32_t begin = skip_properties(offset(mark), bad);
        const ScalarSpan span = scalar_span(text_, begin, value);
        refuse_block_indent(begin);
        if (!span.closed) {
            report("open-quote", begin, begin + 1, say("this quote is never closed"),
                   {say("close the quote, or write the text in a block that begins with \"|\" or \">-\"")});
            throw Stop{};
        }
        if (const auto control =
                std::find_if(value.begin(), value.end(), [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == 0x7f; });
            control != value.end()) {
            report("control-character", span.begin, span.end, say("found a control character in {}", quoted(value)), {say("remove it")});
            bad = true;
        }
        if (is_key()) {
            if (value == "<<" && span.plain) {
                report("merge-key", span.begin, span.end, say("merge keys are not allowed"), {say("write the keys out")});
                bad = true;
            } else if (value.empty()) {
                report("empty-key", span.begin, span.end, say("found an empty key"));
                bad = true;
            }
        }
        std::string_view kept = std::string_view(text_).substr(span.begin, span.end - span.begin);
        if (kept != value) kept = tree_.texts.emplace_back(value);
        add(bad ? Kind::bad : Kind::text, span.begin, span.end, kept, span.plain);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        open(Kind::list, offset(mark), say("a list"));
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        open(Kind::map, offset(mark), say("a map"));
    }
    void OnMapEnd() override { close(); }

    [[nodiscard]] std::uint32_t offset(const YAML::Mark& mark) const {
        const std::size_t at = mark.pos < 0 ? text_.size() : static_cast<std::size_t>(mark.pos) + bom_;
        return static_cast<std::uint32_t>(std::min(at, text_.size()));
    }
    [[nodiscard]] std::uint32_t last_end() const { return tree_.nodes.empty() ? bom_ : std::max(bom_, last_end_); }
    /// Where the last scalar began, if it runs over several lines in quotes: a wrong quote is likely there.
    [[nodiscard]] const Node* suspect_quote() const {
        for (auto n = tree_.nodes.rbegin(); n != tree_.nodes.rend(); ++n) {
            if (n->kind != Kind::text) continue;
            const std::string_view span = std::string_view(text_).substr(n->begin, n->end - n->begin);
            return (span.starts_with('"') || span.starts_with('\'')) && span.find('\n') != std::string_view::npos ? &*n : nullptr;
        }
        return nullptr;
    }

private:
    struct Open {
        Kind kind;
        std::uint32_t node;
        std::uint32_t last = 0;  ///< last child
        std::uint32_t count = 0;
    };

    /// Inside something that was reported already, more would only repeat it.
    [[nodiscard]] bool quiet() const {
        return std::any_of(open_.begin(), open_.end(), [this](const Open& o) { return tree_.nodes[o.node].kind == Kind::bad; });
    }
    void report_null() {
        if (!null_) return;
        problems_.error(std::move(null_->code), null_->location.begin, null_->location.end, std::move(null_->message),
                        std::move(null_->hints));
        null_.reset();
    }
    void report(std::string code, std::uint32_t begin, std::uint32_t end, Message message, std::vector<Message> hints = {}) {
        if (!quiet() || !problems_.any()) problems_.error(std::move(code), begin, end, std::move(message), std::move(hints));
    }
    [[nodiscard]] bool is_key() const { return !open_.empty() && open_.back().kind == Kind::map && open_.back().count % 2 == 0; }
    [[nodiscard]] bool awaits_value() const { return !open_.empty() && open_.back().kind == Kind::map && open_.back().count % 2 == 1; }

    std::uint32_t add(Kind kind, std::uint32_t begin, std::uint32_t end, std::string_view text, bool plain) {
        report_null();
        if (problems_.too_many()) throw Stop{};
        if (tree_.nodes.size() >= kMostNodes) {
            report("too-many-values", begin, end, say("the file has more than {} values", kMostNodes));
            throw Stop{};
        }
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        tree_.nodes.push_back({kind, plain, begin, end, 0, 0, text});
        last_end_ = std::max(last_end_, end);
        if (!open_.empty()) {
            Open& parent = open_.back();
            (parent.last == 0 ? tree_.nodes[parent.node].first : tree_.nodes[parent.last].next) = index;
            parent.last = index;
            ++parent.count;
        }
        return index;
    }

    void open(Kind kind, std::uint32_t at, Pattern<0> what) {
        bool bad = false;
        at = skip_properties(at, bad);
        if (open_.size() == kDeepest) {
            report("too-deep", at, at + 1, say("nested more than {} levels deep", kDeepest));
            throw Stop{};
        }
        if (is_key()) {
            report("key-not-text", at, at + 1, say("expected a key, found {}", what), {say("a key is one word, followed by \":\"")});
            bad = true;
        }
        // A bad list or map still collects its children, so that the rest of the file is read in step.
        const std::uint32_t index = add(bad ? Kind::bad : kind, at, at, {}, false);
        open_.push_back({kind, index});
    }
    void close() {
        Node& node = tree_.nodes[open_.back().node];
        node.end = std::max(node.begin, last_end_);
        open_.pop_back();
    }

    /// Reports tags and anchors at `at` and gives the place after them.
    std::uint32_t skip_properties(std::uint32_t at, bool& bad) {
        while (at < text_.size() && (text_[at] == '!' || text_[at] == '&')) {
            const bool tag = text_[at] == '!';
            const std::uint32_t end = word_end(at);
            report(
                tag ? "tag" : "anchor", at, end,
                tag ? say("tags are not allowed, found {}", quoted(word(at))) : say("anchors are not allowed, found {}", quoted(word(at))),
                {tag ? say("remove it; put text that begins with \"!\" in quotes")
                     : say("write the value out where it is needed; put text that begins with \"&\" in quotes")});
            bad = true;
            at = end;
            while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\n' || text_[at] == '\r')) ++at;
        }
        return at;
    }
    /// "|2" and the like: nobody needs them here, and they make the extent of a block hard to see.
    void refuse_block_indent(std::uint32_t at) {
        if (at >= text_.size() || (text_[at] != '|' && text_[at] != '>')) return;
        const std::uint32_t end = word_end(at);
        if (word(at).find_first_of("0123456789") == std::string_view::npos) return;
        report("block-indent", at, end, say("expected \"|\" or \">-\", found {}", quoted(word(at))), {say("leave the number out")});
        throw Stop{};
    }
    [[nodiscard]] std::uint32_t word_end(std::uint32_t at) const {
        return static_cast<std::uint32_t>(std::min(text_.find_first_of(" \r\n,]}", at), text_.size()));
    }
    [[nodiscard]] std::string_view word(std::uint32_t at) const { return std::string_view(text_).substr(at, word_end(at) - at); }

    /// The dash of an empty list item: the last one before `at`, the place of whatever comes next.
    [[nodiscard]] std::uint32_t dash_before(std::uint32_t at) const {
        // Comments between are skipped by taking the first dash after the last value, if that lies before `at`.
        const std::size_t dash = text_.find_first_of("-,[", last_end());
        return dash == std::string::npos || dash > at ? at : static_cast<std::uint32_t>(dash);
    }

    Tree& tree_;
    Problems& problems_;
    const std::string& text_;
    std::uint32_t bom_;
    std::uint32_t last_end_ = 0;
    std::vector<Open> open_;
    std::optional<Diagnostic> null_;  ///< a missing value that is not reported yet
};

/// Stops at the first sign of something after the document.
class TailHandler : public YAML::EventHandler {
public:
    YAML::Mark mark;
    void OnDocumentStart(const YAML::Mark& m) override {
        mark = m;
        throw Stop{};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

struct Wording {
    std::string_view theirs;  ///< how yaml-cpp's message begins
    Pattern<0> message;
    std::optional<Pattern<0>> hint;
};
constexpr Pattern<0> kColonHint = say("text with \": \" in it needs quotes, or a block that begins with \"|\" or \">-\"");
constexpr Pattern<0> kIndentHint = say("keys of one list or map begin in the same column");
constexpr Wording kWordings[] = {
    {"end of map not found", say("expected a key here, or less indent"), kIndentHint},
    {"end of sequence not found", say("expected \"- \" and the next item here, or less indent"), kIndentHint},
    {"end of map flow not found", say("expected \",\" or \"}\""), {}},
    {"end of sequence flow not found", say("expected \",\" or \"]\""), say("text that begins with \"[\" needs quotes")},
    {"illegal map value", say("found \":\" where no key can be"), kColonHint},
    {"illegal map key", say("found a key where none can be"), kIndentHint},
    {"illegal block entry", say("found \"- \" where no list can be"), say("a list begins on a line of its own, under its key")},
    {"illegal flow end", say("found a closing bracket without an opening one"), say("put text with brackets in quotes")},
    {"illegal EOF in scalar", say("the file ends inside a quoted text"), say("close the quote")},
    {"illegal document indicator in scalar", say("found \"---\" or \"...\" inside a quoted text"), say("close the quote")},
    {"illegal tab when looking for indentation", say("found a tab in the indent"), say("indent with two spaces")},
    {"illegal character in scalar", say("found a character that cannot be in text without quotes"), say("put the text in quotes")},
    {"unknown escape character", say("unknown escape after \"\\\" in a text in double quotes"),
     say("use single quotes, or write \"\\\\\" for one \"\\\"")},
    {"bad character found while scanning hex number", say("expected hexadecimal digits after \"\\x\" or \"\\u\""),
     say("use single quotes, or write \"\\\\\" for one \"\\\"")},
    {"invalid unicode", say("this escape names no character"), {}},
    {"unknown token", say("found a character that cannot begin a value"), say("put the text in quotes")},
    {"unexpected character in block scalar", say("unexpected text after \"|\" or \">\""),
     say("the text of a block begins on the next line")},
    {"cannot set zero indentation", say("the indent of a block cannot be 0"), {}},
    {"the referenced anchor is not defined", say("aliases are not allowed"), say("put text that begins with \"*\" in quotes")},
    {"alias not found after *", say("aliases are not allowed"), say("put text that begins with \"*\" in quotes")},
    {"illegal character found while scanning alias", say("aliases are not allowed"), say("put text that begins with \"*\" in quotes")},
    {"anchor not found after &", say("anchors are not allowed"), say("put text that begins with \"&\" in quotes")},
    {"illegal character found while scanning anchor", say("anchors are not allowed"), say("put text that begins with \"&\" in quotes")},
    {"cannot assign multiple", say("found two tags or anchors on one value"), say("remove them")},
    {"illegal character found while scanning tag handle", say("tags are not allowed"), say("put text that begins with \"!\" in quotes")},
    {"tag handle with no suffix", say("tags are not allowed"), say("put text that begins with \"!\" in quotes")},
    {"end of verbatim tag not found", say("tags are not allowed"), say("put text that begins with \"!\" in quotes")},
    {"bad file", say("nested too deep"), {}},
};

/// Says more than the library knows, from what stands before `at` on its line.
void refine(std::string_view text, std::uint32_t& at, Message& message, std::vector<Message>& hints) {
    const std::string said = message.text();
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const std::string_view before = trim(text.substr(line, at - line));
    const bool ended = said.starts_with("expected a key here") || said.starts_with("expected \"- \"");
    if (ended && before.size() > 1 && (before.ends_with('"') || before.ends_with('\''))) {
        message = say("found text after the closing quote");
        hints = {say("write a quote inside a text in quotes twice ('') or, in double quotes, as \\\"")};
    } else if (said.starts_with("found \":\"") && before.find(": ") == std::string_view::npos) {
        hints = {kIndentHint};
    } else if (said.starts_with("unknown escape") && at >= 2 && text[at - 2] == '\\') {
        at -= 2;
    }
}

void report_exception(const YAML::Exception& e, const TreeBuilder& builder, Problems& problems) {
    const std::string& text = problems.source().text;
    std::uint32_t at = builder.offset(e.mark);
    // At the end of the file, point at the last thing that is there.
    if (at >= text.size()) at = static_cast<std::uint32_t>(trim(text).empty() ? 0 : text.find_last_not_of(" \r\n") + 1);
    Message message = say("cannot be read as YAML: {}", e.msg);
    std::vector<Message> hints;
    for (const Wording& w : kWordings) {
        if (!std::string_view(e.msg).starts_with(w.theirs)) continue;
        message = w.message;
        if (w.hint) hints.emplace_back(*w.hint);
        break;
    }
    refine(text, at, message, hints);
    if (const Node* quote = builder.suspect_quote())
        hints.push_back(say("the text in quotes that begins at {} runs over several lines: is its quote closed in the right place?",
                            problems.place(quote->begin)));
    std::uint32_t end = at;
    if (end < text.size()) {
        std::size_t next = end;
        (void)decode_utf8(text, next);
        end = static_cast<std::uint32_t>(next);
    }
    problems.error("yaml-syntax", at, end, std::move(message), std::move(hints));
}

/// Something follows the document: another document, or text that yaml-cpp would have dropped without a word.
void report_tail(std::uint32_t at, std::uint32_t document_end, Problems& problems) {
    const std::string& text = problems.source().text;
    const std::string_view between =
        std::string_view(text).substr(document_end, at - document_end + std::min<std::size_t>(3, text.size() - at));
    const std::size_t marker = between.find("---");
    if (marker != std::string_view::npos) {
        const auto begin = document_end + static_cast<std::uint32_t>(marker);
        problems.error("second-document", begin, begin + 3, say("found a second document, expected one"),
                       {say("remove the line with \"---\", or put what follows in a file of its own")});
        return;
    }
    const auto end = static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", at), text.size()));
    problems.error("lost-text", at, end, say("this text belongs to no key and no list"),
                   {say("a list item is a dash and a space; a key ends with \":\"; check the indent")});
}

}  // namespace

bool parse_events(Tree& tree, Problems& problems) {
    ViewBuffer buffer(problems.source().text);
    std::istream stream(&buffer);
    TreeBuilder builder(tree, problems);
    try {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder)) {
            problems.error("empty-file", 0, 0, say("the file is empty, expected keys like \"naam\""));
            return false;
        }
        // Exactly once more: a loop over documents may never end, and what is left would be lost.
        TailHandler tail;
        try {
            (void)parser.HandleNextDocument(tail);
        } catch (const Stop&) {
            report_tail(builder.offset(tail.mark), builder.last_end(), problems);
            return false;
        }
    } catch (const Stop&) {
        return false;
    } catch (const YAML::Exception& e) {
        report_exception(e, builder, problems);
        return false;
    }
    return true;
}

}  // namespace dossier::yaml
