#include "base/long_vector.h"

#include <cstdlib>

#include <sys/mman.h>

namespace incilint::base {

void* take_large(std::size_t bytes) {
    constexpr std::size_t page = std::size_t{2} << 20;  // a large page of x86-64 and of most arm64
    if (bytes > static_cast<std::size_t>(-1) - page) throw std::bad_alloc();
    const std::size_t whole = (bytes + page - 1) / page * page;
    void* block = std::aligned_alloc(page, whole);
    if (block == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    (void)::madvise(block, whole, MADV_HUGEPAGE);  // a wish: where it is refused, small pages do
#endif
    return block;
}

void give_large(void* block) noexcept {
    std::free(block);
}

}  // namespace incilint::base
