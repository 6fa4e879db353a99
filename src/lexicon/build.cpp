#include "lexicon/build.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/near.h"
#include "lexicon/image_writer.h"
#include "lexicon/names.h"
#include "lexicon/structure.h"
#include "lexicon/tsv.h"

namespace incilint::lexicon {
namespace {

constexpr std::array<std::string_view, 7> ingredient_columns = {"inci",      "synonyms", "cas",   "classes",
                                                                "functions", "cap",      "source"};
constexpr std::array<std::string_view, 4> class_columns = {"class", "parent", "meaning", "source"};
constexpr std::array<std::string_view, 5> source_columns = {"key", "citation", "link", "read", "date"};
constexpr std::array<std::string_view, 3> spelling_columns = {"from", "to", "source"};
constexpr std::array<std::string_view, 3> name_word_columns = {"kind", "word", "value"};

std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

/// What the rows of one table sort by: ASCII letters without case, then bytes.
std::string sort_key(std::string_view text) {
    std::string key(text);
    for (char& byte : key) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
    return key;
}

/// Builds the base image; each step reads one table and adds its faults.
class Build {
  public:
    explicit Build(const DictionarySources& sources) : sources_(sources) {}

    base::Expected<std::string, base::Diagnostics> run() {
        read_sources();
        read_classes();
        read_spelling();
        read_ingredients();
        read_name_words();
        read_structure();
        if (!faults_.empty()) return base::Error{std::move(faults_)};
        return image_.finish({});
    }

  private:
    std::vector<TsvRow> table(const NamedText& text, std::span<const std::string_view> columns) {
        file_ = text.file;
        return read_tsv(text.file, text.text, {columns, columns.size(), true}, faults_);
    }
    void fault(int line, std::string_view code, std::string text, std::string hint = std::string()) {
        add_fault(faults_, code, file_, line, std::move(text), std::move(hint));
    }
    /// Rows sort by their first cell, and no two are equal in it.
    void check_order(const std::vector<TsvRow>& rows) {
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const std::string before = sort_key(rows[i - 1].cells[0]);
            const std::string here = sort_key(rows[i].cells[0]);
            if (before == here) fault(rows[i].line, "data/twice", quoted(rows[i].cells[0]) + " stands twice");
            if (before > here) fault(rows[i].line, "data/order", quoted(rows[i].cells[0]) + " is out of order");
        }
    }
    void check_sources(const TsvRow& row, std::string_view cell) {
        if (cell.empty()) fault(row.line, "data/source", "no source", "write unsourced where there is none");
        for (const std::string_view key : cell_list(cell)) {
            if (key == "unsourced" || std::binary_search(keys_.begin(), keys_.end(), key)) continue;
            unknown(row.line, "source", key, keys_);
        }
    }
    void unknown(int line, const std::string& what, std::string_view name, const std::vector<std::string>& known) {
        fault(line, "data/unknown-" + what, "unknown " + what + ' ' + quoted(name), base::near_hint(name, known));
    }
    std::vector<std::uint32_t> class_ids(const TsvRow& row, std::string_view cell) {
        std::vector<std::uint32_t> ids;
        for (const std::string_view name : cell_list(cell)) {
            const auto found = std::find(classes_.begin(), classes_.end(), name);
            const auto id = static_cast<std::uint32_t>(found - classes_.begin());
            if (found == classes_.end()) {
                unknown(row.line, "class", name, classes_);
            } else if (std::find(ids.begin(), ids.end(), id) != ids.end()) {
                fault(row.line, "data/twice", "class " + quoted(name) + " stands twice");
            } else {
                ids.push_back(id);
            }
        }
        return ids;
    }

    void read_sources() {
        const auto rows = table(sources_.sources, source_columns);
        for (const TsvRow& row : rows) {
            if (row.cells[0].empty() || row.cells[1].empty())
                fault(row.line, "data/empty", "a source needs a key and a citation");
            keys_.emplace_back(row.cells[0]);
        }
        std::sort(keys_.begin(), keys_.end());
        const auto twice = std::adjacent_find(keys_.begin(), keys_.end());
        if (twice != keys_.end()) fault(0, "data/twice", "source " + quoted(*twice) + " stands twice");
    }

    void read_classes() {
        const auto rows = table(sources_.classes, class_columns);
        std::map<std::string_view, std::uint32_t> ids;
        for (const TsvRow& row : rows) {
            const bool fresh = ids.emplace(row.cells[0], static_cast<std::uint32_t>(ids.size())).second;
            if (!fresh) fault(row.line, "data/twice", "class " + quoted(row.cells[0]) + " stands twice");
            if (row.cells[0].empty()) fault(row.line, "data/empty", "a class without a name");
            if (fresh) classes_.emplace_back(row.cells[0]);
        }
        std::set<std::string_view> above;
        std::vector<std::uint64_t> hashes;
        for (const TsvRow& row : rows) {
            check_sources(row, row.cells[3]);
            const auto parent = ids.find(row.cells[1]);
            if (!row.cells[1].empty() && parent == ids.end()) unknown(row.line, "class", row.cells[1], classes_);
            // Parents stand above their children, so that there are no circles.
            if (parent != ids.end() && !above.contains(row.cells[1])) {
                fault(row.line, "data/order", "parent " + quoted(row.cells[1]) + " must stand above its class");
            }
            above.insert(row.cells[0]);
            image_.text(Part::classes, row.cells[0]);
            image_.number(Part::classes, parent == ids.end() ? 0 : parent->second + 1);
            image_.text(Part::classes, row.cells[2]);
            hashes.push_back(name_hash(row.cells[0]));
        }
        image_.index(Part::class_slots, hashes);
    }

