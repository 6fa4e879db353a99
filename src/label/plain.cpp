#include "label/plain.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/fold.h"
#include "label/brackets.h"
#include "label/cells.h"
#include "label/closed.h"
#include "label/detect.h"
#include "label/evidence.h"
#include "label/glued.h"
#include "label/headings.h"
#include "label/legends.h"
#include "label/openings.h"
#include "label/purposes.h"
#include "label/seams.h"
#include "label/split.h"
#include "label/stops.h"
#include "label/tails.h"
#include "label/titles.h"

namespace incilint::label {
namespace {

constexpr std::size_t most_names = std::size_t{1} << 10;
constexpr std::size_t most_neighbours = std::size_t{1} << 11;
constexpr std::string_view separator = ", ";

/// Bytes that stand for themselves to every stage: no markup, no mark, no sign but those within names.
bool plain_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-' ||
           c == '/' || c == '(' || c == ')' || c == ',' || c == '.' || c == '\'' || c == '[' || c == ']' || c == ':' ||
           c == '+';
}

/// One slice, taken through the stages alone.
struct Staged {
    Staged(std::string text_of_slice, const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary,
           NameMemo& memo)
        : text(std::move(text_of_slice)), knowledge(reading, dictionary, memo) {
        reading.text = text;
        reading.tokens = scan(text);
        reading.phrases = find_phrases(text, reading.tokens, vocabulary);
        reading.amounts = find_amounts(text, reading.tokens, vocabulary);
        find_brackets(reading, dictionary, vocabulary);
        find_purposes(reading, vocabulary);
        find_letter_marks(reading);
        find_headings(reading, vocabulary);
        find_cells(reading, knowledge, vocabulary);
        find_titles(reading, knowledge);
    }
    Staged(const Staged&) = delete;
    Staged& operator=(const Staged&) = delete;
    std::string text;
    Reading reading;
    mutable Knowledge knowledge;
};

/// As the reader writes an entry; the full stop behind the last name of a list is no part of it.
Entry entry_of(std::string_view slice, std::size_t at, const std::string& name, bool last, base::TextPool& texts) {
    if (last && slice.ends_with('.')) slice.remove_suffix(1);
    Entry entry;
    if (slice != name) entry.printed = texts.keep(slice);
    entry.name = texts.keep(name);
    entry.span = {at, at + slice.size()};
    return entry;
}

}  // namespace

bool may_be_plain(std::string_view slice) {
    if (slice.empty() || slice.size() > longest_plain_slice || slice.front() == ' ' || slice.back() == ' ')
        return false;
    if (slice.find("  ") != slice.npos || slice.ends_with(',')) return false;
    return std::all_of(slice.begin(), slice.end(), plain_byte);
}

PlainReader::PlainReader(const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary,
                         lexicon::RecogniseMemo* shared)
    : dictionary_(dictionary),
      vocabulary_(vocabulary),
      memo_(most_names, shared),
      usable_(!vocabulary_.mentions(word_hash(","))) {}

std::optional<PlainSlice> PlainReader::prove(std::string_view slice) {
    if (!usable_ || !may_be_plain(slice)) return std::nullopt;
    memo_.begin_label();
    auto alone = look_at(slice);
    if (!alone || alone->sure || slice.ends_with('.')) return alone;
    // What nothing knows must weigh the same at the end of a list with its full stop.
    const auto last = look_at(std::string(slice) + '.');
    const bool same = last && !last->sure && last->name == alone->name && last->score == alone->score &&
                      last->second_score == alone->second_score && last->worth == alone->worth;
    return same ? alone : std::nullopt;
}

