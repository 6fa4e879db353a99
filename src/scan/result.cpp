#include "scan/result.h"

#include <algorithm>
#include <utility>

#include "report/documents.h"
#include "report/json.h"
#include "report/names.h"
#include "report/parts_json.h"
#include "scan/column_names.h"

namespace incilint::scan {
namespace {

// Enough digits of a digest to tell rule sets apart.
constexpr std::size_t digest_digits = 12;

/// Coverage as a share with three digits: "0.875".
std::string share(std::size_t part, std::size_t whole) {
    const std::size_t thousandths = whole == 0 ? 0 : part * 1000 / whole;
    if (thousandths == 1000) return "1.000";
    std::string out = std::to_string(1000 + thousandths);
    out.replace(0, 1, "0.");
    return out;
}

/// Names joined by "; ", each once.
class NameList {
  public:
    void add(std::string_view name) {
        if (std::find(names_.begin(), names_.end(), name) != names_.end()) return;
        names_.push_back(name);
    }
    [[nodiscard]] std::string text(bool guard) const {
        std::string out;
        for (const std::string_view name : names_) {
            if (!out.empty()) out.append("; ");
            if (guard && name.find_first_of("=+-@\t\r\xef") != name.npos)
                out.append(report::guarded(name));
            else
                out.append(name);
        }
        return out;
    }

