#include "yaml/builder.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "yaml/arena.h"
#include "yaml/events.h"
#include "yaml/messages.h"
#include "yaml/places.h"

namespace incilint::yaml {
namespace {

constexpr std::size_t max_faults = 50;  ///< after that many the reader stops: the rest would drown the first

/// Thrown to stop reading; the faults are in the builder.
struct Stop {};

bool is_null(std::string_view text) {
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

class Builder {
  public:
    Builder(const Prepared& prepared, std::string_view original, const std::string& file, const Limits& limits)
        : prepared_(prepared),
          input_(original),
          places_(without_bom(original), original.size() - without_bom(original).size()),
          file_(file),
          limits_(limits) {
        arena_.reserve(std::min(prepared.values + 1, limits.max_nodes));
    }

    base::Diagnostics faults;

    /// The root, if a document was read.
    [[nodiscard]] Node take() {
        return arena_.empty() ? Node{Kind::null, {}, false, {1, 1, 0}, {}, {}} : expand(arena_, 0, aliases_);
    }

    void run() {
        Events events(prepared_.text);
        try {
            Event event;
            while (events.next(event)) {
                if (event.kind == Event::Kind::end) return;
                take(event);
            }
            stumbled(events.stumble());
        } catch (const Stop&) {
            return;
        }
    }

    void note(Mark mark, std::string code, std::string text, std::string hint) {
        base::Diagnostic& fault = faults.emplace_back();
        fault.code = std::move(code);
        fault.where = {file_, mark.line, mark.column};
        fault.text = std::move(text);
        fault.hint = std::move(hint);
    }
    void fault(Mark mark, std::string code, std::string text, std::string hint) {
        note(mark, std::move(code), std::move(text), std::move(hint));
        if (faults.size() >= max_faults) throw Stop{};
    }
    [[noreturn]] void stop(Mark mark, std::string code, std::string text, std::string hint) {
        note(mark, std::move(code), std::move(text), std::move(hint));
        throw Stop{};
    }

    /// Brackets without an end make a parser stumble far below them: where one is, it alone is told.
    void explain_unclosed() {
        if (!prepared_.unclosed || !std::any_of(faults.begin(), faults.end(), [](const base::Diagnostic& fault) {
                return fault.code == "yaml/syntax" || fault.code == "yaml/key";
            })) {
            return;
        }
        faults.clear();
        const std::string_view text = without_bom(input_);
        const bool list = text[*prepared_.unclosed] == '[';
        const base::Position at = base::LineIndex(text).at(*prepared_.unclosed);
        const Message words =
            message_for(list ? "did not find expected ',' or ']'" : "did not find expected ',' or '}'", "", "");
        note({static_cast<int>(at.line), static_cast<int>(at.column), 0}, "yaml/syntax", words.text, words.hint);
    }

  private:
    Mark place(std::size_t characters) { return places_.at(prepared_.original(characters)); }

    void take(const Event& event) {
        switch (event.kind) {
            case Event::Kind::document:
                return document(event);
            case Event::Kind::scalar:
                return scalar(event);
            case Event::Kind::alias:
                return alias(event);
            case Event::Kind::sequence:
                return start(event, Kind::sequence);
            case Event::Kind::map:
                return start(event, Kind::map);
            default:
                return end();
        }
    }

    void stumbled(const Stumble& stumble) {
        const std::string_view rest = input_.substr(std::min(place(stumble.at).offset, input_.size()));
        Message words = message_for(stumble.problem, stumble.context, rest);
        note(place(words.at_context ? stumble.context_at : stumble.at), "yaml/syntax", std::move(words.text),
             std::move(words.hint));
    }

    void document(const Event& event) {
        if (!started_) {
            started_ = true;
            return;
        }
        if (event.marked) {
            stop(place(event.at), "yaml/several-documents", "a second document", "a file holds one document");
        }
        stop(place(event.at), "yaml/syntax", "text after the end of the document", "");
    }

    void scalar(const Event& event) {
        const Mark here = place(event.at);
        refuse_tag(here, event.tag);
        const bool quoted = !event.plain || event.tag == "!";
        const Kind kind = !quoted && is_null(event.text) ? Kind::null : Kind::scalar;
        std::string text(event.text);
        prepared_.stand_ins.take_out(text);
        leaf(here, event.anchor, kind, std::move(text), quoted);
    }

    void alias(const Event& event) {
        const Mark here = place(event.at);
        const auto found = anchors_.find(event.text);
        if (found == anchors_.end()) stop(here, "yaml/syntax", "an alias (*) to an anchor (&) that is not there", "");
        const Flat& target = arena_[found->second];
        if (target.open) {
            stop(here, "yaml/cycle", "an alias inside the value it stands for", "write the value out");
        }
        if (awaits_key()) {
            if (target.kind != Kind::scalar) stop(here, "yaml/key", "a key that is no text", "");
            key(here, target.text, target.quoted);
            return;
        }
        aliases_ = Aliases::some;
        attach(found->second, here, true);
    }

    [[nodiscard]] bool awaits_key() const {
        if (stack_.empty()) return false;
        const Flat& top = arena_[stack_.back()];
        return top.kind == Kind::map && top.keys.size() == top.children.size();
    }

    void refuse_tag(Mark mark, std::string_view tag) {
        if (tag.empty() || tag == "!") return;
        constexpr std::string_view core = "tag:yaml.org,2002:";
        std::string shown(tag.starts_with(core) ? tag.substr(core.size()) : tag);
        if (tag.starts_with(core)) shown.insert(0, "!!");
        fault(mark, "yaml/tag", "a tag (" + base::printable(shown) + ")", "leave it out");
    }

    void key(Mark mark, std::string text, bool quoted) {
        if (text == "<<" && !quoted) {
            fault(mark, "yaml/merge-key", "a merge key (<<)", "write the keys out");
        }
        Flat& top = arena_[stack_.back()];
        top.extent.bytes += text.size();
        top.keys.push_back({std::move(text), mark});
        check(top.extent, mark);
    }

    void leaf(Mark here, std::string_view anchor, Kind kind, std::string text, bool quoted) {
        const bool is_key = awaits_key();
        if (is_key && kind == Kind::null) {
            fault(here, "yaml/key", "a key that is empty", "put it in quotes if you mean it");
        }
        if (is_key && anchor.empty()) {
            key(here, std::move(text), quoted);
            return;
        }
        const std::uint32_t index = add(here, anchor, kind);
        Flat& made = arena_[index];
        // A value that is not there has no place of its own: its key's is better than the one behind the colon.
        const bool missing = kind == Kind::null && !is_key && !stack_.empty() && !arena_[stack_.back()].keys.empty();
        if (missing) made.mark = arena_[stack_.back()].keys.back().mark;
        made.quoted = quoted;
        made.extent.bytes = kind == Kind::null ? 0 : text.size();
        if (kind != Kind::null) made.text = is_key ? text : std::move(text);
        if (is_key) {
            key(here, std::move(text), quoted);
        } else {
            attach(index, here, false);
        }
    }

    std::uint32_t add(Mark mark, std::string_view anchor, Kind kind) {
        if (arena_.size() >= limits_.max_nodes) {
            stop(mark, "yaml/too-many-nodes", "more than " + std::to_string(limits_.max_nodes) + " values",
                 "split the file");
        }
        const auto index = static_cast<std::uint32_t>(arena_.size());
        arena_.emplace_back();
        arena_.back().kind = kind;
        arena_.back().mark = mark;
        if (!anchor.empty()) anchors_.insert_or_assign(std::string(anchor), index);
        return index;
    }

    /// Puts a complete node below the open one, budgets first.
    void attach(std::uint32_t index, Mark mark, bool alias) {
        if (stack_.empty()) {
            check(arena_[index].extent, mark);
            return;
        }
        Flat& top = arena_[stack_.back()];
        if (alias) {
            top.alias_marks.push_back({static_cast<std::uint32_t>(top.children.size()), mark});
        }
        top.children.push_back(index);
        top.extent.add(arena_[index].extent);
        check(top.extent, mark);
    }

    void check(const Extent& extent, Mark mark) {
        if (extent.nodes > limits_.max_nodes) {
            stop(mark, "yaml/too-many-nodes",
                 "more than " + std::to_string(limits_.max_nodes) + " values with aliases expanded",
                 "write fewer aliases");
        }
        if (extent.bytes > limits_.max_scalar_bytes) {
            stop(mark, "yaml/too-large",
                 "more than " + std::to_string(limits_.max_scalar_bytes) + " bytes of text with aliases expanded",
                 "split the file");
        }
        if (extent.height + static_cast<int>(stack_.size()) - 1 > limits_.max_depth) too_deep(mark);
    }
    [[noreturn]] void too_deep(Mark mark) {
        stop(mark, "yaml/too-deep", "nesting deeper than " + std::to_string(limits_.max_depth) + " levels", "");
    }

    void start(const Event& event, Kind kind) {
        const Mark here = place(event.at);
        if (awaits_key()) stop(here, "yaml/key", "a key that is no text", "a list or map cannot be a key");
        refuse_tag(here, event.tag);
        if (static_cast<int>(stack_.size()) >= limits_.max_depth) too_deep(here);
        const std::uint32_t index = add(here, event.anchor, kind);
        arena_[index].open = true;
        stack_.push_back(index);
    }

    void end() {
        const std::uint32_t index = stack_.back();
        if (arena_[index].kind == Kind::map) refuse_duplicates(arena_[index]);
        stack_.pop_back();
        arena_[index].open = false;
        attach(index, arena_[index].mark, false);
    }

    void refuse_duplicates(const Flat& map) {
        for (const Repeated& pair : repeated_keys(map.keys)) {
            const FlatKey& key = map.keys[pair.later];
            const Mark before = map.keys[pair.first].mark;
            fault(key.mark, "yaml/duplicate-key", "the key '" + base::printable(key.text) + "' stands here again",
                  "first at line " + std::to_string(before.line) + ", column " + std::to_string(before.column));
        }
    }

    const Prepared& prepared_;
    std::string_view input_;
    Places places_;
    const std::string& file_;
    const Limits& limits_;
    std::vector<Flat> arena_;
    std::vector<std::uint32_t> stack_;
    std::map<std::string, std::uint32_t, std::less<>> anchors_;
    Aliases aliases_ = Aliases::none;
    bool started_ = false;
};

}  // namespace

base::Expected<Node, base::Diagnostics> build(const Prepared& prepared, std::string_view original,
                                              const std::string& file, const Limits& limits) {
    Builder builder(prepared, original, file, limits);
    builder.run();
    builder.explain_unclosed();
    if (!builder.faults.empty()) return base::Error{std::move(builder.faults)};
    return builder.take();
}

}  // namespace incilint::yaml
