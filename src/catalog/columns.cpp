#include "catalog/columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/fold.h"
#include "base/near.h"
#include "base/text.h"

namespace incilint::catalog {
namespace {

constexpr std::array<std::string_view, role_count> words = {"ingredients", "id",   "name",  "brand",
                                                            "type",        "area", "market"};

/// A header as it is compared: folded, blanks, underscores and hyphens alike, none at the ends.
std::string comparable(std::string_view header) {
    std::string out;
    for (const char c : base::fold(base::trim(header))) {
        const bool gap = c == '_' || c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!gap)
            out.push_back(c);
        else if (!out.empty() && out.back() != ' ')
            out.push_back(' ');
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

struct Known {
    Role role{};
    std::string header;
};

std::vector<Known> known_headers() {
    std::vector<Known> out;
    std::string_view table = columns_table();
    while (!table.empty()) {
        const std::size_t end = std::min(table.find('\n'), table.size());
        const std::string_view line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        const std::size_t first = line.find('\t');
        const std::size_t second = first == line.npos ? line.npos : line.find('\t', first + 1);
        if (line.starts_with('#') || second == line.npos) continue;
        if (const auto role = role_named(line.substr(0, first)))
            out.push_back({*role, comparable(line.substr(second + 1))});
    }
    return out;
}

base::Error<base::Diagnostic> fault(std::string code, const std::string& file, std::string text, std::string hint) {
    return base::Error{base::Diagnostic{std::move(code), {file, 1, 0}, std::move(text), std::move(hint)}};
}

/// Headers beyond this many are not compared for a hint: each costs a comparison with every known name.
constexpr std::size_t most_compared = 1000;

/// The headers in a message: at most twenty, then how many more.
std::string listed(std::span<const std::string> headers) {
    std::string out;
    for (std::size_t i = 0; i < headers.size() && i < 20; ++i)
        out += (i ? ", " : "") + (base::trim(headers[i]).empty() ? "(no name)" : headers[i]);
    if (headers.size() > 20) out += " and " + std::to_string(headers.size() - 20) + " more";
    return out;
}

std::vector<std::size_t> places_of(std::span<const std::string> compared, const std::string& name) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < compared.size(); ++i)
        if (compared[i] == name) out.push_back(i);
    return out;
}

base::Error<base::Diagnostic> twice(std::span<const std::string> headers, const std::vector<std::size_t>& places,
                                    Role role, const std::string& file) {
    const std::string second = std::to_string(places[1] + 1);
    return fault("column/twice", file,
                 "two columns are named '" + std::string(base::trim(headers[places[0]])) + "': #" +
                     std::to_string(places[0] + 1) + " and #" + second,
                 "say which one: --column " + std::string(word(role)) + "=#" + second);
}

base::Expected<std::size_t> requested(const ColumnRequest& request, std::span<const std::string> headers,
                                      std::span<const std::string> compared, const std::string& file) {
    if (request.column.starts_with('#')) {
        std::size_t number = 0;
        const char* end = request.column.data() + request.column.size();
        const auto [stop, bad] = std::from_chars(request.column.data() + 1, end, number);
        if (bad == std::errc{} && stop == end && number >= 1 && number <= headers.size()) return number - 1;
        return fault("column/number", file, "there is no column " + request.column,
                     "the columns are #1 to #" + std::to_string(headers.size()) + ": " + listed(headers));
    }
    const std::string name = comparable(request.column);
    const auto places = places_of(compared, name);
    if (places.size() == 1) return places[0];
    if (places.size() > 1) return twice(headers, places, request.role, file);
    std::string hint = "the columns are: " + listed(headers);
    if (const auto near = base::nearest(name, compared.first(std::min(compared.size(), most_compared))))
        hint = base::did_you_mean(*near) + " " + hint;
    return fault("column/missing", file,
                 "there is no column '" + request.column + "' for " + std::string(word(request.role)),
                 hint + "; where one catalog of several has none, name its columns in an override");
}

/// The nearest pair of a header that is there and a known name of the role.
std::optional<std::string> near_header(std::span<const std::string> headers, std::span<const std::string> compared,
                                       const std::vector<Known>& known, Role role) {
    std::vector<std::string> names;
    for (const Known& k : known)
        if (k.role == role) names.push_back(k.header);
    for (std::size_t i = 0; i < std::min(compared.size(), most_compared); ++i) {
        if (compared[i].empty()) continue;
        bool holds = false;
        for (const std::string& name : names)
            holds = holds || (name.size() > 3 && compared[i].find(name) != std::string::npos);
        if (holds || base::nearest(compared[i], names)) return std::string(base::trim(headers[i]));
    }
    return std::nullopt;
}

}  // namespace

std::string_view word(Role role) {
    return words[static_cast<std::size_t>(role)];
}

std::optional<Role> role_named(std::string_view name) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == name) return static_cast<Role>(i);
    return std::nullopt;
}

std::optional<Role> role_of_header(std::string_view header) {
    const std::string name = comparable(header);
    for (const Known& known : known_headers())
        if (known.header == name) return known.role;
    return std::nullopt;
}

base::Expected<ColumnRequest> parse_column_request(std::string_view text) {
    const std::size_t equals = text.find('=');
    const auto role = role_named(text.substr(0, std::min(equals, text.size())));
    if (equals != text.npos && role && equals + 1 < text.size())
        return ColumnRequest{*role, std::string(text.substr(equals + 1))};
    return fault("column/request", "", "--column wants ROLE=NAME or ROLE=#N, not '" + std::string(text) + "'",
                 "the roles are ingredients, id, name, brand, type, area, market");
}

base::Expected<Columns> find_columns(std::span<const std::string> headers, std::span<const ColumnRequest> requests,
                                     const std::string& file) {
    std::vector<std::string> compared;
    for (const std::string& header : headers) compared.push_back(comparable(header));
    Columns out;
    for (const ColumnRequest& request : requests) {
        const auto place = requested(request, headers, compared, file);
        if (!place) return base::Error{place.error()};
        out.of[static_cast<std::size_t>(request.role)] = *place;
    }
    const std::vector<Known> known = known_headers();
    for (const Known& k : known) {
        auto& column = out.of[static_cast<std::size_t>(k.role)];
        if (column) continue;
        const auto places = places_of(compared, k.header);
        if (places.size() > 1 && k.role == Role::ingredients) return twice(headers, places, k.role, file);
        if (!places.empty()) column = places[0];
    }
    if (out.at(Role::ingredients)) return out;
    const auto near = near_header(headers, compared, known, Role::ingredients);
    if (!near && headers.size() == 1)
        return fault("column/no-ingredients", file,
                     "no column of ingredients: the header is '" + headers[0] + "' alone",
                     "the first line must be the names of columns, with commas, semicolons, tabs or pipes between "
                     "them; a line like sep=# above it says another sign");
    const std::string name = near ? *near : "NAME";
    return fault("column/no-ingredients", file, "no column of ingredients among: " + listed(headers),
                 (near ? "is it '" + name + "'? " : std::string()) + "say which: --column ingredients=" + name);
}

}  // namespace incilint::catalog
