#include <algorithm>
#include <bit>
#include <charconv>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "base/joined.h"
#include "lexicon/structure.h"
#include "lexicon/structure_draft.h"
#include "lexicon/structure_image.h"
#include "lexicon/structure_slots.h"
#include "lexicon/tsv.h"
#include "lexicon/typed.h"

namespace incilint::lexicon {
namespace {

constexpr std::array<std::string_view, 4> columns = {"kind", "word", "value", "classes"};

class Build {
  public:
    Build(std::string_view tsv, std::string file, const ClassLookup& classes)
        : tsv_(tsv), file_(std::move(file)), lookup_(classes) {
        for (std::uint32_t i = 0; i < fixed_kinds; ++i) {
            kinds_.emplace(fixed_kind_names[i], i);
            used_.emplace(fixed_kind_names[i]);
        }
    }

    base::Expected<std::string, base::Diagnostics> run() {
        const TsvShape shape{columns, columns.size(), true};
        const std::vector<TsvRow> rows = tsv_.empty() ? std::vector<TsvRow>() : read_tsv(file_, tsv_, shape, faults_);
        for (const TsvRow& row : rows) {
            if (row.cells[0] != "pattern") add_word(row);
        }
        for (const TsvRow& row : rows) {
            if (row.cells[0] == "pattern") add_pattern(row);
        }
        add_typed();
        for (const auto& [kind, line] : first_lines_) {  // a list that nothing reads is a kind misspelt
            if (!used_.contains(kind))
                add_fault(faults_, "data/structure", file_, static_cast<int>(line),
                          "no pattern and no reader uses the kind \"" + kind + "\"",
                          "a kind that is there, or a pattern with {" + kind + "}");
        }
        if (!faults_.empty()) return base::Error<base::Diagnostics>{std::move(faults_)};
        return layout();
    }

  private:
    void fault(const TsvRow& row, std::string text, std::string hint = std::string()) {
        add_fault(faults_, "data/structure", file_, row.line, std::move(text), std::move(hint));
    }

    Classes classes_of(const TsvRow& row) {
        Classes out;
        for (const std::string_view name : cell_list(row.cells[3])) {
            if (const auto id = lookup_(name)) {
                out.push_back(static_cast<std::uint32_t>(*id));
            } else {
                fault(row, "unknown class \"" + std::string(name) + "\"");
            }
        }
        return out;
    }

    std::uint32_t kind_of(const std::string& name) {
        return kinds_.try_emplace(name, static_cast<std::uint32_t>(kinds_.size())).first->second;
    }

    void add_word(const TsvRow& row) {
        const std::string word(row.cells[1]);
        if (row.cells[0].empty() || word.empty()) return fault(row, "a row needs a kind and a word");
        if (word != lower(word) || word.find('-') != std::string::npos || word.find("  ") != std::string::npos) {
            fault(row, "\"" + word + "\" is no normal form", "small letters, blanks for hyphens");
        }
        const std::string kind(row.cells[0]);
        first_lines_.try_emplace(kind, row.line);
        if (!words_[word].try_emplace(kind_of(kind), Entry{std::string(row.cells[2]), classes_of(row)}).second) {
            fault(row, "\"" + word + "\" stands twice in " + kind);
        }
        lists_[kind].push_back(word);
        if (kind.starts_with(fixed_kind_names[kind_abroad])) add_start(word);
    }

    void add_start(const std::string& word) {
        if (word.size() <= abroad_start_size) return;
        add_size(words_[word.substr(0, abroad_start_size)][kind_abroad_start].value, word.size());
    }

    /// True where lists and patterns have each word: "benzene sulfonate" is English.
    [[nodiscard]] bool are_known(const std::string& name) const {
        bool known = true;
        for (std::size_t at = 0; known && at < name.size();) {
            const std::size_t end = std::min(name.find(' ', at), name.size());
            known = words_.contains(name.substr(at, end - at));
            at = end + 1;
        }
        return known || words_.contains(name);
    }

