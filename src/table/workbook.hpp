#pragma once
/// What is in a workbook besides its sheets. Private to `table`.

#include "xml/document.hpp"
#include "archive/archive.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace dossier::table {

/// How a number of a cell looks.
struct NumberFormat {
    bool date = false;
    std::size_t digits = 0;  ///< at least so many before the point: "0000000"
};

/// The format that `code` gives to numbers.
[[nodiscard]] NumberFormat number_format(std::string_view code);
/// The formats that every workbook has, by number.
[[nodiscard]] NumberFormat built_in_format(unsigned id);

/// The files of the zip, each read when it is asked for.
class Package {
public:
    /// `file` outlives it. The texts of the parts go to `sources`.
    Package(const Source& file, std::vector<std::unique_ptr<Source>>& sources, Diagnostics& diagnostics);

    [[nodiscard]] bool good() const { return archive_.good(); }
    /// nullptr after an error. Its Source is `personal`.
    [[nodiscard]] const xml::XmlDocument* part(const std::string& name);
    /// The targets of the relations of `part`, by id.
    [[nodiscard]] std::map<std::string, std::string> relations(const std::string& part);

private:
    void fail(std::string code, Message message);

    const Source& file_;
    std::vector<std::unique_ptr<Source>>& sources_;
    Diagnostics& diagnostics_;
    std::string problem_;
    archive::Reader archive_;
    std::map<std::string, std::optional<xml::XmlDocument>> parts_;  ///< of those that are damaged: nothing
};

/// Shared strings and formats.
struct Workbook {
    std::vector<std::string> strings;
    std::vector<NumberFormat> formats;                        ///< by style of a cell
    std::vector<std::pair<std::string, std::string>> sheets;  ///< name, part
    bool from_1904 = false;
};
[[nodiscard]] std::optional<Workbook> read_workbook(Package& package, const Source& file, Diagnostics& diagnostics);

/// The text of a string item: its `t`, or those of its runs; phonetic help is left out.
[[nodiscard]] std::string string_item(pugi::xml_node item);

}  // namespace dossier::table
