// base/long_vector.h: a vector that may grow to hundreds of megabytes.
// Promises: a std::vector in all it does; blocks of several megabytes lie on large pages where the system has them, so
// that a huge input does not spend its time on page faults. Memory that was reserved and never written costs nothing.
// Must not know: what it holds.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace incilint::base {

/// Blocks from here on are asked for on large pages, in bytes.
inline constexpr std::size_t large_block = std::size_t{2} << 20;

/// Memory of at least `bytes`, aligned for any type. Throws std::bad_alloc.
[[nodiscard]] void* take_large(std::size_t bytes);
void give_large(void* block) noexcept;

/// The allocator of LongVector; any two are alike.
template <class T>
struct LongAllocator {
    using value_type = T;
    LongAllocator() = default;
    template <class Other>
    LongAllocator(const LongAllocator<Other>&) noexcept {}  // NOLINT(google-explicit-constructor): allocators convert

    [[nodiscard]] T* allocate(std::size_t count) {
        if (count > static_cast<std::size_t>(-1) / sizeof(T)) throw std::bad_array_new_length();
        const std::size_t bytes = count * sizeof(T);
        return static_cast<T*>(bytes < large_block ? ::operator new(bytes) : take_large(bytes));
    }
    void deallocate(T* block, std::size_t count) noexcept {
        if (count * sizeof(T) < large_block) {
            ::operator delete(block);
        } else {
            give_large(block);
        }
    }
    friend bool operator==(LongAllocator, LongAllocator) { return true; }
};

template <class T>
using LongVector = std::vector<T, LongAllocator<T>>;

}  // namespace incilint::base
