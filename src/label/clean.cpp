#include "label/clean.h"

#include <algorithm>

#include "label/markup.h"

namespace incilint::label {
namespace {

/// Bytes that may begin something to clean. All others are copied without a look.
bool suspicious(char c) {
    return (c == '<') | (c == '&') | (c == '\\') | (static_cast<unsigned char>(c) >= 0xc2);
}

}  // namespace

CleanText::CleanText(std::string_view source) : source_(source) {
    // Looked at to its end: without a way out in the middle the compiler takes many bytes at once.
    std::uint8_t any = 0;
    for (const char c : source) any = static_cast<std::uint8_t>(any | suspicious(c));
    if (any != 0) make();
}

void CleanText::copy(std::size_t from, std::size_t to) {
    if (from >= to) return;
    runs_.push_back({made_.size(), to - from, from, to - from, true});
    made_.append(source_.substr(from, to - from));
}

void CleanText::put(std::string_view text, std::size_t from, std::size_t to) {
    changed_ = true;
    if (text.empty()) return;
    runs_.push_back({made_.size(), text.size(), from, to - from, false});
    made_.append(text);
}

void CleanText::make() {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < source_.size();) {
        if (!suspicious(source_[at])) {
            at = static_cast<std::size_t>(std::find_if(source_.begin() + at, source_.end(), suspicious) -
                                          source_.begin());
            continue;
        }
        std::optional<Markup> markup;
        if (source_[at] == '<') markup = tag_at(source_, at);
        if (source_[at] == '&') markup = escaped_tag_at(source_, at);
        if (source_[at] == '&' && !markup) markup = entity_at(source_, at);
        const bool html = markup.has_value();
        if (source_[at] == '\\') markup = escape_at(source_, at);
        const base::CodePoint point = base::decode(source_, at);
        if (point.length > 1 && base::is_invisible(point.value)) {
            if (!invisible_) invisible_ = base::Span{at, at + point.length};
            markup = Markup{point.length, "", false};
        } else if (point.value == 0xe2 || point.value == 0xc2) {
            markup = misread_punctuation_at(source_, at);
        }
        if (!markup) {
            at += point.length;
            continue;
        }
        if (html && !html_) html_ = base::Span{at, at + markup->length};
        cut_entity_ = cut_entity_ || markup->cut;
        copy(kept, at);
        put(markup->shows, at, at + markup->length);
        at += markup->length;
        kept = at;
    }
    if (changed_) {
        copy(kept, source_.size());
    } else {
        runs_.clear();
        made_.clear();
    }
}

const CleanText::Run& CleanText::run_at(std::size_t clean) const {
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), clean,
                                        [](std::size_t at, const Run& run) { return at < run.clean; });
    return *(after - 1);
}

base::Span CleanText::changed_origin(base::Span clean) const {
    if (runs_.empty()) return {0, 0};
    const Run& first = run_at(std::min(clean.from, made_.size() - 1));
    const std::size_t from = first.copied ? first.source + (clean.from - first.clean) : first.source;
    if (clean.empty()) return {from, from};
    const Run& last = run_at(clean.to - 1);
    return {from, last.copied ? last.source + (clean.to - last.clean) : last.source + last.source_length};
}

bool CleanText::same(base::Span clean) const {
    return !changed_ || base::slice(source_, origin(clean)) == base::slice(text(), clean);
}

}  // namespace incilint::label
