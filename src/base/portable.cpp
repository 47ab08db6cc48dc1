#include "base/portable.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <locale>
#include <sstream>
#include <string_view>

namespace dossier {
namespace {

const char* digits_end(const char* at, const char* end) { return std::find_if_not(at, end, is_digit); }

/// Where the number that [begin, end) begins with ends; `begin` if there is none.
const char* number_end(const char* begin, const char* end, Exponent exponent) {
    const char* at = begin != end && *begin == '-' ? begin + 1 : begin;
    const char* const whole = digits_end(at, end);
    bool any = whole != at;
    at = whole;
    if (at != end && *at == '.') {
        const char* const part = digits_end(at + 1, end);
        any = any || part != at + 1;
        at = part;
    }
    if (!any) return begin;
    if (exponent == Exponent::allowed && at != end && (*at == 'e' || *at == 'E')) {
        const char* first = at + 1;
        if (first != end && (*first == '+' || *first == '-')) ++first;
        if (const char* const last = digits_end(first, end); last != first) at = last;
    }
    return at;
}

std::string fixed_text(double value, int digits) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out.setf(std::ios::fixed);
    out.precision(digits);
    out << value;
    return out.str();
}

}  // namespace

namespace stand_in {

std::from_chars_result read_decimal(const char* begin, const char* end, double& value) {
    const std::string text(begin, end);
    std::istringstream in(text);
    in.imbue(std::locale::classic());
    double n = 0;
    if (!(in >> n)) return {end, std::errc::result_out_of_range};
    const auto mantissa = std::string_view(text).substr(0, text.find_first_of("eE"));
    if (n == 0 && mantissa.find_first_of("123456789") != std::string_view::npos) return {end, std::errc::result_out_of_range};
    value = n;
    return {end, std::errc{}};
}

std::string decimal(double value) {
    constexpr int kMost = 330;  // enough for the smallest double
    for (int digits = 0; digits < kMost; ++digits) {
        std::string text = fixed_text(value, digits);
        double back = 0;
        if (read_decimal(text.data(), text.data() + text.size(), back).ec == std::errc{} && back == value) return text;
    }
    return fixed_text(value, kMost);
}

char* write_fixed(char* begin, const char* end, double value, int digits) {
    const std::string text = fixed_text(value, digits);
    if (text.size() > static_cast<std::size_t>(end - begin)) return begin;
    return std::copy(text.begin(), text.end(), begin);
}

}  // namespace stand_in

std::from_chars_result read_decimal(const char* begin, const char* end, double& value, Exponent exponent) {
    const char* const stop = number_end(begin, end, exponent);
    if (stop == begin) return {begin, std::errc::invalid_argument};
#ifdef __cpp_lib_to_chars
    return std::from_chars(begin, stop, value);
#else
    return stand_in::read_decimal(begin, stop, value);
#endif
}

std::string decimal(double value) {
#ifdef __cpp_lib_to_chars
    char buffer[800];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr};
#else
    return stand_in::decimal(value);
#endif
}

char* write_fixed(char* begin, char* end, double value, int digits) {
#ifdef __cpp_lib_to_chars
    const auto [at, error] = std::to_chars(begin, end, value, std::chars_format::fixed, digits);
    return error == std::errc{} ? at : begin;
#else
    return stand_in::write_fixed(begin, end, value, digits);
#endif
}

}  // namespace dossier
