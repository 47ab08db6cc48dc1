#pragma once
/// Objects that are dear to make, kept from one use to the next.

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace dossier {

/// Those that nobody uses now. Any thread may borrow, and has what it borrows for itself alone: there are as many as threads that were
/// at work at once.
template <class T> class Pool {
public:
    using Make = std::function<std::unique_ptr<T>()>;
    explicit Pool(Make make = [] { return std::make_unique<T>(); }) : make_(std::move(make)) {}

    class Borrowed {
    public:
        explicit Borrowed(Pool& from) : from_(from), own_(from.take()) {}
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;
        ~Borrowed() { from_.give_back(std::move(own_)); }
        T& operator*() const { return *own_; }
        T* operator->() const { return own_.get(); }

    private:
        Pool& from_;
        std::unique_ptr<T> own_;
    };

private:
    std::unique_ptr<T> take() {
        const std::lock_guard lock(guard_);
        if (idle_.empty()) {
            idle_.reserve(made_ + 1);  // so that giving back cannot fail
            auto fresh = make_();
            ++made_;
            return fresh;
        }
        auto used = std::move(idle_.back());
        idle_.pop_back();
        return used;
    }
    void give_back(std::unique_ptr<T> used) noexcept {
        const std::lock_guard lock(guard_);
        idle_.push_back(std::move(used));
    }

    Make make_;
    std::mutex guard_;
    std::size_t made_ = 0;
    std::vector<std::unique_ptr<T>> idle_;
};

}  // namespace dossier
