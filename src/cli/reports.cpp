#include "cli/reports.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include "base/hash.h"
#include "base/joined.h"
#include "base/near.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/facts.h"
#include "cli/files.h"
#include "cli/scan_input.h"
#include "report/documents.h"
#include "report/formats.h"
#include "report/text.h"

namespace incilint::cli {
namespace {

constexpr std::array<std::pair<std::string_view, Format>, 13> names = {{{"text", Format::text},
                                                                        {"concise", Format::concise},
                                                                        {"json", Format::json},
                                                                        {"jsonl", Format::jsonl},
                                                                        {"sarif", Format::sarif},
                                                                        {"junit", Format::junit},
                                                                        {"github", Format::github},
                                                                        {"gitlab", Format::gitlab},
                                                                        {"checkstyle", Format::checkstyle},
                                                                        {"rdjson", Format::rdjson},
                                                                        {"csv", Format::csv},
                                                                        {"markdown", Format::markdown},
                                                                        {"html", Format::html}}};

/// Text in the log of a GitHub job: no line of it may be taken for a command. The word that ends this is made of the
/// text, so that the text cannot hold it.
std::string without_commands(std::string text) {
    const char* runner = std::getenv("GITHUB_ACTIONS");
    if (!runner || std::string_view(runner) != "true") return text;
    const std::string word = base::sha256_hex(text).substr(0, 32);
    return "::stop-commands::" + word + "\n" + text + "::" + word + "::\n";
}

/// `proper`: the report that --format names, not one beside it. A report in a file says what made it, asked for quiet
/// or not: so the next run can tell it from a label.
std::string render(const report::Run& run, Format format, const Options& options, const Output& output, bool proper) {
    const report::FormatOptions how{cite, std::string(tool_home())};
    const bool brief = options.quiet && proper && (options.output.empty() || options.output == "-");
    switch (format) {
        case Format::text:
            if (options.statistics && proper)
                return without_commands(report::statistics_text(run, {.colour = coloured(options, output)}));
            return without_commands(report::check_text(run, {.colour = coloured(options, output), .brief = brief}));
        case Format::concise:
            return without_commands(report::concise(run, brief));
        case Format::json:
            return report::check_json(run);
        case Format::jsonl:
            return report::findings_jsonl(run);
        case Format::sarif:
            return report::sarif(run, how);
        case Format::junit:
            return report::junit(run);
        case Format::github:
            return report::github(run);
        case Format::gitlab:
            return report::gitlab(run);
        case Format::checkstyle:
            return report::checkstyle(run);
        case Format::rdjson:
            return report::rdjson(run);
        case Format::csv:
            return report::findings_csv(run);
        case Format::markdown:
            return report::markdown(run, how);
        case Format::html:
            return report::html(run, how);
    }
    return "";
}

/// True where the file is read by this run.
bool is_input(const Options& options, const std::vector<std::string>& beside, const std::string& path) {
    if (!exists(path)) return false;
    for (const auto* inputs : {&options.paths, &beside})
        for (const std::string& input : *inputs)
            if (same_file(input, path)) return true;
    return false;
}

/// True where an earlier run wrote the file: an input that only looks misplaced must not be written over.
bool is_report(const std::string& path) {
    const auto bytes = read_bytes(path, max_label_bytes);
    if (!bytes) return false;
    const auto holds = [&](std::string_view words) { return bytes->find(words) != bytes->npos; };
    return (holds("incilint ") && holds(", dictionary ")) || holds("\"name\":\"incilint\"");
}

/// True where both names mean one file, be it there already or not.
bool one_place(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty() || b == "-") return false;
    if (same_file(a, b)) return true;
    std::error_code fault;
    const auto left = std::filesystem::weakly_canonical(std::filesystem::absolute(a), fault);
    if (fault) return false;
    const auto right = std::filesystem::weakly_canonical(std::filesystem::absolute(b), fault);
    return !fault && left == right;
}

std::optional<Output> open_report(const Options& options, const std::vector<std::string>& beside, std::size_t index,
                                  Outcome& outcome) {
    const std::string& path = options.reports[index].path;
    const auto refuse = [&](const std::string& why) {
        outcome.add(Exit::usage, "--report " + base::printable(path) + ": " + why);
        return std::nullopt;
    };
    if (is_input(options, beside, path)) return refuse("it is an input and is not written over");
    bool taken = one_place(path, options.output);
    for (std::size_t i = 0; i < index; ++i) taken = taken || one_place(path, options.reports[i].path);
    if (taken) return refuse("another report goes there");
    auto output = Output::open(path);
    if (output) return std::move(*output);
    outcome.add(Exit::incomplete, "cannot write " + base::describe(output.error()));
    return std::nullopt;
}

}  // namespace

const std::vector<std::string>& check_formats() {
    static const std::vector<std::string> words = [] {
        std::vector<std::string> out;
        out.reserve(std::size(names));
        for (const auto& [word, format] : names) out.emplace_back(word);
        return out;
    }();
    return words;
}

std::optional<Format> format_named(std::string_view word) {
    const auto* found = std::ranges::find(names, word, [](const auto& name) { return name.first; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

base::Expected<ReportRequest> parse_report_request(std::string_view words) {
    const std::size_t equals = words.find('=');
    const auto fault = [&](std::string text, std::string hint) {
        return base::Error{base::Diagnostic{"usage/value", {}, std::move(text), std::move(hint)}};
    };
    if (equals == words.npos || equals == 0 || equals + 1 == words.size())
        return fault("--report wants FORMAT=PATH, not '" + base::printable(words) + "'",
                     "for example --report sarif=incilint.sarif");
    const std::string word(words.substr(0, equals));
    const auto format = format_named(word);
    if (!format) {
        return fault("--report does not know the format '" + base::printable(word) + "'",
                     base::near_hint(word, check_formats(), "it knows " + base::joined(check_formats())));
    }
    std::string path(words.substr(equals + 1));
    if (path == "-") return fault("--report wants a file: standard output is for the report that --format names", "");
    return ReportRequest{*format, std::move(path)};
}

void leave_out_places(const Options& options, FoundFiles& found) {
    std::erase_if(found.files, [&](const NamedFile& file) {
        const auto goes_there = [&](const std::string& place) { return one_place(file.path, place); };
        const bool written =
            file.from_folder &&
            (goes_there(options.output) || std::ranges::any_of(options.reports, goes_there, &ReportRequest::path));
        if (!written || !is_report(file.path)) return false;
        ++found.left_out;
        if (!options.quiet) say(base::printable(file.path) + ": passed over: this run writes a report there");
        return true;
    });
}

std::optional<Reports> Reports::open(const Options& options, const std::vector<std::string>& beside, Outcome& outcome) {
    Reports out;
    auto main = open_output(options, outcome, beside);
    if (!main) return std::nullopt;
    out.places_.emplace_back(options.format, std::move(*main));
    for (std::size_t i = 0; i < options.reports.size(); ++i) {
        auto output = open_report(options, beside, i, outcome);
        if (!output) return std::nullopt;
        out.places_.emplace_back(options.reports[i].format, std::move(*output));
    }
    return out;
}

void Reports::deliver(const report::Run& run, const Options& options, Outcome& outcome) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
        auto& [format, output] = places_[i];
        const std::string text = render(run, format, options, output, i == 0);
        if (ended_by_signal(outcome)) return;
        cli::deliver(output, text, outcome);
    }
}

}  // namespace incilint::cli
