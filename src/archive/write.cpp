/// Zip archives in memory, made by libzip. What libzip refuses here is a fault of the program, so it becomes an exception.

#include "archive/archive.hpp"

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
constexpr zip_uint32_t kSmallest = 9;           ///< of zlib's levels; its own choice may change

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

/// `bytes` must stay until the archive is closed.
void add(zip_t* archive, const std::string& name, const std::string& bytes) {
    Bytes source(zip_source_buffer(archive, bytes.data(), bytes.size(), 0));
    if (!source) fail(zip_get_error(archive));
    const zip_int64_t added = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (added < 0) fail(zip_get_error(archive));
    static_cast<void>(source.release());  // it belongs to the archive now
    const auto at = static_cast<zip_uint64_t>(added);
    // The rights of a file on Unix, which libzip writes on Unix only, say nothing of a document.
    if (zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, kSmallest) != 0 ||
        zip_file_set_dostime(archive, at, kMidnight, k1980, 0) != 0 ||
        zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) != 0)
        fail(zip_get_error(archive));
}

std::string content(zip_source_t* source) {
    if (zip_source_open(source) != 0 || zip_source_seek(source, 0, SEEK_END) != 0) fail(zip_source_error(source));
    const zip_int64_t size = zip_source_tell(source);
    if (size < 0 || zip_source_seek(source, 0, SEEK_SET) != 0) fail(zip_source_error(source));
    std::string out(static_cast<std::size_t>(size), '\0');
    if (zip_source_read(source, out.data(), out.size()) != size) fail(zip_source_error(source));
    zip_source_close(source);
    return out;
}

}  // namespace

std::string write(const std::vector<std::pair<std::string, std::string>>& files) {
    zip_error_t error;
    zip_error_init(&error);
    const Bytes whole(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!whole) fail(&error);
    Archive archive(zip_open_from_source(whole.get(), ZIP_TRUNCATE, &error));
    if (!archive) fail(&error);
    zip_source_keep(whole.get());  // `archive` gives up its share when it closes
    for (const auto& [name, bytes] : files) add(archive.get(), name, bytes);
    if (zip_close(archive.get()) != 0) fail(zip_get_error(archive.get()));
    static_cast<void>(archive.release());
    return content(whole.get());
}

}  // namespace dossier::archive