    /// What other languages say is typed without accents, too: "oleo de" where no list has that word.
    void add_typed() {
        for (const std::uint32_t kind : {kind_abroad, kind_abroad_first, kind_abroad_last}) {
            for (const std::string& word : lists_[std::string(fixed_kind_names[kind])]) {
                const std::string plain = typed_plainly(word);
                if (plain.size() < least_typed || are_known(plain)) continue;
                words_[plain].try_emplace(kind, words_[word].at(kind));
                add_start(plain);
            }
        }
    }

    /// "{amid}opropyl": a list of its own, whose words are made of another's.
    std::optional<std::uint32_t> glued(const std::string& before, const std::string& list, const std::string& after) {
        const auto found = lists_.find(list);
        if (found == lists_.end()) return std::nullopt;
        used_.insert(list);
        const std::string name = before + '{' + list + '}' + after;
        if (const auto made = kinds_.find(name); made != kinds_.end()) return made->second;
        const std::uint32_t from = kind_of(list);
        const std::uint32_t kind = kind_of(name);
        for (const std::string& word : found->second) {
            const Entry& old = words_[word].at(from);
            Entry entry{std::string(), old.classes};
            if (!old.value.empty())
                entry.value = base::joined({before, before.empty() ? old.value : lower(old.value), after}, "");
            if (!before.empty() && !entry.value.empty() && entry.value[0] >= 'a')
                entry.value[0] = static_cast<char>(entry.value[0] - 32);
            words_[base::joined({before, word, after}, "")].try_emplace(kind, std::move(entry));
        }
        return kind;
    }

    bool read_bounds(std::string_view text, Element& element) {
        for (std::uint32_t& bound : element.bounds) {
            while (!text.empty() && (text.front() == ':' || text.front() == '-')) text.remove_prefix(1);
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bound);
            if (error != std::errc()) return false;
            text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        }
        return text.empty();
    }

    bool read_element(std::string_view text, Element& element) {
        const std::size_t open = text.find('{');
        if (open == std::string_view::npos) {
            element.literal = true;
            element.print = text;
            const std::string word = lower(text);
            element.kind = kind_of('=' + word);
            words_[word].try_emplace(element.kind, Entry{});
            return true;
        }
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) return false;
        const std::string list(text.substr(open + 1, close - open - 1));
        const std::string before = lower(text.substr(0, open));
        const std::string after = lower(text.substr(close + 1));
        if (list == "n") {
            element.kind = kind_number;
            return before.empty() && after.empty();
        }
        if (list.starts_with("c:")) {
            element.kind = kind_range;
            return before.empty() && after.empty() && read_bounds(std::string_view(list).substr(1), element);
        }
        if (before.empty() && after.empty()) {
            element.kind = kind_of(list);
            used_.insert(list);
            return lists_.count(list) > 0;
        }
        const auto kind = glued(before, list, after);
        element.kind = kind.value_or(0);
        return kind.has_value();
    }

