#include "acroform/document.hpp"
#include "acroform/text.hpp"
#include "base/ascii.hpp"
#include "cms/cms.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace dossier::acroform {
namespace {

using filled::Field;
using filled::Signature;

/// The bytes that a signature covers: from the start up to its own /Contents, and from there on.
struct Range {
    std::size_t gap_begin = 0, gap_end = 0, end = 0;
};

std::optional<Range> range_of(QPDFObjectHandle dictionary, std::size_t size) {
    QPDFObjectHandle list = entry(dictionary, "/ByteRange");
    if (!list.isArray() || list.getArrayNItems() != 4) return std::nullopt;
    std::vector<std::size_t> numbers;
    for (int i = 0; i < 4; ++i) {
        QPDFObjectHandle item = list.getArrayItem(i);
        long long number = -1;
        if (!item.isInteger() || !item.getValueAsInt(number) || number < 0 || static_cast<unsigned long long>(number) > size)
            return std::nullopt;
        numbers.push_back(static_cast<std::size_t>(number));
    }
    const Range range{numbers[1], numbers[2], numbers[2] + numbers[3]};
    if (numbers[0] != 0 || range.gap_begin >= range.gap_end || range.end > size) return std::nullopt;
    return range;
}

int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// Whether `gap` is the string `contents` in hexadecimal and nothing else: what else stood in it would be signed by nobody.
bool is_hex_of(std::string_view gap, const std::string& contents) {
    if (gap.size() < 2 || gap.front() != '<' || gap.back() != '>') return false;
    std::string digits;
    for (const char c : gap.substr(1, gap.size() - 2)) {
        if (is_space(c) || c == '\0' || c == '\f') continue;
        if (digit_value(c) < 0) return false;
        digits += c;
    }
    if (digits.size() % 2 != 0) digits += '0';
    if (digits.size() / 2 != contents.size()) return false;
    for (std::size_t i = 0; i < contents.size(); ++i)
        if (static_cast<unsigned char>(contents[i]) != digit_value(digits[2 * i]) * 16 + digit_value(digits[2 * i + 1])) return false;
    return true;
}

std::string contents_of(QPDFObjectHandle dictionary) {
    QPDFObjectHandle contents = entry(dictionary, "/Contents");
    return contents.isString() ? contents.getStringValue() : "";
}

/// "D:20260630140500+02'00'" as "2026-06-30T14:05:00+02:00"; as it is if it is otherwise.
std::string time_text(const std::string& date) {
    const std::string digits = date.substr(std::min(date.find_first_not_of("D:"), date.size()));
    if (digits.size() < 14 || !std::all_of(digits.begin(), digits.begin() + 14, is_digit)) return date;
    const auto part = [&](std::size_t at, std::size_t n) { return digits.substr(at, n); };
    std::string out = part(0, 4) + '-' + part(4, 2) + '-' + part(6, 2) + 'T' + part(8, 2) + ':' + part(10, 2) + ':' + part(12, 2);
    const std::string zone = digits.substr(14);
    if (zone.empty()) return out;
    if (zone[0] == 'Z') return out + 'Z';
    std::string numbers;
    for (const char c : zone.substr(1))
        if (is_digit(c)) numbers += c;
        else if (c != '\'') return date;
    if ((zone[0] != '+' && zone[0] != '-') || (numbers.size() != 2 && numbers.size() != 4)) return date;
    return out + zone[0] + numbers.substr(0, 2) + ':' + (numbers.size() == 4 ? numbers.substr(2) : "00");
}

/// All that is said by the fields of one name.
using Said = std::map<std::string, std::vector<std::string>>;

Said said_by(const Document& document) {
    Said out;
    for (const Field& field : document.form.fields)
        out[field.name].push_back('v' + std::to_string(field.value.size()) + ' ' + field.value + field.shown);
    for (const Signed& signature : document.signatures) out[signature.field].push_back('s' + contents_of(signature.dictionary));
    return out;
}

/// Names of which something else is said, in the order of the file as it is now; then those that are gone.
std::vector<std::string> changed(const Document& then, const Document& now) {
    const Said before = said_by(then), after = said_by(now);
    std::vector<std::string> out;
    std::set<std::string> known;
    const auto add = [&](const std::string& name) {
        if (known.insert(name).second) out.push_back(name);
    };
    for (const Field& field : now.form.fields) {
        const auto old = before.find(field.name);
        if (old == before.end() || old->second != after.at(field.name)) add(field.name);
    }
    for (const Field& field : then.form.fields)
        if (!after.contains(field.name)) add(field.name);
    return out;
}

class Checker {
public:
    Checker(const Document& document, std::string_view bytes) : document_(document), bytes_(bytes) {}

