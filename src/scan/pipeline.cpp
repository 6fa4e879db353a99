#include "scan/pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace incilint::scan {
namespace {

// Blocks under way for each worker: one in its hands, one waiting; more would only cost memory.
constexpr std::size_t blocks_a_worker = 2;

/// A place on the belt: a block on its way to a worker, its result on the way back.
struct Slot {
    catalog::Block block;
    BlockResult result;
    bool done = false;
};

class Belt {
  public:
    Belt(const Plan& plan, std::size_t jobs) : slots_(jobs * blocks_a_worker) {
        // Where the machine gives fewer threads, or no memory for more, fewer must do. Room for them is made before the
        // first one runs: a thread that nobody joins ends the process.
        workers_.reserve(jobs);
        try {
            for (std::size_t i = 0; i < jobs; ++i) workers_.emplace_back([this, &plan] { work(plan); });
        } catch (const std::exception&) {
        }
    }
    Belt(const Belt&) = delete;
    Belt& operator=(const Belt&) = delete;
    ~Belt() {
        {
            const std::lock_guard lock(mutex_);
            stop_ = true;
        }
        work_.notify_all();
        for (std::thread& worker : workers_) worker.join();
    }

    [[nodiscard]] bool has_workers() const { return !workers_.empty(); }

    base::Expected<bool> run(const Stream& stream) {
        bool more = true;
        base::Expected<bool> ended = true;
        for (std::size_t taken = 0, given = 0;;) {
            // What is done goes out before a read that may wait long for its bytes.
            const bool next_done = taken < given && is_done(slots_[taken % slots_.size()]);
            if (more && !next_done && given - taken < slots_.size()) {
                Slot& slot = slots_[given % slots_.size()];
                auto read = stream.read(slot.block);
                more = read && *read;
                if (!read) ended = base::Error{read.error()};
                if (more) give(slot), ++given;
                continue;
            }
            if (taken == given) return ended;
            Slot& slot = slots_[taken++ % slots_.size()];
            if (auto fault = wait(slot)) return base::Error{std::move(*fault)};
            if (!stream.write(slot.result)) return ended;
        }
    }

  private:
    void give(Slot& slot) {
        {
            const std::lock_guard lock(mutex_);
            slot.done = false;
            waiting_.push_back(&slot);
        }
        work_.notify_one();
    }

    bool is_done(const Slot& slot) {
        const std::lock_guard lock(mutex_);
        return slot.done || failure_;
    }

    std::optional<base::Diagnostic> wait(Slot& slot) {
        std::unique_lock lock(mutex_);
        done_.wait(lock, [&] { return slot.done || failure_; });
        if (!failure_) return std::nullopt;
        try {
            std::rethrow_exception(failure_);
        } catch (const std::exception& error) {
            return base::Diagnostic{"scan/failed", {}, std::string("a worker failed: ") + error.what(), ""};
        }
    }

    void work(const Plan& plan) {
        // Only the allocator throws: one worker that fails ends the scan with a word, not the process without.
        try {
            Worker worker(plan);
            while (Slot* slot = take()) {
                worker.screen(slot->block, slot->result);
                {
                    const std::lock_guard lock(mutex_);
                    slot->done = true;
                }
                done_.notify_one();
            }
        } catch (const std::exception&) {
            // Kept as it is: words for it need memory, and that may be what is missing.
            {
                const std::lock_guard lock(mutex_);
                failure_ = std::current_exception();
            }
            done_.notify_one();
        }
    }

    Slot* take() {
        std::unique_lock lock(mutex_);
        work_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
        if (stop_) return nullptr;
        Slot* slot = waiting_.front();
        waiting_.pop_front();
        return slot;
    }

    std::mutex mutex_;
    std::condition_variable work_;
    std::condition_variable done_;
    std::deque<Slot*> waiting_;
    std::exception_ptr failure_;
    bool stop_ = false;
    std::vector<Slot> slots_;
    std::vector<std::thread> workers_;
};

base::Expected<bool> run_here(const Plan& plan, const Stream& stream) {
    Worker worker(plan);
    Slot slot;
    while (true) {
        const auto read = stream.read(slot.block);
        if (!read || !*read) return read ? base::Expected<bool>(true) : read;
        worker.screen(slot.block, slot.result);
        if (!stream.write(slot.result)) return true;
    }
}

}  // namespace

std::size_t cores() {
    return std::max(1U, std::thread::hardware_concurrency());
}

base::Expected<bool> run(const Plan& plan, const Stream& stream, std::size_t jobs) {
    if (jobs > 1) {
        Belt belt(plan, jobs);
        if (belt.has_workers()) return belt.run(stream);
    }
    return run_here(plan, stream);
}

}  // namespace incilint::scan
