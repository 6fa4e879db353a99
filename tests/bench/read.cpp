// read.cpp: what reading and screening cost an entry, in one process, on labels made with a fixed seed.
// usage: bench_read [ROUNDS [LABELS]]. Prints medians of processor time over interleaved rounds: read alone with memos
// warm and with a new reader, screen alone, and a plain split at commas as the yardstick; then what share of the labels
// the fast path (label/plain.h) may take.
#include "label/read.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "builtin/builtin.h"
#include "label/plain.h"
#include "match/screening.h"
#include "random.h"

namespace {

using incilint::bench::Random;
using incilint::match::Program;

/// Comma lists of 8 to 40 names drawn from the dictionary, four in five from its first tenth by a skewed draw.
std::vector<std::string> make_labels(const Program& program, std::size_t count) {
    Random random{20261123};
    const std::size_t names = program.dictionary().size();
    std::vector<std::string> labels;
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

}  // namespace

int main(int count, char** words) {
    const int rounds = count > 1 ? std::max(1, std::atoi(words[1])) : 9;
    const std::size_t label_count = count > 2 ? static_cast<std::size_t>(std::max(1, std::atoi(words[2]))) : 5000;
    const auto opened = incilint::builtin::program();
    if (!opened) {
        std::fputs("bench_read: the default program does not open\n", stderr);
        return 1;
    }
    const Program& program = *opened;
    const std::vector<std::string> labels = make_labels(program, label_count);
    std::vector<incilint::label::Label> read(labels.size());
    incilint::label::Reader reader(program.dictionary(), program.vocabulary());
    for (const std::string& text : labels) (void)reader.read(text);  // the memo is warm from here on
    incilint::match::Scratch scratch;
    std::vector<double> split_times, read_times, cold_times, screen_times;
    std::size_t commas = 0, entries = 0, findings = 0;
    for (int round = 0; round < rounds; ++round) {
        commas = entries = findings = 0;
        split_times.push_back(nanoseconds([&] {
            for (const std::string& text : labels) {
                std::vector<std::string> parts(1);
                for (const char c : text) {
                    if (c == ',') {
                        parts.emplace_back();
                    } else {
                        parts.back().push_back(c);
                    }
                }
                commas += parts.size();
            }
        }));
        read_times.push_back(nanoseconds([&] {
            for (std::size_t i = 0; i < labels.size(); ++i) read[i] = reader.read(labels[i]);
        }));
        cold_times.push_back(nanoseconds([&] {
            incilint::label::Reader cold(program.dictionary(), program.vocabulary());
            for (const std::string& text : labels) (void)cold.read(text);
        }));
        for (const auto& label : read)
            for (const auto& product : label.products) entries += product.entries.size();
        screen_times.push_back(nanoseconds([&] {
            for (std::size_t i = 0; i < labels.size(); ++i)
                for (const auto& screening : incilint::match::screen(program, read[i], labels[i], {}, scratch))
                    findings += screening.findings.size();
        }));
    }
    const double each = static_cast<double>(std::max<std::size_t>(1, entries));
    const double total = median(read_times) + median(screen_times);
    std::printf("rounds %d, labels %zu, entries %zu, comma parts %zu, findings %zu\n", rounds, labels.size(), entries,
                commas, findings);
    incilint::label::PlainReader plain(program.dictionary(), program.vocabulary());
    const auto taken = static_cast<double>(std::count_if(
        labels.begin(), labels.end(), [&](const std::string& text) { return plain.read(text).has_value(); }));
    std::printf("split at commas  %8.0f ns an entry\nread, memo warm  %8.0f ns an entry\n", median(split_times) / each,
                median(read_times) / each);
    std::printf("read, new reader %8.0f ns an entry\n", median(cold_times) / each);
    std::printf("screen           %8.0f ns an entry\n", median(screen_times) / each);
    std::printf("read / split     %8.1f\nread and screen  %8.0f labels a second on one core\n",
                median(read_times) / median(split_times), static_cast<double>(labels.size()) * 1e9 / total);
    std::printf("fast path        %8.0f %% of these labels, every other one without a heading\n",
                100 * taken / static_cast<double>(labels.size()));
    return 0;
}
