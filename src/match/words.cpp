#include "match/screening.h"

namespace incilint::match {

std::string_view word(Certainty certainty) {
    return certainty == Certainty::certain ? "certain" : "possible";
}

std::string_view word(Confidence confidence) {
    switch (confidence) {
        case Confidence::low:
            return "low";
        case Confidence::medium:
            return "medium";
        case Confidence::high:
            break;
    }
    return "high";
}

std::string_view word(Held held) {
    switch (held) {
        case Held::suppressed:
        case Held::suppressed_in_source:
            return "suppressed";
        case Held::baselined:
            return "baselined";
        case Held::no:
            break;
    }
    return "no";
}

const Finding& finding_at(const Screening& screening, std::uint32_t number) {
    const std::size_t shown = screening.findings.size();
    return number < shown ? screening.findings[number] : screening.held[number - shown];
}

std::string_view word(Level level) {
    switch (level) {
        case Level::top:
            return "top";
        case Level::above:
            return "above";
        case Level::straddling:
            return "straddling";
        case Level::below:
            return "below";
        case Level::trace:
            return "trace";
        case Level::unknown:
            break;
    }
    return "unknown";
}

}  // namespace incilint::match
