#include "scanread/helper/serve.hpp"

#include "sandbox/sandbox.hpp"
#include "scanread/codec.hpp"
#include "scanread/protocol.hpp"
#include "scans/reading.hpp"
#include "served/serve.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace dossier::scanread {
namespace {

/// A page takes a quarter of a second and 100 MB, one of A3 in 600 dpi and colour two seconds and 600 MB. Many of such in one question
/// take more than this, which costs little: the one that was too much is tried alone.
sandbox::Bounds bounds_for(std::size_t file, std::size_t pages) {
    const std::uint64_t megabytes = file >> 20;
    return {.seconds = 7 + megabytes / 64 + pages, .bytes = (1536 + 3 * megabytes) << 20};
}

/// A page for the wire. One that the side that asks would not take, because some picture made nonsense of it, is no page.
std::string for_the_wire(const scans::Page& page) {
    std::string bytes = encode(page);
    if (!decode_page(bytes)) {
        scans::Page none;
        none.number = page.number;
        bytes = encode(none);
    }
    return served::length_bytes(bytes.size()) + bytes;
}

/// The forms and the file that were told of, and the answers about them; "" where there is none.
class Server {
public:
    [[nodiscard]] std::string answer(std::string&& question) {
        if (question.empty()) return {};
        const std::string_view with = std::string_view(question).substr(1);
        switch (question.front()) {
            case tell_forms: return forms(with);
            case open_file: file_ = std::move(question); return count();
            case read_pages: return pages(with);
            default: return {};
        }
    }

private:
    scans::Atlas atlas_;
    bool told_ = false;
    std::string file_;  ///< behind the letter of its question

    [[nodiscard]] std::string_view file() const { return std::string_view(file_).substr(1); }

    [[nodiscard]] std::string forms(std::string_view bytes) {
        auto atlas = decode_atlas(bytes);
        if (!atlas) return {};
        atlas_ = std::move(*atlas);
        told_ = true;
        return {kHeard};
    }
    [[nodiscard]] std::string count() const {
        if (!told_) return {kNothing};
        auto told = served::in_sandbox(bounds_for(file_.size(), 0), 100, [this] {
            served::reply(kCount + encode(static_cast<std::uint32_t>(scans::Reading(file()).count())));
            served::finish();
        });
        return told ? std::move(*told).answer() : std::string();
    }
    [[nodiscard]] std::string pages(std::string_view bytes) const {
        if (!told_ || file_.empty()) return {kNothing};
        const auto batch = decode_batch(bytes);
        if (!batch || batch->count == 0 || batch->count > kMostBatch) return {};
        auto told = served::in_sandbox(bounds_for(file_.size(), batch->count), kMostAnswer - 100, [&] {
            scans::Reading reading(file());
            for (std::size_t i = 0; i < batch->count; ++i)
                served::reply(for_the_wire(reading.page(batch->first + i, atlas_, batch->wanted)));
            served::finish();
        });
        if (!told) return {};
        if (told->end == served::no_sandbox) return std::move(*told).answer();
        return std::string{kPages, told->end == 0 ? kWhole : told->end} + told->said;
    }
};

}  // namespace

int serve() {
    scans::prepare_pictures();
    Server server;
    return served::serve(kProtocol, [&server](std::string&& question) { return server.answer(std::move(question)); });
}

}  // namespace dossier::scanread
