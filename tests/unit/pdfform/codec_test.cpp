#include "pdfform/codec.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::filled;

namespace {

FilledPdf full() {
    FilledPdf form;
    form.condition = Condition::damaged;
    form.damage = "at byte 3: x";
    form.encrypted = true;
    form.xfa = true;
    form.pages = 300;
    form.identifier = "dossier:x";
    form.title = "Titel é";
    form.fields = {{"a.b", Kind::choice, "goed", "goed\nbeter", "eerst", true, false, {Doubt::page_differs, Doubt::not_listed}},
                   {"s", Kind::signature, "", "", "", false, true, {}}};
    form.signatures = {{"s",
                        Signature::State::broken,
                        "waarom",
                        Signature::Covers::earlier_version,
                        0x123456789AULL,
                        0xFFFFFFFFFFULL,
                        {"a.b", "c"},
                        "Naam",
                        "Ook",
                        "Reden",
                        "soort",
                        "2026"}};
    return form;
}

}  // namespace

TEST_CASE("codec: all that a form says comes over") {
    CHECK(pdfform::decode(pdfform::encode(full())) == full());
    FilledPdf bare;
    bare.condition = Condition::not_pdf;
    CHECK(pdfform::decode(pdfform::encode(bare)) == bare);
    // Nothing was read: that no helper says.
    CHECK_FALSE(pdfform::decode(pdfform::encode(FilledPdf{})));
}

TEST_CASE("codec: what is not made by it is refused") {
    const std::string bytes = pdfform::encode(full());
    for (std::size_t i = 0; i < bytes.size(); ++i) CHECK_FALSE(pdfform::decode(bytes.substr(0, i)));
    CHECK_FALSE(pdfform::decode(bytes + '\0'));
    // A changed byte is refused or means another form, whose bytes are exactly these.
    for (std::size_t i = 0; i < bytes.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            std::string other = bytes;
            other[i] = static_cast<char>(other[i] ^ (1 << bit));
            const auto form = pdfform::decode(other);
            if (form) CHECK(pdfform::encode(*form) == other);
        }
    FilledPdf many;
    many.condition = Condition::form;
    many.fields.resize(kMostFields);
    CHECK(pdfform::decode(pdfform::encode(many)));
    many.fields.emplace_back();
    CHECK_FALSE(pdfform::decode(pdfform::encode(many)));
    many.fields.clear();
    many.signatures.resize(kMostSignatures + 1);
    CHECK_FALSE(pdfform::decode(pdfform::encode(many)));
    many.signatures.clear();
    many.pages = kMostPages + 1;
    CHECK_FALSE(pdfform::decode(pdfform::encode(many)));
    many.pages = 1;
    many.title = "\xff";
    CHECK_FALSE(pdfform::decode(pdfform::encode(many)));
    // A count of thousands of millions takes no memory.
    CHECK_FALSE(pdfform::decode(bytes.substr(0, bytes.size() - 4) + "\xff\xff\xff\xff"));
}
