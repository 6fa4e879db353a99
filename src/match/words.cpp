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
