/// Comma-separated values. Written by hand: two rules of RFC 4180 and one against formulas are less than any library's own set-up.

#include "table/csv_record.hpp"

namespace dossier::table {

std::string csv_record(const std::vector<std::string>& fields, char delimiter) {
    std::string out;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::string field = fields[i];
        if (!field.empty() && std::string_view("=+-@\t\r").find(field[0]) != std::string_view::npos) field.insert(0, 1, '\'');
        if (i > 0) out += delimiter;
        if (field.find_first_of(std::string{delimiter, '"', '\r', '\n'}) == std::string::npos) {
            out += field;
            continue;
        }
        out += '"';
        for (const char c : field) out += c == '"' ? std::string("\"\"") : std::string(1, c);
        out += '"';
    }
    return out + "\r\n";
}

}  // namespace dossier::table
