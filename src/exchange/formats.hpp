#pragma once
/// The formats of the manifest that need no template: each is a function of `exchange`. A new one is a line in the table of
/// formats.cpp.

#include "exchange/exchange.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::exchange {

struct ExchangeInput {
    const model::Dossier& dossier;
    const model::Profiel* profiel;  ///< nullptr: the whole dossier
    const std::string& build_date;  ///< ISO 8601, "" if unknown
};

struct ExchangeFormat {
    std::string_view name;  ///< as `formaat` in the manifest has it
    bool per_dossier;       ///< may be made of the whole dossier
    bool per_profiel;
    std::string (*write)(const ExchangeInput& input, Diagnostics& diagnostics);
    /// What the format requires and the dossier lacks; `write` is called only when that is nothing. nullptr: it requires nothing.
    std::vector<exchange::Missing> (*missing)(const ExchangeInput& input);
};

[[nodiscard]] const std::vector<ExchangeFormat>& exchange_formats();
/// nullptr if there is no such format.
[[nodiscard]] const ExchangeFormat* find_exchange_format(std::string_view name);

/// For a file that was asked for by name: an error for each value that is missing, where it should be.
void report_missing(std::string_view format, const std::vector<exchange::Missing>& missing, Diagnostics& diagnostics);

/// What is wrong with files that nobody asked for by name: few words, as the person may not even use them.
/// A warning for each format that could not be made, and a note for each file that cannot hold all of the dossier.
class Unasked {
public:
    /// `who` names the profiel; "" for the dossier.
    void not_made(std::string_view format, const std::string& who, const std::vector<exchange::Missing>& missing);
    void left_out(std::string_view format, const std::string& path, const Diagnostics& found);
    void report(Diagnostics& diagnostics) const;

private:
    struct NotMade {
        std::string format;
        std::vector<std::string> who;
        std::vector<std::string> keys;
    };
    std::vector<NotMade> not_made_;
    Diagnostics notes_;
};

}  // namespace dossier::exchange
