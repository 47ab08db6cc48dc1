#pragma once
/// Memory that is given back all at once. Written by hand: libharu's own pool hands out misaligned pointers, and the buffers of std::pmr
/// throw where libharu's C wants nullptr, keep nothing for the next document, and are not in the libc++ of clang 14.

#include "base/portable.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <vector>

namespace dossier::pdf {

class Arena {
public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena() { free_big(0); }

    /// nullptr when there is no memory: libharu's C frames let no exception through.
    /// A failed call changes nothing: what was taken stays, and smaller pieces may still be had.
    void* take(std::size_t size) noexcept {
        if (size > SIZE_MAX - 15) return nullptr;
        size = (size + 15) & ~std::size_t{15};
        if (size > kBlock) return take_big(size);
        if (used_ + size > kBlock || blocks_.empty()) {
            if (!next_block()) return nullptr;
        }
        void* p = blocks_[current_].get() + used_;
        used_ += size;
        return p;
    }

    /// What has been taken so far outlives every `reset`.
    void hold() {
        held_block_ = current_;
        held_used_ = used_;
        held_big_ = big_.size();
    }

    /// Takes back everything but what is held; keeps a few blocks for next time.
    void reset() {
        free_big(held_big_);
        if (const std::size_t kept = std::max(kKept, held_block_ + 1); blocks_.size() > kept) blocks_.resize(kept);
        current_ = held_block_;
        used_ = held_used_;
    }

private:
    static constexpr std::size_t kBlock = std::size_t{1} << 18;
    static constexpr std::size_t kKept = 16;
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::vector<void*> big_;
    std::size_t current_ = 0, used_ = 0, held_block_ = 0, held_used_ = 0, held_big_ = 0;

    bool next_block() noexcept try {
        const std::size_t next = blocks_.empty() ? 0 : current_ + 1;
        if (next == blocks_.size()) blocks_.push_back(uninitialised_array<std::byte>(kBlock));
        current_ = next;  // only now: a block that could not be had is not the current one
        used_ = 0;
        return true;
    } catch (const std::bad_alloc&) {
        return false;
    }

    void* take_big(std::size_t size) noexcept try {
        big_.push_back(nullptr);  // first, so that the memory has an owner at once; deleting nullptr is nothing
        return big_.back() = ::operator new(size);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }

    /// But for the first `kept`.
    void free_big(std::size_t kept) {
        for (std::size_t i = kept; i < big_.size(); ++i) ::operator delete(big_[i]);
        big_.resize(kept);
    }
};

}  // namespace dossier::pdf
