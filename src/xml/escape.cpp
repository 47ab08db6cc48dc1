#include "xml/escape.hpp"

#include "base/base.hpp"

namespace dossier::xml {

std::string xml_escaped(std::string_view text, bool attribute) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decode_utf8(text, at);
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += attribute ? "&quot;" : "\""; break;
            case '\r': out += "&#13;"; break;
            case '\n': out += attribute ? "&#10;" : "\n"; break;
            case '\t': out += attribute ? "&#9;" : "\t"; break;
            default:
                if (c >= 0x20 && c != 0xfffe && c != 0xffff) append_utf8(out, c);
        }
    }
    return out;
}

Markup::Markup(bool keep_empty) : keep_empty_(keep_empty), out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void Markup::start(std::string_view name, Attributes attributes) {
    out_.append(open_.size() * 2, ' ');
    out_ += '<';
    out_ += name;
    for (const auto& [key, value] : attributes) {
        if (value.empty() && !keep_empty_) continue;
        out_ += ' ';
        out_ += key;
        out_ += "=\"";
        out_ += xml_escaped(value, true);
        out_ += '"';
    }
}

void Markup::open(std::string_view name, Attributes attributes) {
    start(name, attributes);
    out_ += ">\n";
    open_.emplace_back(name);
}

void Markup::text(std::string_view text) {
    if (text.empty()) return;
    out_ += xml_escaped(text, false);
    out_ += '\n';
}

void Markup::raw(std::string_view markup) {
    if (markup.empty()) return;
    out_ += markup;
    out_ += '\n';
}

void Markup::close() {
    const std::string name = std::move(open_.back());
    open_.pop_back();
    out_.append(open_.size() * 2, ' ');
    out_ += "</" + name + ">\n";
}

void Markup::leaf(std::string_view name, std::string_view text, Attributes attributes) {
    start(name, attributes);
    if (text.empty()) {
        out_ += "/>\n";
        return;
    }
    out_ += '>';
    out_ += xml_escaped(text, false);
    out_ += "</";
    out_ += name;
    out_ += ">\n";
}

}  // namespace dossier::xml
