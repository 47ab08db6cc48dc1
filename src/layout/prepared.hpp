#pragma once
/// What the build of the program prepares for it (prepare_layout.cpp).

#include "base/codec.hpp"

#include <string_view>

namespace dossier::layout {

/// Apart, since with a school's own typeface only the first is used. Both borrow.
struct Prepared {
    std::string_view hyphens;  ///< of pack_hyphens
    std::string_view faces;    ///< the program's own, of `pack`
};

struct PreparedFormat {
    template <class On, codec::Is<Prepared> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<Prepared> == 2);
        on(value.hyphens), on(value.faces);
    }
};

}  // namespace dossier::layout
