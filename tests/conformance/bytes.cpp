/// Rules about the file as bytes, which the object model hides.
#include "parts.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace conformance {
namespace {

bool is_eol(char c) { return c == '\n' || c == '\r'; }
bool is_space(char c) { return is_eol(c) || c == ' ' || c == '\t' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }

/// Tokens of PDF from a position on. Strings come as one token, their bytes included.
class Lexer {
public:
    explicit Lexer(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}

    [[nodiscard]] std::size_t at() const { return at_; }

    /// Empty at the end.
    std::string_view next() {
        skip();
        const std::size_t start = at_;
        if (start >= bytes_.size()) return {};
        const char c = bytes_[at_++];
        if (c == '(') string();
        else if ((c == '<' || c == '>') && at_ < bytes_.size() && bytes_[at_] == c) ++at_;
        else if (c == '<') at_ = std::min(bytes_.find('>', at_), bytes_.size() - 1) + 1;
        else if (c == '/' || !is_delimiter(c))
            while (at_ < bytes_.size() && !is_space(bytes_[at_]) && !is_delimiter(bytes_[at_])) ++at_;
        return bytes_.substr(start, at_ - start);
    }

private:
    std::string_view bytes_;
    std::size_t at_;

    void skip() {
        while (at_ < bytes_.size() && (is_space(bytes_[at_]) || bytes_[at_] == '%'))
            if (bytes_[at_++] == '%')
                while (at_ < bytes_.size() && !is_eol(bytes_[at_])) ++at_;
    }

