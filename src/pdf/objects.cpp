#include "pdf/objects.hpp"

#include "pdf/arena.hpp"
#include "pdf/pdf.hpp"
#include "pdf/syntax.hpp"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <hpdf_utils.h>

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <new>
#include <stdexcept>

namespace dossier::pdf {
namespace {

constexpr std::size_t kKeptBuffer = std::size_t{4} << 20;

/// libharu's allocation functions take no context, so the arena of the file being written can only be the thread's.
Arena& arena() {
    thread_local Arena a;
    return a;
}

void* HPDF_STDCALL allocate(HPDF_UINT size) { return arena().take(size); }
void HPDF_STDCALL release(void*) {}

struct FreeCompressor {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

void check(HPDF_STATUS status) {
    if (status == HPDF_OK) return;
    if (status == HPDF_FAILD_TO_ALLOC_MEM) throw std::bad_alloc();
    throw std::runtime_error("internal error: libharu status " + std::to_string(status));
}

template <class T> T* made(T* object) {
    if (!object) throw std::bad_alloc();
    return object;
}

/// A stretch of a Buffer.
struct Span {
    std::size_t begin = 0, end = 0;

    [[nodiscard]] std::string_view of(const Buffer& buffer) const { return buffer.view().substr(begin, end - begin); }
};

/// One object: libharu's record and what its dictionary consists of.
struct Raw {
    HPDF_Dict_Rec dict{};
    const Buffer* text = nullptr;
    Span body, data;
    bool stream = false, aside = false;
};

HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream) {
    const Raw& raw = *static_cast<const Raw*>(dict->attr);
    const std::string_view body = raw.body.of(*raw.text);
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(body.data()), static_cast<HPDF_UINT>(body.size()));
}

/// What libharu writes goes to the Buffer behind the stream.
HPDF_STATUS HPDF_STDCALL append(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT count) {
    try {
        *static_cast<Buffer*>(stream->attr) += std::string_view(reinterpret_cast<const char*>(bytes), count);
    } catch (const std::bad_alloc&) {
        return HPDF_FAILD_TO_ALLOC_MEM;
    }
    return HPDF_OK;
}

constexpr std::uint64_t mixed(std::uint64_t h) {
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93U;
    h ^= h >> 29;
    return h;
}

/// Two 64-bit sums of `bytes`, each of every other eight of them so that the processor can work on both at once.
std::array<std::uint64_t, 2> sums(std::string_view bytes) {
    std::array<std::uint64_t, 2> sum{0x9E3779B97F4A7C15U ^ bytes.size(), 0xC2B2AE3D27D4EB4FU};
    const auto add = [&sum](std::size_t lane, std::string_view part) {
        std::uint64_t word = 0;
        std::memcpy(&word, part.data(), part.size());
        if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
        sum[lane] = std::rotl((sum[lane] ^ word) * 0x9FB21C651E98DF25U, 29);
    };
    std::size_t at = 0;
    for (; at + 16 <= bytes.size(); at += 16) {
        add(0, bytes.substr(at, 8));
        add(1, bytes.substr(at + 8, 8));
    }
    for (; at < bytes.size(); at += 8) add(0, bytes.substr(at, 8));
    return sum;
}

std::string digits(std::uint64_t a, std::uint64_t b) {
    std::string out;
    constexpr char kHex[] = "0123456789ABCDEF";
    for (const std::uint64_t h : {a, b})
        for (int shift = 60; shift >= 0; shift -= 4) out += kHex[h >> shift & 15];
    return out;
}

}  // namespace

std::string checksum(std::string_view bytes) {
    const auto [a, b] = sums(bytes);
    return digits(mixed(a + b), mixed(b ^ mixed(a)));
}

/// What a thread keeps from one document to the next, so that none has to be made anew. It is the thread's because libharu's
/// objects in it live in the arena, which is; a writer that callers hand on could end up in a thread with another arena.
struct Objects::Impl {
    HPDF_Error_Rec error{};
    HPDF_MMgr memory = nullptr;
    HPDF_Dict blank = nullptr;  ///< HPDF_Dict_New clears a record byte by byte: the others are copies, and share its empty list
    HPDF_Stream writer = nullptr;
    HPDF_Xref xref = nullptr;

