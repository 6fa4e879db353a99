// Stands in for structure.cpp and spelling.cpp until they are there: knows no pattern, corrects nothing.
#include "lexicon/spelling.h"
#include "lexicon/structure.h"

namespace incilint::lexicon {

#if !__has_include("lexicon/structure.cpp")
base::Expected<std::string, base::Diagnostics> build_structure(std::string_view, const std::string&,
                                                               const ClassLookup&) {
    return std::string();
}
base::Expected<Structure> Structure::open(std::string_view, std::size_t) {
    return Structure();
}
std::optional<StructureReading> Structure::read(std::string_view) const {
    return std::nullopt;
}
#endif

#if !__has_include("lexicon/spelling.cpp")
std::string build_spelling(std::span<const SpellingName>) {
    return {};
}
base::Expected<Spelling> Spelling::open(std::string_view) {
    return Spelling();
}
std::optional<Corrected> Spelling::nearest(std::string_view) const {
    return std::nullopt;
}
bool Spelling::knows_word(std::string_view) const {
    return false;
}
#endif

}  // namespace incilint::lexicon
