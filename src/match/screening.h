// match/screening.h: the result of screening one product, as plain data that a report can print.
// Promises: values only; indices are 0-based into the product's entries or the program's rules.
// Must not know: output formats, files, policy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/long_vector.h"
#include "label/label.h"
#include "lexicon/ingredient.h"
#include "lexicon/recognise_memo.h"
#include "match/program.h"

namespace incilint::match {

enum class Truth : std::uint8_t { fails, cannot_tell, holds };
enum class Certainty : std::uint8_t { possible, certain };
enum class Confidence : std::uint8_t { low, medium, high };
/// Where an entry stands against the 1 % line; until bounds are computed, by rank alone.
enum class Level : std::uint8_t { top, above, straddling, below, trace, unknown };
[[nodiscard]] std::string_view word(Certainty certainty);
[[nodiscard]] std::string_view word(Confidence confidence);
[[nodiscard]] std::string_view word(Level level);

/// What is known of the product beside its label.
struct Context {
    rules::ProductType type = rules::ProductType::unknown;
    rules::Area area = rules::Area::unknown;
    std::string market;                   ///< lower-case code, empty: not known
    std::optional<rules::Date> law_date;  ///< the day whose law is asked for; empty: rules of a day do not speak
    lexicon::RecogniseOptions recognise;
};

/// The interval of an entry's concentration in weight percent and what it stands on.
struct Bounds {
    double min = 0;
    double max = 100;
    std::string stands_on;  ///< "from-label", "if-compliant", "usual"
};

struct ScreenedEntry {
    std::optional<lexicon::Recognition> recognised;
    std::vector<std::string> listed_in;  ///< categories whose rule names the ingredient, whatever its `when` says
    std::optional<Bounds> bounds;        ///< empty until bounds are built
    Level level = Level::unknown;
};

/// Why a finding is known and not acted upon: policy says so, reports tell it.
enum class Held : std::uint8_t { no, suppressed, suppressed_in_source, baselined };
[[nodiscard]] std::string_view word(Held held);

struct Finding {
    std::uint32_t rule = 0;  ///< index into Program::rules()
    rules::Severity severity = rules::Severity::note;
    Certainty certainty = Certainty::certain;
    std::optional<std::uint32_t> entry;  ///< empty: the label as a whole
    base::Span span;                     ///< bytes of the label text (entry, or what a detector marked; may be empty)
    std::string message;                 ///< template filled; may quote the label (untrusted)
    Held held = Held::no;                ///< other than `no` in a report only where held findings are to be shown
    bool fails = false;                  ///< policy: it fails the run
    std::string fingerprint;             ///< `incilint/v1` (match/identity.h); empty until a run is identified
};

/// What one finding adds to burden or support, for printing.
struct Contribution {
    std::uint32_t finding = 0;  ///< for finding_at()
    double points = 0;          ///< after scale, sibling factor and cap; with the low end of the contact factor
    double points_high = 0;     ///< with the high end where the product type is unknown
    double weight = 0;
    double level_factor = 0;
    double contact_low = 0;
    double contact_high = 0;
    double sibling_factor = 1;
    Level level = Level::unknown;
};

struct Verdict {
    bool given = false;    ///< false: "no verdict"
    std::string words;     ///< "high listed burden (3 concerns)", "no listed concern", "no verdict"
    std::string why_none;  ///< why there is no verdict
    int burden = 0;        ///< 0 … 100; the middle of the range where the type is unknown
    int burden_low = 0;
    int burden_high = 0;
    int support = 0;
    Confidence confidence = Confidence::low;
    int concerns = 0;                         ///< number of concern findings
    std::vector<std::string> remarks;         ///< "unknown name among the first five: …", gates that bit, level basis
    std::vector<Contribution> contributions;  ///< largest first
};

/// One product screened. With `product` empty: the label declares no list (findings are label-wide only).
struct Screening {
    std::optional<std::uint32_t> product;     ///< index into Label::products
    base::LongVector<ScreenedEntry> entries;  ///< parallel to the product's entries
    std::vector<Finding> findings;            ///< sorted: by span, then rule order
    Verdict verdict;
    std::vector<Finding> held;  ///< findings that policy took out of `findings`; the verdict still counts them
};

/// The finding that a Contribution means: `held` ones are numbered behind `findings`.
[[nodiscard]] const Finding& finding_at(const Screening& screening, std::uint32_t number);

/// Screens each product of a label (or the label without a list: one Screening without product).
/// Detections that belong to no product go to the first one.
[[nodiscard]] std::vector<Screening> screen(const Program& program, const label::Label& label, std::string_view text,
                                            const Context& context);

/// Memory that a worker keeps from label to label: what names turned out to be. It changes no answer, only the time.
class Scratch {
  public:
    /// Remembers at most `names` names; 0 remembers none. `shared`: whom a reader asks for the same names, if anybody;
    /// it knows the dictionary of all programs that come.
    explicit Scratch(std::size_t names = 1u << 16, lexicon::RecogniseMemo* shared = nullptr);
    ~Scratch();
    Scratch(Scratch&&) noexcept;
    Scratch& operator=(Scratch&&) noexcept;

  private:
    struct Memory;
    std::unique_ptr<Memory> memory_;
    friend std::vector<Screening> screen(const Program&, const label::Label&, std::string_view, const Context&,
                                         Scratch&);
};

/// The same answer as without `scratch`, sooner for names seen before. One thread at a time for each Scratch.
[[nodiscard]] std::vector<Screening> screen(const Program& program, const label::Label& label, std::string_view text,
                                            const Context& context, Scratch& scratch);

}  // namespace incilint::match
