#include "yaml/builder.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "yaml/events.h"
#include "yaml/folded.h"
#include "yaml/messages.h"
#include "yaml/places.h"
#include "yaml/tree.h"

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
          limits_(limits) {}

    base::Diagnostics faults;

    /// The root, if a document was read.
    [[nodiscard]] Node take() { return tree_.take(); }

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
        if (event.folded) part_first_line(text, input_.substr(here.offset));
        leaf(here, event.anchor, kind, std::move(text), quoted);
    }

    void alias(const Event& event) {
        const Mark here = place(event.at);
        const auto found = names_.find(event.text);
        if (found == names_.end()) stop(here, "yaml/syntax", "an alias (*) to an anchor (&) that is not there", "");
        const Anchor& target = *found->second;
        if (target.open) {
            stop(here, "yaml/cycle", "an alias inside the value it stands for", "write the value out");
        }
        if (tree_.awaits_key()) {
            if (target.kind != Kind::scalar) stop(here, "yaml/key", "a key that is no text", "");
            key(here, target.leaf.text, target.leaf.quoted);
            return;
        }
        count(target.extent, here);
        Node copy = tree_.at(target);
        // The place is the alias's; the bytes are where they are (yaml/trace.h).
        copy.mark.line = here.line;
        copy.mark.column = here.column;
        tree_.put(std::move(copy));
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
        tree_.top().bytes += text.size();
        check(tree_.top(), mark);
        tree_.key(std::move(text), mark);
    }

    void leaf(Mark here, std::string_view name, Kind kind, std::string text, bool quoted) {
        const bool is_key = tree_.awaits_key();
        if (is_key && kind == Kind::null) {
            fault(here, "yaml/key", "a key that is empty", "put it in quotes if you mean it");
        }
        Anchor* const anchor = is_key && name.empty() ? nullptr : begun(here, name);
        Node node;
        node.kind = kind;
        node.quoted = quoted;
        // A value that is not there has no place of its own: its key's is better than the one behind the colon.
        const Member* const owner = kind == Kind::null && !is_key ? tree_.last_key() : nullptr;
        node.mark = owner != nullptr ? owner->key_mark : here;
        if (kind == Kind::scalar) node.text = std::move(text);
        const Extent extent{1, node.text.size(), 1};
        if (anchor != nullptr) *anchor = {false, kind, extent, node, {}};
        if (is_key) return key(here, std::move(node.text), quoted);
        count(extent, here);
        tree_.put(std::move(node));
    }

    /// One more node; its anchor, if it has a name for one.
    Anchor* begun(Mark mark, std::string_view name) {
        if (++nodes_ > limits_.max_nodes) {
            stop(mark, "yaml/too-many-nodes", "more than " + std::to_string(limits_.max_nodes) + " values",
                 "split the file");
        }
        if (name.empty()) return nullptr;
        Anchor* const anchor = &anchors_.emplace_back();
        names_.insert_or_assign(std::string(name), anchor);
        return anchor;
    }

    /// Adds a complete node to what the open one comes to, before it is put there.
    void count(const Extent& extent, Mark mark) {
        if (tree_.depth() == 0) return check(extent, mark);
        tree_.top().add(extent);
        check(tree_.top(), mark);
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
        if (extent.height + static_cast<int>(tree_.depth()) - 1 > limits_.max_depth) too_deep(mark);
    }
    [[noreturn]] void too_deep(Mark mark) {
        stop(mark, "yaml/too-deep", "nesting deeper than " + std::to_string(limits_.max_depth) + " levels", "");
    }

    void start(const Event& event, Kind kind) {
        const Mark here = place(event.at);
        if (tree_.awaits_key()) stop(here, "yaml/key", "a key that is no text", "a list or map cannot be a key");
        refuse_tag(here, event.tag);
        if (static_cast<int>(tree_.depth()) >= limits_.max_depth) too_deep(here);
        Anchor* const anchor = begun(here, event.anchor);
        if (anchor != nullptr) *anchor = {true, kind, {}, {}, tree_.path()};
        tree_.open(kind, here, anchor);
    }

    void end() {
        refuse_duplicates();
        const Extent extent = tree_.top();
        Node node = tree_.close();
        count(extent, node.mark);
        tree_.put(std::move(node));
    }

    void refuse_duplicates() {
        for (const Repeated& pair : repeated_keys(tree_.members())) {
            const Member& again = tree_.members()[pair.later];
            const Mark before = tree_.members()[pair.first].key_mark;
            fault(again.key_mark, "yaml/duplicate-key",
                  "the key '" + base::printable(again.key) + "' stands here again",
                  "first at line " + std::to_string(before.line) + ", column " + std::to_string(before.column));
        }
    }

    const Prepared& prepared_;
    std::string_view input_;
    Places places_;
    const std::string& file_;
    const Limits& limits_;
    Tree tree_;
    std::size_t nodes_ = 0;
    std::deque<Anchor> anchors_;
    std::map<std::string, Anchor*, std::less<>> names_;
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
