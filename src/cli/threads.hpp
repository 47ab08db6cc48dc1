#pragma once
#include "core/core.hpp"

namespace dossier::cli {

/// Runs tasks on as many threads as the person asks for; 0 is one per processor.
class Threads : public core::Workers {
public:
    explicit Threads(unsigned count);
    void each(std::size_t count, const std::function<void(std::size_t)>& task) override;

private:
    unsigned threads_;
};

}  // namespace dossier::cli
