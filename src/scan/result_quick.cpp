#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <span>

#include "scan/quick.h"
#include "scan/result.h"

namespace incilint::scan {
namespace {

/// The cells of a row, put together beside the result and appended to it in one piece, at the latest by finish(): a
/// destructor must not ask for memory.
class Cells {
  public:
    Cells(std::string& out, const report::CsvStyle& style) : out_(out), style_(style) {}
    Cells(const Cells&) = delete;
    Cells& operator=(const Cells&) = delete;
    ~Cells() = default;

    void put(char c) {
        reserve(1);
        room_[size_++] = c;
    }
    void next() { put(style_.separator); }
    /// A cell each. Most have one digit.
    void numbers(std::span<const std::uint32_t> values) {
        constexpr std::size_t most_bytes = 11;
        reserve(most_bytes * values.size());
        char* at = room_.data() + size_;
        const char separator = style_.separator;
        for (const std::uint32_t value : values) {
            *at++ = separator;
            if (value < 10)
                *at++ = static_cast<char>('0' + value);
            else
                at = std::to_chars(at, room_.data() + room_.size(), value).ptr;
        }
        size_ = static_cast<std::size_t>(at - room_.data());
    }

    void put(std::string_view text) {
        reserve(text.size());
        if (text.size() > room_.size()) {
            out_.append(text);
            return;
        }
        std::copy(text.begin(), text.end(), room_.data() + size_);
        size_ += text.size();
    }
    void finish() { spill(); }
    /// A text from outside.
    void text(std::string_view cell) {
        if (report::stands_as_it_is(cell)) return put(cell);
        spill();
        report::CsvWriter(out_, style_).text(cell);
    }
    /// Names joined by "; ".
    void names(const std::vector<std::uint32_t>& names, const Quick& quick);

  private:
    void reserve(std::size_t bytes) {
        if (room_.size() - size_ < bytes) spill();
    }
    void spill() {
        out_.append(room_.data(), size_);
        size_ = 0;
    }
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
    // Where the next byte goes is kept at hand: through memory it would be waited for at each name.
    constexpr std::size_t most_bytes = PrintedName::inline_bytes + 4;  // "; " and quotes
    reserve(most_bytes);
    char* at = room_.data() + size_;
    const char* const end = room_.data() + room_.size() - most_bytes;
    const auto at_end = [&] { size_ = static_cast<std::size_t>(at - room_.data()); };
    if (quotes) *at++ = '"';
    for (std::size_t i = 0; i < names.size(); ++i) {
        const PrintedName& name = quick.name(names[i]);
        if (i > 0) {
            *at++ = ';';
            *at++ = ' ';
        }
        if (name.size <= PrintedName::inline_bytes) {
            // As many bytes for each name: a copy without a call.
            std::memcpy(at, name.bytes, PrintedName::inline_bytes);
            at += name.size;
        } else {
            at_end();
            put(name.text());
            at = room_.data() + size_;
        }
        if (at > end) {
            at_end();
            spill();
            at = room_.data();
        }
    }
    if (quotes) *at++ = '"';
    at_end();
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
    for (const std::string_view text : {row.id, row.name, row.product, product.words}) {
        cells.next();
        cells.text(text);
    }
    const auto number = [](int value) { return static_cast<std::uint32_t>(std::max(value, 0)); };
    if (screening.given) {
        cells.numbers(std::array{number(screening.burden), number(screening.burden_low), number(screening.burden_high),
                                 number(screening.support)});
    } else {
        for (int i = 0; i < 4; ++i) cells.next();
    }
    cells.next();
    cells.put(match::word(screening.confidence));
    // The concerns, each category, and what has none.
    std::array<std::uint32_t, match::most_lean_categories + 2> counts;  // NOLINT(*-member-init): filled as far as used
    const std::size_t categories = categories_.size();
    std::fill_n(counts.begin(), categories + 2, 0U);
    counts[0] = number(screening.concerns);
    for (const match::LeanFinding& finding : screening.findings)
        ++counts[1 + std::min(category_of_rule_[finding.rule], categories)];
    cells.numbers(std::span(counts).first(1 + categories));
    for (const auto* names : {&product.flagged, &product.credited, &product.unknown}) {
        cells.next();
        cells.names(*names, quick);
    }
    cells.numbers(std::array{static_cast<std::uint32_t>(product.entries)});
    std::array<char, 5> of_share{};
    cells.next();
    cells.put(share(screening.recognised, product.entries, of_share));
    cells.next();
    cells.put(rule_sets_cell_);
    cells.put(options_.csv.crlf ? std::string_view("\r\n") : std::string_view("\n"));
    cells.finish();
}

}  // namespace incilint::scan