    void read_spelling() {
        const auto rows = table(sources_.spelling, spelling_columns);
        std::vector<SpellingPairs::Pair> pairs;
        for (const TsvRow& row : rows) {
            check_sources(row, row.cells[2]);
            if (row.cells[0].size() < 2 || row.cells[1].empty()) {
                fault(row.line, "data/empty", "a spelling needs two letters, and something to become");
                continue;
            }
            pairs.emplace_back(row.cells[0], row.cells[1]);
            image_.text(Part::pairs, row.cells[0]);
            image_.text(Part::pairs, row.cells[1]);
        }
        check_order(rows);
        pairs_ = SpellingPairs(std::move(pairs));
        const SpellingPairs none;
        for (const TsvRow& row : rows) {
            const bool normal =
                normal_form(row.cells[0], none) == row.cells[0] && normal_form(row.cells[1], none) == row.cells[1];
            if (!normal)
                fault(row.line, "data/spelling", "a spelling is written as a normal form (small letters, no hyphen)");
            const bool works =
                normal_form(row.cells[0], pairs_) == row.cells[1] && normal_form(row.cells[1], pairs_) == row.cells[1];
            if (normal && !works)
                fault(row.line, "data/spelling",
                      "another spelling changes " + quoted(row.cells[0]) + " or " + quoted(row.cells[1]));
        }
    }

    void read_ingredients() {
        const auto rows = table(sources_.ingredients, ingredient_columns);
        check_order(rows);
        std::vector<NameRow> names;
        for (const TsvRow& row : rows) {
            NameRow made;
            made.inci = row.cells[0];
            for (const std::string_view synonym : cell_list(row.cells[1])) made.synonyms.emplace_back(synonym);
            made.cas = row.cells[2];
            made.classes = class_ids(row, row.cells[3]);
            made.functions = row.cells[4];
            made.caps = row.cells[5];
            made.source = row.cells[6];
            made.where.file = file_;
            made.where.line = row.line;
            for (const std::string_view cap : cell_list(row.cells[5])) {
                if (!read_cap(cap))
                    fault(row.line, "data/cap", "a cap that cannot be read: " + quoted(cap),
                          "write V/29=1 or V/1=2.5@rinse-off:acid");
            }
            check_sources(row, row.cells[6]);
            names.push_back(std::move(made));
        }
        add_typed(names, pairs_);
        write_names(image_, names, pairs_, faults_);
    }

    void read_name_words() {
        if (sources_.name_words.text.empty()) return;
        const auto rows = table(sources_.name_words, name_word_columns);
        std::set<std::string> seen;
        std::vector<std::uint64_t> hashes;
        for (const TsvRow& row : rows) {
            const bool adjective = row.cells[0] == "adjective";
            constexpr std::array<std::string_view, 6> kinds = {"adjective", "alteration",  "own",
                                                               "stereo",    "translation", "vague"};
            if (std::find(kinds.begin(), kinds.end(), row.cells[0]) == kinds.end())
                unknown(row.line, "kind", row.cells[0], {kinds.begin(), kinds.end()});
            const bool normal = !row.cells[1].empty() && normal_form(row.cells[1], pairs_) == row.cells[1];
            if (!normal) fault(row.line, "data/name-word", "a name word is written as a normal form");
            const std::string key = name_word_key(row.cells[0], row.cells[1]);
            if (!seen.insert(key).second) fault(row.line, "data/twice", quoted(row.cells[1]) + " stands twice");
            const std::size_t first_class = image_.part(Part::class_lists).size() / 4;
            const std::vector<std::uint32_t> ids =
                adjective ? class_ids(row, row.cells[2]) : std::vector<std::uint32_t>();
            for (const std::uint32_t id : ids) image_.number(Part::class_lists, id);
            for (const std::string_view cell : row.cells) image_.text(Part::name_words, cell);
            image_.number(Part::name_words, static_cast<std::uint32_t>(first_class));
            image_.number(Part::name_words, static_cast<std::uint32_t>(ids.size()));
            hashes.push_back(name_hash(key));
        }
        image_.index(Part::name_word_slots, hashes);
    }

    void read_structure() {
        if (sources_.structure.text.empty()) return;
        const auto id_of = [this](std::string_view name) -> std::optional<ClassId> {
            const auto found = std::find(classes_.begin(), classes_.end(), name);
            if (found == classes_.end()) return std::nullopt;
            return static_cast<ClassId>(found - classes_.begin());
        };
        const auto made = build_structure(sources_.structure.text, sources_.structure.file, id_of);
        if (made) {
            image_.part(Part::structure).raw(*made);
        } else {
            faults_.insert(faults_.end(), made.error().begin(), made.error().end());
        }
    }

    const DictionarySources& sources_;
    ImageWriter image_;
    base::Diagnostics faults_;
    std::string file_;
    std::vector<std::string> keys_;
    std::vector<std::string> classes_;
    SpellingPairs pairs_;
};

}  // namespace

base::Expected<std::string, base::Diagnostics> build_image(const DictionarySources& sources) {
    return Build(sources).run();
}

}  // namespace incilint::lexicon