    void add_pattern(const TsvRow& row) {
        Pattern pattern;
        pattern.classes = classes_of(row);
        std::string_view rest = row.cells[1];
        char joint = '\0';
        while (!rest.empty()) {
            std::size_t end = 0;
            int depth = 0;
            while (end < rest.size() && (depth > 0 || (rest[end] != ' ' && rest[end] != '-'))) {
                depth += rest[end] == '{' ? 1 : rest[end] == '}' ? -1 : 0;
                ++end;
            }
            Element element;
            element.joint = joint;
            if (end == 0 || !read_element(rest.substr(0, end), element)) {
                return fault(row, "cannot read \"" + std::string(rest.substr(0, end)) + "\" in a pattern",
                             "a word list that is there, {n}, {c:8-12:14-18} or a word");
            }
            pattern.elements.push_back(std::move(element));
            joint = end < rest.size() ? rest[end] : '\0';
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (pattern.elements.empty()) return fault(row, "a pattern needs elements");
        patterns_.push_back(std::move(pattern));
    }

    void put_text(base::ByteWriter& table, const std::string& text) {
        const auto [entry, fresh] = pooled_.try_emplace(text, static_cast<std::uint32_t>(pool_.size()));
        if (fresh) pool_ += text;
        table.u32(entry->second);
        table.u32(static_cast<std::uint32_t>(text.size()));
    }
    void put_classes(base::ByteWriter& table, const Classes& classes) {
        table.u32(static_cast<std::uint32_t>(tables_[3].size() / 4));
        table.u32(static_cast<std::uint32_t>(classes.size()));
        for (const std::uint32_t id : classes) tables_[3].u32(id);
    }

    std::string layout() {
        base::ByteWriter& members = tables_[static_cast<std::size_t>(Table::members)];
        std::vector<std::uint64_t> hashes;
        std::uint32_t member_count = 0;
        for (const auto& [word, lists] : words_) {
            base::ByteWriter& words = tables_[static_cast<std::size_t>(Table::words)];
            put_text(words, word);
            words.u32(member_count);
            words.u32(static_cast<std::uint32_t>(lists.size()));
            for (const auto& [kind, entry] : lists) {
                members.u32(kind);
                put_text(members, entry.value);
                put_classes(members, entry.classes);
                ++member_count;
            }
            hashes.push_back(base::hash64(word));
        }
        for (const std::uint32_t slot : word_slots(hashes)) tables_[static_cast<std::size_t>(Table::slots)].u32(slot);
        write_patterns();
        base::ByteWriter out;
        out.raw(structure_magic);
        for (std::size_t i = 0; i < table_count; ++i) {
            out.u32(static_cast<std::uint32_t>(tables_[i].size() / 4 / table_width[i]));
        }
        out.u32(static_cast<std::uint32_t>(pool_.size()));
        for (base::ByteWriter& table : tables_) out.raw(table.take());
        out.raw(pool_);
        return out.take();
    }

    /// Patterns stand together by the kind of their last element: that is how a name finds them.
    void write_patterns() {
        std::stable_sort(patterns_.begin(), patterns_.end(), [](const Pattern& a, const Pattern& b) {
            return a.elements.back().kind < b.elements.back().kind;
        });
        std::vector<std::pair<std::uint32_t, std::uint32_t>> kinds(kinds_.size());
        base::ByteWriter& patterns = tables_[static_cast<std::size_t>(Table::patterns)];
        base::ByteWriter& elements = tables_[static_cast<std::size_t>(Table::elements)];
        for (std::uint32_t i = 0, element_count = 0; i < patterns_.size(); ++i) {
            const Pattern& pattern = patterns_[i];
            auto& [first, count] = kinds[pattern.elements.back().kind];
            if (count++ == 0) first = i;
            patterns.u32(element_count);
            patterns.u32(static_cast<std::uint32_t>(pattern.elements.size()));
            put_classes(patterns, pattern.classes);
            for (const Element& element : pattern.elements) {
                elements.u32(element.kind);
                elements.u32(static_cast<std::uint32_t>(element.joint));
                elements.u32(element.literal ? 1 : 0);
                put_text(elements, element.print);
                for (const std::uint32_t bound : element.bounds) elements.u32(bound);
                ++element_count;
            }
        }
        for (const auto& [first, count] : kinds) {
            tables_[static_cast<std::size_t>(Table::kinds)].u32(first);
            tables_[static_cast<std::size_t>(Table::kinds)].u32(count);
        }
    }

    std::string_view tsv_;
    std::string file_;
    const ClassLookup& lookup_;
    base::Diagnostics faults_;
    std::map<std::string, std::uint32_t> kinds_;
    std::set<std::string> used_;                        ///< kinds that a reader or a pattern asks for
    std::map<std::string, std::uint32_t> first_lines_;  ///< of each kind's rows
    std::map<std::string, std::map<std::uint32_t, Entry>> words_;
    std::map<std::string, std::vector<std::string>> lists_;
    std::vector<Pattern> patterns_;
    std::array<base::ByteWriter, table_count> tables_;
    std::map<std::string, std::uint32_t> pooled_;
    std::string pool_;
};

}  // namespace

base::Expected<std::string, base::Diagnostics> build_structure(std::string_view tsv, const std::string& file,
                                                               const ClassLookup& classes) {
    return Build(tsv, file, classes).run();
}

}  // namespace incilint::lexicon
