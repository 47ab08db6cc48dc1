/// Want of memory, wherever it strikes, while a PDF is written. A program of its own: it has its own operator new.

#include "../common/program_styles.hpp"
#include "layout/layout.hpp"
#include "markup/markup.hpp"
#include "pdf/arena.hpp"
#include "pdf/pdf.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <new>
#include <sstream>
#include <thread>
#include <vector>

using namespace dossier;

namespace {

/// Allocations of this thread that still succeed; below 0: all of them.
thread_local int allowed = -1;

}  // namespace

void* operator new(std::size_t size) {
    if (allowed == 0) throw std::bad_alloc();
    if (allowed > 0) --allowed;
    if (void* p = std::malloc(size == 0 ? 1 : size)) return p;
    throw std::bad_alloc();
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }

TEST_CASE("an arena that could not grow still has the room that it had") {
    constexpr std::size_t kQuarter = std::size_t{1} << 16;  // of a block
    pdf::Arena arena;
    (void)arena.take(kQuarter);
    arena.hold();
    auto* const second = static_cast<std::byte*>(arena.take(kQuarter));
    auto* const third = static_cast<std::byte*>(arena.take(kQuarter));
    allowed = 0;
    void* const no_block = arena.take(2 * kQuarter);
    void* const too_big = arena.take(64 * kQuarter);
    auto* const small = static_cast<std::byte*>(arena.take(16));
    allowed = -1;
    CHECK(no_block == nullptr);
    CHECK(too_big == nullptr);
    CHECK(arena.take(~std::size_t{0}) == nullptr);
    CHECK(small == third + kQuarter);
    CHECK(arena.take(2 * kQuarter) != nullptr);
    arena.reset();
    CHECK(arena.take(16) == second);
}

TEST_CASE("what an arena holds outlives a reset, whatever its size; the rest does not") {
    constexpr std::size_t kBlock = std::size_t{1} << 18;
    pdf::Arena arena;
    std::vector<unsigned char*> held;
    for (int i = 0; i < 40; ++i) held.push_back(static_cast<unsigned char*>(arena.take(i % 4 == 0 ? 2 * kBlock : kBlock / 2 + 16)));
    for (std::size_t i = 0; i < held.size(); ++i) std::memset(held[i], static_cast<int>(i + 1), kBlock / 2 + 16);
    arena.hold();
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 30; ++i) std::memset(arena.take(i % 3 == 0 ? 3 * kBlock : kBlock), 0xEE, kBlock);
        arena.reset();
    }
    for (std::size_t i = 0; i < held.size(); ++i) {
        CAPTURE(i);
        CHECK(std::all_of(held[i], held[i] + kBlock / 2 + 16, [i](unsigned char c) { return c == i + 1; }));
    }
}

TEST_CASE("want of memory at any allocation is std::bad_alloc, and the next file of that thread is whole") {
    std::ifstream in(DOSSIER_SOURCE_DIR "/tests/unit/pdf/voorbeeld.xhtml", std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    Diagnostics d;
    const layout::Fonts fonts;
    const pdf::PdfFonts pdf_fonts(fonts);
    const auto document = markup::parse_markup(text.str(), {}, d);
    REQUIRE(document);
    const auto pages = layout::lay_out(*document, fonts, test::program_styles(), d);
    REQUIRE(pages);
    const pdf::PdfInfo info{"Examencommissie", "dossier 0.1.0", "2025-08-01", "id-1"};
    const std::string whole = pdf::write_pdf(*pages, pdf_fonts, info);
    int failures = 0;
    for (bool failed = true; failed; ++failures) {
        std::string after;
        // A new thread: what the writer keeps from one file to the next has to be made as well.
        std::thread([&] {
            allowed = failures;
            try {
                failed = pdf::write_pdf(*pages, pdf_fonts, info) != whole;
            } catch (const std::bad_alloc&) {
                failed = true;
            }
            allowed = -1;
            after = pdf::write_pdf(*pages, pdf_fonts, info);
        }).join();
        REQUIRE(after == whole);
    }
    CHECK(failures > 20);
}
