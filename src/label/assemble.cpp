#include "label/assemble.h"

#include <algorithm>
#include <span>

#include "label/brackets.h"
#include "label/codes.h"
#include "label/headings.h"
#include "label/names_met.h"
#include "label/sections.h"
#include "label/shares.h"
#include "label/split.h"
#include "label/standing.h"
#include "label/tails.h"
#include "label/texts.h"
#include "label/told_first.h"

namespace incilint::label {
namespace {

class Assembler {
  public:
    Assembler(const Reading& reading, const Judgement& judgement, Knowledge& knowledge, const CleanText& clean,
              const Vocabulary& vocabulary)
        : reading_(reading), judgement_(judgement), knowledge_(knowledge), clean_(clean), vocabulary_(vocabulary) {}

    Assembly run() {
        const auto count = static_cast<std::uint32_t>(reading_.cells.size());
        out_.stretches.reserve(count + count / 4 + 8);
        for (std::uint32_t i = 0; i < count;) {
            if (reading_.cells[i].heading != none) {
                heading(i++);
            } else if (judgement_.list[i]) {
                std::uint32_t last = i + 1;
                while (last < count && judgement_.list[last] && reading_.cells[last].heading == none &&
                       judgement_.actives[last] == judgement_.actives[i]) {
                    ++last;
                }
                list(i, last);
                i = last;
            } else {
                text(i++);
            }
        }
        finish();
        return std::move(out_);
    }

  private:
    [[nodiscard]] const Cell& cell(std::uint32_t i) const { return reading_.cells[i]; }
    [[nodiscard]] bool holds(std::uint32_t first, std::uint32_t last, Note note) const {
        return std::any_of(reading_.tokens.begin() + first, reading_.tokens.begin() + last,
                           [note](const Token& token) { return token.has(note); });
    }

    void heading(std::uint32_t i) {
        const Heading& heading = reading_.headings[cell(i).heading];
        told_first_.heading(heading.kind, heading.first, out_.products);
        name_from_ = none;
        out_.stretches.push_back({heading.first, heading.last, PieceKind::heading});
        at_most_.reset();
        heading_since_ = heading_since_ || begins_list(heading.kind);
        if (heading.kind == PhraseKind::heading && !percents_.only(out_.products)) {
            // The heading again, after a whole list: the next product's list.
            new_product_ = !out_.products.empty() && out_.products.back().entries.size() > 2;
        } else if ((heading.kind == PhraseKind::heading || heading.kind == PhraseKind::heading_inactive) &&
                   !sub_heading_) {
            percents_.are_active(out_.products);
        } else if (heading.kind == PhraseKind::heading_at_most) {
            at_most_ = heading.percent;
        }
        section_ = section_of(heading.kind, section_).value_or(section_);
    }

    void list(std::uint32_t first, std::uint32_t last) {
        if (out_.products.empty() || ((sub_heading_ || new_product_) && !out_.products.back().entries.empty())) {
            out_.products.emplace_back();
            if (out_.products.size() > 1) section_ = heading_since_ ? section_ : Section::main;
        }
        if (sub_heading_) {
            out_.products.back().name = std::move(sub_heading_);
            sub_heading_.reset();
        }
        new_product_ = heading_since_ = false;
        const Section section = section_;
        if (judgement_.actives[first]) section_ = Section::active;
        const base::LongVector<Name> names = split(reading_, knowledge_, first, last);
        const auto separated =
            std::count_if(names.begin(), names.end(), [this](const Name& name) { return cell(name.cell).hard_before; });
        base::LongVector<Entry>& entries = out_.products.back().entries;
        if (entries.empty()) entries.reserve(names.size());
        const bool lines_separate = static_cast<std::size_t>(separated) * 2 < names.size();
        out_.lines_separate = out_.lines_separate || lines_separate;
        for (std::size_t k = 0; k < names.size(); ++k) {
            const bool behind_text = k == 0 && last_text_ == PieceKind::footnote;
            if (!lines_separate && begins_again(names[k], behind_text)) {
                out_.products.emplace_back();
                section_ = Section::main;
            }
            entry(names[k], k + 1 == names.size());
        }
        section_ = section;
        last_text_ = PieceKind::separator;
    }

