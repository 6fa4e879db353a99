// rules.cpp: what a person's rule file costs at start, against libyaml alone reading the same bytes, in one process.
// usage: bench_rules [ROUNDS] [KIB]. Prints medians of CPU time over interleaved rounds and their ratios.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <yaml.h>

#include "builtin/builtin.h"
#include "match/compile.h"
#include "match/program.h"
#include "rules/load.h"

using namespace incilint;

namespace {

/// libyaml's events, thrown away: the least that a reader on top of it can cost.
void read_events(const std::string& text) {
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0) return;
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    for (bool more = true; more;) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0) break;
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

/// A rule file of that many bytes: names, globs and label rules in turn.
std::string rule_file(std::size_t size) {
    std::string text = "incilint: 1\nid: big\ntitle: Big\nversion: 1.0.0\nrules:\n";
    constexpr std::string_view looks_at[] = {
        "ingredient: {any: [{name: Glycerin}, {name: [Inulin, Panthenol]}]}",
        "ingredient: {any: [{glob: \"* WORD sulfate\"}, {glob: \"sodium * WORD\"}], except: [{name: Magnesium "
        "Sulfate}]}",
        "label: {all: [{any: [{name: Glycerin}, {name: Inulin}]}, {glob: \"* WORD extract\"}]}",
    };
    for (std::size_t n = 0; text.size() < size; ++n) {
        const std::string number = std::to_string(n);
        std::string target(looks_at[n % std::size(looks_at)]);
        for (std::size_t at = target.find("WORD"); at != target.npos; at = target.find("WORD"))
            target.replace(at, 4, "word" + number);
        text.append("  - id: house/r")
            .append(number)
            .append("\n    effect: info\n    severity: note\n    title: Rule ");
        text.append(number).append("\n    ").append(target).append("\n    message: \"{rule} is met\"\n");
    }
    return text;
}

template <class Work>
double cpu_ms(Work&& work) {
    const std::clock_t begin = std::clock();
    work();
    return static_cast<double>(std::clock() - begin) * 1000.0 / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

bool compile(const rules::RuleSet& own) {
    const auto images = match::images_of(builtin::image());
    if (!images) return false;
    std::vector<rules::RuleSet> sets = builtin::rule_sets();
    sets.push_back(own);
    auto made = match::compile_parts({std::move(sets), images->dictionary, {}, images->vocabulary});
    return made && match::Program::open(std::move(*made));
}

}  // namespace

int main(int count, char** words) {
    const int rounds = count > 1 ? std::max(1, std::atoi(words[1])) : 21;
    const auto kib = static_cast<std::size_t>(count > 2 ? std::max(1, std::atoi(words[2])) : 200);
    const rules::RuleText text{"big.yaml", "big.yaml", rule_file(kib * 1024)};
    std::vector<double> floor, load, whole;
    bool fine = true;
    for (int round = 0; round < rounds && fine; ++round) {
        floor.push_back(cpu_ms([&] { read_events(text.text); }));
        base::Expected<rules::RuleSet, base::Diagnostics> own = base::Error{base::Diagnostics{}};
        load.push_back(cpu_ms([&] { own = rules::load_rules(text, {}); }));
        fine = static_cast<bool>(own);
        if (fine) whole.push_back(load.back() + cpu_ms([&] { fine = compile(*own); }));
    }
    if (!fine) {
        std::fputs("bench_rules: the rule file does not compile\n", stderr);
        return 1;
    }
    std::printf("%zu bytes of rules, rounds %d, CPU\n", text.text.size(), rounds);
    std::printf("libyaml alone       %6.1f ms\n", median(floor));
    std::printf("read into rules     %6.1f ms  %.1f times\n", median(load), median(load) / median(floor));
    std::printf("compiled, opened    %6.1f ms  %.1f times\n", median(whole), median(whole) / median(floor));
    return 0;
}
