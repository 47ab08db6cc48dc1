#include "publish/templates.hpp"

#include "base/embedded.hpp"
#include "publish/publish.hpp"

#include <algorithm>

namespace dossier {
std::span<const EmbeddedFile> embedded_templates();
}

namespace dossier::publish {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kLargest = 1u << 20;
constexpr std::size_t kLargestAsset = 8u << 20;
constexpr int kDeepest = 3;
constexpr std::size_t kMost = 500;

bool is_template_name(const fs::path& path) {
    static const std::vector<std::string> kKinds{".html", ".xhtml", ".css", ".js", ".yaml", ".txt"};
    return std::find(kKinds.begin(), kKinds.end(), path.extension().string()) != kKinds.end();
}

bool is_asset_name(const fs::path& path) {
    const std::string ending = path.extension().string();
    return ending == ".svg" || ending == ".png" || ending == ".ttf";
}

}  // namespace

void TemplateSet::add(std::string name, std::string display, std::string text) {
    owned_.push_back(std::make_unique<Source>(Source{std::move(display), std::move(text)}));
    by_name_[std::move(name)] = owned_.back().get();
}

bool TemplateSet::load(const fs::path& overrides, Diagnostics& diagnostics) {
    for (const EmbeddedFile& file : embedded_templates())
        add(std::string(file.name), "templates/" + std::string(file.name), std::string(file.bytes));
    return overrides.empty() || read_folder(overrides, diagnostics);
}

bool TemplateSet::read_folder(const fs::path& overrides, Diagnostics& diagnostics) {
    std::error_code error;
    if (!fs::is_directory(overrides, error)) {
        diagnostics.error("templates-folder", {}, "cannot read the templates folder " + dossier::quoted(overrides.string()) + ": not a folder");
        return false;
    }
    std::vector<fs::path> paths;
    const fs::recursive_directory_iterator end;
    for (fs::recursive_directory_iterator it(overrides, fs::directory_options::skip_permission_denied, error); !error && it != end;
         it.increment(error)) {
        if (it.depth() >= kDeepest) it.disable_recursion_pending();
        if (it->is_regular_file(error) && (is_template_name(it->path()) || is_asset_name(it->path()))) paths.push_back(it->path());
        if (paths.size() > kMost) break;
    }
    if (error || paths.size() > kMost) {
        diagnostics.error("templates-folder", {},
                          "cannot read the templates folder " + dossier::quoted(overrides.string()) + ": " +
                              (error ? error.message() : "more than " + std::to_string(kMost) + " files"));
        return false;
    }
    std::sort(paths.begin(), paths.end());
    bool good = true;
    for (const fs::path& path : paths) {
        std::string problem;
        const bool asset = is_asset_name(path);
        auto text = read_file(path, asset ? kLargestAsset : kLargest, problem);
        if (text && !asset && first_invalid_utf8(*text)) problem = "is not UTF-8", text.reset();
        if (!text) {
            diagnostics.error("templates-file", {}, "cannot read the template " + dossier::quoted(path.string()) + ": " + problem);
            good = false;
            continue;
        }
        const std::string name = path.lexically_relative(overrides).generic_string();
        if (asset) {
            owned_.push_back(std::make_unique<Source>(Source{path.string(), std::move(*text)}));
            assets_[name] = owned_.back().get();
            continue;
        }
        add(name, path.string(), std::move(*text));
    }
    return good;
}

const Source* TemplateSet::find(std::string_view name) const {
    const auto it = by_name_.find(name);
    return it == by_name_.end() ? nullptr : it->second;
}

}  // namespace dossier::publish
