#include "yaml/yaml.hpp"

#include "base/portable.hpp"
#include "yaml/bind.hpp"
#include "yaml/expect_color.hpp"

namespace dossier::yaml {
namespace {

void expect_file(const model::Text& file, std::string_view what, const std::vector<std::string_view>& endings, Problems& problems) {
    if (file.value.empty()) return;
    const std::string name = lower(file.value);
    for (const std::string_view ending : endings)
        if (name.ends_with(ending) && name.find("..") == std::string::npos && !name.starts_with('/')) return;
    Message all = Message::as_is(std::string(endings.front()));
    for (std::size_t i = 1; i < endings.size(); ++i) all = say("{} or {}", std::move(all), endings[i]);
    problems.error("bad-file", file.location.begin, file.location.end,
                   say("expected a file in this folder that ends in {} as {}, found {}", all, quoted(what), quoted(file.value)));
}

}  // namespace

std::optional<double> millimetres(std::string_view text) {
    if (!text.ends_with("mm")) return std::nullopt;
    text.remove_suffix(2);
    double n = 0;
    const auto [end, error] = read_decimal(text.data(), text.data() + text.size(), n, Exponent::none);
    if (error != std::errc{} || end != text.data() + text.size() || n < 5 || n > 120) return std::nullopt;
    return n;
}

Huisstijl read_huisstijl(const Source& source, Diagnostics& diagnostics) {
    Problems problems(source, diagnostics);
    Tree tree;
    Huisstijl style;
    if (!check_bytes(problems) || !build_tree(tree, problems)) return style;
    constexpr std::string_view kFiles[] = {"bestand", "gewoon", "vet", "cursief"};
    normalise_values(tree, problems, kFiles);
    bind_value(tree, tree.root(), "huisstijl", {}, problems, style);
    expect_color(style.kleuren.accent, "accent", kWhite, say("white"), problems);
    expect_color(style.kleuren.accent_donker, "accent_donker", kDarkGround,
                 say("the dark ground of the pages ({})", color_text(kDarkGround)), problems);
    expect_file(style.logo.bestand, "bestand", {".svg", ".png"}, problems);
    if (!style.logo.breedte.value.empty() && !millimetres(style.logo.breedte.value))
        problems.error("bad-width", style.logo.breedte.location.begin, style.logo.breedte.location.end,
                       say("expected a width from 5mm to 120mm as \"breedte\", found {}", quoted(style.logo.breedte.value)));
    for (const auto& [name, file] :
         {std::pair{"gewoon", &style.lettertypen.gewoon}, {"vet", &style.lettertypen.vet}, {"cursief", &style.lettertypen.cursief}})
        expect_file(*file, name, {".ttf"}, problems);
    return style;
}

}  // namespace dossier::yaml
