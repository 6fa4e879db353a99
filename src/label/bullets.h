// label/bullets.h: lines that begin with a bullet: praise of single ingredients, or the actives with their percents.
// Promises: one pass over the cells. Must not know: how lists are told from text elsewhere.
#pragma once

#include <vector>

#include "label/judge.h"

namespace incilint::label {

/// What the cells of a bullet's line pay for being names: "-Rice Oil, Squalane, and Honey: soften the skin". Up to the
/// colon they are the head of the bullet; behind it they are text, where the line is one of several. Empty without
/// bullets.
[[nodiscard]] base::LongVector<double> bullet_costs(const base::LongVector<Cell>& cells);

/// Bullets with bare names above a list praise what is in it; with a percent each they declare the actives.
void settle_bullets(const Reading& reading, Judgement& out);

}  // namespace incilint::label
