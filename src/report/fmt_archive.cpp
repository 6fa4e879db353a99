// report/fmt_archive.cpp: what fmt's headers declare and do not define, compiled once: Debian has no archive of fmt,
// its shared library lacks what <fmt/core.h> alone asks for, and with all of fmt in it each file took seven seconds
// longer. Promises: all that <fmt/core.h> needs for texts of char.
#include <fmt/format-inl.h>

namespace fmt {
namespace detail {
template auto thousands_sep_impl<char>(locale_ref) -> thousands_sep_result<char>;
template auto decimal_point_impl(locale_ref) -> char;
template void buffer<char>::append(const char*, const char*);
template void vformat_to(buffer<char>&, string_view, basic_format_args<buffer_context<char>>, locale_ref);
}  // namespace detail
}  // namespace fmt
