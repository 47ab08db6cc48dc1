#pragma once
/// A template as a program: the tokens that `scan` finds, the flat list of instructions that `flatten` makes of them, and what is
/// held against that list before it runs. Private to this room.

#include "render/render.hpp"

#include "base/problems.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::render {

/// Sections and partials nest at most this deep: rendering is recursive.
constexpr std::size_t kDeepest = 32;

enum class Kind { text, variable, verbatim, section, inverted, end, partial, comment };

/// A piece of one template file. `begin`..`end` is the whole of it in the file, `name_at` where the name of a tag begins.
struct Token {
    Kind kind = Kind::text;
    std::uint32_t begin = 0, end = 0;
    std::uint32_t name_at = 0;
    std::string_view text;  ///< literal text, or the name in the tag
};

/// Splits a template; reports syntax errors, sections left open or closed in the wrong order, and too deep nesting.
/// Lines that hold only one section tag, comment or partial are already gone.
[[nodiscard]] std::vector<Token> scan(const Source& source, Diagnostics& diagnostics);

/// How a value is made safe at the place where its tag stands.
enum class Escape { html, url, json, css, none };

/// One instruction of a flattened template: partials are in place, names are taken apart.
struct Op {
    Kind kind = Kind::text;
    Escape escape = Escape::none;
    std::string text;               ///< of literal text
    std::vector<std::string> path;  ///< of a tag: "kerntaak.code" is two; "." is none
    bool once = false;              ///< of a section "naam?": entered once if there is anything, whatever the list
    Location location;              ///< of a tag: the name in it
    std::size_t partner = 0;        ///< of an end: its section
};

/// Numbers for the elements that literal text opens, which `plaats` carries: how far they stand in all templates behind each other, so that
/// a number depends on nothing but the templates.
class Places {
public:
    explicit Places(const TemplateSources& sources);
    /// Of the first byte of a template.
    [[nodiscard]] std::size_t first(const Source& source) const;
    /// The opening "<name" there; no source if there is none.
    [[nodiscard]] Location at(std::size_t n) const;

private:
    std::vector<std::pair<std::size_t, const Source*>> firsts_;
};

/// Places about which something was said: a partial is met once for each use.
class Told {
public:
    [[nodiscard]] bool fresh(Location at) { return places_.emplace(at.source, at.begin).second; }

private:
    std::set<std::pair<const Source*, std::uint32_t>> places_;
};

using Scanned = std::map<std::string, std::vector<Token>, std::less<>>;

/// `name` with its partials in place. With `places`, open tags in literal text carry plaats="N".
[[nodiscard]] std::vector<Op> flatten(const std::string& name, const TemplateSources& sources, const Scanned& scanned, const Places* places,
                                      Diagnostics& diagnostics);

/// Reports part `part` of a name that nothing has; `names` are those that exist there. `kind` says what the value before the
/// dot is, where it has no names at all.
void unknown_name(const Op& op, std::size_t part, const std::vector<std::string>& names, Diagnostics& diagnostics,
                  std::optional<Pattern<0>> kind = {});
/// Reports names that nothing in `example` has, wherever they stand; see Templates::check_names.
void check_names(const std::vector<Op>& ops, const view::Value& example, Diagnostics& diagnostics);

/// Whether `name` is inserted as it is.
[[nodiscard]] bool is_raw(std::string_view name);

/// Reports what in a raw file would end the element around it.
void check_raw(const Source& source, Diagnostics& diagnostics);

/// `value` made safe; false if that cannot be done (then nothing is appended).
[[nodiscard]] bool append_escaped(std::string& out, std::string_view value, Escape escape);

}  // namespace dossier::render
