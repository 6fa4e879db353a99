// label/mentioned.h: "Some of our creams contain the following ingredients: …" behind a list is a sentence, no list.
// Promises: looks once at each cell, and at the few tokens before a heading.
// Must not know: how cells are judged.
#pragma once

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

/// A heading of a list that ends a sentence, behind a list that no such heading began, in front of other names than a
/// list begins with: what stands below it is told of products in general.
void find_mentioned(Reading& reading, Knowledge& knowledge);

}  // namespace incilint::label