std::optional<PlainSlice> PlainReader::look_at(std::string_view slice) {
    const Staged staged(std::string(slice), dictionary_, vocabulary_, memo_);
    const Reading& reading = staged.reading;
    Knowledge& knowledge = staged.knowledge;
    const base::LongVector<Cell>& cells = reading.cells;
    const auto size = static_cast<std::uint32_t>(reading.tokens.size());
    if (!closed(reading) || !reading.headings.empty() || cells.empty() || cells.size() > 2) return std::nullopt;
    if (!glued_at(reading, knowledge).empty() || !counted_at(reading, knowledge, 1).empty()) return std::nullopt;
    const auto nano = [&](const Bracket& bracket) { return says_nano(reading, bracket, vocabulary_); };
    if (std::ranges::any_of(reading.brackets, nano)) return std::nullopt;
    // "[Phenoxyethanol]": what stands before it decides whether it is a name of its own.
    if (reading.partner[0] == size - 1 && reading.text.front() == '[') return std::nullopt;
    // "Cream Rose Water": where a text begins, or behind a name, the heading of a product and its first name.
    if (std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.title; })) return std::nullopt;
    PlainSlice out;
    out.torn = cells.size() == 2;
    if (cells.front().first != 0 || cells.back().last != size) return std::nullopt;
    std::array<double, 2> worth{};
    std::array<Evidence, 2> evidence;
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
        const Cell& cell = cells[i];
        if (cell.group_part || cell.colon_after || cell.opens != PhraseKind::stop || cell.contains != PhraseKind::stop)
            return std::nullopt;
        const auto alone = worth_alone(reading, knowledge, i);
        if (!alone) return std::nullopt;
        worth[i] = *alone;
        evidence[i] = weigh(reading, cell, knowledge);
        // What stands around it decides whether it is said in passing.
        if (tells_only(cell, evidence[i])) return std::nullopt;
        if (may_have_seam(reading, cell, knowledge, vocabulary_)) return std::nullopt;
    }
    out.score = evidence[0].score;
    out.second_score = evidence[1].score;
    out.worth = worth[0];
    out.sure = !out.torn && evidence[0].known && worth[0] == worth_of_known_name && wordlike(reading.tokens.front());
    if (!out.sure && ends_in_data(reading)) return std::nullopt;
    if (out.torn) {
        const bool comma = cells[1].before == Break::comma && cells[1].first == cells[0].last + 1;
        out.worth = worth_over_commas[0];
        if (!comma || worth[0] + worth[1] >= out.worth || !knowledge.knows(0, size)) return std::nullopt;
        if (split(reading, knowledge, 0, 2).size() != 1) return std::nullopt;
    }
    out.name = knowledge.name(0, size);
    if (out.name.empty() || !base::folds_as_ascii(out.name)) return std::nullopt;
    out.name_hash = word_hash(out.name);
    out.begins_in_number = reading.tokens.front().kind == TokenKind::number;
    const bool bracket = reading.tokens.back().kind == TokenKind::close && size > 1;  // "p-Mentha-1(6)", "8-Dien-2-One"
    out.ends_in_locant = reading.tokens[size - (bracket ? 2 : 1)].kind == TokenKind::number;
    out.stray = !reading.stray.empty();
    if (out.stray) out.stray_at = reading.tokens[*std::ranges::min_element(reading.stray)].from;
    return out;
}

/// The dictionary knows what neighbours print together.
bool PlainReader::known_as_one(std::span<const std::string_view> printed) {
    std::string text(printed.front());
    for (const std::string_view slice : printed.subspan(1)) text.append(separator).append(slice);
    if (const auto found = known_as_one_.find(text); found != known_as_one_.end()) return found->second;
    memo_.begin_label();
    const Staged staged(text, dictionary_, vocabulary_, memo_);
    const bool known = staged.knowledge.knows(0, static_cast<std::uint32_t>(staged.reading.tokens.size()));
    if (known_as_one_.size() >= most_neighbours) known_as_one_.clear();
    known_as_one_.emplace(std::move(text), known);
    return known;
}

/// The slice is the beginning of a name, so that a text that ends with it breaks off.
bool PlainReader::may_break_off(std::string_view slice) {
    const std::string text(slice);
    if (const auto found = may_break_off_.find(text); found != may_break_off_.end()) return found->second;
    memo_.begin_label();
    const Staged staged(text, dictionary_, vocabulary_, memo_);
    const auto size = static_cast<std::uint32_t>(staged.reading.tokens.size());
    const bool breaks = breaks_off(staged.reading, staged.knowledge, 0, size);
    if (may_break_off_.size() >= most_neighbours) may_break_off_.clear();
    may_break_off_.emplace(text, breaks);
    return breaks;
}

