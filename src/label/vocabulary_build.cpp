#include <algorithm>
#include <array>
#include <bit>
#include <vector>

#include "base/bytes.h"
#include "base/near.h"
#include "label/vocabulary.h"
#include "label/vocabulary_image.h"

namespace incilint::label {
namespace {

struct Row {
    PhraseKind kind{};
    std::vector<std::uint64_t> tokens;
    std::string_view language;
    friend bool operator<(const Row& a, const Row& b) {
        if (a.tokens[0] != b.tokens[0]) return a.tokens[0] < b.tokens[0];
        if (a.tokens.size() != b.tokens.size()) return a.tokens.size() > b.tokens.size();
        if (a.tokens != b.tokens) return a.tokens < b.tokens;
        return a.kind < b.kind;
    }
};

constexpr std::string_view header = "kind\tlanguage\tphrase\tnote";

class Reader {
  public:
    Reader(std::string_view tsv, const std::string& file) : tsv_(tsv), file_(file) {}

    void run() {
        std::size_t at = 0;
        while (at < tsv_.size()) {
            std::size_t end = tsv_.find('\n', at);
            if (end == tsv_.npos) end = tsv_.size();
            ++line_;
            row(tsv_.substr(at, end - at));
            at = end + 1;
        }
        if (line_ == 0) fault("vocabulary/header", "the file is empty", std::string(header));
    }

    std::vector<Row> rows;
    base::Diagnostics faults;

  private:
    void fault(std::string code, std::string text, std::string hint = {}) {
        faults.push_back({std::move(code), {file_, line_, 1}, std::move(text), std::move(hint)});
    }

    void row(std::string_view line) {
        if (line_ == 1) {
            if (line != header) fault("vocabulary/header", "the first line must name the columns", std::string(header));
            return;
        }
        std::array<std::string_view, 4> cells;
        std::size_t count = 0;
        std::size_t at = 0;
        for (; count < cells.size(); ++count) {
            const std::size_t tab = line.find('\t', at);
            cells[count] = line.substr(at, tab == line.npos ? line.npos : tab - at);
            if (tab == line.npos) break;
            at = tab + 1;
        }
        if (count != 3) return fault("vocabulary/columns", "a row has four columns", "kind, language, phrase, note");
        const auto kind = phrase_kind_named(cells[0]);
        if (!kind)
            return fault("vocabulary/kind", "unknown kind \"" + std::string(cells[0]) + "\"", near_kind(cells[0]));
        if (cells[1].size() != 2) return fault("vocabulary/language", "a language is two letters, or xx for all");
        Row made{*kind, {}, cells[1]};
        for (const Token& token : scan(cells[2])) {
            const std::string_view text = base::slice(cells[2], token.span());
            made.tokens.push_back(text == "#" ? number_hash : token.hash);
        }
        if (made.tokens.empty()) return fault("vocabulary/phrase", "the phrase is empty");
        if (made.tokens.size() > 40) return fault("vocabulary/phrase", "the phrase is longer than 40 words");
        rows.push_back(std::move(made));
    }

    static std::string near_kind(std::string_view name) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < phrase_kind_count; ++i) names.emplace_back(word(static_cast<PhraseKind>(i)));
        return base::near_hint(name, names);
    }

    std::string_view tsv_;
    std::string file_;
    int line_ = 0;
};

/// Bits and table of the first words of `rows`, which are sorted.
std::string first_words(const std::vector<Row>& rows) {
    using namespace vocabulary_image;
    std::vector<Vocabulary::First> words;
    std::string begins(begins_size, '\0');
    std::string pairs(pairs_size, '\0');
    const auto set = [](std::string& bits, std::size_t bit) {
        char& byte = bits[bit / 8];
        byte = static_cast<char>(byte | 1 << bit % 8);
    };
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const std::uint64_t hash = rows[i].tokens[0];
        if (words.empty() || words.back().hash != hash) words.push_back({hash, {i, i}, 0, 0});
        words.back().range.last = i + 1;
        words.back().kinds |= Vocabulary::bit(rows[i].kind);
        if (rows[i].tokens.size() == 1) words.back().singles |= Vocabulary::bit(rows[i].kind);
        set(begins, begins_bit(hash));
        if (rows[i].tokens.size() > 1) set(pairs, pair_bit(hash, rows[i].tokens[1]));
    }
    std::vector<Vocabulary::First> slots(std::bit_ceil(words.size() + words.size() / 3 + 1));
    for (const Vocabulary::First& word : words) {
        std::uint64_t at = slot_of(word.hash) & (slots.size() - 1);
        while (slots[at].kinds != 0) at = (at + 1) & (slots.size() - 1);
        slots[at] = word;
    }
    base::ByteWriter out;
    out.u32(static_cast<std::uint32_t>(slots.size()));
    out.raw(begins);
    out.raw(pairs);
    for (const Vocabulary::First& slot : slots) {
        out.u64(slot.hash);
        out.u32(slot.range.first);
        out.u32(slot.range.last);
        out.u64(slot.kinds);
        out.u64(slot.singles);
    }
    return out.take();
}

}  // namespace

base::Expected<std::string, base::Diagnostics> build_vocabulary_image(std::string_view tsv, const std::string& file) {
    Reader reader(tsv, file);
    reader.run();
    if (!reader.faults.empty()) return base::Error{std::move(reader.faults)};
    std::vector<Row>& rows = reader.rows;
    std::sort(rows.begin(), rows.end());
    const auto same = [](const Row& a, const Row& b) { return a.tokens == b.tokens && a.kind == b.kind; };
    rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());

    std::size_t tokens = 0;
    for (const Row& row : rows) tokens += row.tokens.size();
    base::ByteWriter out;
    out.u32(vocabulary_image::magic);
    out.u32(static_cast<std::uint32_t>(rows.size()));
    out.u32(static_cast<std::uint32_t>(tokens));
    out.raw(first_words(rows));
    std::uint32_t first = 0;
    for (const Row& row : rows) {
        out.u32(first);
        out.u16(static_cast<std::uint16_t>(row.tokens.size()));
        out.u8(static_cast<std::uint8_t>(row.kind));
        out.u8(0);
        first += static_cast<std::uint32_t>(row.tokens.size());
    }
    for (const Row& row : rows) {
        for (const std::uint64_t token : row.tokens) out.u64(token);
    }
    return out.take();
}

}  // namespace incilint::label
