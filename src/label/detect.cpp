#include "label/detect.h"

#include <algorithm>

#include "base/fold.h"
#include "label/characters.h"
#include "label/names_met.h"
#include "label/shares.h"
#include "label/word_hash.h"

namespace incilint::label {
namespace {

/// So many entries in alphabetical order do not happen by chance.
constexpr std::size_t alphabetical_from = 6;
/// At most so many findings of one kind a label; one suffices to say it.
constexpr std::size_t most_findings = 20;

bool alphabetical(const base::LongVector<Entry>& entries) {
    std::string before;
    const Entry* last = nullptr;
    std::size_t count = 0;
    std::size_t distinct = 0;
    char first = 0;
    for (const Entry& entry : entries) {
        if (entry.section == Section::active || entry.section == Section::may_contain || entry.part_of_group) continue;
        const bool again = last != nullptr && last->name == entry.name;
        last = &entry;
        ++count;
        if (again) continue;
        std::string name = base::fold(entry.name);
        if (name < before) return false;
        if (!name.empty() && name[0] != first) ++distinct;
        first = name.empty() ? first : name[0];
        before = std::move(name);
    }
    return count >= alphabetical_from && distinct >= 4;
}

class Findings {
  public:
    Findings(Label& label) : label_(label) {}
    void add(Detector detector, base::Span span, std::string detail, std::optional<std::size_t> product = std::nullopt,
             std::optional<std::size_t> entry = std::nullopt) {
        label_.detections.push_back({detector, span, product, entry, std::move(detail)});
    }

  private:
    Label& label_;
};

/// A set of hashes, in one run of memory that grows with what is in it: one name a million times needs little.
class HashSet {
  public:
    /// False where it was in already.
    bool insert(std::uint64_t hash) {
        if (!put(hash)) return false;
        if (2 * ++count_ < slots_.size()) return true;
        base::LongVector<std::uint64_t> old(4 * slots_.size(), empty);
        old.swap(slots_);
        for (const std::uint64_t one : old)
            if (one != empty) (void)put(one);
        return true;
    }

  private:
    bool put(std::uint64_t hash) {
        for (std::uint64_t at = hash >> 2;; ++at) {  // its lowest bits are the same for all words
            std::uint64_t& slot = slots_[at & (slots_.size() - 1)];
            if (slot == hash) return false;
            if (slot != empty) continue;
            slot = hash;
            return true;
        }
    }

