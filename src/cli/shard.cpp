#include "cli/shard.hpp"

#include <charconv>

namespace dossier::cli {

std::optional<Shard> read_shard(std::string_view text) {
    constexpr std::size_t kMost = 100'000;
    Shard out;
    if (text.empty()) return out;
    const auto number = [](std::string_view digits, std::size_t& to) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), to);
        return error == std::errc{} && end == digits.data() + digits.size();
    };
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || !number(text.substr(0, slash), out.number) || !number(text.substr(slash + 1), out.of) ||
        out.number < 1 || out.number > out.of || out.of > kMost)
        return std::nullopt;
    return out;
}

}  // namespace dossier::cli
