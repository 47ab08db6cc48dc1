#include "render/render.hpp"

#include "render/program.hpp"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>

namespace dossier::render {
namespace {

using Data = kainjow::mustache::data;
using view::Value;

/// A template as mustache sees it: every tag and every stretch of literal text is a tag whose name is the number of an Op.
/// So a value can never be taken for a template, a miss is known by its place, and text is copied in whole stretches.
class Prepared {
public:
    explicit Prepared(std::vector<Op> ops) : ops_(std::move(ops)) {
        for (std::size_t i = 0; i < ops_.size(); ++i) {
            const Op& op = ops_[i];
            const std::string number = std::to_string(op.kind == Kind::end ? op.partner : i);
            if (op.kind == Kind::section) text_ += "{{#" + number + "}}";
            else if (op.kind == Kind::inverted) text_ += "{{^" + number + "}}";
            else if (op.kind == Kind::end) text_ += "{{/" + number + "}}";
            else text_ += "{{{" + number + "}}}";
        }
    }

    [[nodiscard]] const std::vector<Op>& ops() const { return ops_; }

    /// A parsed mustache that no other thread uses, since its render is not const. Give it back for the next document.
    std::unique_ptr<kainjow::mustache::mustache> borrow() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                auto out = std::move(idle_.back());
                idle_.pop_back();
                return out;
            }
        }
        return std::make_unique<kainjow::mustache::mustache>(text_);
    }
    void give_back(std::unique_ptr<kainjow::mustache::mustache> parsed) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(parsed));
    }

private:
    std::vector<Op> ops_;
    std::string text_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<kainjow::mustache::mustache>> idle_;
};

/// What mustache writes to: never anything.
struct Nowhere {
    Nowhere& operator<<(const std::string&) { return *this; }
};

const Value* member(const Value& value, std::string_view name) {
    const view::Object* object = value.object();
    if (object == nullptr) return nullptr;
    for (const auto& [key, held] : *object)
        if (key == name) return &held;
    return nullptr;
}

/// What a document of the largest dossier does not come near to.
constexpr std::size_t kMostSteps = 30'000'000;
constexpr std::size_t kLargestText = std::size_t{128} << 20;
struct TooLong {};

/// Looks names up in the values. Mustache asks with `get` and enters sections with `push`; what `get` gave last at this
/// depth is what `push` enters, so one slot for each depth is enough and no value is ever converted as a whole. Text is
/// written when mustache asks for it, once for each time that the tag is met, and mustache gets nothing to write: it would
/// copy it three times.
class Lookup final : public kainjow::mustache::basic_context<std::string> {
public:
    Lookup(const Prepared& prepared, const Value& values, std::string& out, Diagnostics& diagnostics)
        : prepared_(prepared), out_(out), diagnostics_(diagnostics), reported_(prepared.ops().size(), false) {
        frames_.push_back(&values);
    }

    void push(const Data* data) override {
        const Slot& slot = slots_.at(frames_.size());
        const Value* entered = slot.value;
        if (data != &slot.data) entered = &(*slot.value->list())[static_cast<std::size_t>(data - slot.data.list_value().data())];
        frames_.push_back(entered);
    }
    void pop() override { frames_.pop_back(); }

    const Data* get(const std::string& name) const override {
        std::size_t index = 0;
        std::from_chars(name.data(), name.data() + name.size(), index);
        const Op& op = prepared_.ops()[index];
        count(op);
        if (op.kind == Kind::text) {
            out_ += op.text;
            return &no_data_;
        }
        const Value* value = find(op, index);
        if (op.kind != Kind::section && op.kind != Kind::inverted) {
            if (value != nullptr) print(op, index, *value);
            return &no_data_;
        }
        Slot& slot = slots_.at(frames_.size());
        slot.value = value != nullptr ? value : &nothing_;
        slot.data = choice(op, *slot.value);
        return &slot.data;
    }
    const Data* get_partial(const std::string&) const override { return nullptr; }

private:
    struct Slot {
        Data data{false};
        const Value* value = nullptr;
    };

    static Data choice(const Op& op, const Value& value) {
        if (const bool* b = value.boolean()) return Data(*b);
        if (const std::string* text = value.text()) return Data(!text->empty());
        if (const view::List* list = value.list()) {
            if (op.once) return Data(!list->empty());
            return Data(kainjow::mustache::list(list->size(), Data(true)));
        }
        return Data(true);
    }

