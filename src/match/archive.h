// match/archive.h: values to bytes and back, one list of fields for both directions.
// Promises: what is read back is what was written; damaged bytes give zeros and are told by Reader::ok(), and no count
// of theirs asks for more memory than sixteen times the bytes that there are. Must not know: what the values mean.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "rules/rule.h"

namespace incilint::match::archive {

/// Writes whatever it is given.
class Writer {
  public:
    void number(std::uint32_t& value) { out_.u32(value); }
    void real(double& value) { out_.f64(value); }
    void text(std::string& value) { out_.text(value); }
    void byte(std::uint8_t& value) { out_.u8(value); }
    [[nodiscard]] std::uint32_t count(std::size_t value) {
        out_.u32(static_cast<std::uint32_t>(value));
        return static_cast<std::uint32_t>(value);
    }
    [[nodiscard]] std::string take() { return out_.take(); }
    static constexpr bool reads = false;

  private:
    base::ByteWriter out_;
};

/// Fills whatever it is given; zeros once something was wrong.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : size_(bytes.size()), in_(bytes) {}
    void number(std::uint32_t& value) { value = in_.u32(); }
    void real(double& value) { value = in_.f64(); }
    void text(std::string& value) { value = in_.text(); }
    void byte(std::uint8_t& value) { value = in_.u8(); }
    /// Every element takes at least one byte, so that a damaged count cannot ask for more than there is.
    [[nodiscard]] std::uint32_t count(std::size_t) {
        const std::uint32_t value = in_.u32();
        if (in_.failed() || value > size_ - in_.at()) {
            broken_ = true;
            return 0;
        }
        return value;
    }
    [[nodiscard]] bool ok() const { return !broken_ && !in_.failed() && in_.at() == size_; }
    void refuse() { broken_ = true; }
    [[nodiscard]] std::size_t left() const { return size_ - in_.at(); }
    static constexpr bool reads = true;

  private:
    std::size_t size_;
    base::ByteReader in_;
    bool broken_ = false;
};

template <class A>
void pass(A& ar, std::uint32_t& value) {
    ar.number(value);
}
template <class A>
void pass(A& ar, double& value) {
    ar.real(value);
}
template <class A>
void pass(A& ar, std::string& value) {
    ar.text(value);
}
template <class A>
void pass(A& ar, bool& value) {
    std::uint8_t byte = value ? 1 : 0;
    ar.byte(byte);
    value = byte != 0;
}
template <class A>
void pass(A& ar, int& value) {
    auto number = static_cast<std::uint32_t>(value);
    ar.number(number);
    value = static_cast<int>(number);
}
template <class A, class E>
requires std::is_enum_v<E>
void pass(A& ar, E& value) {
    auto byte = static_cast<std::uint8_t>(value);
    ar.byte(byte);
    if constexpr (A::reads) {
        constexpr std::uint8_t most = 16;  // no enumeration of rules/rule.h has more members
        if (byte > most) ar.refuse();
    }
    value = static_cast<E>(byte);
}

// Declared before the containers so that elements of any type find their function.
template <class A>
void pass(A& ar, rules::Word& value);
template <class A>
void pass(A& ar, rules::Term& value);
template <class A>
void pass(A& ar, rules::IngredientExpr& value);
template <class A>
void pass(A& ar, rules::LabelTerm& value);
template <class A>
void pass(A& ar, rules::LabelExpr& value);
template <class A>
void pass(A& ar, rules::Range& value);
template <class A>
void pass(A& ar, rules::Date& value);
template <class A>
void pass(A& ar, rules::When& value);
template <class A>
void pass(A& ar, rules::Grade& value);
template <class A>
void pass(A& ar, rules::Evidence& value);
template <class A>
void pass(A& ar, rules::Rule& value);
template <class A>
void pass(A& ar, rules::Contact& value);
template <class A>
void pass(A& ar, rules::Gate& value);
template <class A>
void pass(A& ar, rules::Band& value);
template <class A>
void pass(A& ar, rules::VerdictModel& value);
template <class A>
void pass(A& ar, RuleSetInfo& value);
template <class A>
void pass(A& ar, rules::HouseIngredient& value);
template <class A>
void pass(A& ar, std::pair<rules::Word, rules::IngredientExpr>& value);
template <class A>
void pass(A& ar, rules::RuleSet& value);

template <class A, class T>
void pass(A& ar, std::vector<T>& values) {
    const std::uint32_t count = ar.count(values.size());
    if constexpr (A::reads) {
        values.clear();
        // To grow step by step costs more memory, but a damaged count must not ask for much.
        values.reserve(std::min<std::size_t>(count, 16 * ar.left() / sizeof(T)));
        for (std::uint32_t i = 0; i < count; ++i) pass(ar, values.emplace_back());
    } else {
        for (T& value : values) pass(ar, value);
    }
}
template <class A, class T>
void pass(A& ar, std::optional<T>& value) {
    bool held = value.has_value();
    pass(ar, held);
    if (!held) return;
    if (!value) value.emplace();
    pass(ar, *value);
}
template <class A, class T>
void pass(A& ar, std::map<std::string, T>& values) {
    const std::uint32_t count = ar.count(values.size());
    if constexpr (A::reads) {
        for (std::uint32_t i = 0; i < count; ++i) {
            std::string key;
            pass(ar, key);
            pass(ar, values[key]);
        }
    } else {
        for (auto& [key, value] : values) {
            std::string copy = key;
            pass(ar, copy);
            pass(ar, value);
        }
    }
}

template <class A, class... T>
void each(A& ar, T&... values) {
    (pass(ar, values), ...);
}

}  // namespace incilint::match::archive
