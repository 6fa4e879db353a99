// label/pool.h: things that stay where they are while they are in use, and whose room is used again.
// Promises: a reference stays good until the thing is given back; no room is asked for while some is free.
// Must not know: what the things are.
#pragma once

#include <deque>
#include <vector>

namespace incilint::label {

template <class Thing>
class Pool {
  public:
    /// One as it is when it is made.
    [[nodiscard]] Thing& take() {
        if (free_.empty()) return things_.emplace_back();
        Thing& thing = *free_.back();
        free_.pop_back();
        return thing;
    }
    void give_back(Thing& thing) {
        thing = Thing();
        free_.push_back(&thing);
    }

  private:
    std::deque<Thing> things_;
    std::vector<Thing*> free_;
};

}  // namespace incilint::label
