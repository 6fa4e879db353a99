// label/clean.h: the label as a reader sees it: without tags, entities and invisible characters, with a way back.
// Promises: every byte of the clean text stands for known bytes of the source, in order; a text that needs no cleaning
// is passed through without a copy; linear.
// Must not know: ingredients, vocabulary, what a separator is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace incilint::label {

/// A text with its origin. Where nothing had to be cleaned, `text()` is the source itself.
class CleanText {
  public:
    explicit CleanText(std::string_view source);
    CleanText(const CleanText&) = delete;
    CleanText& operator=(const CleanText&) = delete;

    [[nodiscard]] std::string_view text() const { return changed_ ? std::string_view(made_) : source_; }
    [[nodiscard]] std::string_view source() const { return source_; }
    /// The bytes of the source behind a span of the clean text; an empty span maps to an empty span.
    [[nodiscard]] base::Span origin(base::Span clean) const { return changed_ ? changed_origin(clean) : clean; }
    /// True where the slice of the source equals the clean slice.
    [[nodiscard]] bool same(base::Span clean) const;

    /// First tag or entity, first invisible character, in bytes of the source.
    [[nodiscard]] const std::optional<base::Span>& html() const { return html_; }
    [[nodiscard]] const std::optional<base::Span>& invisible() const { return invisible_; }
    /// An entity that the end of the text cuts off ("&nbs..").
    [[nodiscard]] bool cut_entity() const { return cut_entity_; }

  private:
    /// `length` clean bytes from `clean` on stand for `source_length` source bytes from `source` on; where `copied`,
    /// byte for byte.
    struct Run {
        std::size_t clean;
        std::size_t length;
        std::size_t source;
        std::size_t source_length;
        bool copied;
    };
    [[nodiscard]] base::Span changed_origin(base::Span clean) const;
    [[nodiscard]] const Run& run_at(std::size_t clean) const;
    void make();
    void copy(std::size_t from, std::size_t to);
    void put(std::string_view text, std::size_t from, std::size_t to);

    std::string_view source_;
    std::string made_;
    std::vector<Run> runs_;
    std::optional<base::Span> html_;
    std::optional<base::Span> invisible_;
    bool changed_ = false;
    bool cut_entity_ = false;
};

}  // namespace incilint::label
