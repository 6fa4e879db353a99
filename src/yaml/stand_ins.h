// yaml/stand_ins.h: characters that libyaml reads otherwise than YAML 1.2: line ends of YAML 1.1 (U+0085, U+2028,
// U+2029) and characters that it refuses (U+FEFF inside a text, U+FFFE, U+FFFF), all of which labels copied from shops
// hold; and tabs that begin a block scalar. While libyaml reads, characters that the text does not hold stand for them.
// Promises: a stand-in is one character too; none is written in the text, nor by an escape in it.
// Must not know: where in the document they stand.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace incilint::yaml {

class StandIns {
  public:
    /// Where the first such character stands in `text`, tabs aside.
    [[nodiscard]] static std::optional<std::size_t> first(std::string_view text);
    /// Replaces them in `text`; `tabs`: it holds Sketch::first_tab. False: it holds every character that could stand
    /// for one of them.
    [[nodiscard]] bool put_in(std::string& text, bool tabs);
    /// Puts the characters themselves back.
    void take_out(std::string& text) const;

  private:
    static constexpr std::array<std::string_view, 7> odd_ = {
        "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xef\xbb\xbf", "\xef\xbf\xbe", "\xef\xbf\xbf", "\x01"};
    std::array<std::string, odd_.size()> stands_;  ///< all empty: nothing was replaced
};

}  // namespace incilint::yaml
