#include "taal/taal.hpp"

#include <unordered_map>

namespace dossier::taal {

std::string_view nederlands(std::string_view pattern) {
    static const auto kByEnglish = [] {
        std::unordered_map<std::string_view, std::string_view> out;
        for (const Zin& zin : zinnen()) out.emplace(zin.english, zin.dutch);
        return out;
    }();
    const auto found = kByEnglish.find(pattern);
    return found == kByEnglish.end() ? std::string_view() : found->second;
}

}  // namespace dossier::taal
