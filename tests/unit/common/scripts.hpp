#pragma once
/// Shell scripts that stand in for helper programs.

#include "temporary_folder.hpp"

namespace dossier::test {

class Scripts : public TemporaryFolder {
public:
    [[nodiscard]] std::filesystem::path script(const std::string& name, const std::string& commands) const {
        write(name, "#!/bin/sh\n" + commands + '\n');
        std::filesystem::permissions(path() / name, std::filesystem::perms::owner_all);
        return path() / name;
    }
};

}  // namespace dossier::test
