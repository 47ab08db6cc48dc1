#include "pdfform/codec.hpp"

#include <type_traits>

namespace dossier::pdfform {
namespace {

using namespace filled;

// One list of the members for both ways, so that neither can forget one: `on(member)` writes it or reads it.
template <class On, class T>
void members(On& on, T& value)
    requires std::is_same_v<std::remove_const_t<T>, Field>
{
    on(value.name), on(value.kind), on(value.value), on(value.shown), on(value.initial), on(value.readonly), on(value.signed_here),
        on(value.doubts);
}
template <class On, class T>
void members(On& on, T& value)
    requires std::is_same_v<std::remove_const_t<T>, Signature>
{
    on(value.field), on(value.state), on(value.problem), on(value.covers), on(value.covered), on(value.size), on(value.changed_after);
    on(value.certificate_name), on(value.name), on(value.reason), on(value.kind), on(value.time);
}
template <class On, class T>
void members(On& on, T& value)
    requires std::is_same_v<std::remove_const_t<T>, FilledPdf>
{
    on(value.condition), on(value.damage), on(value.encrypted), on(value.xfa), on(value.pages), on(value.identifier), on(value.title);
    on(value.fields), on(value.signatures);
}

template <class E>
constexpr unsigned kLast = 0;
template <>
constexpr unsigned kLast<Kind> = static_cast<unsigned>(Kind::other);
template <>
constexpr unsigned kLast<Doubt> = static_cast<unsigned>(Doubt::not_listed);
template <>
constexpr unsigned kLast<Condition> = static_cast<unsigned>(Condition::too_much);  // not `unread`: it was
template <>
constexpr unsigned kLast<Signature::State> = static_cast<unsigned>(Signature::State::unknown);
template <>
constexpr unsigned kLast<Signature::Covers> = static_cast<unsigned>(Signature::Covers::part);

template <class T>
constexpr bool kIsNumber = std::is_integral_v<T> || std::is_enum_v<T>;

class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}
    template <class T>
        requires kIsNumber<T>
    void operator()(const T& value) {
        number(static_cast<std::uint64_t>(value), sizeof value);
    }
    void operator()(const std::string& text) {
        number(text.size(), 4);
        out_ += text;
    }
    template <class T>
    void operator()(const std::vector<T>& list) {
        number(list.size(), 4);
        for (const T& one : list) (*this)(one);
    }
    template <class T>
        requires requires(Writer& on, T& value) { members(on, value); }
    void operator()(const T& value) {
        members(*this, value);
    }

private:
    void number(std::uint64_t value, std::size_t bytes) {
        for (std::size_t i = 0; i < bytes; ++i) out_ += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
    }
    std::string& out_;
};

/// After the first thing that is not right it reads nothing more.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}
    [[nodiscard]] bool whole() const { return good_ && rest_.empty(); }

    template <class T>
        requires kIsNumber<T>
    void operator()(T& value) {
        const std::uint64_t read = number(sizeof value);
        if constexpr (std::is_enum_v<T>) good_ = good_ && read <= kLast<T>;
        if constexpr (std::is_same_v<T, bool>) good_ = good_ && read <= 1;
        if (good_) value = static_cast<T>(read);
    }
    void operator()(std::string& text) {
        const std::uint64_t size = number(4);
        if (size > rest_.size() || first_invalid_utf8(rest_.substr(0, size))) good_ = false;
        if (!good_) return;
        text = rest_.substr(0, size);
        rest_.remove_prefix(size);
    }
    template <class T>
    void operator()(std::vector<T>& list) {
        // Each element takes a byte at least, so what a count says of itself takes no memory.
        const std::uint64_t count = number(4);
        if (count > rest_.size() || count > kMostFields) good_ = false;
        for (std::uint64_t i = 0; i < count && good_; ++i) (*this)(list.emplace_back());
    }
    template <class T>
        requires requires(Reader& on, T& value) { members(on, value); }
    void operator()(T& value) {
        members(*this, value);
    }

private:
    std::uint64_t number(std::size_t bytes) {
        if (bytes > rest_.size()) good_ = false;
        if (!good_) return 0;
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i) value |= std::uint64_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
        rest_.remove_prefix(bytes);
        return value;
    }
    std::string_view rest_;
    bool good_ = true;
};

}  // namespace

std::string encode(const FilledPdf& form) {
    std::string out;
    Writer writer(out);
    writer(form);
    return out;
}

std::optional<FilledPdf> decode(std::string_view bytes) {
    FilledPdf form;
    Reader reader(bytes);
    reader(form);
    if (!reader.whole() || form.signatures.size() > kMostSignatures || form.pages > kMostPages) return std::nullopt;
    return form;
}

}  // namespace dossier::pdfform
