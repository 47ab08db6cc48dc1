#include "layout/hyphens.hpp"

#include "base/codec.hpp"

#include <cstdio>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <stdexcept>

namespace dossier::layout {
namespace {

/// What libhyphen has pointers for; those between states, steps and levels are put back by Hyphens.
struct Format {
    /// Not `cset`, which only reading the text needs.
    template <class On, codec::Is<HyphenDict> T> static void members(On& on, T& value) {
        on(value.lhmin), on(value.rhmin), on(value.clhmin), on(value.crhmin), on(value.nohyphenl), on(value.utf8);
        // Words between zeros.
        std::size_t size = 0;
        for (int i = 0; value.nohyphen != nullptr && i <= value.nohyphenl; ++i) size += std::strlen(value.nohyphen + size) + 1;
        letters(on, value.nohyphen, size);
    }
    template <class On, codec::Is<HyphenState> T> static void members(On& on, T& value) {
        for (auto* text : {&value.match, &value.repl}) letters(on, *text, *text == nullptr ? 0 : std::strlen(*text) + 1);
        on(value.replindex), on(value.replcut), on(value.fallback_state), on(value.num_trans);
    }
    template <class On, codec::Is<HyphenTrans> T> static void members(On& on, T& value) { on(value.ch), on(value.new_state); }
    template <class On, codec::Is<HyphenLevel> T> static void members(On& on, T& value) {
        on(value.dictionary), on(value.states), on(value.steps);
    }

    /// With the zero that ends them, so that they can be used where they lie; none for nullptr. Nothing is there yet when they are read.
    template <class On, codec::Is<char*> T> static void letters(On& on, T& value, std::size_t size) {
        std::string_view text(value, size);
        on(text);
        if constexpr (!std::is_const_v<T>) value = text.empty() ? nullptr : const_cast<char*>(text.data());
    }
};

HyphenLevel level_of(const HyphenDict& d) {
    HyphenLevel out{d, {d.states, d.states + d.num_states}, {}};
    for (const HyphenState& s : out.states) out.steps.insert(out.steps.end(), s.trans, s.trans + s.num_trans);
    return out;
}

}  // namespace

std::string pack_hyphens(std::string_view text) {
    // The stream only reads; fmemopen has no const form.
    std::FILE* file = fmemopen(const_cast<char*>(text.data()), text.size(), "r");
    if (!file) throw std::bad_alloc();
    const std::unique_ptr<HyphenDict, void (*)(HyphenDict*)> dictionary(hnj_hyphen_load_file(file), hnj_hyphen_free);
    std::fclose(file);
    if (!dictionary) throw std::runtime_error("hyphenation patterns could not be loaded");
    std::vector<HyphenLevel> levels;
    for (const HyphenDict* d = dictionary.get(); d != nullptr; d = d->nextlevel) levels.push_back(level_of(*d));
    return codec::written<Format>(levels);
}

Hyphens::Hyphens(std::string_view packed) {
    if (!codec::read_whole<Format>(packed, packed.size(), levels_) || levels_.empty())
        throw std::logic_error("internal error: the prepared patterns for hyphenation are damaged");
    HyphenDict* next = nullptr;
    for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
        HyphenDict& d = level->dictionary;
        d.states = level->states.data();
        d.num_states = static_cast<int>(level->states.size());
        d.nextlevel = next;
        next = &d;
        HyphenTrans* steps = level->steps.data();
        for (HyphenState& s : level->states) {
            s.trans = steps;
            steps += s.num_trans;
        }
    }
}

}  // namespace dossier::layout
