// label/told_first.h: ingredients told in front of the whole list that holds them too: "Actives: … Full list: …".
// Promises: what they state goes to the entries of the list, their bytes become praise, nothing is lost.
// Must not know: how headings are found, rules.
#pragma once

#include <vector>

#include "label/assemble.h"

namespace incilint::label {

/// Takes note of headings and entries while a label is assembled.
class ToldFirst {
  public:
    explicit ToldFirst(Knowledge& knowledge) : knowledge_(knowledge) {}

    /// A heading stands at the token, behind the products so far.
    void heading(PhraseKind kind, std::uint32_t token, const std::vector<Product>& products);
    /// The tokens of the next entry.
    void entry(TokenRange name) {
        if (front_ == 0 && (!tells_ || names_.size() >= most)) listed_ = true;
        if (!listed_) names_.push_back(name);
    }
    /// Some ingredients were told in front of a list.
    [[nodiscard]] bool told() const { return front_ > 0; }
    /// The label is complete: takes out what the list behind tells again.
    void merge(Assembly& assembly);

  private:
    static constexpr std::size_t most = 12;  ///< entries in front of the list

    Knowledge& knowledge_;
    std::vector<TokenRange> names_;
    bool tells_ = false;         ///< the last heading is one of actives, or of what the product contains
    bool listed_ = false;        ///< an entry of another kind came first
    std::size_t front_ = 0;      ///< entries in front of the list
    std::uint32_t list_at_ = 0;  ///< the token of its heading
};

}  // namespace incilint::label