Standing PlainReader::stand(std::span<const PlainSlice* const> slices, std::span<const std::string_view> printed) {
    if (std::ranges::all_of(slices, [](const PlainSlice* slice) { return slice->sure; })) return {true};
    if (slices.size() < 2) return {};               // one unknown phrase is no list
    if (printed.front().front() == '(') return {};  // a heading in front of it would go on in the bracket
    if (!slices.back()->sure && !slices.back()->torn && may_break_off(printed.back())) return {};
    // A name over a comma whose parts are no names: between known names it is worth more than any other reading.
    const auto open = [](const PlainSlice& slice) { return !slice.sure && !slice.torn; };
    const auto known_over = [&](std::size_t first, std::size_t commas) {
        if (first + commas >= slices.size()) return false;
        double worth = 0;
        for (std::size_t i = first; i <= first + commas; ++i) worth += slices[i]->worth;
        return worth <= worth_over_commas[commas - 1] && known_as_one(printed.subspan(first, commas + 1));
    };
    // "Helianthus Tuberosus Root, Powder, Stearates": where the second begins another name, the whole list decides.
    const auto join = [&](std::size_t i) {
        for (std::size_t commas = 1; commas <= std::size(worth_over_commas); ++commas)
            if (known_over(i + 1, commas)) return Standing{};
        return Standing{false, i};
    };
    for (std::size_t i = 0; i + 1 < slices.size(); ++i)
        if (open(*slices[i]) && open(*slices[i + 1]) && known_over(i, 1)) return join(i);
    // A name that goes on over commas is worth less than what it joins, or nothing knows it (label/split.cpp).
    for (std::size_t first = 0; first < slices.size(); ++first) {
        for (std::size_t commas = 1; commas <= std::size(worth_over_commas) && first + commas < slices.size();
             ++commas) {
            const PlainSlice& next = *slices[first + commas];
            const PlainSlice& before = *slices[first + commas - 1];
            if (before.ends_in_locant && next.begins_in_number) return {};
            // Beside a torn name a joined one may begin or end within it: only sure ones stand there.
            if ((before.torn && !next.sure) || (next.torn && !before.sure)) return {};
            if (known_over(first, commas)) return commas > 1 ? Standing{} : join(first);
        }
    }
    // The search of label/judge.cpp over cells that commas separate: it stays in the list all the way.
    constexpr double into_list = 7;
    constexpr double out_of_list = 6;
    double list = slices[0]->score;
    double text = 0;
    const auto step = [&](double score) {
        if (list < text - into_list) return false;
        text = std::max(list - out_of_list, text);
        list += score;
        return true;
    };
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (i > 0 && !step(slices[i]->score)) return {};
        if (slices[i]->torn && !step(slices[i]->second_score)) return {};
    }
    return {list > text};
}

std::optional<Label> PlainReader::read(std::string_view text) {
    PlainCut list;
    const std::size_t begin = heading(text);
    if (!list.cut(text.substr(begin))) return std::nullopt;
    std::vector<const PlainSlice*> slices;
    for (Standing standing; !standing.as_list;) {
        slices.clear();
        std::vector<std::uint64_t> hashes;
        for (const std::string_view slice : list.slices()) {
            auto found = proven_.find(std::string(slice));
            if (found == proven_.end()) found = proven_.emplace(std::string(slice), prove(slice)).first;
            if (!found->second) return std::nullopt;
            slices.push_back(&*found->second);
            hashes.push_back(slices.back()->name_hash);
        }
        standing = stand(slices, list.slices());
        if (standing.joins()) {
            list.join(standing.joined);
            continue;
        }
        std::ranges::sort(hashes);
        if (!standing.as_list || std::ranges::adjacent_find(hashes) != hashes.end()) return std::nullopt;
    }
    Label label;
    Product& product = label.products.emplace_back();
    const std::span<const std::string_view> cut = list.slices();
    for (std::size_t i = 0; i < cut.size(); ++i)
        product.entries.push_back(entry_of(cut[i], static_cast<std::size_t>(cut[i].data() - text.data()),
                                           slices[i]->name, i + 1 == cut.size(), label.texts));
    decide_order(label.products);
    if (product.order != Order::descending) return std::nullopt;
    for (std::size_t i = 0; i < cut.size() && label.detections.empty(); ++i) {
        if (!slices[i]->stray) continue;
        const std::size_t at = product.entries[i].span.from + slices[i]->stray_at;
        label.detections.push_back(
            {Detector::broken_bracket, {at, at + 1}, std::nullopt, std::nullopt, std::string(no_partner)});
    }
    if (begin > 0) label.pieces = headings_.find(std::string(text.substr(0, begin)))->second;
    std::size_t end = begin;
    for (const Entry& entry : product.entries) {
        if (entry.span.from > end) label.pieces.push_back({{end, entry.span.from}, PieceKind::separator});
        label.pieces.push_back({entry.span, PieceKind::entry});
        end = entry.span.to;
    }
    if (end < text.size()) label.pieces.push_back({{end, text.size()}, PieceKind::separator});
    return label;
}

}  // namespace incilint::label