    void string() {
        for (int depth = 1; at_ < bytes_.size() && depth > 0; ++at_) {
            if (bytes_[at_] == '\\') ++at_;
            else if (bytes_[at_] == '(') ++depth;
            else if (bytes_[at_] == ')') --depth;
        }
        at_ = std::min(at_, bytes_.size());
    }
};

void hex_string(std::string_view token, const std::string& where, Findings& out) {
    if (token.size() < 2 || token[0] != '<' || token[1] == '<') return;
    int digits = 0;
    bool good = token.back() == '>';
    for (const char c : token.substr(1, token.size() - 2)) {
        if (is_space(c)) continue;
        ++digits;
        good = good && std::isxdigit(static_cast<unsigned char>(c));
    }
    out.expect(good && digits % 2 == 0, "hex-strings", where + " has a hex string with a wrong or an odd number of digits");
}

/// What the text of one object says of its stream.
struct Body {
    std::size_t end = 0;  ///< after the keyword that ends the dictionary or the object
    bool stream = false;
    long long length = -1;
};

/// From after "obj" to "stream" or "endobj".
Body read_body(std::string_view bytes, std::size_t at, const std::string& where, QPDF& pdf, Findings& out) {
    Lexer lexer(bytes, at);
    Body body;
    int depth = 0;
    for (std::string_view token = lexer.next(); !token.empty(); token = lexer.next()) {
        if (token == "<<") ++depth;
        if (token == ">>") --depth;
        hex_string(token, where, out);
        if (token == "stream" || token == "endobj") {
            body.stream = token == "stream";
            break;
        }
        if (token != "/Length" || depth != 1) continue;
        Lexer ahead = lexer;
        const int value = std::atoi(std::string(ahead.next()).c_str());
        const int generation = std::atoi(std::string(ahead.next()).c_str());
        Handle other = ahead.next() == "R" ? pdf.getObjectByID(value, generation) : Handle::newInteger(value);
        body.length = other.isInteger() ? other.getIntValue() : -1;
    }
    body.end = lexer.at();
    return body;
}

/// Where "endstream" ends; `at` is after "stream".
std::size_t stream(std::string_view bytes, std::size_t at, long long length, const std::string& where, Findings& out) {
    const bool crlf = bytes.substr(at, 2) == "\r\n";
    out.expect(crlf || bytes.substr(at, 1) == "\n", "stream-length", where + ": stream is not followed by an end of line");
    const std::size_t end = at + (crlf ? 2 : 1) + static_cast<std::size_t>(std::max(length, 0LL));
    const std::string_view rest = end < bytes.size() ? bytes.substr(end, 11) : "";
    const bool exact = rest.starts_with("\nendstream") || rest.starts_with("\r\nendstream") || rest.starts_with("\rendstream");
    out.expect(length >= 0 && exact, "stream-length", where + ": Length does not reach to the end of line before endstream");
    return std::min(bytes.find("endstream", std::min(end, bytes.size())), bytes.size());
}

/// An object that stands in the file itself.
void object(std::string_view bytes, std::size_t at, Id id, QPDF& pdf, Findings& out) {
    const std::string where = "object " + std::to_string(id.getObj());
    const std::string head = std::to_string(id.getObj()) + ' ' + std::to_string(id.getGen()) + " obj";
    const std::size_t after = at + head.size();
    if (at == 0 || after >= bytes.size() || !is_eol(bytes[at - 1]) || bytes.substr(at, head.size()) != head) {
        out.expect(false, "object-lines", where + " does not begin a line with \"" + head + '"');
        return;
    }
    out.expect(is_eol(bytes[after]), "object-lines", where + ": obj does not end its line");
    const Body body = read_body(bytes, after, where, pdf, out);
    std::size_t end = body.end;
    if (body.stream) {
        const std::size_t ended = stream(bytes, body.end, body.length, where, out);
        end = std::min(bytes.find("endobj", ended), bytes.size()) + 6;
    }
    if (end > bytes.size()) return;  // a readable file has it, so others report it
    out.expect(is_eol(bytes[end - 7]), "object-lines", where + ": endobj does not begin a line");
    out.expect(end < bytes.size() && is_eol(bytes[end]), "object-lines", where + ": endobj does not end its line");
}

void header(std::string_view bytes, Findings& out) {
    const bool version = bytes.starts_with("%PDF-1.") && bytes.size() > 16 && bytes[7] >= '0' && bytes[7] <= '7' && is_eol(bytes[8]);
    out.expect(version, "header", "the file does not begin with a line %PDF-1.n");
    const std::size_t line = bytes.substr(8, 2) == "\r\n" ? 10 : 9;
    const std::string_view comment = bytes.substr(std::min(line, bytes.size()), 5);
    const bool binary = comment.size() == 5 && comment[0] == '%' &&
                        std::all_of(comment.begin() + 1, comment.end(), [](char c) { return static_cast<unsigned char>(c) > 127; });
    out.expect(binary, "header", "the second line is no comment of four bytes above 127");
}

void trailer(std::string_view bytes, QPDF& pdf, Findings& out) {
    const std::size_t eof = bytes.rfind("%%EOF");
    const std::string_view rest = eof == std::string_view::npos ? "?" : bytes.substr(eof + 5);
    out.expect(rest.empty() || rest == "\n" || rest == "\r" || rest == "\r\n", "end", "something follows the last %%EOF");
    Handle id = pdf.getTrailer().getKey("/ID");
    bool good = id.isArray() && id.getArrayNItems() == 2;
    if (good)
        for (auto& part : id.aitems()) good = good && part.isString() && !part.getStringValue().empty();
    out.expect(good, "file-id", "the trailer has no ID of two strings");
    // The dictionaries of classic trailers stand in no object.
    for (std::size_t at = bytes.find("\ntrailer"); at != std::string_view::npos; at = bytes.find("\ntrailer", at + 1)) {
        Lexer lexer(bytes, at + 8);
        for (std::string_view t = lexer.next(); !t.empty() && t != "startxref"; t = lexer.next()) hex_string(t, "the trailer", out);
    }
}

}  // namespace

void check_bytes(std::string_view bytes, QPDF& pdf, Findings& out) {
    header(bytes, out);
    trailer(bytes, pdf, out);
    // An encrypted file has no readable objects, and is refused already.
    if (pdf.isEncrypted()) return;
    for (const auto& [id, entry] : pdf.getXRefTable()) {
        if (entry.getType() != 1) continue;
        object(bytes, static_cast<std::size_t>(entry.getOffset()), id, pdf, out);
        Handle o = pdf.getObject(id);
        if (!o.isStream() || !is_name(o.getDict().getKey("/Type"), "/ObjStm")) continue;
        const std::string inside = stream_text(o);
        Lexer lexer(inside);
        for (std::string_view t = lexer.next(); !t.empty(); t = lexer.next())
            hex_string(t, "object stream " + std::to_string(id.getObj()), out);
    }
}

}  // namespace conformance
