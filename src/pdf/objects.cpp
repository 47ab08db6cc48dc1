#include "pdf/objects.hpp"

#include "pdf/syntax.hpp"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <hpdf_utils.h>

#include <cstddef>
#include <cstring>
#include <new>
#include <stdexcept>
#include <vector>

namespace dossier::pdf {
namespace {

constexpr int kLevel = 1;  // the quickest: it costs 2 kB on a four-page form and saves half the time

/// Memory of one document, given back at once. libharu's own pool hands out misaligned pointers.
class Arena {
public:
    void* take(std::size_t size) noexcept {
        size = (size + 15) & ~std::size_t{15};
        if (size > kBlock) {
            void* big = ::operator new(size, std::nothrow);
            if (big) big_.push_back(big);
            return big;
        }
        if (used_ + size > kBlock || blocks_.empty()) {
            if (!blocks_.empty()) ++current_;
            if (current_ >= blocks_.size()) {
                auto block = std::unique_ptr<std::byte[]>(new (std::nothrow) std::byte[kBlock]);
                if (!block) return nullptr;
                blocks_.push_back(std::move(block));
                current_ = blocks_.size() - 1;
            }
            used_ = 0;
        }
        void* p = blocks_[current_].get() + used_;
        used_ += size;
        return p;
    }

    /// Keeps a few blocks for the next document.
    void reset() {
        for (void* p : big_) ::operator delete(p);
        big_.clear();
        if (blocks_.size() > kKept) blocks_.resize(kKept);
        current_ = 0;
        used_ = 0;
    }

    ~Arena() {
        for (void* p : big_) ::operator delete(p);
    }

private:
    static constexpr std::size_t kBlock = std::size_t{1} << 18;
    static constexpr std::size_t kKept = 16;
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::vector<void*> big_;
    std::size_t current_ = 0, used_ = 0;
};

/// libharu's allocation functions take no context, so the arena of the document being written is the thread's.
Arena& arena() {
    thread_local Arena a;
    return a;
}

void* HPDF_STDCALL allocate(HPDF_UINT size) { return arena().take(size); }
void HPDF_STDCALL release(void*) {}

void check(HPDF_STATUS status) {
    if (status == HPDF_OK) return;
    if (status == HPDF_FAILD_TO_ALLOC_MEM) throw std::bad_alloc();
    throw std::runtime_error("internal error: libharu status " + std::to_string(status));
}

template <class T> T* made(T* object) {
    if (!object) throw std::bad_alloc();
    return object;
}

/// What an object consists of; hangs on its HPDF_Dict.
struct Raw {
    const std::string* text = nullptr;
    std::size_t begin = 0, end = 0;
    bool stream = false;
    std::string_view data;
};

HPDF_STATUS write_raw(HPDF_Dict dict, HPDF_Stream stream) {
    const Raw& raw = *static_cast<const Raw*>(dict->attr);
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(raw.text->data() + raw.begin), static_cast<HPDF_UINT>(raw.end - raw.begin));
}

/// 128 bits of `bytes`, for the file identifier: the same content gives the same file.
std::string fingerprint(std::string_view bytes) {
    std::uint64_t a = 0x9E3779B97F4A7C15U ^ bytes.size(), b = 0xC2B2AE3D27D4EB4FU;
    const auto mix = [](std::uint64_t h) {
        h ^= h >> 32;
        h *= 0xD6E8FEB86659FD93U;
        h ^= h >> 29;
        return h;
    };
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < 8 && at + i < bytes.size(); ++i) word |= std::uint64_t{static_cast<std::uint8_t>(bytes[at + i])} << (8 * i);
        a = mix(a + word);
        b = (b ^ word) * 0x9FB21C651E98DF25U;
        b ^= b >> 35;
    }
    b = mix(b + a);
    std::string out;
    constexpr char kHex[] = "0123456789ABCDEF";
    for (const std::uint64_t h : {a, b})
        for (int shift = 60; shift >= 0; shift -= 4) out += kHex[h >> shift & 15];
    return out;
}

void big_endian(std::string& out, std::uint64_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(static_cast<std::uint8_t>(value >> (8 * i)));
}

}  // namespace

struct Objects::Impl {
    HPDF_Error_Rec error{};
    HPDF_MMgr memory = nullptr;
    HPDF_Xref xref = nullptr;
    std::string text;
    std::deque<Raw> raws;        ///< by object number - 1
    std::deque<std::string> kept;
    int open = 0;

    struct Place {
        bool packed = false;     ///< in the object stream, at index `at`; else at byte `at` of the file
        std::size_t at = 0;
    };
    std::vector<Place> places;

    HPDF_Dict dict(int n) {
        const HPDF_XrefEntry entry = made(HPDF_Xref_GetEntry(xref, static_cast<HPDF_UINT>(n)));
        return static_cast<HPDF_Dict>(entry->obj);
    }

    void write_value(int n, HPDF_Stream stream) { check(HPDF_Obj_WriteValue(dict(n), stream, nullptr)); }