    /// Water at the start of a line or behind a legend, after a list that began with it: the next product, its heading
    /// lost.
    [[nodiscard]] bool begins_again(const Name& name, bool behind_text) {
        constexpr std::size_t shortest = 5;  // entries
        const Cell& here = cell(name.cell);
        const bool line = !here.hard_before && (here.before == Break::line || here.before == Break::paragraph);
        if ((!line && !behind_text) || out_.products.back().entries.size() < shortest) return false;
        if (!holds(name.first, name.last, list_start)) return false;
        const std::string_view first = knowledge_.identity(first_name_.first, first_name_.last);
        return !first.empty() && knowledge_.identity(name.first, name.last) == first;
    }

    void entry(const Name& name, bool last) {
        std::uint32_t from = name.first;
        std::uint32_t to = name.last;
        const auto junk = [&](std::uint32_t at) {
            const Token& token = reading_.tokens[at];
            switch (token.kind) {
                case TokenKind::word:
                case TokenKind::number:
                case TokenKind::percent:
                case TokenKind::mark:
                    return false;
                case TokenKind::open:
                case TokenKind::close:
                    return reading_.partner[at] == none && !token.has(silent);
                case TokenKind::stop:
                    return last || at == from;
                case TokenKind::less:
                case TokenKind::more:
                case TokenKind::plus:
                    return !token.has(silent) && at == from;
                default:
                    return !token.has(silent);
            }
        };
        while (from < to && junk(from)) ++from;
        while (to > from && junk(to - 1)) --to;
        if (from >= to) return;
        const Seen seen = seen_of(name);
        if (may_be_code(seen, reading_.tokens[from]) &&
            is_code(reading_, from, to, CodeFrame::bare, vocabulary_)) {  // the last cell of a list of dashes
            out_.stretches.push_back({from, to, PieceKind::batch_code});
            return;
        }
        const std::span<const Token> tokens = std::span(reading_.tokens).subspan(from, to - from);
        // "Sunscreen" behind an active, "Organic" as the last cell.
        const bool phrase = vocabulary_.may_begin(tokens[0].hash);
        const bool badge = phrase && last && vocabulary_.is(PhraseKind::badge, tokens);
        const bool remark = phrase && !tokens[0].has(group_word) && vocabulary_.is(PhraseKind::remark, tokens);
        if ((badge || remark) && !knowledge_.knows(from, to)) {
            out_.stretches.push_back({from, to, badge ? PieceKind::claim : PieceKind::other_text});
            return;
        }
        std::string made;
        const std::string_view said = knowledge_.name(from, to, made);
        if (said.empty()) return;
        base::LongVector<Entry>& entries = out_.products.back().entries;
        if (entries.empty()) first_name_ = {from, to};
        met_.add(knowledge_.name_hash(from, to, said));
        told_first_.entry({from, to});
        const bool blended = cell(name.cell).before == Break::joiner && cell(name.cell).hard_before;
        if (!blended) blend_ = entries.size();
        Entry& entry = entries.emplace_back();
        entry.span = clean_.origin({reading_.tokens[from].from, reading_.tokens[to - 1].to});
        entry.name = base::slice(source(), entry.span);
        if (entry.name != said) {
            entry.printed = entry.name;
            entry.name = out_.texts.keep(said);
        }
        entry.section = section_;
        entry.part_of_group = cell(name.cell).group_part;
        if (seen.kind(TokenKind::mark) || seen.kind(TokenKind::open)) take_marks(from, to, entry);
        if (name.cut) out_.missing_separators.push_back(entry.span);
        out_.stretches.push_back({from, to, PieceKind::entry});
        if (!reading_.amounts.empty() || at_most_) take_percent(from, to, entry);
        if (blended && entry.percent) share_blend(entries, blend_);
        constexpr std::size_t names_before = 3;
        if (last && to == reading_.tokens.size() && entries.size() > names_before &&
            breaks_off(reading_, knowledge_, from, to))
            out_.breaks_off = entry.span;
    }

    /// The source, as long as the entries live.
    [[nodiscard]] std::string_view source() {
        if (source_.empty()) source_ = out_.texts.keep(clean_.source());
        return source_;
    }

    /// What the tokens of the name are, and perhaps those around it.
    [[nodiscard]] Seen seen_of(const Name& name) const {
        Seen seen = cell(name.cell).seen;
        for (std::uint32_t at = name.first; name.joined && at < name.last; ++at) seen.add(reading_.tokens[at]);
        return seen;
    }

