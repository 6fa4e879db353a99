// hostile.cpp: what labels cost that are made to cost much: very long, all signs, all unknown, all misspelt.
// usage: bench_hostile [DIVISOR]. Prints processor time of a label at half its size and at its whole size, by a new
// reader each: a whole one of twice the half's time is read in linear time. DIVISOR makes all sizes smaller.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>

#include "builtin/builtin.h"
#include "label/read.h"
#include "random.h"

namespace {

using incilint::bench::Random;
using incilint::lexicon::Dictionary;

std::string any_name(const Dictionary& dictionary, Random& random) {
    return std::string(dictionary.inci(static_cast<incilint::lexicon::IngredientId>(random.below(dictionary.size()))));
}

/// "Bovaku Zitefy": built like words, in no dictionary.
std::string no_name(const Dictionary&, Random& random) {
    std::string out;
    for (int word = 0; word < 2; ++word) {
        if (word > 0) out += ' ';
        const std::size_t syllables = 3 + random.below(4);
        for (std::size_t i = 0; i < syllables; ++i) {
            out += "bcdfghklmnprstvz"[random.below(16)];
            out += "aeiouy"[random.below(6)];
        }
        char& first = out[out.size() - 2 * syllables];
        first = static_cast<char>(first - 'a' + 'A');
    }
    return out;
}

std::string misspelt(const Dictionary& dictionary, Random& random) {
    std::string name = any_name(dictionary, random);
    if (name.size() > 4) name.erase(1 + random.below(name.size() - 2), 1);
    return name;
}

std::string list_of(const std::function<std::string()>& name, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out.append(i > 0 ? ", " : "").append(name());
    return out;
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string out;
    out.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

}  // namespace

int main(int count, char** words) {
    const std::size_t divisor = count > 1 ? static_cast<std::size_t>(std::max(1, std::atoi(words[1]))) : 1;
    const auto opened = incilint::builtin::program();
    if (!opened) {
        std::fputs("bench_hostile: the default program does not open\n", stderr);
        return 1;
    }
    const Dictionary& dictionary = opened->dictionary();
    const auto names = [&dictionary](std::string (*make)(const Dictionary&, Random&)) {
        return [&dictionary, make](std::size_t size) {
            Random random{size};
            return list_of([&] { return make(dictionary, random); }, size);
        };
    };
    struct Kind {
        const char* what;
        std::size_t size;
        std::function<std::string(std::size_t)> make;
    };
    const Kind kinds[] = {
        {"10 MB of one name", 1'700'000, [](std::size_t size) { return repeated("Aqua, ", size); }},
        {"200,000 separators", 200'000, [](std::size_t size) { return repeated(",;|/", size / 4); }},
        {"100,000 known names", 100'000, names(any_name)},
        {"100,000 unknown names", 100'000, names(no_name)},
        {"100,000 misspelt names", 100'000, names(misspelt)},
        {"2,000 brackets", 2'000, [](std::size_t size) { return repeated("Aqua (", size); }},
        {"500 combining marks", 500, [](std::size_t size) { return "Aqua, e" + repeated("\u0301", size); }},
    };
    std::printf("%-24s %12s %10s %10s %8s\n", "label", "bytes", "half, s", "whole, s", "ratio");
    for (const Kind& kind : kinds) {
        double seconds[2] = {};
        std::size_t bytes = 0;
        for (int whole = 0; whole < 2; ++whole) {
            const std::string text = kind.make(std::max<std::size_t>(2, kind.size / divisor / (whole == 1 ? 1 : 2)));
            const std::clock_t begin = std::clock();
            const auto label = incilint::label::read(text, dictionary, opened->vocabulary());
            seconds[whole] = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
            bytes = text.size();
            if (label.pieces.empty() || label.pieces.back().span.to != text.size()) return 1;
        }
        std::printf("%-24s %12zu %10.3f %10.3f %8.1f\n", kind.what, bytes, seconds[0], seconds[1],
                    seconds[1] / std::max(seconds[0], 1e-6));
    }
    return 0;
}
