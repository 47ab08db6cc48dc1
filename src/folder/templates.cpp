#include "folder/folder.hpp"

#include <algorithm>

namespace dossier::folder {
namespace {

namespace fs = std::filesystem;
constexpr int kDeepest = 3;
constexpr std::size_t kMost = 500;

void report(const fs::path& folder, const Message& problem, Diagnostics& diagnostics) {
    diagnostics.error("templates-folder", {}, say("cannot read the templates folder {}: {}", dossier::quoted(folder.string()), problem));
}

}  // namespace

std::optional<std::vector<style::OwnFile>> read_templates(const fs::path& folder, Diagnostics& diagnostics) {
    std::vector<style::OwnFile> out;
    if (folder.empty()) return out;
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        report(folder, say("not a folder"), diagnostics);
        return std::nullopt;
    }
    std::vector<fs::path> paths;
    const fs::recursive_directory_iterator end;
    fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && it != end; it.increment(error)) {
        if (it.depth() >= kDeepest) it.disable_recursion_pending();
        if (it->is_regular_file(error) && style::belongs(it->path().filename().string())) paths.push_back(it->path());
        if (paths.size() > kMost) break;
    }
    if (error || paths.size() > kMost) {
        report(folder, error ? Message::as_is(error.message()) : say("more than {} files", kMost), diagnostics);
        return std::nullopt;
    }
    std::sort(paths.begin(), paths.end());
    bool good = true;
    for (const fs::path& path : paths) {
        ReadProblem problem;
        auto bytes = read_file(path, style::largest(path.filename().string()), problem);
        if (bytes) {
            out.push_back({path.lexically_relative(folder).generic_string(), path.string(), std::move(*bytes)});
            continue;
        }
        diagnostics.error("templates-file", {}, say("cannot read the template {}: {}", dossier::quoted(path.string()), problem.words));
        good = false;
    }
    if (!good) return std::nullopt;
    return out;
}

}  // namespace dossier::folder
