#include "style/templates.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <array>

namespace dossier {
std::span<const EmbeddedFile> embedded_templates();
}

namespace dossier::style {
namespace {

bool ends_with_one_of(std::string_view name, std::span<const std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return name.ends_with(e) && name.size() > e.size(); });
}

bool is_template(std::string_view name) {
    constexpr std::array<std::string_view, 6> kEndings{".html", ".xhtml", ".css", ".js", ".yaml", ".txt"};
    return ends_with_one_of(name, kEndings);
}

bool is_asset(std::string_view name) {
    constexpr std::array<std::string_view, 3> kEndings{".svg", ".png", ".ttf"};
    return ends_with_one_of(name, kEndings);
}

}  // namespace

bool belongs(std::string_view name) { return is_template(name) || is_asset(name); }
std::size_t largest(std::string_view name) { return std::size_t{is_asset(name) ? 8U : 1U} << 20; }

void TemplateSet::add(std::string name, std::string display, std::string text) {
    owned_.push_back(std::make_unique<Source>(Source{std::move(display), std::move(text)}));
    by_name_[std::move(name)] = owned_.back().get();
}

bool TemplateSet::load(std::vector<OwnFile> own, Diagnostics& diagnostics) {
    for (const EmbeddedFile& file : embedded_templates())
        add(std::string(file.name), "templates/" + std::string(file.name), std::string(file.bytes));
    built_in_ = by_name_;
    bool good = true;
    for (OwnFile& file : own) {
        if (is_asset(file.name)) {
            owned_.push_back(std::make_unique<Source>(Source{std::move(file.display), std::move(file.bytes)}));
            assets_[std::move(file.name)] = owned_.back().get();
        } else if (first_invalid_utf8(file.bytes)) {
            diagnostics.error("templates-file", {}, say("cannot read the template {}: is not UTF-8", dossier::quoted(file.display)));
            good = false;
        } else {
            add(std::move(file.name), std::move(file.display), std::move(file.bytes));
        }
    }
    return good;
}

std::string TemplateSet::key_of(bool (*wanted)(std::string_view name)) const {
    std::string all;
    const auto add = [&all](std::string_view name, const Source& file) {
        all.append(name).append(" ").append(std::to_string(file.text.size())).append(":").append(file.text);
    };
    for (const auto& [name, file] : by_name_)
        if (wanted(name)) add(name, *file);
    for (const auto& [name, file] : assets_) add(name, *file);
    return hex(sha256(all));
}

std::string TemplateSet::key() const {
    return key_of([](std::string_view) { return true; });
}

std::string TemplateSet::key_of_look() const {
    return key_of([](std::string_view name) { return name.ends_with(".yaml"); });
}

namespace {

const Source* in(const render::TemplateSources& sources, std::string_view name) {
    const auto it = sources.find(name);
    return it == sources.end() ? nullptr : it->second;
}

}  // namespace

const Source* TemplateSet::find(std::string_view name) const { return in(by_name_, name); }
const Source* TemplateSet::built_in(std::string_view name) const { return in(built_in_, name); }

}  // namespace dossier::style
