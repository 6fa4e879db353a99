// Any bytes as a label: every byte is accounted for, every entry stands where it says, on the quick way of plain lists
// too, and screening ends.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "builtin/builtin.h"
#include "label/plain.h"
#include "label/read.h"
#include "match/screening.h"

using namespace incilint;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

const match::Program& program() {
    static const match::Program opened = builtin::program().value();
    return opened;
}

void check(const label::Label& read, std::string_view text) {
    std::size_t end = 0;
    for (const label::Piece& piece : read.pieces) {
        require(piece.span.from == end && piece.span.to > piece.span.from);
        end = piece.span.to;
    }
    require(end == text.size());
    for (const label::Product& product : read.products) {
        require(!product.entries.empty());
        for (const label::Entry& entry : product.entries) {
            require(!entry.name.empty() && entry.span.to <= text.size() && entry.span.from < entry.span.to);
            require(entry.raw() == base::trim(base::slice(text, entry.span)));
            if (entry.percent) require(entry.percent->min >= 0 && entry.percent->min <= entry.percent->max);
        }
    }
    for (const label::Detection& detection : read.detections) require(detection.span.to <= text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const label::Label read = label::read(text, program().dictionary(), program().vocabulary());
    check(read, text);
    static label::PlainReader plain(program().dictionary(), program().vocabulary());
    if (const auto quick = plain.read(text)) check(*quick, text);
    for (const match::Screening& screening : match::screen(program(), read, text, {})) {
        require(screening.verdict.burden >= 0 && screening.verdict.burden <= 100);
        require(screening.verdict.burden_low <= screening.verdict.burden_high);
    }
    return 0;
}
