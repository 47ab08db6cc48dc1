#pragma once
/// A folder as pages on this machine, for one who writes: http on 127.0.0.1, and a page that loads again by itself when the files are made
/// anew. The program dossier-serve does it (serving/helper), so that nobody else starts with what a server needs.

#include "served/served.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace dossier::serving {

class Server {
public:
    Server();

    /// The address to open, "http://127.0.0.1:8321/"; "" after a failure, and `problem` says why. `port` 0 is any that is free.
    [[nodiscard]] std::string open(const std::filesystem::path& folder, unsigned port, std::string& problem);
    /// The files are made; pages that are open load again.
    void made();
    /// They could not be made: pages show `words` until they can.
    void failed(std::string_view words);

private:
    served::Client client_;
};

}  // namespace dossier::serving
