#pragma once
/// A share of the work, for several machines: "2/8".

#include <cstddef>
#include <optional>
#include <string_view>

namespace dossier::cli {

struct Shard {
    std::size_t number = 1, of = 1;
};
/// All of it for ""; nullopt for what is no share.
[[nodiscard]] std::optional<Shard> read_shard(std::string_view text);

}  // namespace dossier::cli
