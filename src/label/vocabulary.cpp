#include "label/vocabulary.h"

#include <algorithm>
#include <array>
#include <bit>

namespace incilint::label {
namespace {

constexpr std::array<std::string_view, phrase_kind_count> kinds{"heading",
                                                                "heading-active",
                                                                "heading-inactive",
                                                                "heading-may-contain",
                                                                "heading-at-most",
                                                                "heading-allergens",
                                                                "heading-function",
                                                                "heading-highlight",
                                                                "heading-usage",
                                                                "heading-warning",
                                                                "heading-again",
                                                                "heading-product",
                                                                "heading-meta",
                                                                "claim",
                                                                "disclaimer",
                                                                "footnote",
                                                                "marketing",
                                                                "batch-code",
                                                                "stop",
                                                                "joiner",
                                                                "head",
                                                                "remark",
                                                                "nano",
                                                                "badge",
                                                                "percent",
                                                                "ppm",
                                                                "at-most",
                                                                "at-least",
                                                                "list-start",
                                                                "wording",
                                                                "ending",
                                                                "per",
                                                                "unit",
                                                                "fill",
                                                                "food",
                                                                "legal",
                                                                "abbreviation",
                                                                "product",
                                                                "group",
                                                                "free"};

base::Diagnostic damaged() {
    return {"vocabulary/image", {}, "the vocabulary image is damaged", "build it again"};
}

}  // namespace

std::string_view word(PhraseKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

std::optional<PhraseKind> phrase_kind_named(std::string_view word) {
    const auto found = std::find(kinds.begin(), kinds.end(), word);
    if (found == kinds.end()) return std::nullopt;
    return static_cast<PhraseKind>(found - kinds.begin());
}

base::Expected<Vocabulary> Vocabulary::open(std::string_view image) {
    using namespace vocabulary_image;
    base::ByteReader in(image);
    const bool named = in.u32() == magic;
    Vocabulary made(image);
    made.phrases_ = in.u32();
    const std::uint64_t tokens = in.u32();
    made.slots_ = in.u32();
    if (in.failed() || !named || !std::has_single_bit(made.slots_)) return base::Error{damaged()};
    made.phrases_at_ = slots_at + std::size_t{made.slots_} * slot_size;
    made.tokens_at_ = made.phrases_at_ + std::size_t{made.phrases_} * phrase_size;
    if (made.tokens_at_ + tokens * token_size != image.size()) return base::Error{damaged()};
    bool sound = true;
    for (std::uint32_t i = 0; i < made.phrases_; ++i) {
        const Phrase phrase = made.phrase(i);
        const bool kind_known = static_cast<std::size_t>(phrase.kind) < phrase_kind_count;
        sound &= kind_known && phrase.size != 0 && std::uint64_t{phrase.first_token} + phrase.size <= tokens;
    }
    std::uint32_t empty = 0;  // a search ends at an empty slot
    for (std::uint32_t i = 0; i < made.slots_; ++i) {
        const First first = made.slot(i);
        empty += first.kinds == 0 ? 1 : 0;
        const bool ordered = first.range.first <= first.range.last && first.range.last <= made.phrases_;
        const bool inside =
            ordered && first.range.last - first.range.first >= static_cast<std::uint32_t>(std::popcount(first.singles));
        sound &= inside && ((first.kinds | first.singles) >> phrase_kind_count) == 0;
    }
    if (!sound || empty == 0) return base::Error{damaged()};
    return made;
}

Vocabulary::Range Vocabulary::beginning(std::span<const Token> tokens, std::size_t at, PhraseKind kind) const {
    const First first = first_word(tokens[at].hash);
    if ((first.kinds & bit(kind)) == 0) return {};
    const First found = narrowed(first, tokens, at);
    return (found.kinds & bit(kind)) != 0 ? found.range : Range{};
}

bool Vocabulary::is(PhraseKind kind, std::span<const Token> tokens) const {
    if (tokens.empty()) return false;
    const Range range = beginning(tokens, 0, kind);
    for (std::uint32_t i = range.first; i < range.last; ++i) {
        const Phrase candidate = phrase(i);
        if (candidate.kind == kind && candidate.size == tokens.size() && matches(candidate, tokens, 0)) return true;
    }
    return false;
}

std::uint32_t Vocabulary::longest(PhraseKind kind, std::span<const Token> tokens, std::size_t at) const {
    if (at >= tokens.size()) return 0;
    const Range range = beginning(tokens, at, kind);
    for (std::uint32_t i = range.first; i < range.last; ++i) {
        const Phrase candidate = phrase(i);
        if (candidate.kind == kind && matches(candidate, tokens, at)) return candidate.size;
    }
    return 0;
}

bool Vocabulary::mentions(std::uint64_t hash) const {
    for (std::uint32_t i = 0; i < phrases_; ++i) {
        const Phrase one = phrase(i);
        for (std::uint32_t k = 0; k < one.size; ++k)
            if (token(one.first_token + k) == hash) return true;
    }
    return false;
}

}  // namespace incilint::label
