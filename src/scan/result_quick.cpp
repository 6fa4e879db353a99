#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

#include "scan/quick.h"
#include "scan/result.h"

namespace incilint::scan {
namespace {

/// Cells that need neither quotes nor guard, put together beside the row and appended to it in one piece.
class Cells {
  public:
    Cells(std::string& out, char separator) : out_(out), separator_(separator) {}
    Cells(const Cells&) = delete;
    Cells& operator=(const Cells&) = delete;
    ~Cells() { spill(); }

    void next() { put(separator_); }
    void put(char c) {
        if (size_ == room_.size()) spill();
        room_[size_++] = c;
    }
    void put(std::string_view text) {
        if (text.size() > room_.size() - size_) spill();
        if (text.size() > room_.size()) {
            out_.append(text);
            return;
        }
        std::memcpy(room_.data() + size_, text.data(), text.size());
        size_ += text.size();
    }
    void number(std::size_t value) {
        next();
        if (room_.size() - size_ < most_digits) spill();
        if (value < 10)
            room_[size_++] = static_cast<char>('0' + value);
        else
            size_ = static_cast<std::size_t>(
                std::to_chars(room_.data() + size_, room_.data() + room_.size(), value).ptr - room_.data());
    }
    /// What was put so far goes to the row: another writer goes on.
    void spill() { out_.append(room_.data(), std::exchange(size_, 0)); }

  private:
    static constexpr std::size_t most_digits = 24;
    std::string& out_;
    char separator_;
    std::size_t size_ = 0;
    std::array<char, 2048> room_;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
};

/// Names joined by "; ", as a cell.
void put_names(Cells& cells, const std::vector<std::uint32_t>& names, const Quick& quick, std::string& out,
               const report::CsvStyle& style) {
    bool quotes = names.size() > 1;
    bool plain = true;
    for (const std::uint32_t number : names) {
        const PrintedName& name = quick.name(number);
        quotes = quotes || name.quotes;
        plain = plain && name.plain_cell;
    }
    cells.next();
    if (!plain) {
        std::string cell;
        for (const std::uint32_t name : names) {
            if (!cell.empty()) cell.append("; ");
            cell.append(style.guard ? report::guarded(quick.name(name).text) : quick.name(name).text);
        }
        cells.spill();
        report::CsvWriter(out, style).text(cell);
        return;
    }
    if (quotes) cells.put('"');
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) cells.put("; ");
        cells.put(quick.name(names[i]).text);
    }
    if (quotes) cells.put('"');
}

/// A share with three digits: "0.875".
std::string_view share(std::size_t part, std::size_t whole, std::array<char, 5>& digits) {
    const std::size_t thousandths = part * 1000 / whole;
    digits = {thousandths == 1000 ? '1' : '0', '.', static_cast<char>('0' + thousandths / 100 % 10),
              static_cast<char>('0' + thousandths / 10 % 10), static_cast<char>('0' + thousandths % 10)};
    return {digits.data(), digits.size()};
}

}  // namespace

bool ResultWriter::takes_quick() const {
    return options_.format == ResultFormat::csv && !options_.per_finding && !options_.keep_columns &&
           !options_.csv.excel && options_.only == Only::all && options_.categories.empty();
}

void ResultWriter::write(std::string& out, const RowWords& row, const QuickProduct& product, const Quick& quick) const {
    const match::LeanScreening& screening = *product.screening;
    report::CsvWriter csv(out, options_.csv);
    csv.number(row.record);
    csv.text(row.id);
    csv.text(row.name);
    csv.plain("");
    csv.text(product.words);
    Cells cells(out, options_.csv.separator);
    const auto put = [&](int number) { cells.number(static_cast<std::size_t>(std::max(number, 0))); };
    if (screening.given) {
        for (const int number : {screening.burden, screening.burden_low, screening.burden_high, screening.support})
            put(number);
    } else {
        for (int i = 0; i < 4; ++i) cells.next();
    }
    cells.next();
    cells.put(match::word(screening.confidence));
    put(screening.concerns);
    constexpr std::size_t most = 64;  // categories, as Lean has them; one more takes what has none
    std::array<std::uint32_t, most + 1>
        counts;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled as far as used
    std::fill_n(counts.begin(), categories_.size() + 1, 0U);
    for (const match::LeanFinding& finding : screening.findings)
        ++counts[std::min(category_of_rule_[finding.rule], categories_.size())];
    for (std::size_t i = 0; i < categories_.size(); ++i) cells.number(counts[i]);
    for (const auto* names : {&product.flagged, &product.credited, &product.unknown})
        put_names(cells, *names, quick, out, options_.csv);
    cells.number(product.entries);
    std::array<char, 5> digits{};
    cells.next();
    cells.put(share(screening.recognised, product.entries, digits));
    cells.next();
    cells.put(rule_sets_cell_);
    cells.spill();
    csv.end_row();
}

}  // namespace incilint::scan
