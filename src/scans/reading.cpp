#include "scans/reading.hpp"

#include "scans/read.hpp"

namespace dossier::scans {

Reading::Reading(std::string_view bytes) : pictures_(open_pictures(bytes)) {}
Reading::~Reading() = default;

std::size_t Reading::count() const { return pictures_ ? pictures_->count() : 0; }

Page Reading::page(std::size_t index, const Atlas& atlas, const Wanted& wanted) {
    if (pictures_) return read_page(*pictures_, index, atlas, wanted);
    Page out;
    out.number = static_cast<std::uint32_t>(index + 1);
    return out;
}

}  // namespace dossier::scans