    static constexpr std::size_t kChunk = 256;
    std::vector<std::unique_ptr<std::array<Raw, kChunk>>> chunks;  ///< libharu holds pointers to their dictionaries
    std::size_t count = 0;
    Buffer text, data;                  ///< bodies; bytes of streams
    Buffer packed, index, table, file;  ///< for `save`
    int first = 1;
    int open = 0;
    bool busy = false, any_aside = false;
    std::vector<const Fragment*> fragments;

    enum class Sort : std::uint8_t { free, at, packed };  ///< as the cross-reference stream numbers them
    struct Place {
        Sort sort = Sort::free;
        std::size_t at = 0;     ///< byte in the file, or the object stream
        std::size_t index = 0;  ///< in the object stream
    };
    std::vector<Place> places;                      ///< by object number - 1
    std::array<Compressor, kBest + 1> compressors;  ///< by level; each is large, and made when it is first needed

    Impl() {
        arena().reset();  // of what an attempt left that wanted memory halfway
        HPDF_Error_Init(&error, nullptr);
        memory = made(HPDF_MMgr_New(&error, 0, allocate, release));
        blank = made(HPDF_Dict_New(memory));
        writer = made(HPDF_CallbackWriter_New(memory, append, nullptr));
        arena().hold();
    }

    static Impl& of_this_thread() {
        (void)arena();  // made first, so destroyed last
        thread_local Impl impl;
        return impl;
    }

    void start(int first_number) {
        if (busy) throw std::logic_error("internal error: two PDF files at once in one thread");
        arena().reset();
        HPDF_Error_Reset(&error);
        xref = made(HPDF_Xref_New(memory, static_cast<HPDF_UINT32>(first_number)));
        first = first_number;
        count = 0;
        for (Buffer* b : {&text, &data, &packed, &index, &table, &file}) b->clear(kKeptBuffer);
        if (chunks.size() > 64) chunks.resize(64);
        fragments.clear();
        any_aside = false;
        busy = true;
    }

    Raw& raw(std::size_t i) { return (*chunks[i / kChunk])[i % kChunk]; }
    Raw& object(int n) { return raw(static_cast<std::size_t>(n - first)); }
    [[nodiscard]] int number(std::size_t i) const { return first + static_cast<int>(i); }
    Place& place(int n) { return places[static_cast<std::size_t>(n) - 1]; }

    /// Appends a zlib stream of `bytes`.
    void deflate(Buffer& out, std::string_view bytes, int level) {
        Compressor& c = compressors[static_cast<std::size_t>(level)];
        if (!c) c.reset(libdeflate_alloc_compressor(level));
        if (!c) throw std::bad_alloc();
        const std::size_t most = libdeflate_zlib_compress_bound(c.get(), bytes.size());
        char* at = out.room(most);
        out.took(at + libdeflate_zlib_compress(c.get(), bytes.data(), bytes.size(), at, most));
    }

    void write_value(std::size_t i, Buffer& out) {
        writer->attr = &out;
        const HPDF_XrefEntry entry = made(HPDF_Xref_GetEntry(xref, static_cast<HPDF_UINT>(i)));
        check(HPDF_Obj_WriteValue(entry->obj, writer, nullptr));
    }

    void write_streams() {
        for (std::size_t i = 0; i < count; ++i) {
            if (!raw(i).stream) continue;
            place(number(i)) = {Sort::at, file.size(), 0};
            integer(file, number(i));
            file += " 0 obj\n";
            write_value(i, file);
            file += "\nstream\n";
            file += raw(i).data.of(data);
            file += "\nendstream\nendobj\n";
        }
    }

