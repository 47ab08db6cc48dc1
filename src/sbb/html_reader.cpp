/// HTML of the source system -> headings with notation below them.

#include "sbb/html_reader.hpp"

#include "sbb/html_tags.hpp"
#include "sbb/notation.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace dossier::sbb {
namespace {

/// Elements that end a line.
constexpr std::array<std::string_view, 8> kBreaks{"p", "div", "br", "tr", "hr", "table", "blockquote", "labeltext"};

class HtmlReader {
public:
    HtmlReader(std::string_view html, Location at, Diagnostics& diagnostics) : html_(html), at_(at), diagnostics_(diagnostics) {}

    std::vector<RichPart> run() {
        for (std::size_t i = 0; i < html_.size();) {
            if (html_.substr(i, 4) == "<!--") {
                i = std::min(html_.find("-->", i), html_.size() - 3) + 3;
                continue;
            }
            if (html_[i] == '<') {
                if (const Tag tag = tag_at(html_, i); !tag.name.empty()) {
                    i = tag.name == "pre" && !tag.closing ? pre(tag.end) : (apply(tag), tag.end);
                    continue;
                }
            }
            const std::size_t end = std::min(html_.find('<', i + 1), html_.size());
            text_ += decoded(html_.substr(i, end - i));
            i = end;
        }
        flush();
        end_part();
        return std::move(parts_);
    }

private:
    struct List {
        bool ordered = false;
        int count = 0;
        std::size_t indent = 0;
        std::size_t width = 2;  ///< of the sign of its last item
    };

    void apply(const Tag& tag) {
        const std::string& n = tag.name;
        if (n == "ul" || n == "ol") {
            flush();
            if (!tag.closing && lists_.size() < 4) lists_.push_back({n == "ol", 0, inner_indent(), 2});
            else if (tag.closing && !lists_.empty()) lists_.pop_back();
            if (tag.closing && lists_.empty()) notation_.blank();
        } else if (n == "li") {
            flush();
            if (!tag.closing) item(tag);
        } else if (n.size() == 2 && n[0] == 'h' && n[1] != 'r') {
            heading(tag.closing);
        } else if (n == "a") {
            link(tag);
        } else if (n == "td" || n == "th") {
            if (tag.closing) text_ += ' ';
            if (!tag.closing) warn_once("table", say("table is written as lines of text"));
        } else if (n == "img") {
            warn_once("img", say("picture is left out"));
        } else if (std::find(kBreaks.begin(), kBreaks.end(), n) != kBreaks.end()) {
            flush();
        }
    }

    /// Of a list that begins here.
    [[nodiscard]] std::size_t inner_indent() const {
        return lists_.empty() ? notation_.list_indent() : lists_.back().indent + lists_.back().width;
    }

    void item(const Tag& tag) {
        if (lists_.empty()) lists_.push_back({});
        List& list = lists_.back();
        ++list.count;
        if (!list.ordered) sign_ = "- ";
        else if (attribute(tag.attributes, "type") == "a" && list.count <= 26)
            sign_ = std::string(1, static_cast<char>('a' + list.count - 1)) + ". ";
        else sign_ = std::to_string(list.count) + ". ";
        list.width = sign_.size();
    }

    void heading(bool closing) {
        if (!closing) {
            flush();
            end_part();
            return;
        }
        parts_.push_back({squeezed(text_), ""});
        text_.clear();
        open_ = true;
    }

    void link(const Tag& tag) {
        if (!tag.closing) {
            href_ = decoded(attribute(tag.attributes, "href"));
            link_begin_ = text_.size();
            return;
        }
        std::string_view bare = href_;
        for (const std::string_view front : {"https://", "http://", "mailto:"})
            if (bare.starts_with(front)) bare.remove_prefix(front.size());
        if (bare.ends_with('/')) bare.remove_suffix(1);
        const std::size_t begin = std::min(link_begin_, text_.size());
        const bool said = std::string_view(text_).substr(begin).find(bare) != std::string_view::npos;
        if (!bare.empty() && !said) text_ += " (" + href_ + ")";
        href_.clear();
    }

    std::size_t pre(std::size_t begin) {
        flush();
        const std::size_t end = std::min(html_.find("</pre>", begin), html_.size());
        std::string notation = decoded(html_.substr(begin, end - begin));
        constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
        for (std::size_t i = notation.find(kNoBreakSpace); i != std::string::npos; i = notation.find(kNoBreakSpace, i))
            notation.replace(i, kNoBreakSpace.size(), " ");
        notation_.verbatim(notation);
        return std::min(end + 6, html_.size());
    }

    void flush() {
        const std::string text = squeezed(std::exchange(text_, {}));
        const std::string sign = std::exchange(sign_, {});
        if (text.empty()) return;
        if (!sign.empty()) notation_.line(lists_.empty() ? 0 : lists_.back().indent, sign + text);
        else if (!lists_.empty() && lists_.back().count > 0)
            notation_.blank(), notation_.line(lists_.back().indent + lists_.back().width, text);
        else notation_.line(0, text);
    }

    void end_part() {
        std::string notation = notation_.take();
        notation_.reset();
        if (open_) parts_.back().notation = std::move(notation);
        else if (!notation.empty()) parts_.push_back({"", std::move(notation)});
        open_ = false;
        lists_.clear();
    }

    void warn_once(const std::string& what, Pattern<0> message) {
        if (warned_.insert(what).second) diagnostics_.warning("sbb-html", at_, message);
    }

    std::string_view html_;
    Location at_;
    Diagnostics& diagnostics_;
    std::vector<RichPart> parts_;
    bool open_ = false;  ///< the last part is still being filled
    Notation notation_;
    std::vector<List> lists_;
    std::string text_, sign_, href_;
    std::size_t link_begin_ = 0;
    std::set<std::string> warned_;
};

}  // namespace

std::vector<RichPart> read_html(std::string_view html, Location at, Diagnostics& diagnostics) {
    return HtmlReader(html, at, diagnostics).run();
}

}  // namespace dossier::sbb
