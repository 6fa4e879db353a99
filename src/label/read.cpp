#include "label/read.h"

#include "label/amount.h"
#include "label/assemble.h"
#include "label/brackets.h"
#include "label/cells.h"
#include "label/clean.h"
#include "label/detect.h"
#include "label/headings.h"
#include "label/judge.h"
#include "label/knowledge.h"
#include "label/legends.h"
#include "label/seams.h"
#include "label/titles.h"

namespace incilint::label {

Label read(std::string_view text, const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary) {
    return Reader(dictionary, vocabulary).read(text);
}

Label Reader::read(std::string_view text) {
    memo_.forget_if_full();
    const CleanText clean(text);
    Reading reading;
    reading.text = clean.text();
    reading.tokens = scan(reading.text);
    reading.phrases = find_phrases(reading.text, reading.tokens, vocabulary_);
    reading.amounts = find_amounts(reading.text, reading.tokens, vocabulary_);
    find_brackets(reading, dictionary_, vocabulary_);
    find_letter_marks(reading);
    find_headings(reading);
    Knowledge knowledge(reading, dictionary_, memo_);
    find_cells(reading, knowledge, vocabulary_);
    find_titles(reading, knowledge);
    cut_seams(reading, knowledge, vocabulary_);
    const Judgement judgement = judge(reading, knowledge);
    Assembly assembly = assemble(reading, judgement, knowledge, clean, vocabulary_);

    Label label;
    label.pieces = pieces_of(reading, assembly.stretches, clean);
    label.products = std::move(assembly.products);
    decide_order(label.products);
    detect(reading, assembly, clean, label);
    return label;
}

}  // namespace incilint::label