    void print(const Op& op, std::size_t index, const Value& value) const {
        const std::string* text = value.text();
        if (text == nullptr) {
            if (first(index))
                diagnostics_.error("template-value-kind", op.location, say("{} is {}, expected text", quoted(full(op)), kind_of(value)),
                                   {say("use it as a section: {{#{}}}...{{/{}}}", full(op), full(op))});
            return;
        }
        if (!append_escaped(out_, *text, op.escape) && first(index)) refuse(op, *text);
    }

    void refuse(const Op& op, const std::string& text) const {
        diagnostics_.error("template-unsafe-address", op.location,
                           say("{} is the address {}, expected http, https, mailto or a relative one", quoted(full(op)), quoted(text)),
                           {say("mend the address in the dossier")});
    }

    [[nodiscard]] const Value* find(const Op& op, std::size_t index) const {
        if (op.path.empty()) return frames_.back();
        const Value* at = nullptr;
        for (auto frame = frames_.rbegin(); frame != frames_.rend() && at == nullptr; ++frame) at = member(**frame, op.path.front());
        if (at == nullptr) {
            if (first(index)) miss(op, 0, nullptr);
            return nullptr;
        }
        for (std::size_t i = 1; i < op.path.size(); ++i) {
            const Value* inner = member(*at, op.path[i]);
            if (inner == nullptr) {
                if (first(index)) miss(op, i, at);
                return nullptr;
            }
            at = inner;
        }
        return at;
    }

    void miss(const Op& op, std::size_t part, const Value* in) const {
        std::vector<std::string> names;
        const auto add = [&names](const Value& value) {
            if (const view::Object* object = value.object())
                for (const auto& [name, held] : *object) names.push_back(name);
        };
        if (in != nullptr) add(*in);
        else
            for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) add(**frame);
        unknown_name(op, part, names, diagnostics_, in != nullptr && in->object() == nullptr ? std::optional(kind_of(*in)) : std::nullopt);
    }

    static std::string full(const Op& op) {
        std::string out;
        for (const std::string& part : op.path) out += (out.empty() ? "" : ".") + part;
        return out.empty() ? "." : out;
    }
    static Pattern<0> kind_of(const Value& value) {
        if (value.boolean() != nullptr) return *value.boolean() ? say("yes") : say("no or absent");
        if (value.list() != nullptr) return say("a list");
        return value.object() != nullptr ? say("a group of names") : say("text");
    }
    /// Whether nothing has been said about this tag yet, and there is still room for it.
    [[nodiscard]] bool first(std::size_t index) const {
        if (reported_[index]) return false;
        reported_[index] = true;
        const Location at = prepared_.ops()[index].location;
        return told_.fresh(at) && !too_many_problems(diagnostics_, at);
    }

    /// Sections within sections over the same list grow without end: 32 of them over two things take four thousand million steps.
    void count(const Op& op) const {
        if (op.kind != Kind::text) at_ = op.location;
        if (++steps_ <= kMostSteps && out_.size() <= kLargestText) return;
        diagnostics_.error("template-too-long", at_,
                           steps_ > kMostSteps ? say("the document takes more than {} steps", kMostSteps)
                                               : say("the document is longer than {} MiB", kLargestText >> 20),
                           {say("sections within sections over the same list grow without end")});
        throw TooLong();
    }

    const Prepared& prepared_;
    std::string& out_;
    Diagnostics& diagnostics_;
    const Value nothing_;
    const Data no_data_{false};
    std::vector<const Value*> frames_;
    mutable std::array<Slot, kDeepest * 2 + 2> slots_;
    mutable std::vector<bool> reported_;
    mutable Told told_;
    mutable std::size_t steps_ = 0;
    mutable Location at_;  ///< of the last tag
};

}  // namespace

/// Flattened when it is first asked for: a run needs few templates, and most of those in one of the two ways.
struct Templates::Impl {
    struct Way {
        std::once_flag once;
        std::unique_ptr<Prepared> prepared;
    };
    struct Both {
        Way plain, placed;
    };

    explicit Impl(const TemplateSources& all) : sources(all), places(all) {}

