#include "yaml/events.h"

#include <yaml.h>

namespace incilint::yaml {
namespace {

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string_view view(const unsigned char* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}
std::string_view view(const char* text) {
    return text == nullptr ? std::string_view() : std::string_view(text);
}

}  // namespace

struct Events::State {
    yaml_parser_t parser;
    yaml_event_t event;
    bool ready = false;  ///< the parser has its memory
    bool held = false;   ///< `event` holds memory
};

Events::Events(std::string_view text) : state_(std::make_unique<State>()) {
    state_->ready = yaml_parser_initialize(&state_->parser) != 0;
    if (!state_->ready) return;
    yaml_parser_set_encoding(&state_->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&state_->parser, bytes(text), text.size());
}

Events::~Events() {
    if (state_->held) yaml_event_delete(&state_->event);
    if (state_->ready) yaml_parser_delete(&state_->parser);
}

bool Events::next(Event& event) {
    if (!state_->ready) return false;
    yaml_event_t& raw = state_->event;
    do {
        if (state_->held) yaml_event_delete(&raw);
        state_->held = yaml_parser_parse(&state_->parser, &raw) != 0;
        if (!state_->held) return false;
    } while (raw.type == YAML_STREAM_START_EVENT || raw.type == YAML_DOCUMENT_END_EVENT);
    const auto take_properties = [&event](const auto& node) {
        event.anchor = view(node.anchor);
        event.tag = view(node.tag);
    };
    event = {};
    event.at = raw.start_mark.index;
    switch (raw.type) {
        case YAML_DOCUMENT_START_EVENT:
            event.kind = Event::Kind::document;
            event.marked = raw.data.document_start.implicit == 0;
            break;
        case YAML_SCALAR_EVENT:
            event.kind = Event::Kind::scalar;
            event.plain = raw.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
            event.folded = raw.data.scalar.style == YAML_FOLDED_SCALAR_STYLE;
            event.text = {reinterpret_cast<const char*>(raw.data.scalar.value), raw.data.scalar.length};
            take_properties(raw.data.scalar);
            break;
        case YAML_ALIAS_EVENT:
            event.kind = Event::Kind::alias;
            event.text = view(raw.data.alias.anchor);
            break;
        case YAML_SEQUENCE_START_EVENT:
            event.kind = Event::Kind::sequence;
            take_properties(raw.data.sequence_start);
            break;
        case YAML_MAPPING_START_EVENT:
            event.kind = Event::Kind::map;
            take_properties(raw.data.mapping_start);
            break;
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            event.kind = Event::Kind::close;
            break;
        default:
            event.kind = Event::Kind::end;
    }
    return true;
}

Stumble Events::stumble() const {
    if (!state_->ready || state_->parser.error == YAML_MEMORY_ERROR) return {"out of memory", 0, "", 0};
    const yaml_parser_t& parser = state_->parser;
    // A fault of the bytes themselves has no mark: what such bytes are is told before libyaml sees them.
    const bool marked = parser.error != YAML_READER_ERROR;
    return {view(parser.problem), marked ? parser.problem_mark.index : parser.mark.index,
            marked ? view(parser.context) : "", marked && parser.context != nullptr ? parser.context_mark.index : 0};
}

}  // namespace incilint::yaml
