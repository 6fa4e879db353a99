// scan/result.h: the result rows of a scan: CSV, JSON Lines or one JSON document.
// Promises: one row a product (or a finding, where asked); nothing depends on clock, machine or threads.
// Must not know: files, terminals, how rows were read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/columns.h"
#include "catalog/rows.h"
#include "report/csv.h"
#include "report/run.h"

namespace incilint::scan {

enum class ResultFormat : std::uint8_t { csv, jsonl, json };
/// Which products are written.
enum class Only : std::uint8_t { all, flagged, credited, no_concern, no_verdict };

struct ResultOptions {
    ResultFormat format = ResultFormat::jsonl;
    report::CsvStyle csv;
    Only only = Only::all;
    std::vector<std::string> categories;  ///< any of these; empty: all
    bool per_finding = false;             ///< CSV: a row a finding
    bool keep_columns = false;
    std::string tool_version;
};

class Quick;
struct QuickProduct;

/// What a row says of itself, beside its label.
struct RowWords {
    std::size_t record = 0;
    std::string_view id;
    std::string_view name;
    std::string_view product;  ///< what the label calls it, where it lists several
};

class ResultWriter {
  public:
    /// `headers` are those of the catalog; the program must outlive the writer.
    ResultWriter(const match::Program& program, ResultOptions options, std::vector<std::string> headers,
                 const catalog::Columns& columns);

    /// What stands before the first row, and behind the last one.
    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::string tail(bool incomplete) const;
    /// The rows of one record. In a JSON document each is led by ",\n": the first comma of all must be cut off.
    void write(std::string& out, report::Input& input, const catalog::Row& row) const;
    /// True where write() below may take a product that was judged the quick way.
    [[nodiscard]] bool takes_quick() const;
    /// The row of such a product, as the other write() would have it.
    void write(std::string& out, const RowWords& row, const QuickProduct& product, const Quick& quick) const;
    /// True where rows are led by a separator that the first one must lose.
    [[nodiscard]] bool leads_with_comma() const { return options_.format == ResultFormat::json; }

  private:
    [[nodiscard]] bool wanted(const match::Screening& screening) const;
    [[nodiscard]] bool wanted(const match::Finding& finding) const;
    void write_json(std::string& out, report::Input& input, const catalog::Row& row) const;
    void write_csv(std::string& out, const report::Input& input, const catalog::Row& row) const;

    const match::Program& program_;
    ResultOptions options_;
    std::vector<std::string> headers_;
    std::vector<std::string> categories_;        ///< all that the rules report, in the rules' order
    std::vector<std::size_t> category_of_rule_;  ///< categories_.size(): none
    std::string rule_sets_;                      ///< "microbiome 1.0.0 1a2b3c4d5e6f; …"
    std::string rule_sets_cell_;                 ///< the same as a cell
    std::vector<std::string> kept_headers_;      ///< of the cells taken over from the catalog, no two alike
};

}  // namespace incilint::scan
