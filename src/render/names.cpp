#include "render/program.hpp"

#include <algorithm>

namespace dossier::render {
namespace {

using view::Value;

std::string some(const std::vector<std::string>& names) {
    constexpr std::size_t kMost = 24;
    return joined(std::span(names).first(std::min(names.size(), kMost))) + (names.size() > kMost ? ", ..." : "");
}

/// What a name can stand for: every value that the example has in its place.
using Alternatives = std::vector<const Value*>;

struct Frame {
    Alternatives values;
    bool anything = false;  ///< the example has an empty list here: nothing is known of its items
};

void add_members(const Value& value, std::string_view name, Alternatives& out) {
    if (const view::Object* object = value.object())
        for (const auto& [key, held] : *object)
            if (key == name) out.push_back(&held);
}

void add_names(const Alternatives& values, std::vector<std::string>& names) {
    for (const Value* value : values) {
        const view::Object* object = value->object();
        if (object == nullptr) continue;
        for (const auto& [name, held] : *object)
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
}

class Walk {
public:
    Walk(const Value& example, Diagnostics& diagnostics) : diagnostics_(diagnostics) { frames_.push_back({{&example}, false}); }

    void run(const std::vector<Op>& ops) {
        for (const Op& op : ops) {
            if (op.kind == Kind::text) continue;
            if (too_many_problems(diagnostics_, op.location)) return;
            if (op.kind == Kind::end) {
                frames_.pop_back();
                continue;
            }
            Frame found = resolve(op);
            if (op.kind == Kind::section) frames_.push_back(op.once ? Frame{} : inside(found));
            else if (op.kind == Kind::inverted) frames_.push_back({});
        }
    }

private:
    static Frame inside(const Frame& found) {
        Frame out{{}, found.anything};
        for (const Value* value : found.values) {
            if (value->object() != nullptr) out.values.push_back(value);
            const view::List* list = value->list();
            if (list == nullptr) continue;
            out.anything = out.anything || list->empty();
            for (const Value& item : *list) out.values.push_back(&item);
        }
        // One list of many may be empty here: the others say what is in it.
        if (!out.values.empty()) out.anything = false;
        return out;
    }

    Frame resolve(const Op& op) {
        if (op.path.empty()) return frames_.back();
        Alternatives at;
        for (auto frame = frames_.rbegin(); frame != frames_.rend() && at.empty(); ++frame) {
            if (frame->anything) return {{}, true};
            for (const Value* value : frame->values) add_members(*value, op.path.front(), at);
        }
        if (at.empty()) {
            if (!told_.fresh(op.location)) return {{}, true};
            std::vector<std::string> names;
            for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) add_names(frame->values, names);
            unknown_name(op, 0, names, diagnostics_);
            return {{}, true};
        }
        for (std::size_t part = 1; part < op.path.size(); ++part) {
            Alternatives inner;
            for (const Value* value : at) add_members(*value, op.path[part], inner);
            if (inner.empty()) {
                if (!told_.fresh(op.location)) return {{}, true};
                std::vector<std::string> names;
                add_names(at, names);
                unknown_name(op, part, names, diagnostics_);
                return {{}, true};
            }
            at = std::move(inner);
        }
        return {std::move(at), false};
    }

    std::vector<Frame> frames_;
    Told told_;
    Diagnostics& diagnostics_;
};

}  // namespace

void unknown_name(const Op& op, std::size_t part, const std::vector<std::string>& names, Diagnostics& diagnostics,
                  std::optional<Pattern<0>> kind) {
    const std::string owner = joined(std::span(op.path).first(part), ".");
    Location at = op.location;
    at.begin += static_cast<std::uint32_t>(owner.empty() ? 0 : owner.size() + 1);
    at.end = at.begin + static_cast<std::uint32_t>(op.path[part].size());
    std::vector<Message> hints;
    if (const auto near = nearest(op.path[part], names)) hints.push_back(did_you_mean(quoted(*near)));
    else if (kind) hints.push_back(say("{} is {} here: use {{#{}}}...{{/{}}}", quoted(owner), *kind, owner, owner));
    else hints.push_back(say("the names that exist here are: {}", some(names)));
    diagnostics.error(
        "template-unknown-name", at,
        owner.empty() ? say("unknown name {}", quoted(op.path[part])) : say("unknown name {} in {}", quoted(op.path[part]), quoted(owner)),
        std::move(hints));
}

void check_names(const std::vector<Op>& ops, const view::Value& example, Diagnostics& diagnostics) { Walk(example, diagnostics).run(ops); }

}  // namespace dossier::render