    [[nodiscard]] Signature check(const Signed& one) const {
        Signature out;
        out.field = one.field;
        out.size = bytes_.size();
        const auto said = [&](const char* key) { return text_of(entry(one.dictionary, key)).utf8; };
        out.name = said("/Name");
        out.reason = said("/Reason");
        QPDFObjectHandle kind = entry(one.dictionary, "/SubFilter");
        if (kind.isName()) out.kind = name_text(kind.getName());
        out.time = time_text(said("/M"));
        const auto fail = [&](Signature::State state, const char* problem) {
            out.state = state;
            out.problem = problem;
            return out;
        };
        const auto range = range_of(one.dictionary, bytes_.size());
        if (!range) return fail(Signature::State::broken, "it does not say which bytes it covers");
        const std::string contents = contents_of(one.dictionary);
        out.covered = range->end;
        cover(one, *range, out);
        if (!is_hex_of(bytes_.substr(range->gap_begin, range->gap_end - range->gap_begin), contents))
            return fail(Signature::State::broken, "it leaves out more than itself");
        if (out.kind != "adbe.pkcs7.detached" && out.kind != "ETSI.CAdES.detached")
            return fail(Signature::State::unknown, "it is of a kind that is not looked into");
        judge(contents, *range, out);
        if (out.state == Signature::State::intact && out.covers == Signature::Covers::part)
            return fail(Signature::State::broken, "it covers bytes that are no form by themselves");
        return out;
    }

private:
    void judge(const std::string& contents, const Range& range, Signature& out) const {
        cms::Checked checked =
            cms::check_detached(contents, bytes_.substr(0, range.gap_begin), bytes_.substr(range.gap_end, range.end - range.gap_end));
        switch (checked.state) {
            case cms::Checked::State::intact: out.state = Signature::State::intact; break;
            case cms::Checked::State::broken: out.state = Signature::State::broken; break;
            case cms::Checked::State::unknown: out.state = Signature::State::unknown; break;
        }
        out.problem = std::move(checked.problem);
        out.certificate_name = std::move(checked.certificate_name);
        if (!checked.signing_time.empty()) out.time = std::move(checked.signing_time);
    }

    /// What was there when it was signed is the file up to the end of what it covers, read as a file.
    void cover(const Signed& one, const Range& range, Signature& out) const {
        const std::string_view rest = bytes_.substr(range.end);
        if (std::all_of(rest.begin(), rest.end(), [](char c) { return is_space(c); })) {
            out.covers = Signature::Covers::whole_file;
            return;
        }
        const Document then = read_document(bytes_.substr(0, range.end));
        if (then.form.condition != filled::Condition::form) return;
        const bool there = std::any_of(then.signatures.begin(), then.signatures.end(), [&](const Signed& old) {
            return old.field == one.field && contents_of(old.dictionary) == contents_of(one.dictionary);
        });
        if (!there) return;
        out.covers = Signature::Covers::earlier_version;
        out.changed_after = changed(then, document_);
    }

    const Document& document_;
    std::string_view bytes_;
};

}  // namespace

std::vector<Signature> check_signatures(const Document& document, std::string_view bytes) {
    std::vector<Signature> out;
    const Checker checker(document, bytes);
    for (const Signed& one : document.signatures) out.push_back(checker.check(one));
    return out;
}

}  // namespace dossier::acroform
