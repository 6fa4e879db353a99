// base/result.h: how a function says that it could not do its work.
// Promises: an Expected holds either a value or an error, never neither; a Diagnostic always says what is wrong,
// and where and what to do as far as that is known.
// Must not know: cosmetics, files, threads, how a diagnostic is printed.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace incilint::base {

/// A place in a text file. `line` and `column` are 1-based, columns count code points; 0 means not known.
struct Where {
    std::string file;
    int line = 0;
    int column = 0;
    friend bool operator==(const Where&, const Where&) = default;
};

/// One fault, told to a person. `code` is stable and kebab-case ("yaml/duplicate-key"); `hint` may be empty.
struct Diagnostic {
    std::string code;
    Where where;
    std::string text;
    std::string hint;
    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// Marks a value as an error when an Expected is made: `return Error{diagnostic};`
template <class E>
struct Error {
    E value;
};
template <class E>
Error(E) -> Error<E>;

/// A value of T or an error of E. Asking for the one that is not held is a programming error (std::get throws).
template <class T, class E = Diagnostic>
class Expected {
  public:
    Expected(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Expected(Error<E> error) : held_(std::in_place_index<1>, std::move(error.value)) {}

    [[nodiscard]] bool has_value() const { return held_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    [[nodiscard]] const T& value() const& { return std::get<0>(held_); }
    [[nodiscard]] T& value() & { return std::get<0>(held_); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(held_)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    [[nodiscard]] const E& error() const& { return std::get<1>(held_); }
    [[nodiscard]] E&& error() && { return std::get<1>(std::move(held_)); }

  private:
    std::variant<T, E> held_;
};

/// "file:line:column: text (hint)", leaving out what is not known. Untrusted parts are escaped for a terminal.
[[nodiscard]] std::string describe(const Diagnostic& diagnostic);

}  // namespace incilint::base
