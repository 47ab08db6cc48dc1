#include "pdfform/codec.hpp"

#include "base/codec.hpp"

namespace dossier::pdfform {
namespace {

using namespace filled;

struct Format {
    template <class On, codec::Is<Field> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<Field> == 9);  // not `paper`, as below
        on(value.name), on(value.kind), on(value.value), on(value.shown), on(value.initial), on(value.readonly), on(value.signed_here),
            on(value.doubts);
    }
    template <class On, codec::Is<Signature> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<Signature> == 12);
        on(value.field), on(value.state), on(value.problem), on(value.covers), on(value.covered), on(value.size), on(value.changed_after);
        on(value.certificate_name), on(value.name), on(value.reason), on(value.kind), on(value.time);
    }
    template <class On, codec::Is<FilledPdf> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<FilledPdf> == 10);  // not `paper`: what was read from that comes from scanread
        on(value.condition), on(value.damage), on(value.encrypted), on(value.xfa), on(value.pages), on(value.identifier), on(value.title);
        on(value.fields), on(value.signatures);
    }

    static constexpr Kind last(Kind) { return Kind::other; }
    static constexpr Doubt last(Doubt) { return Doubt::not_listed; }
    static constexpr Condition last(Condition) { return Condition::too_much; }  // not `unread`: it was
    static constexpr Signature::State last(Signature::State) { return Signature::State::unknown; }
    static constexpr Signature::Covers last(Signature::Covers) { return Signature::Covers::part; }
};

}  // namespace

std::string encode(const FilledPdf& form) { return codec::written<Format>(form); }

std::optional<FilledPdf> decode(std::string_view bytes) {
    FilledPdf form;
    if (!codec::read_whole<Format>(bytes, kMostFields, form)) return std::nullopt;
    if (form.signatures.size() > kMostSignatures || form.pages > kMostPages) return std::nullopt;
    return form;
}

}  // namespace dossier::pdfform
