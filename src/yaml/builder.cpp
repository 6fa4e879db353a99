#include "yaml/builder.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "base/text.h"
#include "yaml/arena.h"
#include "yaml/messages.h"
#include "yaml/places.h"
#include "yaml/quoted.h"

namespace incilint::yaml {
namespace {

constexpr std::size_t max_faults = 50;  ///< after that many the reader stops: the rest would drown the first

/// Thrown through yaml-cpp to stop it; the faults are in the builder.
struct Stop {};

class Builder final : public YAML::EventHandler {
  public:
    Builder(const Prepared& prepared, std::string_view original, const std::string& file, const Limits& limits)
        : prepared_(prepared),
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

    Mark place(const YAML::Mark& mark) {
        if (mark.is_null() || mark.pos < 0) return {};
        return places_.at(prepared_.original(static_cast<std::size_t>(mark.pos)));
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

    void explain_unclosed(std::size_t at, char bracket) {
        const Message words =
            message_for(bracket == '[' ? "end of sequence flow not found" : "end of map flow not found");
        note(places_.at(at), "yaml/syntax", words.text, words.hint);
    }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (!started_) {
            started_ = true;
            return;
        }
        const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
        if (std::string_view(prepared_.text).substr(std::min(at, prepared_.text.size())).starts_with("---")) {
            stop(place(mark), "yaml/several-documents", "a second document", "a file holds one document");
        }
        stop(place(mark), "yaml/syntax", "text after the end of the document", "");
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { leaf(mark, anchor, Kind::null, {}, false); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_tag(mark, tag);
        if (tag != "?" && quote_is_open(prepared_.text, static_cast<std::size_t>(std::max(mark.pos, 0)))) {
            stop(place(mark), "yaml/syntax", "a quoted text without its closing quote", "");
        }
        leaf(mark, anchor, Kind::scalar, value, tag == "!");
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const Mark here = place(mark);
        const auto found = anchors_.find(anchor);
        if (found == anchors_.end()) stop(here, "yaml/syntax", "an alias to nothing", "");
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
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        start(mark, tag, anchor, Kind::sequence);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        start(mark, tag, anchor, Kind::map);
    }
    void OnMapEnd() override {
        refuse_duplicates(arena_[stack_.back()]);
        end();
    }

  private:
    [[nodiscard]] bool awaits_key() const {
        if (stack_.empty()) return false;
        const Flat& top = arena_[stack_.back()];
        return top.kind == Kind::map && top.keys.size() == top.children.size();
    }

    void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
        if (tag.empty() || tag == "?" || tag == "!") return;
        constexpr std::string_view core = "tag:yaml.org,2002:";
        const std::string shown = tag.starts_with(core) ? "!!" + tag.substr(core.size()) : tag;
        fault(place(mark), "yaml/tag", "a tag (" + base::printable(shown) + ")", "leave it out");
    }

    void key(Mark mark, const std::string& text, bool quoted) {
        if (text == "<<" && !quoted) {
            fault(mark, "yaml/merge-key", "a merge key (<<)", "write the keys out");
        }
        Flat& top = arena_[stack_.back()];
        top.keys.push_back({text, mark});
        top.extent.bytes += text.size();
        check(top.extent, mark);
    }

    void leaf(const YAML::Mark& mark, YAML::anchor_t anchor, Kind kind, const std::string& text, bool quoted) {
        const Mark here = place(mark);
        if (awaits_key() && anchor == 0) {
            if (kind == Kind::null) fault(here, "yaml/key", "a key that is empty", "put it in quotes if you mean it");
            key(here, text, quoted);
            return;
        }
        const bool is_key = awaits_key();
        const std::uint32_t index = add(here, anchor, kind);
        // yaml-cpp puts a value that is not there to where it missed it, often lines below: its key is a better place.
        const bool missing = kind == Kind::null && !is_key && !stack_.empty() && !arena_[stack_.back()].keys.empty();
        if (missing) arena_[index].mark = arena_[stack_.back()].keys.back().mark;
        arena_[index].text = text;
        arena_[index].quoted = quoted;
        arena_[index].extent.bytes = text.size();
        if (is_key) {
            key(here, text, quoted);
        } else {
            attach(index, here, false);
        }
    }

