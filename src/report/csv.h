// report/csv.h: writes the cells of a CSV so that no spreadsheet runs what a label says.
// Promises: RFC 4180 quoting, LF line ends (CR LF for Excel); text that a spreadsheet could take for a formula gets an
// apostrophe in front, at the start of a cell and behind any sign that another program may cut cells at; the same
// values give the same bytes.
// Must not know: what the cells mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace incilint::report {

struct CsvStyle {
    char separator = ',';
    bool guard = true;   ///< against formulas
    bool excel = false;  ///< long numbers stay text, letter by letter
    bool crlf = false;   ///< lines end with CR LF
};

class CsvWriter {
  public:
    CsvWriter(std::string& out, CsvStyle style) : out_(out), style_(style) {}

    /// A cell of text from outside.
    void text(std::string_view cell);
    /// A cell that needs neither quotes nor guard: numbers and words of our own.
    void plain(std::string_view cell);
    void number(std::size_t value);
    void number(int value);
    void end_row();

  private:
    void separate();

    std::string& out_;
    CsvStyle style_;
    bool first_ = true;
};

/// Quick: true only where CsvWriter::text() would add nothing to the cell, for Excel aside.
[[nodiscard]] bool stands_as_it_is(std::string_view cell);
/// The text with an apostrophe before each place where a formula could begin.
[[nodiscard]] std::string guarded(std::string_view cell);

}  // namespace incilint::report