  private:
    std::vector<std::string_view> names_;
};

std::string rule_sets_of(const match::Program& program) {
    std::string out;
    for (const match::RuleSetInfo& set : program.rule_sets()) {
        if (!out.empty()) out.append("; ");
        out.append(set.id).append(" ").append(set.version).append(" ").append(set.digest, 0, digest_digits);
    }
    return out;
}

}  // namespace

ResultWriter::ResultWriter(const match::Program& program, ResultOptions options, std::vector<std::string> headers,
                           const catalog::Columns& columns)
    : program_(program), options_(std::move(options)), headers_(std::move(headers)), rule_sets_(rule_sets_of(program)) {
    for (const rules::Rule& rule : program.rules())
        if (!rule.category.empty() &&
            std::find(categories_.begin(), categories_.end(), rule.category) == categories_.end())
            categories_.push_back(rule.category);
    for (const rules::Rule& rule : program.rules()) {
        const auto found = std::find(categories_.begin(), categories_.end(), rule.category);
        category_of_rule_.push_back(static_cast<std::size_t>(found - categories_.begin()));
    }
    report::CsvWriter(rule_sets_cell_, options_.csv).text(rule_sets_);
    if (options_.keep_columns) {
        kept_headers_ = headers_;
    } else {
        const auto id = columns.at(catalog::Role::id);
        const auto name = columns.at(catalog::Role::name);
        kept_headers_ = {id ? headers_[*id] : "id", name ? headers_[*name] : "name"};
    }
    ColumnNames names;
    for (std::string& header : kept_headers_) header = names.kept(header);
}

std::string ResultWriter::head() const {
    std::string out;
    if (options_.format == ResultFormat::jsonl) return out;
    if (options_.format == ResultFormat::json) {
        report::JsonWriter json(out);
        json.begin_object();
        report::write_heading(json, "incilint.scan/1", options_.tool_version, program_);
        json.key("inputs");
        json.begin_array();
        out.push_back('\n');
        return out;
    }
    if (options_.csv.excel) out.append("\xef\xbb\xbf");
    report::CsvWriter csv(out, options_.csv);
    ColumnNames names;
    for (const std::string& header : kept_headers_) (void)names.kept(header);
    const auto own = [&](const std::string& name) { csv.text(names.own(name)); };
    const auto kept = [&] {
        for (const std::string& header : kept_headers_) csv.text(header);
    };
    if (options_.keep_columns) kept();
    own("record");
    if (!options_.keep_columns) kept();
    own("product");
    if (options_.per_finding) {
        for (const char* name : {"rule", "category", "effect", "severity", "certainty", "ingredient", "index",
                                 "message", "line", "column"})
            own(name);
    } else {
        for (const char* name : {"verdict", "burden", "burden_low", "burden_high", "support", "confidence", "concerns"})
            own(name);
        for (const std::string& category : categories_) own(category);
        for (const char* name : {"flagged", "credited", "unknown", "ingredients_count", "coverage"}) own(name);
    }
    own("rules");
    csv.end_row();
    return out;
}

std::string ResultWriter::tail(bool incomplete) const {
    if (options_.format != ResultFormat::json) return "";
    return std::string("\n],\"incomplete\":").append(incomplete ? "true" : "false").append("}\n");
}

bool ResultWriter::wanted(const match::Finding& finding) const {
    if (options_.categories.empty()) return true;
    const std::string& category = program_.rules()[finding.rule].category;
    return std::find(options_.categories.begin(), options_.categories.end(), category) != options_.categories.end();
}

bool ResultWriter::wanted(const match::Screening& screening) const {
    const auto has = [&](rules::Effect effect) {
        return std::any_of(screening.findings.begin(), screening.findings.end(), [&](const match::Finding& finding) {
            return program_.rules()[finding.rule].effect == effect;
        });
    };
    const auto& findings = screening.findings;
    if (!options_.categories.empty() &&
        std::none_of(findings.begin(), findings.end(), [&](const match::Finding& finding) { return wanted(finding); }))
        return false;
    switch (options_.only) {
        case Only::all:
            return true;
        case Only::flagged:
            return has(rules::Effect::concern);
        case Only::credited:
            return has(rules::Effect::credit);
        case Only::no_concern:
            return screening.verdict.given && screening.verdict.concerns == 0;
        case Only::no_verdict:
            return !screening.verdict.given;
    }
    return true;
}

void ResultWriter::write(std::string& out, report::Input& input, const catalog::Row& row) const {
    if (options_.only != Only::all || !options_.categories.empty())
        std::erase_if(input.screenings, [this](const match::Screening& s) { return !wanted(s); });
    if (options_.format == ResultFormat::csv)
        write_csv(out, input, row);
    else
        write_json(out, input, row);
}

void ResultWriter::write_json(std::string& out, report::Input& input, const catalog::Row& row) const {
    if (options_.format == ResultFormat::jsonl && !options_.keep_columns)
        return report::append_jsonl(out, program_, input);
    std::vector<match::Screening> all = std::exchange(input.screenings, {});
    std::string line;
    for (match::Screening& screening : all) {
        line.clear();
        input.screenings.clear();
        input.screenings.push_back(std::move(screening));
        report::append_jsonl(line, program_, input);
        line.pop_back();
        if (options_.keep_columns) {
            line.pop_back();
            line.append(",\"columns\":");
            report::JsonWriter json(line);
            json.begin_object();
            for (std::size_t i = 0; i < headers_.size(); ++i) json.member(kept_headers_[i], row.fields[i].value);
            json.end_object();
            line.push_back('}');
        }
        if (options_.format == ResultFormat::json) out.append(",\n");
        out.append(line);
        if (options_.format == ResultFormat::jsonl) out.push_back('\n');
    }
}

void ResultWriter::write_csv(std::string& out, const report::Input& input, const catalog::Row& row) const {
    report::CsvWriter csv(out, options_.csv);
    for (const match::Screening& screening : input.screenings) {
        const report::Subject subject(program_, input, screening);
        const auto begin_row = [&] {
            if (options_.keep_columns)
                for (const catalog::Field& field : row.fields) csv.text(field.value);
            csv.number(input.record);
            if (!options_.keep_columns) {
                csv.text(input.id);
                csv.text(input.product);
            }
            const label::Product* product = subject.product();
            csv.text(product && product->name ? *product->name : std::string_view());
        };
        if (options_.per_finding) {
            for (const match::Finding& finding : screening.findings) {
                if (!wanted(finding)) continue;
                const rules::Rule& rule = subject.rule(finding);
                begin_row();
                csv.text(rule.id.text);
                csv.text(rule.category);
                csv.plain(rules::word(rule.effect));
                csv.plain(rules::word(finding.severity));
                csv.plain(match::word(finding.certainty));
                csv.text(finding.entry ? subject.ingredient_name(*finding.entry) : std::string_view());
                csv.plain(finding.entry ? std::to_string(*finding.entry + 1) : std::string());
                csv.text(finding.message);
                const base::Position place = input.locate ? input.locate(finding.span.from) : base::Position{};
                csv.number(std::size_t{place.line});
                csv.number(std::size_t{place.column});
                csv.text(rule_sets_);
                csv.end_row();
            }
            continue;
        }
        const match::Verdict& verdict = screening.verdict;
        begin_row();
        csv.text(report::verdict_words(verdict));
        for (const int number : {verdict.burden, verdict.burden_low, verdict.burden_high, verdict.support}) {
            if (verdict.given)
                csv.number(number);
            else
                csv.plain("");
        }
        csv.plain(match::word(verdict.confidence));
        csv.number(verdict.concerns);
        std::vector<std::size_t> counts(categories_.size() + 1);
        NameList flagged;
        NameList credited;
        NameList unknown;
        for (const match::Finding& finding : screening.findings) {
            ++counts[category_of_rule_[finding.rule]];
            const rules::Effect effect = subject.rule(finding).effect;
            if (!finding.entry || effect == rules::Effect::info) continue;
            (effect == rules::Effect::concern ? flagged : credited).add(subject.ingredient_name(*finding.entry));
        }
        for (std::size_t i = 0; i < categories_.size(); ++i) csv.number(counts[i]);
        std::size_t recognised = 0;
        for (std::uint32_t i = 0; i < screening.entries.size(); ++i) {
            if (screening.entries[i].recognised)
                ++recognised;
            else
                unknown.add(subject.ingredient_name(i));
        }
        for (const NameList* names : {&flagged, &credited, &unknown}) csv.text(names->text(options_.csv.guard));
        csv.number(screening.entries.size());
        csv.plain(share(recognised, screening.entries.size()));
        csv.text(rule_sets_);
        csv.end_row();
    }
}

}  // namespace incilint::scan
