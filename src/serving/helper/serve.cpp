#include "serving/helper/serve.hpp"

#include "served/serve.hpp"
#include "serving/helper/pages.hpp"
#include "serving/protocol.hpp"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <httplib.h>
#include <thread>

namespace dossier::serving {
namespace {

constexpr const char* kHost = "127.0.0.1";
constexpr const char* kTime = "na";  ///< in an address: the time after which the page has to come

/// A page of another site may be made to ask under a name of its own that leads here (DNS rebinding): only our own names count.
bool is_for_us(const httplib::Request& request) {
    const std::string host = request.get_header_value("Host");
    const std::string name = host.substr(0, host.rfind(':'));
    return name == kHost || name == "localhost";
}

class Site {
public:
    /// What to answer with kListening, or kNot.
    std::string open(unsigned port, const std::string& folder) {
        root_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (root_ < 0) return kNot + folder + ": " + std::strerror(errno);
        // A page that is open waits in a thread of its own.
        constexpr std::size_t kThreads = 64;
        server_.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
        server_.set_keep_alive_max_count(1);
        server_.Get(".*", [this](const httplib::Request& request, httplib::Response& response) { answer(request, response); });
        const int got = port == 0                                             ? server_.bind_to_any_port(kHost)
                        : server_.bind_to_port(kHost, static_cast<int>(port)) ? static_cast<int>(port)
                                                                              : -1;
        if (got <= 0) return kNot + std::string("port ") + std::to_string(port) + " of this machine is in use";
        std::thread([this] { server_.listen_after_bind(); }).detach();
        return kListening + std::string("http://") + kHost + ':' + std::to_string(got) + '/';
    }
    Times times;

private:
    httplib::Server server_;
    int root_ = -1;

    void answer(const httplib::Request& request, httplib::Response& response) {
        response.set_header("Cache-Control", "no-store");
        response.set_header("X-Content-Type-Options", "nosniff");
        if (!is_for_us(request)) {
            response.status = 403;
            return;
        }
        wait(request);
        const std::size_t now = times.now();
        const std::string path = file_of(request.path);
        const bool page = path.ends_with(".html");
        const std::string wrong = page ? times.wrong() : "";
        const auto bytes = wrong.empty() ? read_below(root_, path) : std::optional(page_of_failure(wrong));
        // The browser asks for the page again when it has shown it, and has its answer when there is another. The files know nothing of it.
        if (page) response.set_header("Refresh", "1; url=" + request.path + '?' + kTime + '=' + std::to_string(now));
        if (!bytes) {
            response.status = 404;
            response.set_content("Dit bestand is er niet.\n", "text/plain; charset=utf-8");
            return;
        }
        response.set_content(*bytes, media_type(path));
    }

    void wait(const httplib::Request& request) const {
        const std::string after = request.get_param_value(kTime);
        std::size_t time = 0;
        const auto [end, error] = std::from_chars(after.data(), after.data() + after.size(), time);
        if (!after.empty() && error == std::errc{} && end == after.data() + after.size()) times.wait_after(time);
    }
};

}  // namespace

int serve() {
    static Site site;  // its threads run until the program ends
    return served::serve(kProtocol, [](std::string&& question) -> std::string {
        const std::string_view with = std::string_view(question).substr(question.empty() ? 0 : 1);
        switch (question.empty() ? '\0' : question.front()) {
            case kOpen: {
                const std::size_t end = with.find('\n');
                unsigned port = 0;
                if (end == std::string_view::npos || std::from_chars(with.data(), with.data() + end, port).ec != std::errc{}) return "";
                return site.open(port, std::string(with.substr(end + 1)));
            }
            case kMade: site.times.next(""); return {kGood};
            case kFailed: site.times.next(std::string(with)); return {kGood};
            default: return "";
        }
    });
}

}  // namespace dossier::serving
