#include "pages.hpp"

#include <array>

namespace dossier::roundtrip {
namespace {

constexpr std::size_t kPagesToSeeThatALineRepeats = 3;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

class Pages {
public:
    Pages(const Layout& layout, std::string fixed_head, std::size_t count)
        : layout_(layout), fixed_head_(std::move(fixed_head)), count_(count) {
        parted_ = layout.paginas != Paginas::geen || layout.koppen != Koppen::geen || layout.paginanummers;
        heads_ = layout.koppen != Koppen::vast || count == 0 || count >= kPagesToSeeThatALineRepeats;
    }

    std::size_t run(const std::vector<Line>& lines) {
        open({});
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Line& line = lines[i];
            const bool full = on_page_ >= layout_.paginalengte && !line.keep;
            if (parted_ && i > 0 && (full || line.new_page)) {
                close();
                open(line.head);
            } else if (line.gap && i > 0) {
                blank();
            }
            if (line.doubt) written_.doubtful.push_back(number_ + 1);
            emit(line.text);
        }
        close();
        return page_;
    }

    Written take() { return std::move(written_); }

private:
    void open(const std::vector<std::string>& head) {
        ++page_;
        on_page_ = 0;
        fresh_ = true;
        if (layout_.koppen == Koppen::vast && heads_) {
            emit(fixed_head_);
            blank();
        }
        if (layout_.koppen == Koppen::deel && !head.empty()) {
            // Without signs of pages, white space is what sets a head apart.
            if (layout_.paginas == Paginas::geen && page_ > 1) blank();
            for (const std::string& line : head) emit(line);
            blank();
        } else if (layout_.paginas == Paginas::geen && page_ > 1) {
            blank();
        }
    }

    void close() {
        if (!layout_.paginanummers) return;
        blank();
        emit(std::string(layout_.nummer) + std::to_string(page_) + " van " + std::to_string(count_ == 0 ? page_ : count_));
    }

    void blank() {
        if (layout_.regels == Regels::raw) return;
        end_line();
    }

    void emit(const std::string& text) {
        if (fresh_ && layout_.paginas == Paginas::form_feed && page_ > 1) written_.text += '\f';
        written_.text.append(layout_.marge, ' ');
        if (fresh_ && layout_.paginas == Paginas::spatie) written_.text += ' ';
        fresh_ = false;
        written_.text += text;
        end_line();
        ++on_page_;
    }

    void end_line() {
        written_.text += layout_.crlf ? "\r\n" : "\n";
        ++number_;
    }

    const Layout& layout_;
    std::string fixed_head_;
    std::size_t count_;  ///< of pages; 0 when they are being counted
    bool parted_ = false, heads_ = false, fresh_ = true;
    std::size_t page_ = 0, on_page_ = 0, number_ = 0;
    Written written_;
};

}  // namespace

Written on_pages(const std::vector<Line>& lines, const Layout& layout, const std::string& fixed_head) {
    const std::size_t count = Pages(layout, fixed_head, 0).run(lines);
    Pages pages(layout, fixed_head, count);
    (void)pages.run(lines);
    Written out = pages.take();
    if (layout.ligaturen) {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kLigatures{
            {{"ffi", "\xef\xac\x83"}, {"ffl", "\xef\xac\x84"}, {"ff", "\xef\xac\x80"}, {"fi", "\xef\xac\x81"}, {"fl", "\xef\xac\x82"}}};
        for (const auto& [letters, ligature] : kLigatures) replace_all(out.text, letters, ligature);
    }
    if (layout.nfd) {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kLetters{
            {{"ë", "e\xcc\x88"}, {"ï", "i\xcc\x88"}, {"ö", "o\xcc\x88"}, {"é", "e\xcc\x81"}, {"è", "e\xcc\x80"}}};
        for (const auto& [composed, parts] : kLetters) replace_all(out.text, composed, parts);
    }
    if (layout.bom) out.text.insert(0, "\xef\xbb\xbf");
    return out;
}

}  // namespace dossier::roundtrip
