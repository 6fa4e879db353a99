// label/reject.h: what the search over list and text takes for a list and is none.
// Promises: takes cells out of the list, puts none in; one pass each.
// Must not know: scores, how the search went.
#pragma once

#include "label/judge.h"
#include "label/reading.h"

namespace incilint::label {

/// A few names under a heading of highlights, none of them water, are praise, also where no other heading follows.
void reject_highlights(const Reading& reading, Judgement& out);

/// "Glycerin. It draws water.": names that a line begins with and a sentence follows, below a heading of highlights or
/// several of them beside a list, are explained there.
void reject_explained(const Reading& reading, Judgement& out);

/// One unknown phrase, without a heading, is no list: the name of a product, say.
void reject_lone_unknown(const Reading& reading, bool has_list_heading, Judgement& out);

}  // namespace incilint::label
