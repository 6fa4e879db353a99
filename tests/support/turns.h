// tests/support/turns.h: how often a test with random input, or one that goes over a whole dictionary, looks.
// Promises: all of it in a build without sanitizers; with them, a share: a sanitizer sees in each turn the same code.
#pragma once

namespace incilint::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int sanitized_share = 5;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr int sanitized_share = 5;
#else
inline constexpr int sanitized_share = 1;
#endif
#else
inline constexpr int sanitized_share = 1;
#endif

/// `all`, or with sanitizers a fifth of it.
template <class Count>
[[nodiscard]] constexpr Count turns(Count all) {
    return all / sanitized_share;
}

/// Every how many of a list: 1, or with sanitizers 5.
inline constexpr int stride = sanitized_share;

}  // namespace incilint::test
