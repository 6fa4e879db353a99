#include "cli/inputs.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/counted.h"
#include "base/text.h"
#include "catalog/encoding.h"
#include "catalog/rows.h"
#include "cli/catalog_input.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/other_files.h"
#include "cli/own_report.h"
#include "cli/scan_input.h"
#include "scan/catalog_records.h"

namespace incilint::cli {
namespace {

/// From this row on a catalog costs memory that `scan` does not.
constexpr std::size_t most_rows = 50'001;

struct Reading {
    const Options& options;
    Scopes& scopes;
    const UseRecord& use;
    const HoldsAs& holds_as;
    Scope* scope = nullptr;         ///< of the file that is read now
    const Options* here = nullptr;  ///< what holds for it
    match::Context defaults{};
    InputResult result{};
    std::size_t not_found = 0;   ///< inputs that are usage faults
    std::size_t unreadable = 0;  ///< inputs that are left out
    std::size_t rejected = 0;    ///< rows that are left out
    /// What configuration or command line name for something else than screening.
    std::vector<std::string> steering = scopes.files_read();

    void fault(base::Diagnostic diagnostic, Exit code) {
        say(diagnostic);
        ++(code == Exit::usage ? not_found : unreadable);
        result.faults.push_back({std::move(diagnostic), 0});
    }
    [[nodiscard]] bool steers(const std::string& path) const {
        return std::ranges::any_of(steering, [&](const std::string& read) { return same_file(read, path); });
    }
    /// What a run says that is no fault.
    void remark(const std::string& line) const {
        if (!options.quiet) say(line);
    }
    /// Keeps what the comments of a file say.
    void keep(policy::Comments comments) {
        if (!comments.spans.empty()) result.comments.emplace_back(scope, std::move(comments));
    }
    void record(scan::Record record) {
        ++result.records;
        use(std::move(record), *scope);
    }
    /// Turns to a file; its scope is ready.
    void turn_to(const std::string& path) {
        const auto [of, name] = holds_as ? holds_as(path) : std::pair(scopes.of(path), path);
        scope = of;
        here = &scope->of(name).options;
        scope->tell_of_law();
        defaults = defaults_of(*here);
    }
};

/// The comments of a file, which are hidden from its reader.
policy::Comments hide_comments(std::string& text, const std::string& path) {
    policy::Comments out = policy::read_comments(text, path);
    policy::blank(text, out.spans);
    return out;
}

/// The bytes of a file, where what is read of it is something else.
std::shared_ptr<const std::string> source_of(std::string bytes, std::string_view text) {
    return bytes == text ? nullptr : std::make_shared<const std::string>(std::move(bytes));
}

void read_label(Reading& reading, const std::string& path, std::string text, std::string bytes) {
    if (auto nul = catalog::find_nul(text, path)) return reading.fault(std::move(*nul), Exit::incomplete);
    reading.keep(hide_comments(text, path));
    if (base::trim(text).empty()) say(base::Diagnostic{"input/empty", {path, 0, 0}, "the label is empty", ""});
    scan::Record record = scan::label_record(path, std::move(text), reading.defaults);
    record.input.source = source_of(std::move(bytes), record.input.text);
    reading.record(std::move(record));
}

void read_products(Reading& reading, const NamedFile& file, std::string text, std::string bytes) {
    policy::Comments comments;
    if (!file.path.ends_with(".json")) {
        // Few files have any, so that few are read twice.
        comments = policy::read_comments(text, file.path);
        if (!comments.spans.empty()) comments = policy::read_comments(text, file.path, policy::quoted_texts(text));
        policy::blank(text, comments.spans);
    }
    auto document = std::make_shared<const scan::Document>(file.path, std::move(text));
    auto records = scan::product_records(document, reading.defaults);
    // A hook names every file that changed: it knows no better than a folder.
    if (!records && (file.from_folder || reading.options.policy.force_exclude)) {
        const std::string passed_over = base::printable(file.path) + ": passed over: ";
        if (is_rule_file(document->text)) return reading.remark(passed_over + "a rule file");
        if (steers_a_run(document->text)) return reading.remark(passed_over + "a configuration or suppressions");
        if (!catalog::tells_of_products(document->text))
            return reading.remark(passed_over + "no product file, for it has no key 'ingredients'");
    }
    reading.keep(std::move(comments));
    if (!records) {
        for (const base::Diagnostic& diagnostic : records.error()) {
            say(diagnostic);
            reading.result.faults.push_back({diagnostic, 0});
        }
        ++reading.unreadable;
        return;
    }
    const auto source = source_of(std::move(bytes), document->text);
    for (scan::Record& record : *records) {
        record.input.source = source;
        reading.record(std::move(record));
    }
}

/// Hands bytes on and keeps the first few.
catalog::Fill with_head(catalog::Fill fill, std::shared_ptr<std::string> head) {
    return [fill = std::move(fill), head = std::move(head)](std::string& out, std::size_t wanted) {
        constexpr std::size_t most = 4;
        const std::size_t before = out.size();
        auto more = fill(out, wanted);
        if (head->size() < most) head->append(out, before, most - head->size());
        return more;
    };
}

/// `called` is the name that says which delimiter is likely.
void read_catalog(Reading& reading, const NamedFile& file, const std::string& path, const std::string& called) {
    auto input = open_catalog(file.path);
    if (!input) return reading.fault(input.error().diagnostic, input.error().code);
    const auto too_large = [&] {
        reading.fault({"input/too-large",
                       {path, 0, 0},
                       "larger than " + std::to_string(max_catalog_bytes >> 20) + " MiB",
                       "scan reads catalogs of any size"},
                      Exit::incomplete);
    };
    if (input->size > max_catalog_bytes) return too_large();
    scan::CatalogOptions wanted = catalog_options(*reading.here, called);
    wanted.defaults = reading.defaults;
    wanted.whole = std::make_shared<std::string>();
    const auto head = std::make_shared<std::string>();
    auto records = scan::CatalogRecords::open(with_head(input->fill, head), path, wanted);
    if (!records) {
        base::Diagnostic why = records.error();
        const bool found = file.from_folder || reading.options.policy.force_exclude;
        if (found && why.code == "column/no-ingredients") why.hint += "; if it is no catalog, exclude it";
        const Exit exit = exit_of(why);
        return reading.fault(std::move(why), exit);
    }
    // Packed, marked or in another encoding, the bytes of the file are other ones than those of its text.
    const bool plain = wanted.encoding == catalog::Encoding::automatic || wanted.encoding == catalog::Encoding::utf8;
    const bool marked = head->starts_with("\x1f\x8b") || head->starts_with("\x28\xb5") ||
                        head->starts_with("\xef\xbb\xbf") || head->starts_with("\xff\xfe") ||
                        head->starts_with("\xfe\xff");
    const auto source = plain && !marked ? nullptr : std::make_shared<const std::string>();
    std::size_t rows = 0;
    while (true) {
        const auto step = records->next();
        if (!step) return reading.fault(step.error(), Exit::incomplete);
        if (*step == scan::CatalogRecords::Step::end) break;
        if (*input->taken > max_catalog_bytes) return too_large();
        if (++rows == most_rows)
            reading.remark(base::printable(path) + ": more than " + std::to_string(most_rows - 1) +
                           " rows, and check holds all it finds until the end: scan takes catalogs of any size");
        if (*step == scan::CatalogRecords::Step::row) {
            scan::Record record = records->record();
            record.input.source = source;
            reading.record(std::move(record));
            continue;
        }
        base::Diagnostic diagnostic = catalog::describe(records->reject(), path);
        say(diagnostic);
        ++reading.rejected;
        reading.result.faults.push_back({std::move(diagnostic), records->reject().record});
    }
    if (rows == 0)
        reading.fault({"catalog/no-rows", {path, 0, 0}, "the catalog has a header and no row: nothing to check", ""},
                      Exit::usage);
}

void read_file(Reading& reading, const NamedFile& file) {
    NamedFile as = file;
    if (file.path == "-" && !reading.options.stdin_filename.empty()) {
        as.path = reading.options.stdin_filename;
        as.kind = kind_of(as.path);
    }
    // What a person says of standard input wins over its name.
    const std::string& format = reading.options.policy.stdin_format;
    const bool told = file.path == "-" && !format.empty();
    const std::string called = told ? "-." + format : as.path;
    if (told) as.kind = kind_of(called);
    if (file.from_folder && file.kind != FileKind::label && reading.steers(file.path))
        return reading.remark(base::printable(file.path) +
                              ": passed over: this run reads it as configuration, rules or names");
    reading.turn_to(as.path);
    // What an earlier run wrote into the tree is no label; a hook names it, too.
    const bool found = file.from_folder || reading.options.policy.force_exclude;
    const auto pass_over = [&] { reading.remark(base::printable(file.path) + ": passed over: a report of incilint"); };
    if (found && as.kind == FileKind::catalog && holds_report(file.path)) return pass_over();
    if (as.kind == FileKind::catalog) return read_catalog(reading, file, as.path, called);
    auto bytes = read_bytes(file.path, max_label_bytes);
    if (!bytes) return reading.fault(bytes.error().diagnostic, bytes.error().code);
    auto text = decode_text(*bytes, as.path, reading.options);
    if (!text) return reading.fault(text.error(), Exit::incomplete);
    if (found && as.kind == FileKind::label && is_report(*text)) return pass_over();
    if (as.kind == FileKind::label) return read_label(reading, as.path, std::move(*text), std::move(*bytes));
    read_products(reading, as, std::move(*text), std::move(*bytes));
}

}  // namespace

match::Context defaults_of(const Options& options) {
    match::Context out;
    out.type = options.type;
    for (const char c : options.market)
        out.market.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    out.law_date = options.law_date;
    out.recognise.correct_spelling = !options.strict_names;
    return out;
}

base::Expected<std::string> decode_text(std::string bytes, const std::string& path, const Options& options) {
    auto decoded = catalog::decode(std::move(bytes), path, options.encoding);
    if (!decoded) return base::Error{decoded.error()};
    return std::move(decoded->text);
}

std::optional<FoundFiles> find_inputs(const Options& options, Scopes& scopes, Outcome& outcome,
                                      const SearchRules& rules) {
    FoundFiles found = find_files(options.paths, rules);
    for (const auto& [path, why] : found.passed_over)
        if (!options.quiet) say(base::printable(path) + ": passed over: " + why);
    bool ready = scopes.here() != nullptr;
    for (const NamedFile& file : found.files)
        ready = scopes.of(file.path == "-" && !rules.input_name.empty() ? rules.input_name : file.path) && ready;
    const base::Diagnostics faults = scopes.faults();
    if (faults.empty() && ready) return found;
    say(faults);
    outcome.add(
        Exit::usage,
        std::string(scopes.projects().faults().empty() ? "the rules or names" : "a configuration") + " cannot be used");
    return std::nullopt;
}

InputResult for_each_record(const Options& options, FoundFiles found, Scopes& scopes, Outcome& outcome,
                            const UseRecord& use, const HoldsAs& holds_as) {
    Reading reading{options, scopes, use, holds_as};
    // 1. Labels given on the command line.
    if (!options.texts.empty()) reading.turn_to("--text");
    for (const std::string& text : options.texts) {
        if (const auto bad = base::first_ill_formed(text))
            reading.fault({"encoding/ill-formed-utf-8",
                           {"--text", 0, 0},
                           "the byte at offset " + std::to_string(*bad) + " is not UTF-8",
                           ""},
                          Exit::incomplete);
        else
            read_label(reading, "--text", text, text);
    }
    // 2. Files and folders.
    reading.result.left_out = found.left_out;
    for (Fault& fault : found.faults) reading.fault(std::move(fault.diagnostic), fault.code);
    for (const NamedFile& file : found.files) {
        if (ended_by_signal(outcome)) return std::move(reading.result);
        read_file(reading, file);
    }
    if (ended_by_signal(outcome)) return std::move(reading.result);
    // 3. What that means for the exit code.
    if (reading.not_found > 0)
        outcome.add(Exit::usage,
                    base::counted(reading.not_found, "input was", "inputs were") + " not there or nothing to check");
    if (reading.unreadable > 0)
        outcome.add(Exit::incomplete,
                    "incomplete: " + base::counted(reading.unreadable, "input", "inputs") + " could not be read");
    if (reading.rejected > 0)
        outcome.add(Exit::incomplete,
                    "incomplete: " + base::counted(reading.rejected, "row was", "rows were") + " left out");
    if (reading.result.records == 0 && outcome.code() == Exit::ok && !options.policy.allow_empty) {
        std::string reason = "nothing to check";
        if (found.left_out > 0)
            reason += ": " + base::counted(found.left_out, "file was", "files were") +
                      " left out; --allow-empty lets that pass";
        outcome.add(Exit::usage, reason);
    }
    return std::move(reading.result);
}

}  // namespace incilint::cli
