#pragma once
/// The objects of one file, kept in libharu's cross-reference table. The only place that knows libharu and its internal
/// headers, which are tied to version 2.3.0.

#include "pdf/buffer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::pdf {

/// Levels of compression, 1 to 12: of what is different in every file (more takes longer than the rest of the file), of drawings,
/// and of what is made once for all files.
inline constexpr int kQuick = 1, kMiddle = 6, kBest = 12;

/// Objects that are the same in every file, as they stand there: compressed and numbered once, then copied.
struct Fragment {
    struct Entry {
        int object = 0;
        int stream = 0;      ///< the object stream that it is in, 0: none
        std::size_t at = 0;  ///< its index in that stream, or where it begins in `bytes`
    };
    std::string bytes;
    std::vector<Entry> entries;
    std::uint64_t hash = 0;  ///< of `bytes`
};

/// At most one of these at a time exists in a thread: they take turns with the same memory.
class Objects {
public:
    /// Object numbers begin at `first`; those below it are for fragments.
    explicit Objects(int first);
    ~Objects();
    Objects(const Objects&) = delete;
    Objects& operator=(const Objects&) = delete;

    /// The number of a new object, to refer to before its body is written.
    [[nodiscard]] int reserve();
    /// Starts the body of object `n`, what stands between << and >>; append to the text returned, then call `end`. One at a time.
    [[nodiscard]] Buffer& begin(int n);
    void end();
    /// Instead of `end`: of an object that is there for reading aloud or for finding one's way, not for the fields. Those stand in an
    /// object stream of their own: programs that read such a stream whole (qpdf) then need not for what was filled in.
    void end_aside();
    /// Instead of `end`: makes it a stream; its body must name the filter, if any. Append its bytes, then call `end_stream`.
    [[nodiscard]] Buffer& begin_data();
    void end_stream();
    /// Instead of both: makes it a stream of `bytes`, compressed; its body must name /FlateDecode.
    void end_deflated(std::string_view bytes, int level);
    /// A whole object at once.
    int add(std::string_view body);
    /// Puts `fragment` in the file; borrowed until `save`.
    void include(const Fragment& fragment);

    /// The file: header, fragments, streams, all other objects in one object stream or two, cross-reference stream.
    /// `comment` (whole lines that begin with %, or "") comes after the header.
    [[nodiscard]] std::string save(int root, int info, std::string_view comment = {});
    /// All objects for later use; takes more numbers, for the object streams.
    [[nodiscard]] Fragment fragment();

private:
    struct Impl;
    Impl& impl_;
};

}  // namespace dossier::pdf
