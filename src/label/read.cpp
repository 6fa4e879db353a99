#include "label/read.h"

#include <algorithm>

#include "label/amount.h"
#include "label/assemble.h"
#include "label/brackets.h"
#include "label/cells.h"
#include "label/clean.h"
#include "label/described.h"
#include "label/detect.h"
#include "label/enumeration.h"
#include "label/glued.h"
#include "label/headings.h"
#include "label/insertion.h"
#include "label/judge.h"
#include "label/knowledge.h"
#include "label/legends.h"
#include "label/mentioned.h"
#include "label/purposes.h"
#include "label/seams.h"
#include "label/stereo.h"
#include "label/titles.h"

namespace incilint::label {

Label read(std::string_view text, const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary) {
    return Reader(dictionary, vocabulary).read(text);
}

/// What one reading leaves to the next: the memo of names, and memory that would be asked for again.
struct Reader::Workspace {
    Workspace(const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary, std::size_t most_names,
              lexicon::RecogniseMemo* shared)
        : dictionary(dictionary), vocabulary(vocabulary), memo(most_names, shared) {}
    const lexicon::Dictionary& dictionary;
    const Vocabulary& vocabulary;
    NameMemo memo;
    Reading reading;
    Knowledge knowledge{reading, dictionary, memo};
    Judgement judgement;

    void begin(std::string_view text) {
        constexpr std::size_t most_kept = std::size_t{1} << 18;  // tokens; what a huge label needed is given back
        if (reading.tokens.capacity() > most_kept) {
            reading = Reading();
            judgement = Judgement();
        }
        memo.begin_label();
        start(text);
    }
    /// From the text to tokens; the same label may start anew.
    void start(std::string_view text) {
        reading.begin(text);
        knowledge.begin();
        scan(reading.text, reading.tokens);
    }
    /// From tokens to cells.
    void find_cells() {
        const bool units = find_phrases(reading.text, reading.tokens, vocabulary, reading.phrases);
        if (units) find_amounts(reading.text, reading.tokens, vocabulary, reading.amounts);
        find_brackets(reading, dictionary, vocabulary);
        find_purposes(reading, vocabulary);
        find_letter_marks(reading);
        find_enumeration(reading);
        find_stereo_signs(reading);
        find_headings(reading, vocabulary);
        label::find_cells(reading, knowledge, vocabulary);
        knowledge.expect_cells(reading.cells);
    }
};

Reader::Reader(const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary, std::size_t most_names,
               lexicon::RecogniseMemo* shared)
    : work_(std::make_unique<Workspace>(dictionary, vocabulary, most_names, shared)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;

Label Reader::read(std::string_view text) {
    return *read_open(text, {});
}

std::optional<Label> Reader::read_open(std::string_view text, std::span<const std::size_t> places) {
    const CleanText clean(text);
    work_->begin(clean.text());
    const Vocabulary& vocabulary = work_->vocabulary;
    Reading& reading = work_->reading;
    Knowledge& knowledge = work_->knowledge;
    work_->find_cells();
    constexpr std::size_t several = 3;  // numbers glued to names, each another
    const std::vector<std::uint32_t> numbers = counted_at(reading, knowledge, several);
    if (std::vector<std::uint32_t> seams = glued_at(reading, knowledge); !seams.empty() || !numbers.empty()) {
        seams.insert(seams.end(), numbers.begin(), numbers.end());
        std::ranges::sort(seams);
        work_->start(clean.text());
        part_tokens(reading, seams);
        mark_numbers(reading, numbers);
        work_->find_cells();
    }
    find_explained(reading, knowledge, vocabulary);
    find_mentioned(reading, knowledge);
    find_titles(reading, knowledge);
    cut_seams(reading, knowledge, vocabulary);
    knowledge.expect_cells(reading.cells);
    judge(reading, knowledge, work_->judgement);
    if (!places.empty() && !may_take_names(reading, work_->judgement, clean, places)) return std::nullopt;
    Assembly assembly = assemble(reading, work_->judgement, knowledge, clean, vocabulary);
    if (!places.empty() && (assembly.lines_separate || assembly.told_first)) return std::nullopt;

    Label label;
    label.pieces = pieces_of(reading, assembly.stretches, clean);
    label.products = std::move(assembly.products);
    label.texts = std::move(assembly.texts);
    decide_order(label.products);
    detect(reading, assembly, clean, label);
    return label;
}

}  // namespace incilint::label
