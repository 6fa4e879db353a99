#include "label/characters.h"

#include <algorithm>

#include "base/fold.h"

namespace incilint::label {
namespace {

bool latin(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0x24f);
}

/// Cyrillic and Greek letters drawn like Latin ones. α, β, γ and their like stand for themselves in chemistry.
bool twin_of_latin(char32_t c) {
    constexpr std::u32string_view twins =
        U"АВЕЅІЈКМНОРСТУХԁаеѕіјорсухһӏԛԝ"
        U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ";
    return twins.find(c) != twins.npos;
}

bool lead_shown(char32_t c) {
    return c >= 0xc2 && c <= 0xef;
}
/// What Windows-1252 or Latin-1 show for a continuation byte of UTF-8.
bool continuation_shown(char32_t c) {
    constexpr std::u32string_view windows = U"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
    return (c >= 0x80 && c <= 0xbf) || windows.find(c) != windows.npos;
}

}  // namespace

std::optional<base::Span> mojibake(std::string_view source) {
    if (base::folds_as_ascii(source)) return std::nullopt;
    char32_t before = 0;
    std::size_t before_at = 0;
    for (std::size_t at = 0; at < source.size();) {
        if (static_cast<std::uint8_t>(source[at]) < 0x80) {
            before = 0;
            ++at;
            continue;
        }
        const base::CodePoint point = base::decode(source, at);
        if (point.value == 0xfffd) return base::Span{at, at + point.length};
        // A lead byte as shown and a continuation as shown: "Ã©". Marks after a letter ("é®") are no continuation of é.
        const bool pair = lead_shown(before) && continuation_shown(point.value);
        const bool trade_mark = before >= 0xe0 && before != 0xe2 && before != 0xe3;
        if (pair && !trade_mark && !(point.value == 0xab || point.value == 0xbb || point.value == 0xa0)) {
            return base::Span{before_at, at + point.length};
        }
        before = point.length > 1 ? point.value : 0;
        before_at = at;
        at += point.length;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> look_alike(const Reading& reading) {
    if (!reading.seen.shape(non_ascii)) return std::nullopt;
    for (std::uint32_t i = 0; i < reading.tokens.size(); ++i) {
        const Token& token = reading.tokens[i];
        if (token.kind != TokenKind::word || !token.is(non_ascii)) continue;
        bool has_latin = false;
        bool has_twin = false;
        for (std::size_t at = token.from; at < token.to;) {
            const base::CodePoint point = base::decode(reading.text, at);
            has_latin = has_latin || latin(point.value);
            has_twin = has_twin || twin_of_latin(point.value);
            at += point.length;
        }
        if (has_latin && has_twin) return i;
    }
    return std::nullopt;
}

std::optional<base::Span> truncation(const CleanText& clean, std::optional<base::Span> last_name) {
    const std::string_view source = clean.source();
    const base::Span trimmed = base::trim(source, {0, source.size()});
    const std::string_view text = base::slice(source, trimmed);
    constexpr std::string_view ellipsis = "…";
    if (text.size() >= ellipsis.size() && text.substr(text.size() - ellipsis.size()) == ellipsis) {
        return base::Span{trimmed.to - ellipsis.size(), trimmed.to};
    }
    if (text.size() >= 2 && text.substr(text.size() - 2) == "..") return base::Span{trimmed.to - 2, trimmed.to};
    if (clean.cut_entity()) return base::Span{trimmed.to - std::min<std::size_t>(trimmed.size(), 1), trimmed.to};
    return last_name;
}

}  // namespace incilint::label
