// Which bytes of a product file are a text in quotes, where no comment can begin.
#include <algorithm>
#include <vector>

#include "policy/suppression.h"
#include "yaml/document.h"

namespace incilint::policy {
namespace {

/// From the quote that opens a scalar to behind the one that closes it.
base::Span quoted_at(std::string_view text, std::size_t from) {
    const char quote = text[from];
    for (std::size_t at = from + 1; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\')
            ++at;
        else if (text[at] == quote && quote == '\'' && text.substr(at + 1).starts_with(quote))
            ++at;
        else if (text[at] == quote)
            return {from, at + 1};
    }
    return {from, text.size()};
}

void add(std::string_view text, const yaml::Mark& mark, std::vector<base::Span>& out) {
    if (mark.offset < text.size() && (text[mark.offset] == '"' || text[mark.offset] == '\''))
        out.push_back(quoted_at(text, mark.offset));
}

}  // namespace

std::vector<base::Span> quoted_texts(std::string_view document) {
    std::vector<base::Span> out;
    const auto root = yaml::parse(document, "");
    if (!root) return out;
    std::vector<const yaml::Node*> open{&*root};
    while (!open.empty()) {
        const yaml::Node& node = *open.back();
        open.pop_back();
        if (node.kind == yaml::Kind::scalar) add(document, node.mark, out);
        for (const yaml::Node& item : node.items) open.push_back(&item);
        for (const yaml::Member& member : node.members) {
            add(document, member.key_mark, out);
            open.push_back(&member.value);
        }
    }
    std::ranges::sort(out, {}, &base::Span::from);
    return out;
}

}  // namespace incilint::policy
