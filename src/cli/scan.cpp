#include "scan/scan.h"

#include <memory>
#include <string>
#include <utility>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/files.h"
#include "cli/inputs.h"
#include "policy/gate.h"

namespace incilint::cli {
namespace {

std::string summary_line(const scan::Summary& summary) {
    const std::size_t share = summary.entries == 0 ? 0 : summary.recognised * 1000 / summary.entries;
    std::string out = std::to_string(summary.products) + " products";
    out.append(", ").append(std::to_string(summary.without_list)).append(" without a list");
    out.append(", ").append(std::to_string(summary.entries)).append(" names");
    out.append(", ").append(std::to_string(share / 10)).append(".").append(std::to_string(share % 10));
    out.append(" % recognised, ").append(std::to_string(summary.rejected)).append(" rows left out");
    return out;
}

}  // namespace

int run_scan(const Options& options) {
    Outcome outcome;
    // 1. The catalog.
    if (options.paths.empty()) {
        outcome.add(Exit::usage, "nothing to scan: name a catalog, or - for standard input");
        return finish(outcome);
    }
    const std::string& path = options.paths.front();
    const FoundFiles found = find_files({path});
    for (const Fault& fault : found.faults) {
        say(fault.diagnostic);
        outcome.add(fault.code, "the catalog cannot be read");
        return finish(outcome);
    }
    // 2. The rules.
    const auto program = make_program(options);
    if (!program) {
        say(program.error());
        outcome.add(Exit::usage, "the rules or names cannot be used");
        return finish(outcome);
    }
    // 3. Its text and its columns.
    auto bytes = read_bytes(path, max_catalog_bytes);
    if (!bytes) {
        say(bytes.error().diagnostic);
        outcome.add(bytes.error().code, "the catalog cannot be read");
        return finish(outcome);
    }
    auto text = decode_text(std::move(*bytes), path, options);
    if (!text) {
        say(text.error());
        outcome.add(Exit::incomplete, "the catalog cannot be read");
        return finish(outcome);
    }
    auto document = std::make_shared<const scan::Document>(path, std::move(*text));
    auto records = scan::CatalogRecords::open(document, path.ends_with(".tsv"), options.columns, defaults_of(options));
    if (!records) {
        say(records.error());
        outcome.add(Exit::usage, "the catalog has no columns to work with");
        return finish(outcome);
    }
    say(records->choice());
    // 4. Screen row by row.
    auto output = open_output(options, outcome);
    if (!output) return finish(outcome);
    policy::Tally tally;
    const scan::Summary summary =
        scan::scan(*records, *program,
                   {.write = [&](std::string_view chunk) { return output->write(chunk) == Written::ok; },
                    .reject = [&](const catalog::Reject& reject) { say(catalog::describe(reject, path)); },
                    .screened = [&](const match::Screening& screening) { policy::count(tally, screening, *program); }});
    note(output->commit(), *output, outcome);
    // 5. What came of it.
    say(summary_line(summary));
    if (summary.records == 0) outcome.add(Exit::usage, "the catalog holds no row");
    if (summary.rejected > 0)
        outcome.add(Exit::incomplete, "incomplete: " + std::to_string(summary.rejected) + " rows were left out");
    if (const auto reason = policy::gate(tally, options.fail_on)) outcome.add(Exit::findings, *reason);
    return finish(outcome);
}

}  // namespace incilint::cli
