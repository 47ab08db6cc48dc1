/// What a process in a sandbox says, and how it ends. No test may start threads before it.

#include "served/serve.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <vector>

using namespace dossier;

namespace {

served::Told told(const std::function<void()>& work, std::size_t most = 100) {
    const auto out = served::in_sandbox({.seconds = 1, .bytes = std::uint64_t{1} << 30}, most, work);
    REQUIRE(out);
    return *out;
}

/// "m", or "b how", and what was said before.
std::string words(const served::Told& told) { return (told.end == 0 ? std::string() : told.end + told.how + '|') + told.said; }

}  // namespace

TEST_CASE("served: what a process says in parts, until it is finished") {
    const auto work = [] {
        served::reply("een");
        served::reply("");
        served::reply("twee");
        served::finish();
    };
    CHECK(words(told(work)) == "eentwee");
    CHECK(words(told(work, 7)) == "eentwee");
    CHECK(words(told(work, 6)) == "m|eentwe");
    CHECK(told(work).answer() == "eentwee");
    CHECK(words(told([] { served::finish(); })).empty());
}

TEST_CASE("served: a process that does not finish") {
    CHECK(words(told([] { served::reply("een"); })) == "bexit status 1|een");
    CHECK(words(told([] { throw std::runtime_error("niets"); })) == "bexit status 1|");
    CHECK(words(told([] { std::_Exit(42); })) == "bexit status 42|");
    CHECK(told([] { std::_Exit(42); }).answer() == "bexit status 42");
    CHECK(words(told([] {
              served::reply("een");
              throw std::bad_alloc();
          })) == "m|een");
    CHECK(told([] { throw std::bad_alloc(); }).answer() == "m");
}

#ifdef DOSSIER_PROBE_BOUNDED  // the sanitizers have their own ways to end
TEST_CASE("served: a process that takes too much, or does what it should not") {
    CHECK(words(told([] {
              std::vector<char> large(std::size_t{2} << 30);
              served::reply(std::string_view(large.data(), 1));
              served::finish();
          })) == "m|");
    CHECK(words(told([] {
              served::reply("een");
              volatile int busy = 0;
              for (;;) busy = busy + 1;
          })) == "m|een");
    CHECK(words(told([] {
              for (;;) served::reply("veel");
          })).substr(0, 6) == "m|veel");
    // The tests have a handler of their own.
    const auto handler = std::signal(SIGSEGV, SIG_DFL);
    CHECK(words(told([] {
              volatile int* nowhere = nullptr;
              *nowhere = 1;
          })) == "bsignal 11|");
    std::signal(SIGSEGV, handler);
}
#endif
