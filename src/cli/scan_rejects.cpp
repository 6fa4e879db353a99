#include "cli/scan_rejects.h"

#include <utility>

#include "base/counted.h"
#include "cli/console.h"
#include "cli/deliver.h"

namespace incilint::cli {
namespace {

// More would bury what else is said; --rejects has them all.
constexpr std::size_t most_told = 20;

}  // namespace

Rejects::Rejects(const Options& options, const std::string& path) : path_(path), style_(options.scan.result.csv) {
    style_.separator = ',';
}

bool Rejects::open(const std::string& file, Outcome& outcome) {
    if (file.empty()) return true;
    auto output = Output::open(file);
    if (!output) {
        outcome.add(Exit::incomplete, "cannot write " + base::describe(output.error()));
        return false;
    }
    output_.emplace(std::move(*output));
    return output_->write("record,line,byte,kind,expected,found,raw\n") == Written::ok;
}

void Rejects::take(const std::vector<catalog::Gap>& rejects) {
    std::string rows;
    for (const catalog::Gap& gap : rejects) {
        if (told_++ < most_told) say(catalog::describe(gap.reject, path_));
        if (!output_) continue;
        const catalog::Reject& reject = gap.reject;
        report::CsvWriter csv(rows, style_);
        csv.number(reject.record);
        csv.number(std::size_t{reject.line});
        csv.number(reject.fault_at);
        csv.plain(catalog::word(reject.kind));
        csv.plain(reject.expected > 0 ? std::to_string(reject.expected) : "");
        csv.plain(reject.expected > 0 ? std::to_string(reject.found) : "");
        csv.text(gap.raw);
        csv.end_row();
    }
    if (output_) output_->write(rows);
}

void Rejects::finish(Outcome& outcome) {
    if (told_ > most_told) say("and " + base::counted(told_ - most_told, "more row", "more rows") + " left out");
    if (output_) note(output_->commit(), *output_, outcome);
}

}  // namespace incilint::cli
