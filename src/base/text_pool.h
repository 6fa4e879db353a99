// base/text_pool.h: many short texts in few blocks of memory, for what refers to them as long as the pool lives.
// Promises: what is kept stays where it is as long as the pool or a copy of it lives.
// Must not know: what the texts say.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace incilint::base {

class TextPool {
  public:
    TextPool() = default;
    TextPool(TextPool&& other) noexcept
        : blocks_(std::move(other.blocks_)), next_(other.next_), left_(std::exchange(other.left_, 0)) {}
    TextPool& operator=(TextPool&& other) noexcept {
        blocks_ = std::move(other.blocks_);
        next_ = other.next_;
        left_ = std::exchange(other.left_, 0);
        return *this;
    }
    /// A copy keeps the blocks alive and writes into blocks of its own.
    TextPool(const TextPool& other) : blocks_(other.blocks_) {}
    TextPool& operator=(const TextPool& other) {
        if (this != &other) *this = TextPool(other);
        return *this;
    }
    ~TextPool() = default;

    /// The next `bytes` come into one block.
    void reserve(std::size_t bytes) {
        if (bytes <= left_) return;
        blocks_.push_back(std::make_shared_for_overwrite<char[]>(bytes));
        next_ = blocks_.back().get();
        left_ = bytes;
    }
    /// A copy of the text that stays.
    [[nodiscard]] std::string_view keep(std::string_view text) {
        constexpr std::size_t least = 256;  // bytes of a block
        if (text.size() > left_) reserve(std::max(least, text.size()));
        char* const kept = next_;
        std::copy(text.begin(), text.end(), kept);
        next_ += text.size();
        left_ -= text.size();
        return {kept, text.size()};
    }

  private:
    std::vector<std::shared_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;  ///< bytes of the last block that nothing stands on
};

}  // namespace incilint::base
