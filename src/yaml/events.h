// yaml/events.h: libyaml's events, one at a time; the only file behind which libyaml is seen.
// Promises: what an event points to lives until the next one; all memory is given back; nothing is thrown.
// Must not know: documents, budgets, our words for a fault.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace incilint::yaml {

struct Event {
    enum class Kind : std::uint8_t { document, scalar, alias, sequence, map, close, end };
    Kind kind = Kind::end;
    std::size_t at = 0;   ///< characters in front of it: its anchor or tag, if it has one
    bool plain = false;   ///< scalar without quotes, and no block scalar
    bool folded = false;  ///< block scalar that began with ">"
    /// document: it was begun with "---"
    bool marked = false;
    std::string_view text;  ///< scalar: its value; alias: whose
    std::string_view anchor;
    std::string_view tag;  ///< as resolved; "!" where it only says that the scalar is text
};

/// Why libyaml stopped, in its words. Places are characters.
struct Stumble {
    std::string_view problem;
    std::size_t at = 0;
    std::string_view context;    ///< what it was reading; may be empty
    std::size_t context_at = 0;  ///< where that began
};

class Events {
  public:
    explicit Events(std::string_view text);
    Events(const Events&) = delete;
    Events& operator=(const Events&) = delete;
    ~Events();
    /// The next event; false: libyaml stopped, see stumble(). After Kind::end nothing follows.
    [[nodiscard]] bool next(Event& event);
    [[nodiscard]] Stumble stumble() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace incilint::yaml