    /// What libharu has written to `stream`.
    static std::string taken(HPDF_Stream stream) {
        std::string out;
        out.reserve(stream->size);
        for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); ++i) {
            HPDF_UINT length = 0;
            const HPDF_BYTE* part = HPDF_MemStream_GetBufPtr(stream, i, &length);
            out.append(reinterpret_cast<const char*>(part), length);
        }
        return out;
    }

    void write_streams(std::string& file) {
        for (std::size_t i = 0; i < raws.size(); ++i) {
            if (!raws[i].stream) continue;
            const int n = static_cast<int>(i) + 1;
            places[i] = {false, file.size()};
            integer(file, n);
            file += " 0 obj\n";
            const HPDF_Stream stream = made(HPDF_MemStream_New(memory, 4096));
            write_value(n, stream);
            file += taken(stream);
            file += "\nstream\n";
            file += raws[i].data;
            file += "\nendstream\nendobj\n";
        }
    }

    /// All objects that are no streams, in one compressed stream; returns its object number.
    int write_packed(std::string& file) {
        const HPDF_Stream stream = made(HPDF_MemStream_New(memory, 65536));
        std::string index;
        std::size_t count = 0, at = 0;
        for (std::size_t i = 0; i < raws.size(); ++i) {
            if (raws[i].stream) continue;
            const int n = static_cast<int>(i) + 1;
            integer(index, n);
            index += ' ';
            integer(index, static_cast<long long>(at));
            index += ' ';
            places[i] = {true, count++};
            write_value(n, stream);
            check(HPDF_Stream_WriteChar(stream, '\n'));
            at = stream->size;
        }
        const std::string body = deflated(index + taken(stream), kLevel);
        const int n = static_cast<int>(raws.size()) + 1;
        places.push_back({false, file.size()});
        integer(file, n);
        file += " 0 obj\n<</Type/ObjStm/N ";
        integer(file, static_cast<long long>(count));
        file += "/First ";
        integer(file, static_cast<long long>(index.size()));
        file += "/Filter/FlateDecode/Length ";
        integer(file, static_cast<long long>(body.size()));
        file += ">>\nstream\n" + body + "\nendstream\nendobj\n";
        return n;
    }

    void write_xref(std::string& file, int packed, int root, int info) {
        const std::string id = fingerprint(file);
        const std::size_t start = file.size();
        places.push_back({false, start});
        std::string table;
        big_endian(table, 0, 1);
        big_endian(table, 0, 4);
        big_endian(table, 65535, 3);
        for (const Place& p : places) {
            big_endian(table, p.packed ? 2 : 1, 1);
            big_endian(table, p.packed ? static_cast<std::uint64_t>(packed) : p.at, 4);
            big_endian(table, p.packed ? p.at : 0, 3);  // a form may have more than 65,535 objects
        }
        const std::string body = deflated(table, kLevel);
        integer(file, packed + 1);
        file += " 0 obj\n<</Type/XRef/Size ";
        integer(file, static_cast<long long>(places.size()) + 1);
        file += "/W[1 4 3]/Root ";
        ref(file, root);
        file += "/Info ";
        ref(file, info);
        file += "/ID[<" + id + "><" + id + ">]/Filter/FlateDecode/Length ";
        integer(file, static_cast<long long>(body.size()));
        file += ">>\nstream\n" + body + "\nendstream\nendobj\nstartxref\n";
        integer(file, static_cast<long long>(start));
        file += "\n%%EOF\n";
    }
};

Objects::Objects() : impl_(std::make_unique<Impl>()) {
    arena().reset();
    HPDF_Error_Init(&impl_->error, nullptr);
    impl_->memory = made(HPDF_MMgr_New(&impl_->error, 0, allocate, release));
    impl_->xref = made(HPDF_Xref_New(impl_->memory, 0));
    impl_->text.reserve(std::size_t{1} << 17);
}

// The arena is given back when the thread's next document begins; nothing libharu made holds anything else.
Objects::~Objects() = default;

int Objects::reserve() {
    const HPDF_Dict dict = made(HPDF_Dict_New(impl_->memory));
    check(HPDF_Xref_Add(impl_->xref, dict));
    Raw& raw = impl_->raws.emplace_back();
    raw.text = &impl_->text;
    dict->attr = &raw;
    dict->write_fn = write_raw;
    return static_cast<int>(dict->header.obj_id & 0xFFFFFFU);
}

std::string& Objects::begin(int n) {
    impl_->open = n;
    impl_->raws[static_cast<std::size_t>(n) - 1].begin = impl_->text.size();
    return impl_->text;
}

void Objects::end() { impl_->raws[static_cast<std::size_t>(impl_->open) - 1].end = impl_->text.size(); }

void Objects::end_stream(std::string_view data) {
    impl_->text += "/Length ";
    integer(impl_->text, static_cast<long long>(data.size()));
    end();
    Raw& raw = impl_->raws[static_cast<std::size_t>(impl_->open) - 1];
    raw.stream = true;
    raw.data = data;
}

int Objects::add(std::string_view body) {
    const int n = reserve();
    begin(n) += body;
    end();
    return n;
}

std::string_view Objects::keep(std::string bytes) { return impl_->kept.emplace_back(std::move(bytes)); }

std::string Objects::save(int root, int info) {
    impl_->places.assign(impl_->raws.size(), {});
    std::string file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    file.reserve(std::size_t{1} << 17);
    impl_->write_streams(file);
    const int packed = impl_->write_packed(file);
    impl_->write_xref(file, packed, root, info);
    return file;
}

}  // namespace dossier::pdf
