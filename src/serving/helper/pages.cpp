#include "serving/helper/pages.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace dossier::serving {

std::optional<std::string> read_below(int root, const std::string& path) {
    if (path.empty() || path.front() == '.' || path.find("/.") != std::string::npos || path.find('\0') != std::string::npos)
        return std::nullopt;
    // See openat2(2): the kernel itself refuses what leads out, also while files are changed.
    open_how how{};
    how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const int fd = static_cast<int>(::syscall(SYS_openat2, root, path.c_str(), &how, sizeof how));
    if (fd < 0) return std::nullopt;
    std::optional<std::string> out;
    struct stat info {};
    if (::fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
        out.emplace(static_cast<std::size_t>(info.st_size), '\0');
        std::size_t got = 0;
        for (ssize_t n = 1; n > 0 && got < out->size(); got += static_cast<std::size_t>(std::max<ssize_t>(n, 0)))
            n = ::read(fd, out->data() + got, out->size() - got);
        out->resize(got);
    }
    ::close(fd);
    return out;
}

const char* media_type(std::string_view path) {
    constexpr std::array<std::pair<std::string_view, const char*>, 8> kTypes{{{".html", "text/html; charset=utf-8"},
                                                                              {".pdf", "application/pdf"},
                                                                              {".xml", "application/xml"},
                                                                              {".xsd", "application/xml"},
                                                                              {".json", "application/json"},
                                                                              {".csv", "text/csv; charset=utf-8"},
                                                                              {".zip", "application/zip"},
                                                                              {".md", "text/plain; charset=utf-8"}}};
    for (const auto& [end, type] : kTypes)
        if (path.ends_with(end)) return type;
    return "application/octet-stream";
}

std::string file_of(std::string_view path) {
    std::string out(path.substr(path.starts_with('/') ? 1 : 0));
    if (out.empty() || out.ends_with('/')) out += "index.html";
    return out;
}

std::string page_of_failure(std::string_view words) {
    std::string shown;
    for (const char c : words) {
        if (c == '<') shown += "&lt;";
        else if (c == '&') shown += "&amp;";
        else shown += c;
    }
    return "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<title>Er is iets mis met het dossier</title>\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
           "<style>body { font: 1.1rem/1.5 sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }\n"
           "pre { overflow-x: auto; padding: 1rem; border: 1px solid; }</style>\n</head>\n<body>\n<main>\n"
           "<h1>Er is iets mis met het dossier</h1>\n<p>De documenten zijn nog zoals ze waren. Verbeter het dossier en sla het op: dan "
           "wordt deze pagina vanzelf vernieuwd.</p>\n<pre lang=\"en\" tabindex=\"0\">" +
           shown + "</pre>\n</main>\n</body>\n</html>\n";
}

void Times::next(std::string words) {
    const std::lock_guard lock(guard_);
    ++now_;
    wrong_ = std::move(words);
    changed_.notify_all();
}

std::size_t Times::now() const {
    const std::lock_guard lock(guard_);
    return now_;
}

std::string Times::wrong() const {
    const std::lock_guard lock(guard_);
    return wrong_;
}

void Times::wait_after(std::size_t known) const {
    constexpr std::chrono::minutes kPatience{4};
    std::unique_lock lock(guard_);
    changed_.wait_for(lock, kPatience, [&] { return now_ != known; });
}

}  // namespace dossier::serving