    static constexpr std::uint64_t empty = 0;  // no word has this hash (label/word_hash.h)
    base::LongVector<std::uint64_t> slots_ = base::LongVector<std::uint64_t>(128, empty);
    std::size_t count_ = 0;
};

/// True where it is seen at once that no two names are the same but for capitals.
bool all_differ(const base::LongVector<Entry>& entries) {
    NamesMet met;
    for (const Entry& entry : entries) {
        const std::uint64_t hash = rough_hash(entry.name);
        if (hash == 0) return false;
        met.add(hash);
        if (met.again()) return false;
    }
    return true;
}

void duplicates(const Label& label, Findings& out) {
    std::size_t found = 0;
    for (std::size_t p = 0; p < label.products.size(); ++p) {
        const base::LongVector<Entry>& entries = label.products[p].entries;
        if (all_differ(entries)) continue;
        HashSet seen;  // word_hash folds case
        for (std::size_t e = 0; e < entries.size() && found < most_findings; ++e) {
            if (entries[e].section == Section::active || entries[e].section == Section::may_contain ||
                entries[e].part_of_group) {
                continue;
            }
            if (seen.insert(word_hash(entries[e].name))) continue;
            ++found;
            out.add(Detector::duplicate_entry, entries[e].span, std::string(entries[e].name), p, e);
        }
    }
}

void of_entries(const Label& label, bool all_differ, Findings& out) {
    for (std::size_t p = 0; p < label.products.size(); ++p) {
        if (label.products[p].order == Order::alphabetical) {
            out.add(Detector::alphabetical, label.products[p].entries.front().span,
                    "the names are in alphabetical order", p);
        }
    }
    if (!all_differ) duplicates(label, out);
}

void sort(Label& label) {
    std::stable_sort(label.detections.begin(), label.detections.end(), [](const Detection& a, const Detection& b) {
        return a.span.from != b.span.from ? a.span.from < b.span.from : a.detector < b.detector;
    });
}

/// The first bracket without a partner; not that of "1)", nor one in a text that was left out; `none` without one.
std::uint32_t first_stray(const Reading& reading, const Assembly& assembly) {
    std::uint32_t found = none;
    for (const std::uint32_t at : reading.stray) {
        const Token& sign = reading.tokens[at];
        const bool counts = sign.kind == TokenKind::close && sign.gap == Gap::none && at > 0 &&
                            reading.tokens[at - 1].kind == TokenKind::number &&
                            (at == 1 || reading.tokens[at - 1].gap != Gap::none);
        if (counts) continue;
        const auto stretch =
            std::ranges::partition_point(assembly.stretches, [&](const Stretch& one) { return one.last <= at; });
        const bool left_out = stretch != assembly.stretches.end() && stretch->first <= at &&
                              stretch->kind != PieceKind::entry && stretch->kind != PieceKind::heading;
        if (!left_out) found = std::min(found, at);
    }
    return found;
}

/// The last entry, where nothing but dots follow: "Phenox..." is no misprint of phenol.
void mark_broken_off(Label& label, std::string_view source) {
    if (label.products.empty() || label.products.back().entries.empty()) return;
    Entry& last = label.products.back().entries.back();
    constexpr std::string_view dots = " .\t\r\n\xe2\x80\xa6";
    last.broken_off = source.find_first_not_of(dots, last.span.to) == source.npos;
}

void percents(const Label& label, Findings& out) {
    for (std::size_t p = 0; p < label.products.size(); ++p) {
        double sum = 0;
        for (std::size_t e = 0; e < label.products[p].entries.size(); ++e) {
            const Entry& entry = label.products[p].entries[e];
            if (!entry.percent || entry.section == Section::may_contain) continue;
            sum += entry.percent->min;
            if (sum > 100.0 + 1e-9) {
                out.add(Detector::infeasible_percent, entry.span, "the stated percents sum to more than 100", p, e);
                break;
            }
        }
    }
}

}  // namespace

void decide_order(std::vector<Product>& products) {
    for (Product& product : products) {
        product.order = alphabetical(product.entries)  ? Order::alphabetical
                        : shares_rise(product.entries) ? Order::unknown
                                                       : Order::descending;
    }
}

void detect_entries_again(Label& label) {
    std::erase_if(label.detections, [](const Detection& one) {
        return one.detector == Detector::alphabetical || one.detector == Detector::duplicate_entry;
    });
    Findings out(label);
    of_entries(label, false, out);
    sort(label);
}

void detect(const Reading& reading, const Assembly& assembly, const CleanText& clean, Label& label) {
    Findings out(label);
    const base::Span all{0, clean.source().size()};
    const auto span_of = [&](std::uint32_t token) { return clean.origin(reading.tokens[token].span()); };
    if (label.products.empty()) out.add(Detector::no_list, all, "the text declares no ingredients");
    if (assembly.prose) {
        const auto text = std::find_if(label.pieces.begin(), label.pieces.end(), [](const Piece& piece) {
            return piece.kind != PieceKind::entry && piece.kind != PieceKind::separator &&
                   piece.kind != PieceKind::heading;
        });
        if (text != label.pieces.end()) out.add(Detector::prose, text->span, "sentences stand beside the list");
    }
    if (label.products.size() > 1) {
        out.add(Detector::several_products, label.products[1].entries.front().span,
                "the field declares several products", 1);
    }
    if (!assembly.missing_separators.empty()) {
        out.add(Detector::missing_separators, assembly.missing_separators.front(), "no separator before this name");
    }
    const std::uint32_t stray = first_stray(reading, assembly);
    if (!label.products.empty() && stray != none)
        out.add(Detector::broken_bracket, span_of(stray), std::string(no_partner));
    of_entries(label, assembly.all_differ, out);
    percents(label, out);
    if (const auto cut = truncation(clean, assembly.breaks_off); cut)
        out.add(Detector::truncated, *cut, "the text breaks off"), mark_broken_off(label, clean.source());
    if (const auto bad = mojibake(clean.source()); bad)
        out.add(Detector::mojibake, *bad, "characters read in a wrong encoding");
    if (clean.invisible()) out.add(Detector::invisible_character, *clean.invisible(), "a character that shows nothing");
    if (const auto twin = look_alike(reading); twin)
        out.add(Detector::look_alike, span_of(*twin), "letters of two scripts in one word");
    if (clean.html()) out.add(Detector::html, *clean.html(), "markup of a web page");
    sort(label);
}

}  // namespace incilint::label