    /// All objects that are no streams, in compressed streams; returns the number after theirs.
    int write_packed(bool once) {
        int own = number(count);
        write_packed_part(own++, false, once);
        if (any_aside) write_packed_part(own++, true, once);
        return own;
    }

    void write_packed_part(int own, bool aside, bool once) {
        std::size_t held = 0;
        index.clear();
        packed.clear();
        for (std::size_t i = 0; i < count; ++i) {
            if (raw(i).stream || raw(i).aside != aside) continue;
            integer(index, number(i));
            integer(index += ' ', static_cast<long long>(packed.size()));
            index += ' ';
            place(number(i)) = {Sort::packed, static_cast<std::size_t>(own), held++};
            write_value(i, packed);
            packed += '\n';
        }
        const std::size_t index_size = index.size();
        index += packed.view();
        packed.clear();
        deflate(packed, index.view(), once ? kBest : kQuick);
        place(own) = {Sort::at, file.size(), 0};
        integer(file, own);
        integer(file += " 0 obj\n<</Type/ObjStm/N ", static_cast<long long>(held));
        integer(file += "/First ", static_cast<long long>(index_size));
        integer(file += "/Filter/FlateDecode/Length ", static_cast<long long>(packed.size()));
        file += ">>\nstream\n";
        file += packed.view();
        file += "\nendstream\nendobj\n";
    }

    void write_fragments() {
        for (const Fragment* f : fragments) {
            for (const Fragment::Entry& e : f->entries) {
                if (e.stream == 0) place(e.object) = {Sort::at, file.size() + e.at, 0};
                else place(e.object) = {Sort::packed, static_cast<std::size_t>(e.stream), e.at};
            }
            file += f->bytes;
        }
    }

    /// Fields as narrow as they can be; each row as its difference from the row above (PNG filter "up"), since most rows
    /// are then the same.
    void write_table(std::size_t start) {
        std::size_t most = 0;
        for (const Place& p : places) most = std::max(most, p.index);
        const auto bytes_for = [](std::size_t n) { return std::max((static_cast<int>(std::bit_width(n)) + 7) / 8, 1); };
        const int wide = bytes_for(start), narrow = bytes_for(most);
        const auto columns = static_cast<std::size_t>(1 + wide + narrow);
        Buffer& rows = index;
        rows.clear();
        char* at = rows.room((places.size() + 1) * (columns + 1));
        std::array<std::uint8_t, 20> above{};
        const auto row = [&](const Place& p) {
            const std::uint64_t low = (std::uint64_t{p.at} << (8 * narrow)) | p.index;
            std::array<std::uint8_t, 20> bytes{static_cast<std::uint8_t>(p.sort)};
            for (int i = 0; i < wide + narrow; ++i)
                bytes[static_cast<std::size_t>(i) + 1] = static_cast<std::uint8_t>(low >> (8 * (wide + narrow - 1 - i)));
            *at++ = 2;
            for (std::size_t i = 0; i < columns; ++i) *at++ = static_cast<char>(static_cast<std::uint8_t>(bytes[i] - above[i]));
            above = bytes;
        };
        row({});  // object 0; numbers of fragments left out are free as well
        for (const Place& p : places) row(p);
        rows.took(at);
        table.clear();
        table += "/W[1 ";
        integer(table, wide);
        integer(table += ' ', narrow);
        integer(table += "]/DecodeParms<</Predictor 12/Columns ", static_cast<long long>(columns));
        table += ">>";
        packed.clear();
        deflate(packed, rows.view(), kQuick);
    }

    /// For the file identifier: the same content gives the same file.
    [[nodiscard]] std::string identifier(std::string_view own) const {
        auto [a, b] = sums(own);
        for (const Fragment* f : fragments) a = mixed(a ^ f->hash);
        a = mixed(a + b);
        b = mixed(b + a);
        return digits(a, b);
    }

