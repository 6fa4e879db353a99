#include "yaml/messages.h"

namespace incilint::yaml {
namespace {

struct Known {
    std::string_view words;  ///< how yaml-cpp 0.7's message begins
    std::string_view text;
    std::string_view hint;
};
constexpr Known known[] = {
    {"end of map not found", "a map that does not end here as it should", "is the indentation or a colon missing?"},
    {"end of map flow not found", "a '{' without its '}'", "is a comma or brace missing?"},
    {"end of sequence not found", "a list that does not end here as it should", "does each item start with '- '?"},
    {"end of sequence flow not found", "a '[' without its ']'", "is a comma or bracket missing?"},
    {"illegal map value", "a colon where no value can stand", "put a text that holds ': ' in quotes"},
    {"illegal block entry", "a '- ' where no list item can stand", "put the list on a line of its own"},
    {"illegal map key", "a '? ' where no key can stand", ""},
    {"illegal flow end", "a ']' or '}' that was not opened", ""},
    {"illegal EOF in scalar", "a quoted text without its closing quote", ""},
    {"illegal EOF after colon", "the file ends after a colon", ""},
    {"unknown token", "a character that no value can start with", "put the text in quotes"},
    {"bad character found while scanning anchor", "an '&' that names nothing", "put the text in quotes"},
    {"bad character found while scanning alias", "a '*' that names nothing", "put the text in quotes"},
    {"anchor not found after &", "an '&' that names nothing", "put the text in quotes"},
    {"alias not found after *", "a '*' that names nothing", "put the text in quotes"},
    {"illegal document indicator in scalar", "a '---' inside a quoted text", ""},
    {"unknown escape character", "an unknown escape after '\\'", "single quotes keep '\\' as it is"},
    {"invalid unicode", "an escape that is no character", ""},
    {"the referenced anchor is not defined", "an alias (*) to an anchor (&) that is not there", ""},
    {"bad file", "nesting too deep", ""},
};

}  // namespace

Message message_for(std::string_view yaml_cpp_words) {
    for (const Known& entry : known) {
        if (yaml_cpp_words.starts_with(entry.words)) return {std::string(entry.text), std::string(entry.hint)};
    }
    return {std::string(yaml_cpp_words.empty() ? "not readable as YAML" : yaml_cpp_words), ""};
}

}  // namespace incilint::yaml
