#include "layout/hyphens.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <new>
#include <span>
#include <stdexcept>

namespace dossier::layout {
namespace {

/// With the zero that ends it, so that it can be used where it lies; "" for none.
void pack_letters(Packer& out, const char* letters) {
    out.text(letters == nullptr ? std::string_view() : std::string_view(letters, std::strlen(letters) + 1));
}
char* letters(Unpacker& in) {
    const std::string_view text = in.text();
    return text.empty() ? nullptr : const_cast<char*>(text.data());
}

void pack_level(Packer& out, const HyphenDict& d) {
    for (const char n : {d.lhmin, d.rhmin, d.clhmin, d.crhmin}) out.number(n);
    // Words between zeros.
    const char* end = d.nohyphen;
    for (int i = 0; end != nullptr && i <= d.nohyphenl; ++i) end += std::strlen(end) + 1;
    out.text(d.nohyphen == nullptr ? std::string_view() : std::string_view(d.nohyphen, static_cast<std::size_t>(end - d.nohyphen)));
    out.number(d.nohyphenl);
    pack_letters(out, d.cset);
    out.number(d.utf8);
    std::size_t steps = 0;
    const std::span states(d.states, static_cast<std::size_t>(d.num_states));
    for (const HyphenState& s : states) steps += static_cast<std::size_t>(s.num_trans);
    out.number(steps);
    out.list(states, [&](const HyphenState& s) {
        pack_letters(out, s.match);
        pack_letters(out, s.repl);
        for (const int n : {static_cast<int>(s.replindex), static_cast<int>(s.replcut), s.fallback_state}) out.number(n);
        out.list(std::span(s.trans, static_cast<std::size_t>(s.num_trans)), [&](const HyphenTrans& t) {
            out.number(t.ch);
            out.number(t.new_state);
        });
    });
    out.number(d.nextlevel != nullptr);
    if (d.nextlevel != nullptr) pack_level(out, *d.nextlevel);
}

}  // namespace

std::string pack_hyphens(std::string_view text) {
    // The stream only reads; fmemopen has no const form.
    std::FILE* file = fmemopen(const_cast<char*>(text.data()), text.size(), "r");
    if (!file) throw std::bad_alloc();
    const std::unique_ptr<HyphenDict, void (*)(HyphenDict*)> dictionary(hnj_hyphen_load_file(file), hnj_hyphen_free);
    std::fclose(file);
    if (!dictionary) throw std::runtime_error("hyphenation patterns could not be loaded");
    Packer out;
    pack_level(out, *dictionary);
    return out.bytes();
}

Hyphens::Hyphens(Unpacker& in) {
    HyphenDict& d = dictionary_;
    for (char* n : {&d.lhmin, &d.rhmin, &d.clhmin, &d.crhmin}) *n = in.number<char>();
    d.nohyphen = letters(in);
    d.nohyphenl = in.number<int>();
    const std::string_view cset = in.text();
    std::copy(cset.begin(), cset.end(), d.cset);
    d.utf8 = in.number<int>();
    steps_.reserve(in.number<std::size_t>());  // states point into it
    states_ = in.list<HyphenState>([&] {
        HyphenState s{};
        s.match = letters(in);
        s.repl = letters(in);
        s.replindex = in.number<signed char>();
        s.replcut = in.number<signed char>();
        s.fallback_state = in.number<int>();
        s.num_trans = in.number<int>();
        s.trans = steps_.data() + steps_.size();
        for (int i = 0; i < s.num_trans; ++i) {
            const char letter = in.number<char>();
            steps_.push_back({letter, in.number<int>()});
        }
        return s;
    });
    d.states = states_.data();
    d.num_states = static_cast<int>(states_.size());
    if (in.number<int>() != 0) next_level_ = std::make_unique<Hyphens>(in);
    if (next_level_) d.nextlevel = next_level_->dictionary();
}

}  // namespace dossier::layout
