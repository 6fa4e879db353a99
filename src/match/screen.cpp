#include <memory>

#include "match/judge.h"
#include "match/matcher.h"
#include "match/memo.h"
#include "match/place.h"
#include "match/screening.h"
#include "match/verdict.h"

namespace incilint::match {
namespace {

Screening screen_product(const Matcher& matcher, Memo& memo, const label::Label& label, std::size_t index,
                         const Context& context) {
    const label::Product& product = label.products[index];
    Screening screening;
    screening.product = static_cast<std::uint32_t>(index);

    // What each name is, whatever label it stands on.
    std::vector<Resolved> resolved;
    std::vector<const Resolved*> views;
    resolved.reserve(product.entries.size());
    for (const label::Entry& entry : product.entries) {
        resolved.push_back(memo.resolve(matcher, entry.name, context.recognise));
        views.push_back(&resolved.back());
    }
    // Where it stands on this one.
    const std::vector<Place> places = places_of(product, matcher.program().verdict());
    Case screened{matcher, &product, views, places, {}, context};
    for (const label::Detection& detection : label.detections) {
        if (detection.product.value_or(0) == index) screened.detections.push_back(&detection);
    }
    screening.findings = findings_of(screened);
    screening.verdict = verdict_of(screened, screening.findings);
    for (std::size_t i = 0; i < resolved.size(); ++i) {
        screening.entries.push_back(
            {std::move(resolved[i].recognition), std::move(resolved[i].listed_in), std::nullopt, places[i].level});
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
    explicit Memory(std::size_t names) : memo(names) {}
    Memo memo;
};

Scratch::Scratch(std::size_t names) : memory_(std::make_unique<Memory>(names)) {}
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
