/// Zip archives in memory, made by libzip. What libzip refuses here is a fault of the program, so it becomes an exception.

#include "archive/archive.hpp"

#include <algorithm>
#include <cstring>
#include <deque>
#include <memory>
#include <new>
#include <stdexcept>
#include <zip.h>

namespace dossier::archive {
namespace {

// As the format writes them. Not zip_file_set_mtime: that takes seconds of UTC, and the archive gets the hour of this machine's
// time zone. libzip turns this moment into seconds and back as well, but no zone skips it: all of tzdata give the same bytes.
constexpr zip_uint16_t kMidnight = 0;
constexpr zip_uint16_t k1980 = (1u << 5) | 1u;  ///< 1 January, years counted from 1980
// Levels of zlib, whose own choice may change. What is made in pieces is large: 9 takes five times as long for a seventh less.
constexpr zip_uint32_t kSmallest = 9, kOfPieces = 6;

struct Release {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Release>;
using Bytes = std::unique_ptr<zip_source_t, Release>;

[[noreturn]] void fail(zip_error_t* error) {
    if (zip_error_code_zip(error) == ZIP_ER_MEMORY) throw std::bad_alloc();
    throw std::runtime_error(std::string("cannot make a zip archive: ") + zip_error_strerror(error));
}

/// `source` belongs to the archive afterwards.
void add(zip_t* archive, const std::string& name, Bytes source, zip_uint32_t level) {
    if (!source) fail(zip_get_error(archive));
    const zip_int64_t added = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (added < 0) fail(zip_get_error(archive));
    static_cast<void>(source.release());
    const auto at = static_cast<zip_uint64_t>(added);
    // The rights of a file on Unix, which libzip writes on Unix only, say nothing of a document.
    if (zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, level) != 0 || zip_file_set_dostime(archive, at, kMidnight, k1980, 0) != 0 ||
        zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) != 0)
        fail(zip_get_error(archive));
}

/// What libzip asks of a source that is not in memory. A file whose length it does not know gets a record for files over 4 GB, at
/// which Excel offers to mend the workbook: so the length is counted first.
class Pieces {
public:
    explicit Pieces(const InPieces& file) : begin_(file.begin) {
        const auto next = begin_();
        for (std::string piece = next(); !piece.empty(); piece = next()) size_ += piece.size();
    }

    static zip_int64_t answer(void* self, void* data, zip_uint64_t length, zip_source_cmd_t asked) {
        return static_cast<Pieces*>(self)->answer(data, length, asked);
    }

private:
    zip_int64_t answer(void* data, zip_uint64_t length, zip_source_cmd_t asked) {
        switch (asked) {
            case ZIP_SOURCE_OPEN:
                next_ = begin_();
                piece_.clear();
                taken_ = 0;
                return 0;
            case ZIP_SOURCE_READ: return read(static_cast<char*>(data), length);
            case ZIP_SOURCE_STAT: {
                auto& stat = *static_cast<zip_stat_t*>(data);
                zip_stat_init(&stat);
                stat.valid = ZIP_STAT_SIZE;
                stat.size = size_;
                return sizeof(zip_stat_t);
            }
            case ZIP_SOURCE_ERROR: return zip_error_to_data(&error_, data, length);
            case ZIP_SOURCE_CLOSE:
            case ZIP_SOURCE_FREE: return 0;
            case ZIP_SOURCE_SUPPORTS:
                return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                                      ZIP_SOURCE_FREE, -1);
            default: zip_error_set(&error_, ZIP_ER_OPNOTSUPP, 0); return -1;
        }
    }

    zip_int64_t read(char* out, zip_uint64_t length) {
        std::size_t done = 0;
        while (done < length) {
            if (taken_ == piece_.size()) {
                piece_ = next_();
                taken_ = 0;
                if (piece_.empty()) break;
            }
            const std::size_t n = std::min(static_cast<std::size_t>(length) - done, piece_.size() - taken_);
            std::memcpy(out + done, piece_.data() + taken_, n);
            taken_ += n;
            done += n;
        }
        return static_cast<zip_int64_t>(done);
    }

    const std::function<std::function<std::string()>()>& begin_;
    std::function<std::string()> next_;
    std::string piece_;
    std::size_t taken_ = 0;
    zip_uint64_t size_ = 0;
    zip_error_t error_{};
};

std::string content(zip_source_t* source) {
    if (zip_source_open(source) != 0 || zip_source_seek(source, 0, SEEK_END) != 0) fail(zip_source_error(source));
    const zip_int64_t size = zip_source_tell(source);
    if (size < 0 || zip_source_seek(source, 0, SEEK_SET) != 0) fail(zip_source_error(source));
    std::string out(static_cast<std::size_t>(size), '\0');
    if (zip_source_read(source, out.data(), out.size()) != size) fail(zip_source_error(source));
    zip_source_close(source);
    return out;
}

/// An archive of what `add_all` adds to it; its sources must stay until this returns.
template <class AddAll> std::string written(const AddAll& add_all) {
    zip_error_t error;
    zip_error_init(&error);
    const Bytes whole(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!whole) fail(&error);
    Archive archive(zip_open_from_source(whole.get(), ZIP_TRUNCATE, &error));
    if (!archive) fail(&error);
    zip_source_keep(whole.get());  // `archive` gives up its share when it closes
    add_all(archive.get());
    if (zip_close(archive.get()) != 0) fail(zip_get_error(archive.get()));
    static_cast<void>(archive.release());
    return content(whole.get());
}

}  // namespace

std::string write(const std::vector<std::pair<std::string, std::string>>& files) {
    return written([&](zip_t* archive) {
        for (const auto& [name, bytes] : files)
            add(archive, name, Bytes(zip_source_buffer(archive, bytes.data(), bytes.size(), 0)), kSmallest);
    });
}

std::string write(const std::vector<InPieces>& files) {
    std::deque<Pieces> sources(files.begin(), files.end());  // libzip keeps their addresses until the archive is closed
    return written([&](zip_t* archive) {
        for (std::size_t i = 0; i < files.size(); ++i)
            add(archive, files[i].name, Bytes(zip_source_function(archive, &Pieces::answer, &sources[i])), kOfPieces);
    });
}

}  // namespace dossier::archive
