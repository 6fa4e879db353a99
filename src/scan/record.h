// scan/record.h: one product to screen, as it came from a label, a product file or a row, and how it is screened.
// Promises: positions of the label lead to the file; what a product says of itself wins over the run's defaults.
// Must not know: files on disk, options, output.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "catalog/columns.h"
#include "catalog/product_file.h"
#include "label/read.h"
#include "match/screening.h"
#include "report/run.h"

namespace incilint::scan {

/// A decoded file that records point into.
struct Document {
    Document(std::string the_path, std::string the_text)
        : path(std::move(the_path)), text(std::move(the_text)), lines(text) {}
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;
    std::string path;
    std::string text;
    base::LineIndex lines;
};

/// A word of the file on a product: its market, where one is said; its type or area, where no such type or area is.
struct SaidWord {
    catalog::Role role{};
    std::string text;  ///< as written
    std::string word;  ///< as rules write it: "Rinse Of" is "rinse-of"
};

struct Record {
    report::Input input;
    match::Context context;
    std::vector<SaidWord> said;
    /// The place of such a word; good until the next record is read.
    std::function<base::Position(catalog::Role)> place_of;
    std::vector<catalog::ProductItem> items;  ///< percents said beside the label text
};

/// A file that is one label.
[[nodiscard]] Record label_record(std::string path, std::string text, const match::Context& defaults);

/// The products of a product file.
[[nodiscard]] base::Expected<std::vector<Record>, base::Diagnostics> product_records(
    const std::shared_ptr<const Document>& document, const match::Context& defaults);

/// Reads the label of a record and recognises its names, without judging (`parse`).
void read_record(Record& record, const match::Program& program);
/// Reads and screens.
void screen_record(Record& record, const match::Program& program, match::Scratch& scratch);
/// The same, with a reader that remembers names from record to record.
void screen_record(Record& record, const match::Program& program, label::Reader& reader, match::Scratch& scratch);
/// The same, of a label that was read.
void screen_record(Record& record, label::Label label, const match::Program& program, match::Scratch& scratch);

}  // namespace incilint::scan
