// figures.cpp: what catalogs are like, side by side: how the generated ones differ from a real one.
// usage: bench_figures CATALOG.csv… (files with a header that names the column of ingredients)
// Prints one line a figure and one column a catalog: numbers only, no text of any label.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "builtin/builtin.h"
#include "catalog/columns.h"
#include "catalog/rows.h"
#include "label/plain.h"
#include "label/read.h"
#include "lexicon/recognise.h"
#include "match/program.h"

namespace {

using incilint::label::PieceKind;
namespace catalog = incilint::catalog;
using Figures = std::vector<std::pair<std::string, double>>;

/// All ingredient texts of a catalog; empty where it cannot be read.
std::vector<std::string> labels_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    catalog::RowReader reader(text, catalog::sniff(text, ','));
    std::vector<std::string> headers;
    for (const catalog::Field& field : reader.header().fields) headers.push_back(field.value);
    const auto columns = catalog::find_columns(headers, {}, path);
    std::vector<std::string> out;
    if (!columns) return out;
    const std::size_t column = *columns->at(catalog::Role::ingredients);
    for (auto step = reader.next(); step != catalog::RowReader::Step::end; step = reader.next())
        if (step == catalog::RowReader::Step::row) out.push_back(reader.row().fields[column].value);
    return out;
}

/// Lengths, counts and shares that add up over labels.
class Sums {
  public:
    void label(std::string_view text) {
        bytes_.push_back(text.size());
        breaks_ += text.find('\n') != text.npos;
        percents_ += text.find('%') != text.npos;
        stars_ += text.find('*') != text.npos;
        beyond_ascii_ += std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
        ends_in_stop_ += text.ends_with('.');
    }
    void read(const incilint::label::Label& label, const incilint::lexicon::Dictionary& dictionary) {
        without_list_ += label.products.empty();
        kits_ += label.products.size() > 1;
        std::size_t entries = 0;
        for (const auto& product : label.products) {
            for (const auto& entry : product.entries) {
                ++entries;
                brackets_ += entry.raw().find('(') != entry.raw().npos;
                slashes_ += entry.raw().find('/') != entry.raw().npos;
                name_bytes_ += entry.name.size();
                ++counts_[std::string(entry.name)];
                const auto known = recognised(std::string(entry.name), dictionary);
                ++how_[known ? static_cast<std::size_t>(*known) : unknown];
            }
        }
        entries_.push_back(entries);
        bool before = true, list_seen = false;
        std::size_t prose = 0;
        for (const auto& piece : label.pieces) {
            const bool of_list = piece.kind == PieceKind::entry || piece.kind == PieceKind::separator;
            list_seen = list_seen || piece.kind == PieceKind::entry;
            if (list_seen) before = false;
            if (before && !of_list && piece.kind != PieceKind::heading) prose += piece.span.to - piece.span.from;
        }
        if (list_seen && prose > 20) ++prose_before_, prose_bytes_ += prose;
    }
    void plain(bool is) { plain_ += is; }

    [[nodiscard]] Figures figures() {
        const auto labels = static_cast<double>(bytes_.size());
        std::size_t all = 0, all_bytes = 0;
        for (const std::size_t n : entries_) all += n;
        for (const std::size_t n : bytes_) all_bytes += n;
        const auto names = static_cast<double>(all);
        const auto share = [](std::size_t part, double whole) { return 100 * static_cast<double>(part) / whole; };
        Figures out{{"labels", labels}, {"bytes a label, mean", static_cast<double>(all_bytes) / labels}};
        for (const int point : {10, 50, 90, 99}) out.emplace_back(title("bytes a label", point), at(bytes_, point));
        out.emplace_back("names a label, mean", names / labels);
        for (const int point : {10, 50, 90, 99}) out.emplace_back(title("names a label", point), at(entries_, point));
        out.emplace_back("bytes a name, mean", static_cast<double>(name_bytes_) / names);
        out.emplace_back("% of names with a bracket", share(brackets_, names));
        out.emplace_back("% of names with a slash", share(slashes_, names));
        out.emplace_back("% of labels with a line break", share(breaks_, labels));
        out.emplace_back("% of labels with prose before the list", share(prose_before_, labels));
        out.emplace_back("% of bytes that are this prose", share(prose_bytes_, static_cast<double>(all_bytes)));
        out.emplace_back("% of labels without a list", share(without_list_, labels));
        out.emplace_back("% of labels with several products", share(kits_, labels));
        out.emplace_back("% of labels with a percent sign", share(percents_, labels));
        out.emplace_back("% of labels with a star", share(stars_, labels));
        out.emplace_back("% of labels beyond ASCII", share(beyond_ascii_, labels));
        out.emplace_back("% of labels that end in a full stop", share(ends_in_stop_, labels));
        constexpr std::array<const char*, 5> words = {"exactly", "by synonym", "by structure", "by spelling",
                                                      "unknown"};
        for (std::size_t i = 0; i < words.size(); ++i)
            out.emplace_back(std::string("% of names ") + words[i], share(how_[i], names));
        add_frequencies(out, names);
        out.emplace_back("% of labels on the fast path", share(plain_, labels));
        return out;
    }

