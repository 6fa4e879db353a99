// tests/label/reading.h: the real dictionary and vocabulary for tests of the reader, and a reading taken stage by
// stage. Promises: opened once a process. Must not know: doctest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "builtin/builtin.h"
#include "label/brackets.h"
#include "label/cells.h"
#include "label/headings.h"
#include "label/judge.h"
#include "label/legends.h"
#include "label/read.h"

namespace incilint::label {

inline const match::Program& program() {
    static const match::Program opened = builtin::program().value();
    return opened;
}

inline Label read_text(std::string_view text) {
    return read(text, program().dictionary(), program().vocabulary());
}

/// The stages up to the cells, kept together because they refer to each other.
struct Staged {
    explicit Staged(std::string_view text) {
        reading.text = text;
        reading.tokens = scan(text);
        reading.phrases = find_phrases(text, reading.tokens, program().vocabulary());
        reading.amounts = find_amounts(text, reading.tokens, program().vocabulary());
        find_brackets(reading, program().dictionary(), program().vocabulary());
        find_letter_marks(reading);
        find_headings(reading, program().vocabulary());
        find_cells(reading, knowledge, program().vocabulary());
    }
    Staged(const Staged&) = delete;
    Staged& operator=(const Staged&) = delete;

    [[nodiscard]] std::vector<std::string> cells() const {
        std::vector<std::string> out;
        for (const Cell& cell : reading.cells) out.emplace_back(reading.slice(cell.first, cell.last));
        return out;
    }

    Reading reading;
    NameMemo memo;
    Knowledge knowledge{reading, program().dictionary(), memo};
};

/// Names of all entries, in order.
inline std::vector<std::string> names_of(const Label& label) {
    std::vector<std::string> out;
    for (const Product& product : label.products) {
        for (const Entry& entry : product.entries) out.emplace_back(entry.name);
    }
    return out;
}

inline bool fired(const Label& label, Detector detector) {
    for (const Detection& detection : label.detections) {
        if (detection.detector == detector) return true;
    }
    return false;
}

}  // namespace incilint::label