    std::uint32_t add(Mark mark, YAML::anchor_t anchor, Kind kind) {
        if (arena_.size() >= limits_.max_nodes) {
            stop(mark, "yaml/too-many-nodes", "more than " + std::to_string(limits_.max_nodes) + " values",
                 "split the file");
        }
        const auto index = static_cast<std::uint32_t>(arena_.size());
        arena_.emplace_back();
        arena_.back().kind = kind;
        arena_.back().mark = mark;
        if (anchor != 0) anchors_[anchor] = index;
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

    void start(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Kind kind) {
        const Mark here = place(mark);
        if (awaits_key()) stop(here, "yaml/key", "a key that is no text", "a list or map cannot be a key");
        refuse_tag(mark, tag);
        if (static_cast<int>(stack_.size()) >= limits_.max_depth) too_deep(here);
        const std::uint32_t index = add(here, anchor, kind);
        arena_[index].open = true;
        stack_.push_back(index);
    }

    void end() {
        const std::uint32_t index = stack_.back();
        stack_.pop_back();
        arena_[index].open = false;
        attach(index, arena_[index].mark, false);
    }

    void refuse_duplicates(const Flat& map) {
        std::vector<std::uint32_t> order(map.keys.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            const int by_text = map.keys[a].text.compare(map.keys[b].text);
            return by_text != 0 ? by_text < 0 : a < b;
        });
        std::vector<std::pair<std::uint32_t, std::uint32_t>> twice;  // the later one, the first one
        for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
            if (map.keys[order[i]].text == map.keys[order[first]].text) {
                twice.emplace_back(order[i], order[first]);
            } else {
                first = i;
            }
        }
        std::sort(twice.begin(), twice.end());
        for (const auto& [later, first] : twice) {
            const FlatKey& key = map.keys[later];
            const Mark before = map.keys[first].mark;
            fault(key.mark, "yaml/duplicate-key", "the key '" + base::printable(key.text) + "' stands here again",
                  "first at line " + std::to_string(before.line) + ", column " + std::to_string(before.column));
        }
    }

    const Prepared& prepared_;
    Places places_;
    const std::string& file_;
    const Limits& limits_;
    std::vector<Flat> arena_;
    std::vector<std::uint32_t> stack_;
    std::map<YAML::anchor_t, std::uint32_t> anchors_;
    Aliases aliases_ = Aliases::none;
    bool started_ = false;
};

void run(Builder& builder, const std::string& text) {
    std::istringstream in(text);
    try {
        YAML::Parser parser(in);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Stop&) {
        return;
    } catch (const YAML::Exception& error) {
        Message message = message_for(error.msg);
        builder.note(builder.place(error.mark), "yaml/syntax", std::move(message.text), std::move(message.hint));
    } catch (const std::exception& error) {
        builder.note({}, "yaml/syntax", std::string("not readable as YAML: ") + error.what(), "");
    }
}

}  // namespace

base::Expected<Node, base::Diagnostics> build(const Prepared& prepared, std::string_view original,
                                              const std::string& file, const Limits& limits) {
    Builder builder(prepared, original, file, limits);
    run(builder, prepared.text);
    const bool stumbled = std::any_of(builder.faults.begin(), builder.faults.end(), [](const base::Diagnostic& fault) {
        return fault.code == "yaml/syntax" || fault.code == "yaml/key";
    });
    if (stumbled && prepared.unclosed) {
        builder.faults.clear();
        builder.explain_unclosed(*prepared.unclosed, without_bom(original)[*prepared.unclosed]);
    }
    if (!builder.faults.empty()) return base::Error{std::move(builder.faults)};
    return builder.take();
}

}  // namespace incilint::yaml
