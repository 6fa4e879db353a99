// report/escape.h: untrusted text made harmless for the format it goes into.
// Promises: what comes out is well-formed UTF-8 and means in its format the text alone: no markup, no command, no
// control character. Ill-formed bytes become U+FFFD.
// Must not know: documents. JSON and CSV have writers of their own (report/json.h, report/csv.h).
#pragma once

#include <string>
#include <string_view>

namespace incilint::report {

/// Text and double-quoted attributes of XML 1.0; characters that XML forbids, even as references, become U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view untrusted);
/// Text of an XML comment: two hyphens, which would end it, get a blank between them.
[[nodiscard]] std::string xml_comment(std::string_view untrusted);
/// Text and double-quoted attributes of HTML; characters that show nothing or turn the text around are spelled out.
[[nodiscard]] std::string html_text(std::string_view untrusted);
/// Text within a line or table cell of GitHub Flavored Markdown: no markup, link, mention, tag or cell border.
[[nodiscard]] std::string markdown_text(std::string_view untrusted);
/// The message of a GitHub workflow command.
[[nodiscard]] std::string github_data(std::string_view untrusted);
/// A property of a GitHub workflow command.
[[nodiscard]] std::string github_property(std::string_view untrusted);
/// A relative URI reference of a path: everything but unreserved characters and '/' is percent-encoded, byte by byte.
[[nodiscard]] std::string uri_of_path(std::string_view path);

}  // namespace incilint::report