    void write_xref(int own, const std::string& id, int root, int info) {
        const std::size_t start = file.size();
        place(own) = {Sort::at, start, 0};
        write_table(start);
        integer(file, own);
        integer(file += " 0 obj\n<</Type/XRef/Size ", static_cast<long long>(places.size()) + 1);
        file += table.view();
        ref(file += "/Root ", root);
        ref(file += "/Info ", info);
        file += "/ID[<";
        ((file += id) += "><") += id;
        integer(file += ">]/Filter/FlateDecode/Length ", static_cast<long long>(packed.size()));
        file += ">>\nstream\n";
        file += packed.view();
        integer(file += "\nendstream\nendobj\nstartxref\n", static_cast<long long>(start));
        file += "\n%%EOF\n";
    }
};

Objects::Objects(int first) : impl_(Impl::of_this_thread()) { impl_.start(first); }

// The memory is given back when the thread's next document begins.
Objects::~Objects() { impl_.busy = false; }

int Objects::reserve() {
    Impl& m = impl_;
    if (m.count == m.chunks.size() * Impl::kChunk) m.chunks.push_back(std::make_unique<std::array<Raw, Impl::kChunk>>());
    Raw& raw = m.raw(m.count);
    raw.dict = *m.blank;
    raw.dict.attr = &raw;
    raw.dict.write_fn = write_body;
    raw.text = &m.text;
    raw.body = {};
    raw.stream = raw.aside = false;
    check(HPDF_Xref_Add(m.xref, &raw.dict));
    ++m.count;
    return static_cast<int>(raw.dict.header.obj_id & 0xFFFFFFU);
}

Buffer& Objects::begin(int n) {
    impl_.open = n;
    impl_.object(n).body.begin = impl_.text.size();
    return impl_.text;
}

void Objects::end() { impl_.object(impl_.open).body.end = impl_.text.size(); }

void Objects::end_aside() {
    end();
    impl_.object(impl_.open).aside = impl_.any_aside = true;
}

Buffer& Objects::begin_data() {
    impl_.object(impl_.open).data.begin = impl_.data.size();
    return impl_.data;
}

void Objects::end_stream() {
    Raw& raw = impl_.object(impl_.open);
    raw.data.end = impl_.data.size();
    raw.stream = true;
    integer(impl_.text += "/Length ", static_cast<long long>(raw.data.end - raw.data.begin));
    end();
}

void Objects::end_deflated(std::string_view bytes, int level) {
    impl_.deflate(begin_data(), bytes, level);
    end_stream();
}

int Objects::add(std::string_view body) {
    const int n = reserve();
    begin(n) += body;
    end();
    return n;
}

void Objects::include(const Fragment& fragment) { impl_.fragments.push_back(&fragment); }

std::string Objects::save(int root, int info, std::string_view comment) {
    Impl& m = impl_;
    std::size_t numbers = static_cast<std::size_t>(m.first) - 1 + m.count + 2 + (m.any_aside ? 1 : 0);
    for (const Fragment* f : m.fragments)
        for (const Fragment::Entry& e : f->entries) numbers = std::max(numbers, static_cast<std::size_t>(e.object));
    m.places.assign(numbers, {});
    m.file += "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    m.file += comment;
    m.write_fragments();
    const std::size_t own = m.file.size();
    m.write_streams();
    const int next = m.write_packed(false);
    m.write_xref(next, m.identifier(m.file.view().substr(own)), root, info);
    return m.file.str();
}

Fragment Objects::fragment() {
    Impl& m = impl_;
    m.places.assign(static_cast<std::size_t>(m.first) - 1 + m.count + (m.any_aside ? 2 : 1), {});
    m.write_streams();
    const int next = m.write_packed(true);
    Fragment out;
    out.bytes = m.file.str();
    out.hash = mixed(sums(out.bytes)[0] + sums(out.bytes)[1]);
    for (int n = m.first; n < next; ++n) {
        const Impl::Place& p = m.place(n);
        const bool inside = p.sort == Impl::Sort::packed;
        out.entries.push_back({n, inside ? static_cast<int>(p.at) : 0, inside ? p.index : p.at});
    }
    return out;
}

}  // namespace dossier::pdf
