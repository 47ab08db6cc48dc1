#pragma once
/// Included before all else where the headers of qpdf 11.3 meet a Clang before 16 (see CMakeLists.txt here). qpdf's JSON.hh
/// has a vector of a class that is not complete yet; that Clang looks at once whether the vector's destructor is constexpr, as
/// libstdc++ has it in C++20, and fails. Nothing here uses qpdf's JSON, so the name is enough.

#define JSON_HH
class JSON;
