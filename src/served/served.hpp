#pragma once
/// Helpers of ours that answer one question after another about what others made: the side that asks. The side that answers is
/// serve.hpp; what goes between them message.hpp and base/codec.hpp.

#include "base/message.hpp"
#include "child/child.hpp"
#include "served/message.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::served {

/// A helper as people and protocols know it.
struct Program {
    const char* name;  ///< "dossier-pdfform"
    Pattern<0> reads;  ///< "PDF": what cannot be read without it
    Pattern<0> gives;  ///< "what a form says"
    Protocol protocol;
};

/// An answer, or what is wrong with the helper.
struct Said {
    char kind = 0;          ///< a letter of the program, or `too_much` or `broke_off`; 0 after a failure
    std::string with = {};  ///< what comes with it; after `broke_off` how, in letters that may be shown
    Message failure = {};   ///< message about the helper, which is not to be asked more
    /// A failure: it had answered before, and ended. No question can do that, so the system did: it may be asked once more.
    bool ended = false;
};

/// One helper that runs, or will. Not for two threads at once.
class Client {
public:
    /// The first of `places` that is there is the helper.
    Client(const Program& program, std::vector<std::filesystem::path> places) : program_(program), places_(std::move(places)) {}

    /// Starts the helper if it does not run; it ends with this object. It inherits stderr and nothing else. One that takes longer than
    /// `patience` by the clock is ended, and the answer is `too_much`.
    [[nodiscard]] Said ask(std::vector<std::string_view> question, std::chrono::milliseconds patience);
    /// For an answer that has no meaning.
    [[nodiscard]] Said rubbish() const;
    void stop() { dialogue_.stop(); }
    [[nodiscard]] bool running() const { return dialogue_.running(); }

private:
    [[nodiscard]] Said failed(const child::Ended& ended, bool used) const;
    [[nodiscard]] Said understood(std::string answer) const;

    Program program_;
    std::vector<std::filesystem::path> places_;
    std::filesystem::path helper_;
    child::Dialogue dialogue_;
};

}  // namespace dossier::served
