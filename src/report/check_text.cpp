#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/counted.h"
#include "report/findings_text.h"
#include "report/names.h"
#include "report/provenance.h"
#include "report/rows.h"
#include "report/text.h"

namespace incilint::report {
namespace {

/// What the verdict stands on, in one line of numbers.
std::string numbers(const match::Verdict& verdict) {
    std::string out = fmt::format("burden {}", verdict.burden);
    if (verdict.burden_low != verdict.burden_high)
        out = fmt::format("burden {} to {}", verdict.burden_low, verdict.burden_high);
    return out +
           fmt::format(" of 100, support {} of 100, confidence {}", verdict.support, match::word(verdict.confidence));
}

std::string type_words(const Input& input) {
    if (input.type == rules::ProductType::unknown) return "product type not known";
    return std::string(rules::word(input.type)) + (input.type_guessed ? " (guessed)" : "");
}

void append_unknown(std::string& out, const Subject& subject, const TextStyle& style) {
    const auto entries = subject.entries();
    std::string names;
    std::size_t count = 0;
    for (std::size_t i = 0; i < entries.size() && i < subject.screening().entries.size(); ++i) {
        if (subject.screening().entries[i].recognised) continue;
        if (++count <= 12) names.append(names.empty() ? "" : ", ").append(shown(entries[i].name, 60));
    }
    if (count == 0) return;
    if (count > 12) names.append(fmt::format(" and {} more", count - 12));
    out.append("\n  ").append(wrapped("not recognised: " + names, style.width, 4)).append("\n");
}

/// What of the text is no list, by kind; the words of all but headings in short.
void append_ignored(std::string& out, const Input& input, const TextStyle& style) {
    std::string parts;
    for (int kind = static_cast<int>(label::PieceKind::heading); kind <= static_cast<int>(label::PieceKind::other_text);
         ++kind) {
        std::size_t count = 0;
        std::string first;
        for (const label::Piece& piece : input.label.pieces) {
            if (static_cast<int>(piece.kind) != kind) continue;
            if (count++ == 0) first = shown(base::trim(base::slice(input.text, piece.span)), 48);
        }
        if (count == 0) continue;
        parts.append(parts.empty() ? "" : "; ").append(label::word(static_cast<label::PieceKind>(kind)));
        if (count > 1) parts.append(fmt::format(" ({})", count));
        parts.append(" \"").append(first).append("\"");
    }
    if (parts.empty()) return;
    out.append("\n  ").append(paint(style, Hue::dim, wrapped("left out: " + parts, style.width, 4))).append("\n");
}

void append_product(std::string& out, const Run& run, const Input& input, const match::Screening& screening,
                    const Places& places, const TextStyle& style) {
    const Subject subject(run.of(input), input, screening);
    const match::Verdict& verdict = screening.verdict;
    std::string title = place_of(input);
    if (const std::string name = subject.name(); !name.empty()) title += ": " + shown(name);
    out.append(paint(style, Hue::bold, title)).append("\n");

    std::string words = shown(verdict.words);
    if (!verdict.given && !verdict.why_none.empty()) words += ": " + shown(verdict.why_none);
    out.append("  ").append(paint(style, Hue::bold, wrapped(words, style.width, 2))).append("\n");
    if (verdict.given) out.append("  ").append(numbers(verdict)).append("\n");
    if (subject.product()) {
        const auto known = std::count_if(screening.entries.begin(), screening.entries.end(),
                                         [](const match::ScreenedEntry& e) { return e.recognised.has_value(); });
        out.append(
            fmt::format("  {} of {} names recognised; {}\n", known, subject.entries().size(), type_words(input)));
    }
    for (const std::string& remark : verdict.remarks)
        out.append("  ").append(wrapped("note: " + shown(remark, 400), style.width, 4)).append("\n");

    append_findings(out, subject, places, style);
    append_credits(out, subject, style);
    append_contributions(out, subject, style);
    append_unknown(out, subject, style);
}

/// "17 products: 4 with errors, 6 with warnings, 1 without a list".
std::string summary(const Run& run) {
    std::size_t products = 0;
    std::size_t no_list = 0;
    std::array<std::size_t, 3> worst{};
    for (const Input& input : run.inputs) {
        for (const match::Screening& screening : input.screenings) {
            ++products;
            if (!screening.product) ++no_list;
            int most = -1;
            for (const match::Finding& finding : screening.findings)
                if (run.of(input).rules()[finding.rule].effect != rules::Effect::credit)
                    most = std::max(most, static_cast<int>(finding.severity));
            if (most >= 0) ++worst[static_cast<std::size_t>(most)];
        }
    }
    std::string out = fmt::format("{} products: {} with errors, {} with warnings only, {} with notes only", products,
                                  worst[2], worst[1], worst[0]);
    if (no_list > 0) out += fmt::format(", {} without a list", no_list);
    return out + "\n";
}

/// What is wrong with the files that steer the run, which gates failed, what could not be read.
void append_rows(std::string& out, const std::vector<Row>& rows, const TextStyle& style) {
    for (const Row& row : rows) {
        if (row.kind == RowKind::label) continue;
        const std::string_view word = row.kind == RowKind::fault  ? "fault"
                                      : row.kind == RowKind::gate ? "failed"
                                                                  : rules::word(row.severity);
        out.append(out.empty() ? "" : "\n");
        const std::string held = row.held == match::Held::no ? "" : ", " + std::string(match::word(row.held));
        out.append(paint(style, hue_of(row.severity), std::string(word) + held)).append("  ");
        out.append(paint(style, Hue::dim, shown(row.rule_id))).append("\n");
        out.append("  ").append(shown(row.path, 400));
        const bool whole = row.path.empty();  // the run, no file
        if (!whole && row.placed) out.append(fmt::format(":{}:{}", row.line, row.column));
        out.append(whole ? "" : ": ").append(wrapped(shown(row.message, 600), style.width, 2)).append("\n");
        if (!row.hint.empty()) out.append("  ").append(wrapped(shown(row.hint), style.width, 2)).append("\n");
    }
}

}  // namespace

std::string place_of(const Input& input) {
    std::string out = input.path == "-" ? "standard input" : shown(input.path, 400);
    if (input.record_kind == RecordKind::whole) return out;
    out += fmt::format(", record {}", input.record);
    if (input.locate) out += fmt::format(" (line {})", input.locate(0).line);
    return out;
}

std::string check_text(const Run& run, const TextStyle& style) {
    std::string out;
    std::size_t products = 0;
    for (const Input& input : run.inputs) {
        const Places places(input);
        for (const match::Screening& screening : input.screenings) {
            if (products++ > 0) out.append("\n");
            append_product(out, run, input, screening, places, style);
        }
        append_ignored(out, input, style);
    }
    append_rows(out, rows_of(run, false), style);
    if (out.empty() || style.brief) return out;
    out.append("\n");
    if (products > 1) out.append(summary(run));
    if (!run.faults.empty()) out.append(unread_words(run)).append(": this is not all\n");
    out.append(paint(style, Hue::dim, closing_line)).append("\n");
    out.append(paint(style, Hue::dim, wrapped(shown(made_by(run), 2'000), style.width, 0))).append("\n");
    return out;
}

}  // namespace incilint::report
