#include "serving/serving.hpp"

#include "child/helper.hpp"
#include "serving/protocol.hpp"

#include <chrono>

namespace dossier::serving {
namespace {

constexpr const char* kName = "dossier-serve";
constexpr std::chrono::seconds kPatience{20};

}  // namespace

Server::Server() : client_({kName, say("the pages"), say("an address"), kProtocol}, child::helper_places(kName)) {}

std::string Server::open(const std::filesystem::path& folder, unsigned port, std::string& problem) {
    const std::string question = kOpen + std::to_string(port) + '\n' + folder.string();
    const served::Said said = client_.ask({question}, kPatience);
    if (said.kind == kListening) return said.with;
    problem = said.kind == kNot ? said.with : said.kind == 0 ? said.failure.text() : client_.rubbish().failure.text();
    return "";
}

void Server::made() { (void)client_.ask({std::string_view(&kMade, 1)}, kPatience); }

void Server::failed(std::string_view words) {
    const std::string question = kFailed + std::string(words.substr(0, kMost - 1));
    (void)client_.ask({question}, kPatience);
}

}  // namespace dossier::serving
