#pragma once
#include <cstdint>
#include <string>

namespace dossier::sandbox {

/// The most that this process may use.
struct Bounds {
    std::uint64_t seconds = 20;                    ///< of a processor
    std::uint64_t bytes = std::uint64_t{2} << 30;  ///< of address space, most of it libraries
};

/// From here on this process can compute, take memory within bounds, read stdin, write stdout and end; every other call to the
/// system fails with EPERM: no file, no network, no other process, no new code. For good, and with what it starts from now on.
/// "" or why the system refuses it.
[[nodiscard]] std::string lock_in(const Bounds& bounds);

}  // namespace dossier::sandbox
