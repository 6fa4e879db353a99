// report/rows.h: every finding of a run as one flat row, for formats that list findings file by file.
// Promises: one order for all formats (input, place in the label, rule), policy findings at their line among those of
// their file, failed gates and unreadable inputs behind them; places are 1-based and the end is exclusive, columns
// count code points; views into the run. Must not know: output formats, policy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/names.h"
#include "report/run.h"

namespace incilint::report {

/// What a row is about.
/// `gate`: a gate on numbers that failed the run; that findings failed it by their severity, they say themselves.
enum class RowKind : std::uint8_t { label, policy, fault, gate };

struct Row {
    RowKind kind = RowKind::label;
    rules::Severity severity = rules::Severity::error;
    match::Held held = match::Held::no;
    bool possible = false;
    bool credit = false;
    bool fails = false;                 ///< policy: it fails the run
    const Input* input = nullptr;       ///< label rows, and gates that a product failed
    const rules::Rule* rule = nullptr;  ///< label rows
    std::string rule_id;                ///< of a fault its code
    std::string path;                   ///< as Input::path, without "./" in front; empty: the run as a whole
    bool again = false;                 ///< gate: another product of the gate of the row before
    std::size_t record = 0;             ///< 1-based; 0: not of one record
    bool placed = true;                 ///< false: no place in the file is known, the numbers below are its beginning
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::uint32_t end_line = 1;
    std::uint32_t end_column = 2;
    std::string product;          ///< name or key of the product; may be empty
    std::string_view ingredient;  ///< empty: the label as a whole
    std::string_view message;     ///< may quote the input (untrusted)
    std::string_view hint;        ///< what to do; may be empty
    std::string_view fingerprint;
};

/// The path of a row for formats that must name a file: the folder of the run where the run as a whole is meant.
[[nodiscard]] std::string file_of(const Row& row);

/// A file as takers want it named: without "./" in front.
[[nodiscard]] std::string taker_path(const std::string& path);

/// `with_credits`: findings that credit an ingredient too.
[[nodiscard]] std::vector<Row> rows_of(const Run& run, bool with_credits);

struct RowCounts {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t notes = 0;
    std::size_t held = 0;
    std::size_t faults = 0;
    std::size_t gates = 0;
};
/// Credits are not counted; rows that are held are counted as held alone.
[[nodiscard]] RowCounts counts_of(const std::vector<Row>& rows);
/// "1 error, 2 warnings, 3 notes", or "no findings".
[[nodiscard]] std::string words_of(const RowCounts& counts);

/// The rows that `most` leaves room for: the gravest, in their order.
[[nodiscard]] std::vector<const Row*> gravest(const std::vector<Row>& rows, std::size_t most);
/// "1000 warnings, 20 notes" of the rows that are not among the kept ones, held ones and faults by their severity too;
/// empty where all are kept.
[[nodiscard]] std::string left_out(const std::vector<Row>& rows, const std::vector<const Row*>& kept);

/// The message and, behind a colon, what to do.
[[nodiscard]] std::string sentence(const Row& row);

/// "2 inputs could not be read or used, 1 row was left out"; empty where all was read. An input counts once, whatever
/// is wrong with it.
[[nodiscard]] std::string unread_words(const Run& run);

/// Products that a run screened, each a label or a part of a kit.
[[nodiscard]] std::size_t products_of(const Run& run);

}  // namespace incilint::report
