#include "../common/building.hpp"

#include <algorithm>
#include <atomic>
#include <doctest/doctest.h>
#include <thread>

using namespace dossier;

namespace {

/// Every task on a thread of its own, the last one first.
class Backwards : public core::Workers {
public:
    void each(std::size_t count, const std::function<void(std::size_t)>& task) override {
        std::vector<std::thread> threads;
        for (std::size_t i = count; i-- > 0;) threads.emplace_back(task, i);
        for (std::thread& t : threads) t.join();
    }
};

class StopsAfter : public core::Observer {
public:
    explicit StopsAfter(std::size_t most) : most_(most) {}
    bool made(std::size_t done, std::size_t of) override {
        seen = std::max(seen, done);
        total = of;
        return done < most_;
    }
    std::size_t seen = 0, total = 0;

private:
    std::size_t most_;
};

struct Prepared {
    Source source{"begin.yaml", core::starter("Keuken")};
    make::Maker maker;
    model::Dossier dossier;
    Prepared() {
        Diagnostics diagnostics;
        dossier = core::read_dossier(source, diagnostics).value();
        CHECK(report(diagnostics) == "");
        REQUIRE(maker.prepare({}, diagnostics));
    }
};

}  // namespace

TEST_CASE("core: the same files whatever the workers do") {
    const Prepared p;
    Diagnostics diagnostics;
    const auto one = test::build(p.maker, p.dossier, {}, diagnostics);
    Backwards backwards;
    core::Observer silent;
    const auto other = core::build(p.maker, p.dossier, {}, {"", "dossier test"}, {}, {}, backwards, silent, diagnostics);
    REQUIRE(one);
    REQUIRE(other);
    REQUIRE(one->files.size() > 10);
    REQUIRE(other->files.size() == one->files.size());
    for (std::size_t i = 0; i < one->files.size(); ++i) {
        CHECK(one->files[i].path == other->files[i].path);
        CHECK_MESSAGE(one->files[i].bytes == other->files[i].bytes, one->files[i].path);
    }
}

TEST_CASE("core: the observer counts every file, and stops the work") {
    const Prepared p;
    Diagnostics diagnostics;
    core::Workers workers;
    StopsAfter never(100000);
    const auto all = core::build(p.maker, p.dossier, {}, {"", "dossier test"}, {}, {}, workers, never, diagnostics);
    REQUIRE(all);
    CHECK(never.seen == all->files.size());
    CHECK(never.total == all->files.size());
    StopsAfter three(3);
    diagnostics = {};
    CHECK_FALSE(core::build(p.maker, p.dossier, {}, {"", "dossier test"}, {}, {}, workers, three, diagnostics));
    CHECK(three.seen == 3);
    CHECK(report(diagnostics) == "error: stopped before all was made\n");
}

TEST_CASE("core: what the starter says is a dossier by every rule, with any name") {
    for (const std::string naam : {"Keuken", "Zorg: \"welzijn\" # en meer", "- x", "yes"}) {
        const Source source{"begin.yaml", core::starter(naam)};
        Diagnostics diagnostics;
        const auto dossier = core::read_dossier(source, diagnostics);
        CHECK(report(diagnostics) == "");
        REQUIRE(dossier);
        CHECK(dossier->naam.value == naam);
    }
}

TEST_CASE("the built-in templates ask only for what there is; beside a file of a school that is looked at") {
    make::Maker maker;
    Diagnostics diagnostics;
    REQUIRE_MESSAGE(maker.prepare({{"huisstijl.yaml", "huisstijl.yaml", "school: Het Voorbeeld\n"}}, diagnostics), report(diagnostics));
    CHECK(report(diagnostics).empty());
}