    void take_marks(std::uint32_t from, std::uint32_t to, Entry& entry) {
        std::string marks;
        for (std::uint32_t at = from; at < to; ++at) {
            const Token& token = reading_.tokens[at];
            if (token.kind == TokenKind::mark) marks.append(base::slice(reading_.text, token.span()));
            const std::uint32_t partner = reading_.partner[at];
            if (token.kind == TokenKind::open && partner != none && partner < to) {
                entry.nano = entry.nano || says_nano(reading_, {at, partner}, vocabulary_);
            }
        }
        if (!marks.empty()) entry.marks = out_.texts.keep(marks);
    }

    /// The percent in the name, behind it or of the heading above it.
    void take_percent(std::uint32_t from, std::uint32_t to, Entry& entry) {
        const Amount* own = amounts_.within(from, to);
        if (own == nullptr) {
            own = amounts_.behind(to);
            if (own != nullptr) out_.stretches.push_back({own->from, own->to, PieceKind::entry});
        }
        if (own != nullptr && states_purity(reading_, knowledge_, from, *own)) own = nullptr;
        entry.percent = own != nullptr ? std::optional(own->percent) : at_most_;
    }

    void text(std::uint32_t i) {
        const Cell& here = cell(i);
        PieceKind kind = kind_of(reading_, judgement_, i, last_text_);
        const bool titles = names_product(reading_, judgement_, i) && !parts_actives(i);
        if (judgement_.why[i] == PhraseKind::heading_product) {
            if (name_from_ == none) name_from_ = here.first;
            sub_heading_ = heading_name(reading_, name_from_, here.last);
            kind = PieceKind::heading;
        } else if (titles && !out_.products.empty() && heads_colours(reading_, judgement_.list, i)) {
            section_ = Section::may_contain;
            at_most_.reset();
            kind = PieceKind::heading;
        } else if (titles) {
            const bool goes_on = i > 0 && here.before == Break::colon && !judgement_.list[i - 1] &&
                                 goes_with_title(reading_, first_titles(), i);
            sub_heading_ = heading_name(reading_, goes_on ? cell(i - 1).first : here.first, here.last);
            if (goes_on) out_.stretches.back().kind = PieceKind::heading;
            heading_since_ = false;
            kind = PieceKind::heading;
        }
        const bool tells = kind == PieceKind::claim || kind == PieceKind::marketing || kind == PieceKind::disclaimer;
        if (tells || judgement_.evidence[i].prose > 1) out_.prose = true;
        out_.stretches.push_back({here.first, here.last, kind});
        last_text_ = kind;
    }

    const FirstTitles& first_titles() { return titles_ ? *titles_ : titles_.emplace(reading_); }

    /// Between the active ingredients and the heading of the others: what stands there is told of the same product.
    [[nodiscard]] bool parts_actives(std::uint32_t i) {
        if (cell(i).colon_after || i + 1 >= reading_.cells.size() || cell(i + 1).heading == none) return false;
        return reading_.headings[cell(i + 1).heading].kind == PhraseKind::heading_inactive && !out_.products.empty() &&
               !out_.products.back().entries.empty() && percents_.only(out_.products);
    }

    void finish() {
        out_.all_differ = !met_.again();
        out_.told_first = told_first_.told();
        told_first_.merge(out_);
        std::erase_if(out_.products, [](const Product& product) { return product.entries.empty(); });
        // A heading in front of the only product is no name of a kit.
        if (out_.products.size() == 1) out_.products[0].name.reset();
    }

    const Reading& reading_;
    const Judgement& judgement_;
    Knowledge& knowledge_;
    const CleanText& clean_;
    const Vocabulary& vocabulary_;
    AmountsInOrder amounts_{reading_.tokens, reading_.amounts};
    Assembly out_;
    NamesMet met_;
    std::string_view source_;  ///< kept
    Section section_ = Section::main;
    std::optional<Percent> at_most_;
    std::optional<std::string> sub_heading_;
    TokenRange first_name_;  ///< the product's first entry
    ToldFirst told_first_{knowledge_};
    PercentsBefore percents_;
    std::size_t blend_ = 0;              ///< the entry that a blend of "(and)" begins with
    std::optional<FirstTitles> titles_;  ///< looked for once
    std::uint32_t name_from_ = none;     ///< where the name under "Product:" begins
    bool heading_since_ = false;
    bool new_product_ = false;
    PieceKind last_text_ = PieceKind::separator;
};

}  // namespace

Assembly assemble(const Reading& reading, const Judgement& judgement, Knowledge& knowledge, const CleanText& clean,
                  const Vocabulary& vocabulary) {
    return Assembler(reading, judgement, knowledge, clean, vocabulary).run();
}

}  // namespace incilint::label
