// tests/label/golden_cases.h: loads tests/golden/parse-*.test and writes what was read in their notation.
// Promises: a file that breaks the format is refused with its line; the notation is that of tests/golden/README.md.
// Must not know: doctest, how a label is read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "label/label.h"

namespace incilint::golden {

struct Case {
    std::size_t line = 0;  ///< 1-based line of `what:` in its file
    std::string what;
    std::string label;  ///< unescaped
    std::string reads;  ///< unescaped, blanks beside slashes dropped
    std::optional<std::string> ignored;
    std::optional<std::string> found;
    std::optional<std::string> order;
};

struct CaseFile {
    std::vector<Case> cases;
    std::vector<std::string> faults;  ///< "line: what is wrong"
};

/// `\n \r \t \\ \u{XXXX}` become what they stand for; anything else after a backslash is a fault.
inline std::optional<std::string> unescape(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        if (++i == text.size()) return std::nullopt;
        switch (text[i]) {
            case 'n':
                out += '\n';
                break;
            case 'r':
                out += '\r';
                break;
            case 't':
                out += '\t';
                break;
            case '\\':
                out += '\\';
                break;
            case 'u': {
                const std::size_t close = text.find('}', i);
                if (close == std::string_view::npos || i + 1 >= text.size() || text[i + 1] != '{') return std::nullopt;
                const std::string digits(text.substr(i + 2, close - i - 2));
                if (digits.empty() || digits.size() > 6) return std::nullopt;
                if (digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) return std::nullopt;
                base::append(out, static_cast<char32_t>(std::stoul(digits, nullptr, 16)));
                i = close;
                break;
            }
            default:
                return std::nullopt;
        }
    }
    return out;
}

/// Blanks beside a slash or a backslash are left open by the conventions, so they do not count.
inline std::string tighten_slashes(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool slash = c == '/' || c == '\\';
        const bool after_slash = !out.empty() && (out.back() == '/' || out.back() == '\\');
        if (c == ' ' && after_slash) continue;
        while (slash && !out.empty() && out.back() == ' ') out.pop_back();
        out += c;
    }
    return out;
}

inline std::vector<std::string> split(std::string_view text, std::string_view by) {
    std::vector<std::string> parts;
    for (std::size_t from = 0;;) {
        const std::size_t to = text.find(by, from);
        parts.emplace_back(text.substr(from, to == std::string_view::npos ? to : to - from));
        if (to == std::string_view::npos) return parts;
        from = to + by.size();
    }
}

inline CaseFile parse_cases(std::string_view text) {
    CaseFile file;
    Case now;
    bool open = false, has_label = false, has_reads = false;
    std::size_t number = 0;
    const auto fault = [&](const std::string& says) { file.faults.push_back(std::to_string(number) + ": " + says); };
    const auto close = [&] {
        if (open && !(has_label && has_reads)) fault("case '" + now.what + "' lacks its label: or reads:");
        if (open && has_label && has_reads) file.cases.push_back(now);
        open = has_label = has_reads = false;
        now = Case{};
    };
    for (const std::string& line : split(text, "\n")) {
        ++number;
        if (line.empty()) close();
        if (line.empty() || line.front() == '#') continue;
        const std::size_t colon = line.find(": ");
        const std::string key = line.substr(0, colon == std::string::npos ? 0 : colon);
        const std::string value = colon == std::string::npos ? "" : line.substr(colon + 2);
        const std::optional<std::string> plain = unescape(value);
        if (value.empty() || !plain) {
            fault("no 'key: value', or a wrong escape");
        } else if (key == "what" && !open) {
            open = true;
            now.line = number;
            now.what = value;
        } else if (key == "label" && open && !has_label) {
            has_label = true;
            now.label = *plain;
        } else if (key == "reads" && has_label && !has_reads) {
            has_reads = true;
            now.reads = tighten_slashes(*plain);
        } else if (key == "ignored" && has_reads && !now.ignored) {
            now.ignored = value;
        } else if (key == "found" && has_reads && !now.found) {
            now.found = value;
        } else if (key == "order" && has_reads && !now.order) {
            now.order = value;
        } else {
            fault("'" + key + ":' is unknown, given twice, or out of place");
        }
    }
    close();
    return file;
}

inline std::optional<std::string> file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

inline std::string number_text(double value) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.6g", value);
    return digits.data();
}

/// What was read, in the notation of `reads:`.
inline std::string render(const label::Label& label) {
    if (label.products.empty()) return "(no list)";
    std::string out;
    for (const label::Product& product : label.products) {
        if (!out.empty()) out += " || ";
        if (product.name) out += "[" + *product.name + "] ";
        label::Section section = label::Section::main;
        for (std::size_t i = 0; i < product.entries.size(); ++i) {
            const label::Entry& entry = product.entries[i];
            if (i > 0) out += " | ";
            if (entry.section != section) out += "{" + std::string(label::word(entry.section)) + "} ";
            section = entry.section;
            out += entry.name;
            if (!entry.percent) continue;
            out += " {" + number_text(entry.percent->min);
            if (entry.percent->max != entry.percent->min) out += "-" + number_text(entry.percent->max);
            out += "%}";
        }
    }
    return tighten_slashes(out);
}

/// The kinds of the ignored parts in order, equal neighbours once.
inline std::string render_ignored(const label::Label& label) {
    std::string out;
    std::optional<label::PieceKind> before;
    for (const label::Piece& piece : label.pieces) {
        const bool in_list = piece.kind == label::PieceKind::entry || piece.kind == label::PieceKind::separator;
        if (in_list || piece.kind == before) continue;
        before = piece.kind;
        out += (out.empty() ? "" : "; ") + std::string(label::word(piece.kind));
    }
    return out.empty() ? "(none)" : out;
}

/// The names of the detectors that fired, each once, in order.
inline std::vector<std::string> fired(const label::Label& label) {
    std::vector<std::string> names;
    for (const label::Detection& detection : label.detections) {
        const std::string name(label::word(detection.detector));
        bool known = false;
        for (const std::string& other : names) known = known || other == name;
        if (!known) names.push_back(name);
    }
    return names;
}

/// Empty where every byte of the text is in exactly one piece.
inline std::string uncovered(std::string_view text, const label::Label& label) {
    std::size_t at = 0;
    for (const label::Piece& piece : label.pieces) {
        if (piece.span.from != at || piece.span.to <= at)
            return "pieces have a gap or overlap at byte " + std::to_string(at);
        at = piece.span.to;
    }
    return at == text.size() ? "" : "pieces end at byte " + std::to_string(at) + " of " + std::to_string(text.size());
}

}  // namespace incilint::golden
