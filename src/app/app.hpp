#pragma once
/// The shell of the page in a browser: what the command line is to a terminal. One Page is one visit: it holds the dossier that the person
/// works on, the class list and the forms that were handed over, in memory and nowhere else. It knows no browser: it hears a request and
/// files, and answers with JSON and files, so that it runs in WebAssembly and in a test alike.

#include "base/base.hpp"
#include "base/file.hpp"
#include "core/input.hpp"
#include "scans/scans.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::app {

/// How a shell reads pictures of forms: one file at a time, page by page.
class ScanReader {
public:
    ScanReader() = default;
    ScanReader(const ScanReader&) = delete;
    ScanReader& operator=(const ScanReader&) = delete;
    virtual ~ScanReader() = default;
    /// How many pages the file has; 0 when it is no picture, and no PDF that can be read.
    [[nodiscard]] virtual std::size_t open(std::string bytes) = 0;
    /// Page `index` of that file, from 0.
    [[nodiscard]] virtual scans::Page read(std::size_t index, const scans::Atlas& atlas, const scans::Wanted& wanted) = 0;
};

/// How the shell around the page gets at PDFs and pictures. Each may be null: then such a file is an error that says what to do. Borrowed.
struct Readers {
    core::PdfText* text = nullptr;
    core::FormReader* forms = nullptr;
    ScanReader* scans = nullptr;
};

/// An answer: JSON in UTF-8, and the files that were made.
struct Answer {
    std::string json;
    std::vector<File> files;
};

class Page {
public:
    explicit Page(Readers readers);
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;
    ~Page();

    /// `request` is {"do": WORD, ...}; the words and what goes with them are the table in page.cpp. Files are named as people know them.
    /// Every answer has "diagnostics" (core/diagnostic_json.hpp, in Dutch), and, when the request itself is none, "error": a mistake of
    /// the page, in English. Never throws but for want of memory.
    [[nodiscard]] Answer ask(std::string_view request, std::vector<File> files);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::app
