#include "match/pattern.h"

#include <re2/re2.h>

namespace incilint::match {
namespace {

/// Bytes of programs and of the lazily built automaton, each pattern.
constexpr std::int64_t memory_budget = 1 << 20;

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ';
}

/// The longest run of plain characters outside of groups that no quantifier can drop. Gives up (empty) at anything
/// that could change what characters mean: alternatives, flags, escapes with operands.
std::string sure_literal(std::string_view text) {
    if (text.find('|') != std::string_view::npos || text.find("(?") != std::string_view::npos) return {};
    std::string best;
    std::string run;
    int depth = 0;
    const auto end_run = [&] {
        if (run.size() > best.size()) best = run;
        run.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c == '\\') {
            if (std::string_view("bBdDwWsS.+*?()[]{}^$/-").find(next) == std::string_view::npos) return {};
            end_run();
            ++i;
        } else if (c == '[') {
            end_run();
            i = text.find(']', i + 2);
            if (i == std::string_view::npos || text.substr(0, i).ends_with('\\')) return {};
            if (text.substr(0, i).find("[:") != std::string_view::npos) return {};
        } else if (c == '(' || c == ')') {
            end_run();
            depth += c == '(' ? 1 : -1;
        } else if (c == '{') {
            end_run();
            i = text.find('}', i);
            if (i == std::string_view::npos) return {};
        } else if (!is_plain(c) || depth > 0 || next == '?' || next == '*' || next == '{') {
            end_run();
        } else {
            run.push_back(c);
        }
    }
    end_run();
    return best;
}

}  // namespace

struct Pattern::Engine {
    RE2 re2;
};

base::Expected<Pattern, std::string> Pattern::make(std::string_view text) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(memory_budget);
    options.set_never_capture(true);
    Pattern pattern;
    pattern.engine_ =
        std::shared_ptr<const Engine>(new Engine{RE2(re2::StringPiece(text.data(), text.size()), options)});
    if (!pattern.engine_->re2.ok()) return base::Error{pattern.engine_->re2.error()};
    pattern.literal_ = sure_literal(text);
    return pattern;
}

bool Pattern::matches(std::string_view normal) const {
    if (normal.find(literal_) == std::string_view::npos) return false;
    return RE2::PartialMatch(re2::StringPiece(normal.data(), normal.size()), engine_->re2);
}

}  // namespace incilint::match
