#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

#include "scan/quick.h"
#include "scan/result.h"

namespace incilint::scan {
namespace {

/// The cells of a row, put together beside the result and appended to it in one piece.
class Cells {
  public:
    Cells(std::string& out, const report::CsvStyle& style) : out_(out), style_(style) {}
    Cells(const Cells&) = delete;
    Cells& operator=(const Cells&) = delete;
    ~Cells() { spill(); }

    /// Room for so many bytes of what follows, which asks for none itself.
    void reserve(std::size_t bytes) {
        if (room_.size() - size_ < bytes) spill();
    }
    void put(char c) { room_[size_++] = c; }
    void next() { put(style_.separator); }
    void number(std::size_t value) {
        next();
        if (value < 10) return put(static_cast<char>('0' + value));
        reserve(row_of_digits);
        const auto end = std::to_chars(room_.data() + size_, room_.data() + room_.size(), value).ptr;
        size_ = static_cast<std::size_t>(end - room_.data());
    }
    /// Enough for a number and, behind it, for one digit of each of the other numbers of a row.
    static constexpr std::size_t row_of_digits = 512;
    static_assert(row_of_digits > 24 + 3 * (match::most_lean_categories + 10));

    // What follows makes room for itself.
    void put(std::string_view text) {
        reserve(text.size());
        if (text.size() > room_.size()) {
            out_.append(text);
            return;
        }
        std::memcpy(room_.data() + size_, text.data(), text.size());
        size_ += text.size();
    }
    void put(const PrintedName& name) {
        if (name.size > PrintedName::inline_bytes) return put(name.text());
        reserve(PrintedName::inline_bytes);
        // As many bytes for each name: a copy without a call.
        std::memcpy(room_.data() + size_, name.bytes, PrintedName::inline_bytes);
        size_ += name.size;
    }
    /// A text from outside.
    void text(std::string_view cell) {
        if (report::stands_as_it_is(cell)) return put(cell);
        spill();
        report::CsvWriter(out_, style_).text(cell);
    }
    /// Names joined by "; ".
    void names(const std::vector<std::uint32_t>& names, const Quick& quick);

  private:
    void spill() { out_.append(room_.data(), std::exchange(size_, 0)); }
    std::string& out_;
    const report::CsvStyle& style_;
    std::size_t size_ = 0;
    std::array<char, 2048> room_;  // NOLINT(cppcoreguidelines-pro-type-member-init): written, then read
};

void Cells::names(const std::vector<std::uint32_t>& names, const Quick& quick) {
    bool quotes = names.size() > 1;
    bool plain = true;
    for (const std::uint32_t number : names) {
        const PrintedName& name = quick.name(number);
        quotes |= name.quotes;
        plain &= name.plain_cell;
    }
    if (!plain) {
        std::string cell;
        for (const std::uint32_t name : names) {
            if (!cell.empty()) cell.append("; ");
            const std::string_view text = quick.name(name).text();
            cell.append(style_.guard ? report::guarded(text) : text);
        }
        spill();
        report::CsvWriter(out_, style_).text(cell);
        return;
    }
    reserve(2);
    if (quotes) put('"');
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) put(std::string_view("; "));
        put(quick.name(names[i]));
    }
    reserve(2);
    if (quotes) put('"');
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
    Cells cells(out, options_.csv);
    std::array<char, 24> digits;  // NOLINT(cppcoreguidelines-pro-type-member-init): written, then read
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), row.record).ptr;
    cells.put(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
    for (const std::string_view text : {row.id, row.name, std::string_view(), product.words}) {
        cells.reserve(1);
        cells.next();
        cells.text(text);
    }
    cells.reserve(Cells::row_of_digits);
    const auto put = [&](int number) { cells.number(static_cast<std::size_t>(std::max(number, 0))); };
    if (screening.given) {
        for (const int number : {screening.burden, screening.burden_low, screening.burden_high, screening.support})
            put(number);
    } else {
        for (int i = 0; i < 4; ++i) cells.next();
    }
    cells.next();
    cells.put(match::word(screening.confidence));
    cells.reserve(Cells::row_of_digits);
    put(screening.concerns);
    // One more takes what has no category.
    std::array<std::uint32_t, match::most_lean_categories + 1> counts;  // NOLINT(*-member-init): filled as far as used
    std::fill_n(counts.begin(), categories_.size() + 1, 0U);
    for (const match::LeanFinding& finding : screening.findings)
        ++counts[std::min(category_of_rule_[finding.rule], categories_.size())];
    for (std::size_t i = 0; i < categories_.size(); ++i) cells.number(counts[i]);
    for (const auto* names : {&product.flagged, &product.credited, &product.unknown}) {
        cells.reserve(1);
        cells.next();
        cells.names(*names, quick);
    }
    cells.reserve(Cells::row_of_digits);
    cells.number(product.entries);
    std::array<char, 5> of_share{};
    cells.next();
    cells.put(share(screening.recognised, product.entries, of_share));
    cells.next();
    cells.put(rule_sets_cell_);
    cells.put(options_.csv.crlf ? std::string_view("\r\n") : std::string_view("\n"));
}

}  // namespace incilint::scan
