#include <deque>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "match/judge.h"
#include "match/matcher.h"
#include "match/memo.h"
#include "match/place.h"
#include "match/screening.h"
#include "match/verdict.h"

namespace incilint::match {
namespace {

/// What the entries of a product are. A name that stands in a long list a thousand times is kept once.
class ResolvedNames {
  public:
    ResolvedNames(const Matcher& matcher, Memo& memo, const label::Product& product, const Context& context)
        : shares_(product.entries.size() > long_list) {
        std::unordered_map<std::string_view, const Resolved*> met;
        views_.reserve(product.entries.size());
        for (const label::Entry& entry : product.entries) {
            if (entry.broken_off) {  // not what it could have become
                lexicon::RecogniseOptions as_it_is = context.recognise;
                as_it_is.correct_spelling = false;
                kept_.push_back(matcher.resolve(entry.name, as_it_is));
                views_.push_back(&kept_.back());
                continue;
            }
            const Resolved** known = shares_ ? &met[entry.name] : nullptr;
            if (known == nullptr || *known == nullptr) {
                kept_.push_back(memo.resolve(matcher, entry.name, context.recognise));
                if (known != nullptr) *known = &kept_.back();
                views_.push_back(&kept_.back());
            } else {
                views_.push_back(*known);
            }
        }
    }
    [[nodiscard]] std::span<const Resolved* const> views() const { return views_; }
    /// What is reported of an entry; once each, when the views are looked at no more.
    [[nodiscard]] ScreenedEntry take(std::size_t i, Level level) {
        if (shares_) return {views_[i]->recognition, views_[i]->listed_in, std::nullopt, level};
        return {std::move(kept_[i].recognition), std::move(kept_[i].listed_in), std::nullopt, level};
    }

  private:
    static constexpr std::size_t long_list = 512;  ///< entries; shorter lists repeat too little
    bool shares_;
    std::deque<Resolved> kept_;
    base::LongVector<const Resolved*> views_;  ///< by entry
};

Screening screen_product(const Matcher& matcher, Memo& memo, const label::Label& label, std::size_t index,
                         const Context& context) {
    const label::Product& product = label.products[index];
    Screening screening;
    screening.product = static_cast<std::uint32_t>(index);

    // What each name is, whatever label it stands on.
    ResolvedNames names(matcher, memo, product, context);
    const std::span<const Resolved* const> views = names.views();
    // Where it stands on this one.
    const base::LongVector<Place> places = places_of(product, matcher.program().verdict());
    Case screened{matcher, &product, views, places, {}, context};
    for (const label::Detection& detection : label.detections) {
        if (detection.product.value_or(0) == index) screened.detections.push_back(&detection);
    }
    screening.findings = findings_of(screened);
    screening.verdict = verdict_of(screened, screening.findings);
    screening.entries.reserve(views.size());
    for (std::size_t i = 0; i < views.size(); ++i) {
        screening.entries.push_back(names.take(i, places[i].level));
    }
    return screening;
}

Screening screen_without_list(const Matcher& matcher, const label::Label& label, const Context& context) {
    Case screened{matcher, nullptr, {}, {}, {}, context};
    for (const label::Detection& detection : label.detections) screened.detections.push_back(&detection);
    Screening screening;
    screening.findings = findings_of(screened);
    screening.verdict = verdict_of(screened, screening.findings);
    return screening;
}

std::vector<Screening> screen_with(Memo& memo, const Program& program, const label::Label& label,
                                   const Context& context) {
    const Matcher matcher(program);
    std::vector<Screening> screenings;
    for (std::size_t i = 0; i < label.products.size(); ++i) {
        screenings.push_back(screen_product(matcher, memo, label, i, context));
    }
    if (screenings.empty()) screenings.push_back(screen_without_list(matcher, label, context));
    return screenings;
}

}  // namespace

struct Scratch::Memory {
    Memory(std::size_t names, lexicon::RecogniseMemo* shared) : memo(names, shared) {}
    Memo memo;
};

Scratch::Scratch(std::size_t names, lexicon::RecogniseMemo* shared)
    : memory_(std::make_unique<Memory>(names, shared)) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

std::vector<Screening> screen(const Program& program, const label::Label& label, std::string_view /*text*/,
                              const Context& context) {
    Memo memo(0);
    return screen_with(memo, program, label, context);
}

std::vector<Screening> screen(const Program& program, const label::Label& label, std::string_view /*text*/,
                              const Context& context, Scratch& scratch) {
    return screen_with(scratch.memory_->memo, program, label, context);
}

}  // namespace incilint::match
