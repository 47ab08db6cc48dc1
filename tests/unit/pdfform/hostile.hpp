#pragma once
/// PDFs that mean ill. Each is small; what they ask for is not.

#include "../common/raw_pdf.hpp"

#include <string>
#include <utility>
#include <vector>
#include <zlib.h>

namespace dossier::test {

/// `count` bytes of zeros, deflated `times` times.
inline std::string deflated_zeros(std::size_t count, int times = 1) {
    std::string out;
    z_stream z{};
    deflateInit(&z, 9);
    std::string zeros(std::size_t{1} << 20, '\0'), room(std::size_t{1} << 16, '\0');
    for (std::size_t done = 0; done < count || z.avail_out == 0;) {
        if (z.avail_in == 0 && done < count) {
            z.next_in = reinterpret_cast<Bytef*>(zeros.data());
            z.avail_in = static_cast<uInt>(std::min(zeros.size(), count - done));
            done += z.avail_in;
        }
        z.next_out = reinterpret_cast<Bytef*>(room.data());
        z.avail_out = static_cast<uInt>(room.size());
        deflate(&z, done < count ? Z_NO_FLUSH : Z_FINISH);
        out.append(room, 0, room.size() - z.avail_out);
    }
    deflateEnd(&z);
    for (; times > 1; --times) {
        std::string again(compressBound(out.size()), '\0');
        uLongf size = again.size();
        compress2(reinterpret_cast<Bytef*>(again.data()), &size, reinterpret_cast<const Bytef*>(out.data()), out.size(), 9);
        out = again.substr(0, size);
    }
    return out;
}

inline std::string repeated(const std::string& text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

/// With their names.
inline std::vector<std::pair<std::string, std::string>> hostile_pdfs() {
    const std::string field = "<</FT/Tx/T(a)/V(een)>>", flate = "/Filter/FlateDecode";
    const std::string gigabyte = deflated_zeros(std::size_t{1} << 30);
    std::vector<std::pair<std::string, std::string>> all;
    const auto add = [&](const char* name, std::string pdf) { all.emplace_back(name, std::move(pdf)); };
    add("a gigabyte as text", raw_form({"<</FT/Tx/T(a)/V 5 0 R>>", stream(gigabyte, flate)}, 1));
    add("a gigabyte as metadata", raw_form({field, stream(gigabyte, flate)}, 1, "", "/Metadata 5 0 R"));
    add("a gigabyte, deflated three times", raw_form({"<</FT/Tx/T(a)/V 5 0 R>>", stream(deflated_zeros(std::size_t{1} << 30, 3),
                                                                                        "/Filter[/FlateDecode/FlateDecode/FlateDecode]")},
                                                     1));
    add("a gigabyte as object stream",
        raw_form({field, stream(gigabyte, "/Type/ObjStm/N 1/First 8" + flate), "7 0 R"}, 1, "7 0 R") + "startxref\n0\n%%EOF\n");
    const std::string as_table = "%PDF-1.5\n1 0 obj\n" + stream(gigabyte, "/Type/XRef/W[1 4 2]/Size 100000000/Root 1 0 R" + flate) +
                                 "\nendobj\nstartxref\n9\n%%EOF\n";
    add("a gigabyte as cross-reference stream", as_table);
    {
        // Object 2 is in the object stream 3, which is a gigabyte.
        std::string pdf = "%PDF-1.5\n";
        const std::size_t catalog = pdf.size();
        pdf += "1 0 obj\n<</Type/Catalog/AcroForm 2 0 R>>\nendobj\n";
        const std::size_t objects = pdf.size();
        pdf += "3 0 obj\n" + stream(gigabyte, "/Type/ObjStm/N 1/First 8" + flate) + "\nendobj\n";
        const std::size_t table = pdf.size();
        const auto row = [](int kind, std::size_t at, int index) {
            std::string out(1, static_cast<char>(kind));
            for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(at >> shift);
            return out + static_cast<char>(index);
        };
        pdf += "4 0 obj\n" +
               stream(row(0, 0, 0) + row(1, catalog, 0) + row(2, 3, 0) + row(1, objects, 0) + row(1, table, 0),
                      "/Type/XRef/W[1 4 1]/Size 5/Root 1 0 R") +
               "\nendobj\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
        add("a gigabyte as object stream that is needed", pdf);
    }
    add("pages in a loop", raw_pdf({"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>", "<</Type/Pages/Count 9/Kids[3 0 R 2 0 R]>>",
                                    "<</Type/Pages/Kids[2 0 R 3 0 R]>>", field}));
    add("fields in a loop", raw_form({"<</T(a)/FT/Tx/Kids[5 0 R 4 0 R]>>", "<</T(b)/Kids[4 0 R 5 0 R]>>"}, 1));
    add("parents in a loop", raw_form({field, "<</Subtype/Widget/T(b)/Parent 6 0 R>>", "<</T(c)/Parent 5 0 R>>"}, 1, "5 0 R"));
    std::vector<std::string> deep;
    for (int i = 4; i < 10'004; ++i) deep.push_back("<</T(a)/Kids[" + std::to_string(i + 1) + " 0 R]>>");
    deep.push_back(field);
    add("fields nested 10,000 deep", raw_form(deep, 1));
    std::vector<std::string> pages{"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]>>>>"};
    for (int i = 2; i < 100'002; ++i) pages.push_back("<</Type/Pages/Kids[" + std::to_string(i + 1) + " 0 R]>>");
    pages.push_back("<</Type/Page>>");
    add("pages nested 100,000 deep", raw_pdf(pages));
    add("one page a million times",
        raw_pdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[" + repeated("3 0 R ", 1'000'000) + "]>>", "<</Type/Page>>"}));
    add("a million fields that are one", raw_pdf({"<</Type/Catalog/AcroForm<</Fields[" + repeated("2 0 R ", 1'000'000) + "]>>>>", field}));
    add("a million fields in place", raw_pdf({"<</Type/Catalog/AcroForm<</Fields[" + repeated("<</T(a)>>", 1'000'000) + "]>>>>"}));
    add("a name of megabytes, taken over by many",
        raw_form({"<</T(" + std::string(1 << 20, 'n') + ")/FT/Tx/Kids[" + repeated("<</T(a)>>", 10'000) + "]>>"}));
    add("arrays in arrays", raw_form({"<</FT/Tx/T(a)/V " + std::string(1'000'000, '[') + std::string(1'000'000, ']') + ">>"}));
    add("dictionaries in dictionaries", raw_form({"<</FT/Tx/T(a)/V " + repeated("<</a", 500'000) + " 1" + repeated(">>", 500'000) + ">>"}));
    add("a string that never ends", raw_form({"<</FT/Tx/T(a)/V(" + std::string(8'000'000, '(')}));
    const std::string form = raw_form({field});
    const auto with_trailer = [&](const std::string& entries) { return raw_form({field}, 1, "", "", entries); };
    add("a table that comes before itself", with_trailer("/Prev " + std::to_string(form.rfind("xref\n0 "))));
    add("ten million objects claimed", [&] {
        std::string pdf = form;
        pdf.replace(pdf.rfind("/Size 5"), 7, "/Size 10000000");
        return pdf.replace(pdf.rfind("xref\n0 5"), 8, "xref\n0 10000000");
    }());
    add("two thousand million objects claimed", [&] {
        std::string pdf = form;
        return pdf.replace(pdf.rfind("/Size 5"), 7, "/Size 2147483647");
    }());
    add("a cross-reference stream of ten million", [&] {
        return "%PDF-1.5\n1 0 obj\n" + stream(deflated_zeros(10'000'000 * 3), "/Type/XRef/W[1 1 1]/Size 10000000/Root 1 0 R" + flate) +
               "\nendobj\nstartxref\n9\n%%EOF\n";
    }());
    add("a length that is its own", raw_form({"<</FT/Tx/T(a)/V 5 0 R>>", "<</Length 5 0 R>>\nstream\nx\nendstream"}, 1));
    add("nothing but objects", "%PDF-1.7\n" + repeated("1 0 obj\n<<>>\nendobj\n", 800'000));
    add("nothing but beginnings", "%PDF-1.7\n" + repeated("1 0 obj\n<<\n", 1'500'000));
    add("nothing but tables",
        "%PDF-1.7\n" + repeated("xref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n", 200'000));
    return all;
}

}  // namespace dossier::test
