#pragma once
/// Planted defects, by the rule that must catch them, and what damages the sample. Private to the tests of the checker.

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <functional>
#include <map>
#include <string>

namespace defects {

using Handle = QPDFObjectHandle;

/// Some rules have more than one defect.
using Defects = std::multimap<std::string, std::function<void(QPDF&)>>;

/// At least one for each rule.
[[nodiscard]] const Defects& first_defects();
/// One for each further thing that a rule looks at.
[[nodiscard]] const Defects& further_defects();

/// The sample after `damage`, written by qpdf.
[[nodiscard]] std::string damaged(const std::function<void(QPDF&)>& damage);

/// First object that `wanted` accepts; fails the test case if there is none.
[[nodiscard]] Handle find(QPDF& pdf, const std::function<bool(Handle)>& wanted);
[[nodiscard]] std::function<bool(Handle)> has_name(const std::string& key, const std::string& name);
/// First structure element, widget, link, font, page or form XObject.
[[nodiscard]] Handle element(QPDF& pdf, const std::string& role);
[[nodiscard]] Handle widget(QPDF& pdf);
[[nodiscard]] Handle text_widget(QPDF& pdf);
[[nodiscard]] Handle radio(QPDF& pdf);
[[nodiscard]] Handle link(QPDF& pdf);
[[nodiscard]] Handle font(QPDF& pdf, const std::string& subtype);
[[nodiscard]] Handle page(QPDF& pdf);
[[nodiscard]] Handle form_x(QPDF& pdf);
[[nodiscard]] Handle text(const std::string& s);

/// Adds to the content of the first page.
void append(QPDF& pdf, const std::string& operators);
void replace_xmp(QPDF& pdf, const std::string& from, const std::string& to);
void replace_data(Handle stream, const std::string& data);
/// Adds a stream that nothing refers to.
void add_stream(QPDF& pdf, const std::string& dictionary);
/// Swaps items of an array.
void swap(Handle array, int a, int b);

}  // namespace defects
