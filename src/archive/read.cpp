#include "archive/archive.hpp"

#include <algorithm>
#include <zip.h>

namespace dossier::archive {

Reader::Reader(std::string_view bytes, std::string& problem) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr;
    if (!archive) {
        if (source) zip_source_free(source);
        problem = zip_error_strerror(&error);
    }
    zip_error_fini(&error);
    archive_ = archive;
}

Reader::~Reader() {
    if (archive_) zip_discard(static_cast<zip_t*>(archive_));
}

bool Reader::has(const std::string& name) const { return zip_name_locate(static_cast<zip_t*>(archive_), name.c_str(), 0) >= 0; }

std::optional<std::string> Reader::read(const std::string& name, std::size_t most, Problem& problem) const {
    problem = Problem::missing;
    if (!has(name)) return std::nullopt;
    problem = Problem::damaged;  // or locked with a password
    zip_file_t* in = zip_fopen(static_cast<zip_t*>(archive_), name.c_str(), 0);
    if (!in) return std::nullopt;
    std::string out;
    zip_int64_t read = 1;
    while (read > 0 && out.size() <= most) {
        constexpr std::size_t kStep = std::size_t{1} << 16;
        const std::size_t before = out.size();
        out.resize(before + kStep);
        read = zip_fread(in, out.data() + before, kStep);
        out.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(read, 0)));
    }
    zip_fclose(in);
    problem = read < 0 ? Problem::damaged : out.size() > most ? Problem::too_large : Problem::none;
    return problem == Problem::none ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace dossier::archive
