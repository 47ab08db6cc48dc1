#include "render/program.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <utility>

namespace dossier::render {
namespace {

/// Partials within partials can double at each level: no document needs more than this.
constexpr std::size_t kMostOps = 200'000;
/// Of literal text: one that is long is taken in many times with few parts.
constexpr std::size_t kMostText = std::size_t{32} << 20;

class Flattener {
public:
    Flattener(const TemplateSources& sources, const Scanned& scanned, const Places* places, Diagnostics& diagnostics)
        : sources_(sources), scanned_(scanned), places_(places), diagnostics_(diagnostics) {}

    std::vector<Op> run(const std::string& name) {
        add_template(name);
        return std::move(ops_);
    }

private:
    void add_template(const std::string& name) {
        const Source& source = *sources_.find(name)->second;
        chain_.push_back(name);
        std::vector<std::size_t> open;
        for (const Token& token : scanned_.find(name)->second) {
            if (too_big()) break;
            const Location at{&source, token.name_at, token.name_at + static_cast<std::uint32_t>(token.text.size())};
            if (token.kind == Kind::text) add_text(source, token);
            else if (token.kind == Kind::partial) add_partial(std::string(token.text), at);
            else add_tag(token, at, open);
        }
        chain_.pop_back();
    }

    void add_partial(const std::string& name, Location at) {
        const auto found = sources_.find(name);
        if (found == sources_.end()) {
            if (!told_.fresh(at) || too_many_problems(diagnostics_, at)) return;
            std::vector<std::string> names;
            for (const auto& [known, source] : sources_) names.push_back(known);
            std::vector<Message> hints;
            if (const auto near = nearest(name, names)) hints.push_back(did_you_mean(quoted(*near)));
            diagnostics_.error("template-unknown-partial", at, say("unknown partial {}", quoted(name)), std::move(hints));
            return;
        }
        if (is_raw(name)) {
            add_literal(std::string(trim(found->second->text)));
            return check_size(at);
        }
        if (std::find(chain_.begin(), chain_.end(), name) != chain_.end()) {
            std::string way;
            for (auto each = std::find(chain_.begin(), chain_.end(), name); each != chain_.end(); ++each) way += *each + " > ";
            error("template-recursion", at, say("partial {} includes itself: {}{}", quoted(name), way, name),
                  say("long text is a flat list of blocks, so that no template needs recursion"));
            return;
        }
        if (chain_.size() >= kDeepest) {
            error("template-too-deep", at, say("partials nest deeper than {}", kDeepest),
                  say("put the parts side by side in one template"));
            return;
        }
        add_template(name);
        check_size(at);
    }

    [[nodiscard]] bool too_big() const { return ops_.size() > kMostOps || text_ > kMostText; }

    void check_size(Location at) {
        if (!too_big() || std::exchange(told_too_big_, true)) return;
        const Message most = text_ > kMostText ? say("{} MiB of text", kMostText >> 20) : say("{} parts", kMostOps);
        error("template-too-big", at, say("with its partials the template has more than {}", most),
              say("partials that each include others twice grow without end: use a section over a list"));
    }

    void error(const char* code, Location at, Message message, Message hint) {
        if (!too_many_problems(diagnostics_, at)) diagnostics_.error(code, at, std::move(message), {std::move(hint)});
    }

    void add_literal(std::string text) {
        Op op;
        text_ += text.size();
        op.text = std::move(text);
        ops_.push_back(std::move(op));
    }

    void add_tag(const Token& token, Location at, std::vector<std::size_t>& open) {
        Op op;
        op.kind = token.kind;
        op.location = at;
        if (token.kind == Kind::end) {
            if (open.empty()) return;  // already reported
            op.partner = open.back();
            open.pop_back();
            --depth_;
            ops_.push_back(std::move(op));
            return;
        }
        std::string_view rest = token.text;
        if (rest.ends_with('?')) {
            op.once = true;
            rest.remove_suffix(1);
        }
        while (rest != ".") {
            const std::size_t dot = rest.find('.');
            op.path.emplace_back(rest.substr(0, dot));
            if (dot == std::string_view::npos) break;
            rest.remove_prefix(dot + 1);
        }
        if (token.kind == Kind::section || token.kind == Kind::inverted) {
            open.push_back(ops_.size());
            if (++depth_ == kDeepest + 1 && chain_.size() > 1)
                error("template-too-deep", at, say("sections nest deeper than {}", kDeepest),
                      say("this partial is used inside other sections: leave out a level"));
        } else if (token.kind == Kind::variable) {
            op.escape = !element_.empty() ? (element_ == "script" ? Escape::json : Escape::css) : in_address() ? Escape::url : Escape::html;
        } else if (!element_.empty()) {
            error("template-verbatim", at, say("a verbatim value in <{}> cannot be made safe", element_),
                  say("use two braces: {{{}}}", token.text));
        }
        ops_.push_back(std::move(op));
    }

