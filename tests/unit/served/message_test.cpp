#include "served/message.hpp"

#include <doctest/doctest.h>

using namespace dossier;

TEST_CASE("served: the length of a message") {
    CHECK(served::length_bytes(0x01020304) == "\x04\x03\x02\x01");
    for (const std::size_t length : {std::size_t{0}, std::size_t{255}, std::size_t{256}, std::size_t{0xFFFFFFFF}})
        CHECK(served::length_of(served::length_bytes(length)) == length);
}