    TemplateSources sources;
    Scanned scanned;
    Places places;
    mutable std::map<std::string, Both, std::less<>> templates;

    /// nullptr if there is no such template. What is wrong with it goes to `diagnostics` of whoever asks first.
    Prepared* find(std::string_view name, bool with_places, Diagnostics& diagnostics) const {
        const auto found = templates.find(name);
        if (found == templates.end()) return nullptr;
        Way& way = with_places ? found->second.placed : found->second.plain;
        std::call_once(way.once, [&] {
            way.prepared =
                std::make_unique<Prepared>(flatten(found->first, sources, scanned, with_places ? &places : nullptr, diagnostics));
        });
        return way.prepared.get();
    }
};

Templates::Templates(const TemplateSources& sources) : impl_(std::make_unique<Impl>(sources)) {}
Templates::Templates(Templates&&) noexcept = default;
Templates& Templates::operator=(Templates&&) noexcept = default;
Templates::~Templates() = default;

std::optional<Templates> Templates::compile(const TemplateSources& sources, Check check, Diagnostics& diagnostics) {
    Diagnostics found;
    Templates out(sources);
    for (const auto& [name, source] : sources) {
        Diagnostics own;  // each template is read until it has too many problems
        if (const auto bad = first_invalid_utf8(source->text)) {
            const auto at = static_cast<std::uint32_t>(*bad);
            own.error("template-encoding", {source, at, at + 1}, say("not UTF-8"), {say("save the file as UTF-8")});
        }
        if (is_raw(name)) check_raw(*source, own);
        out.impl_->scanned.emplace(name, is_raw(name) ? std::vector<Token>{} : scan(*source, own));
        if (!is_raw(name)) out.impl_->templates.try_emplace(name);
        found.append(std::move(own));
    }
    if (check == Check::all && !found.has_errors())
        for (const auto& [name, both] : out.impl_->templates) {
            Diagnostics own;
            (void)out.impl_->find(name, false, own);
            found.append(std::move(own));
        }
    const bool good = !found.has_errors();
    found.sort();  // a mistake in a partial is met once for each use
    diagnostics.append(std::move(found));
    if (!good) return std::nullopt;
    return out;
}

std::optional<std::string> Templates::render(const std::string& name, const view::Value& values, Diagnostics& diagnostics,
                                             bool places) const {
    Diagnostics met;
    Prepared* const prepared = impl_->find(name, places, met);
    if (prepared == nullptr) {
        std::vector<std::string> names;
        for (const auto& [known, both] : impl_->templates) names.push_back(known);
        std::vector<Message> hints;
        if (const auto near = nearest(name, names)) hints.push_back(did_you_mean(quoted(*near)));
        diagnostics.error("template-unknown", {}, say("unknown template {}", quoted(name)), std::move(hints));
        return std::nullopt;
    }
    std::string out;
    out.reserve(std::size_t{1} << 15);
    Lookup lookup(*prepared, values, out, met);
    auto parsed = prepared->borrow();
    Nowhere nowhere;
    try {
        parsed->render(lookup, nowhere);
        prepared->give_back(std::move(parsed));
    } catch (const TooLong&) {  // was told; mustache offers no other way out of its loops
    }
    const bool good = !met.has_errors();
    diagnostics.append(std::move(met));
    if (!good) return std::nullopt;
    return out;
}

void Templates::check_names(const std::string& name, const view::Value& example, Diagnostics& diagnostics) const {
    Diagnostics met;
    const Prepared* prepared = impl_->find(name, false, met);
    if (prepared == nullptr) return;
    render::check_names(prepared->ops(), example, met);
    met.sort();  // a mistake in a partial is met once for each use
    diagnostics.append(std::move(met));
}

bool Templates::may_show(const std::string& name, std::string_view object, std::string_view member) const {
    Diagnostics met;
    const Prepared* prepared = impl_->find(name, false, met);
    return prepared != nullptr && std::any_of(prepared->ops().begin(), prepared->ops().end(), [&](const Op& op) {
               const bool whole = op.path.size() == 1 && (op.kind == Kind::section || op.kind == Kind::inverted);
               return !op.path.empty() && op.path[0] == object && (whole || (op.path.size() > 1 && op.path[1] == member));
           });
}

Location Templates::place(std::size_t n) const { return impl_->places.at(n); }

}  // namespace dossier::render
