#pragma once
/// Whether a detached CMS signature (RFC 5652), as in a signed PDF, holds for the bytes that it was made of. Only that: whose the
/// certificate is, who vouches for it and whether it was still valid is not looked at, for that takes a list of whom to believe.

#include <string>
#include <string_view>

namespace dossier::cms {

struct Checked {
    enum class State {
        intact,  ///< the digest is that of the bytes, and the key of the certificate in the signature signed it
        broken,
        unknown,  ///< no verdict can be given
    };
    State state = State::unknown;
    std::string problem;           ///< why it is not intact, in English, without final period
    std::string certificate_name;  ///< of the signer: the common name, else the whole name; any bytes are made UTF-8
    std::string signing_time;      ///< "2026-06-30T12:05:00Z", or "" if the signature holds none
};

/// Does once what would otherwise open files later. For a process that will lock itself in.
void prepare();

/// `der` may have zeros behind it. The signed bytes are `first` and then `second`.
[[nodiscard]] Checked check_detached(std::string_view der, std::string_view first, std::string_view second);

}  // namespace dossier::cms
