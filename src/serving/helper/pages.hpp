#pragma once
/// The files of a folder as answers to http requests. Private to dossier-serve.

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::serving {

/// A file below `root`, which no link leads out of; hidden files are none. nullopt if there is no such file.
[[nodiscard]] std::optional<std::string> read_below(int root, const std::string& path);
/// "text/html; charset=utf-8", by the end of the name.
[[nodiscard]] const char* media_type(std::string_view path);
/// The path of a request as that of a file: "/p3/" is "p3/index.html".
[[nodiscard]] std::string file_of(std::string_view path);
/// The page in Dutch that shows what is wrong.
[[nodiscard]] std::string page_of_failure(std::string_view words);

/// How often the files were made, for those that wait for the next time. Any number of threads may ask.
class Times {
public:
    /// `words` are what is wrong with them; "" if nothing is.
    void next(std::string words);
    [[nodiscard]] std::size_t now() const;
    [[nodiscard]] std::string wrong() const;
    /// Waits while this is time `known`, a few minutes at most: no browser waits for ever.
    void wait_after(std::size_t known) const;

private:
    mutable std::mutex guard_;
    mutable std::condition_variable changed_;
    std::size_t now_ = 1;
    std::string wrong_;
};

}  // namespace dossier::serving
