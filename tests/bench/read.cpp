// read.cpp: what reading and screening cost an entry, in one process, on labels made with a fixed seed.
// usage: bench_read [ROUNDS [LABELS]]. Prints, for labels as shops print them and for comma lists of names drawn from
// the whole dictionary, medians of processor time over interleaved rounds: read alone with memos warm and with a new
// reader, screen alone, and a plain split at commas as the yardstick; then what share of the labels the fast path
// (label/plain.h) may take. A label that was read goes before the next one is read, as in a scan.
#include "label/read.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "builtin/builtin.h"
#include "generator.h"
#include "label/plain.h"
#include "match/screening.h"
#include "random.h"

namespace {

using incilint::bench::Random;
using incilint::match::Program;
using Labels = std::vector<std::string>;

/// Comma lists of 8 to 40 names drawn from the dictionary, four in five from its first tenth: longer names, with more
/// numbers, than labels have.
Labels drawn(const Program& program, std::size_t count) {
    Random random{20261123};
    const std::size_t names = program.dictionary().size();
    Labels labels;
    for (std::size_t i = 0; i < count; ++i) {
        std::string text = random.below(2) == 0 ? "Ingredients: Aqua" : "Aqua";
        const std::size_t entries = 8 + random.below(33);
        for (std::size_t k = 1; k < entries; ++k) {
            const std::size_t pool = random.below(5) != 0 ? std::max<std::size_t>(1, names / 10) : names;
            text += ", ";
            text += program.dictionary().inci(static_cast<incilint::lexicon::IngredientId>(random.below(pool)));
        }
        labels.push_back(text + ".");
    }
    return labels;
}

Labels typical(const Program& program, std::size_t count) {
    incilint::bench::Generator generator(program.dictionary(), incilint::bench::default_seed);
    Labels labels(count);
    std::ranges::generate(labels, [&] { return generator.realistic(); });
    return labels;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

template <class Work>
double nanoseconds(Work work) {
    const std::clock_t begin = std::clock();
    work();
    return static_cast<double>(std::clock() - begin) * (1e9 / CLOCKS_PER_SEC);
}

std::size_t split_at_commas(const std::string& text) {
    Labels parts(1);
    for (const char c : text) {
        if (c == ',') {
            parts.emplace_back();
        } else {
            parts.back().push_back(c);
        }
    }
    return parts.size();
}

std::size_t entries_of(const incilint::label::Label& label) {
    std::size_t count = 0;
    for (const auto& product : label.products) count += product.entries.size();
    return count;
}

void measure(const char* what, const Program& program, const Labels& labels, int rounds) {
    incilint::label::Reader reader(program.dictionary(), program.vocabulary());
    std::vector<incilint::label::Label> read;  // with the memo warm from here on
    for (const std::string& text : labels) read.push_back(reader.read(text));
    incilint::match::Scratch scratch;
    std::vector<double> split_times, read_times, cold_times, screen_times;
    std::size_t commas = 0, bytes = 0, entries = 0, findings = 0;
    for (const std::string& text : labels) bytes += text.size();
    for (int round = 0; round < rounds; ++round) {
        commas = entries = findings = 0;
        split_times.push_back(nanoseconds([&] {
            for (const std::string& text : labels) commas += split_at_commas(text);
        }));
        read_times.push_back(nanoseconds([&] {
            for (const std::string& text : labels) entries += entries_of(reader.read(text));
        }));
        cold_times.push_back(nanoseconds([&] {
            incilint::label::Reader cold(program.dictionary(), program.vocabulary());
            for (const std::string& text : labels) (void)cold.read(text);
        }));
        screen_times.push_back(nanoseconds([&] {
            for (std::size_t i = 0; i < labels.size(); ++i)
                for (const auto& screening : incilint::match::screen(program, read[i], labels[i], {}, scratch))
                    findings += screening.findings.size();
        }));
    }
    const double each = static_cast<double>(std::max<std::size_t>(1, entries));
    const double total = median(read_times) + median(screen_times);
    std::printf("%s\n  rounds %d, labels %zu, bytes %zu, entries %zu, comma parts %zu, findings %zu\n", what, rounds,
                labels.size(), bytes, entries, commas, findings);
    std::printf("  split at commas  %8.0f ns an entry\n  read, memo warm  %8.0f ns an entry\n",
                median(split_times) / each, median(read_times) / each);
    std::printf("  read, new reader %8.0f ns an entry\n", median(cold_times) / each);
    std::printf("  screen           %8.0f ns an entry\n", median(screen_times) / each);
    std::printf("  read / split     %8.1f\n  read and screen  %8.0f labels a second on one core\n",
                median(read_times) / median(split_times), static_cast<double>(labels.size()) * 1e9 / total);
    incilint::label::PlainReader plain(program.dictionary(), program.vocabulary());
    const auto taken = static_cast<double>(
        std::ranges::count_if(labels, [&](const std::string& text) { return plain.read(text).has_value(); }));
    std::printf("  fast path        %8.0f %% of these labels\n", 100 * taken / static_cast<double>(labels.size()));
}

}  // namespace

int main(int count, char** words) {
    const int rounds = count > 1 ? std::max(1, std::atoi(words[1])) : 9;
    const std::size_t labels = count > 2 ? static_cast<std::size_t>(std::max(1, std::atoi(words[2]))) : 5000;
    const auto program = incilint::builtin::program();
    if (!program) {
        std::fputs("bench_read: the default program does not open\n", stderr);
        return 1;
    }
    measure("labels as shops print them", *program, typical(*program, labels), rounds);
    measure("names drawn from the whole dictionary", *program, drawn(*program, labels), rounds);
    return 0;
}