    /// Whether the text so far ends in href=" or the like: the tag begins an address.
    [[nodiscard]] bool in_address() const {
        if (ops_.empty() || ops_.back().kind != Kind::text) return false;
        const std::string& text = ops_.back().text;
        return std::any_of(kAddresses.begin(), kAddresses.end(), [&](std::string_view end) { return text.ends_with(end); });
    }

    void add_text(const Source& source, const Token& token) {
        std::string out;
        const std::string_view text = token.text;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t sign = text.find('<', at);
            if (sign == std::string_view::npos) {
                out += text.substr(at);
                break;
            }
            out += text.substr(at, sign - at);
            at = comment(text, sign, out);
            if (at == sign) at = element(source, token, sign, out);
        }
        add_literal(std::move(out));
    }

    /// Copies the comment at `sign`; returns where it ends, or `sign` if there is none. A comment ends in the same text.
    static std::size_t comment(std::string_view text, std::size_t sign, std::string& out) {
        if (!text.substr(sign).starts_with("<!--")) return sign;
        const std::size_t end = text.find("-->", sign);
        const std::size_t stop = end == std::string_view::npos ? text.size() : end + 3;
        out += text.substr(sign, stop - sign);
        return stop;
    }

    std::size_t element(const Source& source, const Token& token, std::size_t sign, std::string& out) {
        const bool closing = sign + 1 < token.text.size() && token.text[sign + 1] == '/';
        const std::size_t begin = sign + (closing ? 2 : 1);
        std::size_t end = begin;
        const auto inside = [&](char c) { return is_letter(c) || (end > begin && (is_digit(c) || c == '-')); };
        while (end < token.text.size() && inside(token.text[end])) ++end;
        const std::string name = lower(token.text.substr(begin, end - begin));
        if (end == begin) end = sign + 1;
        out += token.text.substr(sign, end - sign);
        if (name.empty()) return end;
        if (closing) {
            if (name == element_) element_.clear();
            return end;
        }
        if (!element_.empty()) return end;
        if (name == "script" || name == "style") element_ = name;
        if (places_ != nullptr) out += " plaats=\"" + std::to_string(places_->first(source) + token.begin + sign) + "\"";
        return end;
    }

    static constexpr std::array<std::string_view, 3> kAddresses{"href=\"", "src=\"", "action=\""};
    const TemplateSources& sources_;
    const Scanned& scanned_;
    const Places* places_;
    Diagnostics& diagnostics_;
    std::vector<Op> ops_;
    std::vector<std::string> chain_;
    std::string element_;  ///< "script" or "style" while inside one
    std::size_t depth_ = 0;
    std::size_t text_ = 0;  ///< bytes of all literal text
    bool told_too_big_ = false;
    Told told_;
};

}  // namespace

Places::Places(const TemplateSources& sources) {
    std::size_t next = 0;
    for (const auto& [name, source] : sources) {
        firsts_.emplace_back(next, source);
        next += source->text.size();
    }
}

std::size_t Places::first(const Source& source) const {
    return std::find_if(firsts_.begin(), firsts_.end(), [&](const auto& each) { return each.second == &source; })->first;
}

Location Places::at(std::size_t n) const {
    const auto next = std::upper_bound(firsts_.begin(), firsts_.end(), n, [](std::size_t at, const auto& each) { return at < each.first; });
    if (next == firsts_.begin()) return {};
    const auto& [first, source] = *std::prev(next);
    const std::size_t begin = n - first;
    if (begin >= source->text.size() || source->text[begin] != '<') return {};
    const std::string_view name = std::string_view(source->text).substr(begin + 1);
    const auto length =
        std::find_if_not(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-'; }) - name.begin();
    const auto at = static_cast<std::uint32_t>(begin);
    return {source, at, at + 1 + static_cast<std::uint32_t>(length)};
}

bool is_raw(std::string_view name) { return name.ends_with(".css") || name.ends_with(".js"); }

void check_raw(const Source& source, Diagnostics& diagnostics) {
    const std::string& text = source.text;
    const auto same = [](char a, char b) { return to_upper(a) == to_upper(b); };
    for (const std::string_view end : {"</style", "</script", "<!--"}) {
        const auto at = std::search(text.begin(), text.end(), end.begin(), end.end(), same);
        if (at == text.end()) continue;
        const auto begin = static_cast<std::uint32_t>(at - text.begin());
        diagnostics.error("template-raw-end", {&source, begin, begin + static_cast<std::uint32_t>(end.size())},
                          say("{} would end the element that this file is put in", quoted(end)), {say("write it in another way")});
    }
}

std::vector<Op> flatten(const std::string& name, const TemplateSources& sources, const Scanned& scanned, const Places* places,
                        Diagnostics& diagnostics) {
    return Flattener(sources, scanned, places, diagnostics).run(name);
}

}  // namespace dossier::render
