#include "conformance.hpp"

#include "parts.hpp"

#include <qpdf/Buffer.hh>

#include <algorithm>

namespace conformance {

bool is_name(Handle h, const std::string& name) { return h.isName() && h.getName() == name; }

bool is_text(Handle h) { return h.isString() && h.getUTF8Value().find_first_not_of(" \t\r\n") != std::string::npos; }

bool is_language(const std::string& code) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : code) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-' && length > 0) {
            first = false;
            length = 0;
        } else if ((!letter && (first || c < '0' || c > '9')) || ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

std::string stream_text(Handle stream) {
    const auto data = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

Handle dictionary(Handle object) { return object.isStream() ? object.getDict() : object; }

std::string role(Handle element) { return element.isDictionary() && element.getKey("/S").isName() ? element.getKey("/S").getName() : ""; }

std::vector<Handle> kids(Handle element) {
    Handle k = element.getKey("/K");
    if (k.isArray()) return k.getArrayAsVector();
    if (k.isNull()) return {};
    return {k};
}

namespace {

void read_numbers(Handle node, std::map<int, Handle>& out) {
    if (!node.isDictionary()) return;
    if (Handle nums = node.getKey("/Nums"); nums.isArray())
        for (int i = 0; i + 1 < nums.getArrayNItems(); i += 2)
            out[static_cast<int>(nums.getArrayItem(i).getIntValue())] = nums.getArrayItem(i + 1);
    if (Handle below = node.getKey("/Kids"); below.isArray())
        for (auto& k : below.aitems()) read_numbers(k, out);
}

}  // namespace

std::map<int, Handle> parent_tree(QPDF& pdf) {
    std::map<int, Handle> out;
    Handle root = pdf.getRoot().getKey("/StructTreeRoot");
    if (root.isDictionary()) read_numbers(root.getKey("/ParentTree"), out);
    return out;
}

std::vector<std::string> check(std::string_view bytes) {
    Findings out;
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("pdf", bytes.data(), bytes.size());
        check_bytes(bytes, pdf, out);
        check_document(pdf, out);
        check_metadata(pdf, out);
        const Content content = check_content(pdf, out);
        check_fonts(pdf, content, out);
        check_structure(pdf, content, out);
        check_fields(pdf, out);
        for (const auto& w : pdf.getWarnings()) out.expect(false, "readable", w.getMessageDetail());
    } catch (const std::exception& e) {
        out.expect(false, "readable", e.what());
    }
    return out.list;
}

}  // namespace conformance
