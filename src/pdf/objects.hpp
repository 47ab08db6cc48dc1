#pragma once
/// The objects of one file, kept in libharu's cross-reference table. The only place that knows libharu and its internal
/// headers, which are tied to version 2.3.0.

#include <deque>
#include <memory>
#include <string>
#include <string_view>

namespace dossier::pdf {

class Objects {
public:
    Objects();
    ~Objects();
    Objects(const Objects&) = delete;
    Objects& operator=(const Objects&) = delete;

    /// The number of a new object, to refer to before its body is written.
    [[nodiscard]] int reserve();
    /// Starts the body of object `n`, what stands between << and >>; append to the text returned, then call `end`. One at a time.
    [[nodiscard]] std::string& begin(int n);
    void end();
    /// Makes the object begun a stream with `data`, which is borrowed until `save`; its body must name the filter, if any.
    void end_stream(std::string_view data);
    /// A whole object at once.
    int add(std::string_view body);
    /// Keeps `bytes` alive until `save`.
    [[nodiscard]] std::string_view keep(std::string bytes);

    /// The file: header, streams, all other objects in one object stream, cross-reference stream.
    [[nodiscard]] std::string save(int root, int info);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::pdf