  private:
    static constexpr std::size_t unknown = 4;
    using How = incilint::lexicon::How;

    static std::string title(const char* what, int point) {
        return std::string(what) + ", " + (point == 50 ? "median" : std::to_string(point) + "th percentile");
    }
    static double at(std::vector<std::size_t>& values, int point) {
        std::sort(values.begin(), values.end());
        return static_cast<double>(values[(values.size() - 1) * static_cast<std::size_t>(point) / 100]);
    }
    std::optional<How> recognised(const std::string& name, const incilint::lexicon::Dictionary& dictionary) {
        const auto [place, fresh] = known_.try_emplace(name);
        if (fresh)
            if (const auto known = incilint::lexicon::recognise(name, dictionary)) place->second = known->how;
        return place->second;
    }
    void add_frequencies(Figures& out, double names) const {
        std::vector<std::size_t> counts;
        for (const auto& [name, count] : counts_) counts.push_back(count);
        std::sort(counts.rbegin(), counts.rend());
        for (const std::size_t most : {std::size_t{10}, std::size_t{100}, std::size_t{1000}}) {
            std::size_t sum = 0;
            for (std::size_t i = 0; i < std::min(most, counts.size()); ++i) sum += counts[i];
            out.emplace_back("% of names among the " + std::to_string(most) + " most frequent",
                             100 * static_cast<double>(sum) / names);
        }
        const auto once = static_cast<double>(std::count(counts.begin(), counts.end(), std::size_t{1}));
        out.emplace_back("% of names printed once in the catalog", 100 * once / names);
        out.emplace_back("different names", static_cast<double>(counts.size()));
    }

    std::vector<std::size_t> bytes_, entries_;
    std::size_t breaks_ = 0, percents_ = 0, stars_ = 0, beyond_ascii_ = 0, ends_in_stop_ = 0;
    std::size_t without_list_ = 0, kits_ = 0, brackets_ = 0, slashes_ = 0, name_bytes_ = 0;
    std::size_t prose_before_ = 0, prose_bytes_ = 0, plain_ = 0;
    std::array<std::size_t, 5> how_{};
    std::unordered_map<std::string, std::size_t> counts_;
    std::unordered_map<std::string, std::optional<How>> known_;
};

}  // namespace

int main(int count, char** words) {
    const auto program = incilint::builtin::program();
    if (count < 2 || !program) {
        std::fputs("usage: bench_figures CATALOG.csv…\n", stderr);
        return 2;
    }
    const auto& dictionary = program->dictionary();
    std::vector<Figures> columns;
    for (int i = 1; i < count; ++i) {
        const std::vector<std::string> labels = labels_of(words[i]);
        if (labels.empty()) {
            std::fprintf(stderr, "bench_figures: %s: no labels\n", words[i]);
            return 1;
        }
        incilint::label::Reader reader(dictionary, program->vocabulary());
        incilint::label::PlainReader plain(dictionary, program->vocabulary());
        Sums sums;
        for (const std::string& text : labels) {
            sums.label(text);
            sums.read(reader.read(text), dictionary);
            sums.plain(plain.read(text).has_value());
        }
        columns.push_back(sums.figures());
    }
    for (std::size_t row = 0; row < columns.front().size(); ++row) {
        std::printf("%-42s", columns.front()[row].first.c_str());
        for (const Figures& figures : columns) std::printf(" %10.1f", figures[row].second);
        std::printf("\n");
    }
    return 0;
}
