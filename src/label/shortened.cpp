#include "label/shortened.h"

#include <algorithm>
#include <iterator>

#include "label/detect.h"
#include "label/insertion.h"

namespace incilint::label {
namespace {

/// Shorter gaps are not worth the work.
constexpr std::size_t shortest_gap = 2;

std::size_t offset(std::string_view text, std::string_view slice) {
    return static_cast<std::size_t>(slice.data() - text.data());
}

bool is_plain(const Entry& entry, std::string_view slice) {
    return entry.name == slice && entry.printed.empty() && entry.section == Section::main && !entry.percent &&
           !entry.nano && !entry.part_of_group && entry.marks.empty();
}

void shift(base::Span& span, std::size_t from, std::size_t by) {
    if (span.from >= from) span.from += by;
    if (span.to > from) span.to += by;
}

}  // namespace

void ShortReader::find_gaps(std::span<const std::string_view> slices, const std::vector<bool>& sure) {
    gaps_.clear();
    for (std::size_t first = 0; first < slices.size();) {
        std::size_t last = first;
        while (last < slices.size() && sure[last]) ++last;
        if (last - first >= names_before + shortest_gap + names_behind)
            gaps_.push_back({first + names_before, last - names_behind, 0});
        first = last + 1;
    }
}

/// Puts the names of a gap back. All gaps before it are still open.
bool ShortReader::fill(Label& label, std::string_view text, std::span<const std::string_view> slices,
                       const Gap& gap) const {
    const std::size_t begin = offset(text, slices[gap.first]);
    const std::size_t length = offset(text, slices[gap.last]) - begin;
    // The names around it are entries of one product, as their slices say.
    const auto at_gap = [&](const Product& product) {
        return std::ranges::partition_point(product.entries,
                                            [&](const Entry& entry) { return entry.span.from < gap.at; });
    };
    const auto product = std::ranges::find_if(label.products, [&](const Product& one) {
        const auto found = at_gap(one);
        return found != one.entries.end() && found->span.from == gap.at;
    });
    if (product == label.products.end()) return false;
    const auto behind = static_cast<std::size_t>(at_gap(*product) - product->entries.begin());
    if (behind < names_before || behind + names_behind > product->entries.size()) return false;
    for (std::size_t i = 1; i <= names_before; ++i)
        if (!is_plain(product->entries[behind - i], slices[gap.first - i])) return false;
    for (std::size_t i = 0; i < names_behind; ++i)
        if (!is_plain(product->entries[behind + i], slices[gap.last + i])) return false;
    const auto next =
        std::ranges::partition_point(label.pieces, [&](const Piece& piece) { return piece.span.from < gap.at; });
    if (next == label.pieces.end() || next->span.from != gap.at || next->kind != PieceKind::entry) return false;

    const auto number = static_cast<std::size_t>(product - label.products.begin());
    const std::size_t count = gap.last - gap.first;
    for (Product& one : label.products)
        for (Entry& entry : one.entries) shift(entry.span, gap.at, length);
    for (Piece& piece : label.pieces) shift(piece.span, gap.at, length);
    for (Detection& detection : label.detections) {
        shift(detection.span, gap.at, length);
        if (detection.product == number && detection.entry && *detection.entry >= behind) *detection.entry += count;
    }
    std::vector<Entry> entries(count);
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view slice = slices[gap.first + i];
        const std::size_t from = gap.at + offset(text, slice) - begin;
        entries[i].name = label.texts.keep(slice);
        entries[i].span = {from, from + slice.size()};
        pieces.push_back({entries[i].span, PieceKind::entry});
        const std::size_t to = gap.at + offset(text, slices[gap.first + i + 1]) - begin;
        pieces.push_back({{entries[i].span.to, to}, PieceKind::separator});
    }
    label.pieces.insert(next, pieces.begin(), pieces.end());
    product->entries.insert(product->entries.begin() + static_cast<std::ptrdiff_t>(behind),
                            std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
    return true;
}

std::optional<Label> ShortReader::read(Reader& reader, std::string_view text, std::span<const std::string_view> slices,
                                       const std::vector<bool>& sure) {
    find_gaps(slices, sure);
    if (gaps_.empty()) return std::nullopt;
    short_.clear();
    places_.clear();
    std::size_t from = 0;
    for (Gap& gap : gaps_) {
        short_.append(text, from, offset(text, slices[gap.first]) - from);
        gap.at = short_.size();
        places_.push_back(gap.at);
        from = offset(text, slices[gap.last]);
    }
    short_.append(text, from);
    std::optional<Label> label = reader.read_open(short_, places_);
    if (!label) return std::nullopt;
    // From the last gap on, so that the places of those before it hold.
    for (std::size_t i = gaps_.size(); i-- > 0;)
        if (!fill(*label, text, slices, gaps_[i])) return std::nullopt;
    decide_order(label->products);
    detect_entries_again(*label);
    return label;
}

}  // namespace incilint::label
