#include "yaml/messages.h"

namespace incilint::yaml {
namespace {

struct Known {
    std::string_view problem;  ///< how libyaml 0.2's words begin
    std::string_view context;  ///< and how those for what it was reading end; empty: whatever
    std::string_view text;
    std::string_view hint;
    bool at_context = false;
};
constexpr std::string_view quote_it = "put the text in quotes";
constexpr Known known[] = {
    {"did not find expected key", "", "a map that does not end here as it should",
     "is the indentation or a colon missing?"},
    {"did not find expected '-' indicator", "", "a list that does not end here as it should",
     "does each item start with '- '?"},
    {"did not find expected ',' or '}'", "", "a '{' without its '}'", "is a comma or brace missing?", true},
    {"did not find expected ',' or ']'", "", "a '[' without its ']'", "is a comma or bracket missing?", true},
    {"did not find expected <document start>", "", "text after the end of the document", ""},
    {"did not find expected node content", "", "a value is missing here", ""},
    {"could not find expected ':'", "", "a line without a colon where a key of a map is due",
     "is ': ' missing, or the indentation?", true},
    {"mapping values are not allowed", "", "a colon where no value can stand", "put a text that holds ': ' in quotes"},
    {"found unexpected ':'", "", "a colon where no value can stand", "put a text that holds a colon in quotes"},
    {"block sequence entries are not allowed", "", "a '- ' where no list item can stand",
     "put the list on a line of its own"},
    {"mapping keys are not allowed", "", "a '? ' where no key can stand", ""},
    {"found character that cannot start any token", "", "a character that no value can start with", quote_it},
    {"did not find expected alphabetic or numeric character", "an anchor",
     "an anchor (&) without a name of letters, digits, - or _", quote_it, true},
    {"did not find expected alphabetic or numeric character", "an alias",
     "an alias (*) without a name of letters, digits, - or _", quote_it, true},
    {"found unexpected end of stream", "a quoted scalar", "a quoted text without its closing quote", "", true},
    {"found unexpected document indicator", "", "a '---' or '...' inside a quoted text", ""},
    {"found unknown escape character", "", "an unknown escape after '\\'", "single quotes keep '\\' as it is"},
    {"did not find expected hexdecimal number", "", "an escape that is no character", ""},
    {"found invalid Unicode character escape code", "", "an escape that is no character", ""},
    {"did not find expected comment or line break", "a block scalar", "text on the line of a '|' or '>'",
     "begin it on the next line"},
    {"found an indentation indicator equal to 0", "", "a block of text without indentation", ""},
    {"found a tab character", "", "a tab used as indentation", "indent with spaces"},
    {"found undefined tag handle", "", "a tag whose handle is not declared", "leave it out"},
    {"", "a tag", "a tag that does not end as it should", quote_it, true},
    {"", "directive", "a line that starts with '%' and is no directive of YAML", quote_it, true},
    {"found incompatible YAML document", "", "a version of YAML that is not read", "leave the %YAML line out"},
};

}  // namespace

Message message_for(std::string_view problem, std::string_view context, std::string_view at) {
    const bool closes = at.starts_with(']') || at.starts_with('}');
    if (closes && !context.ends_with("flow node")) {
        if (problem == "did not find expected key" || problem == "did not find expected node content" ||
            problem == "did not find expected <document start>" || problem == "did not find expected '-' indicator") {
            return {"a ']' or '}' that was not opened", "", false};
        }
    }
    for (const Known& entry : known) {
        if (problem.starts_with(entry.problem) && context.ends_with(entry.context)) {
            return {std::string(entry.text), std::string(entry.hint), entry.at_context};
        }
    }
    return {std::string(problem.empty() ? "not readable as YAML" : problem), "", false};
}

}  // namespace incilint::yaml
