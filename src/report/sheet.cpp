#include "report/sheet.h"

#include <algorithm>
#include <optional>

#include <fmt/core.h>

#include "base/text.h"
#include "report/json.h"

namespace incilint::report {
namespace {

constexpr std::size_t label_width = 15;
constexpr std::size_t longest_text = 1200;  ///< bytes of one fact for people

/// One line for people; empty where there is nothing to say. Records have none.
std::string words_of(const Field& field) {
    if (const auto* text = std::get_if<std::string>(&field.value)) return shown(*text, longest_text);
    if (const auto* list = std::get_if<std::vector<std::string>>(&field.value)) {
        std::string out;
        for (const std::string& item : *list) out.append(out.empty() ? "" : "; ").append(shown(item, longest_text));
        return out;
    }
    if (const auto* number = std::get_if<double>(&field.value)) return fmt::format("{}", *number);
    if (const auto* count = std::get_if<std::size_t>(&field.value)) return std::to_string(*count);
    if (const auto* truth = std::get_if<bool>(&field.value)) return *truth ? "yes" : "no";
    return "";
}

const std::vector<Sheet>* records_of(const Field& field) {
    return std::get_if<std::vector<Sheet>>(&field.value);
}

/// The columns of a table: each label that some record has a word for, in the order of the first record.
std::vector<std::string> columns_of(const std::vector<Sheet>& records) {
    std::vector<std::string> out;
    for (const Sheet& record : records) {
        for (const Field& field : record.fields) {
            if (field.label.empty() || words_of(field).empty()) continue;
            if (std::find(out.begin(), out.end(), field.label) == out.end()) out.push_back(field.label);
        }
    }
    return out;
}

std::string cell(const Sheet& record, const std::string& label) {
    for (const Field& field : record.fields) {
        if (field.label == label) return words_of(field);
    }
    return "";
}

void append_text(std::string& out, const Sheet& sheet, const TextStyle& style, std::size_t indent);

void append_table(std::string& out, const std::vector<Sheet>& records, const TextStyle& style, std::size_t indent) {
    const std::vector<std::string> columns = columns_of(records);
    std::vector<std::size_t> widths;
    for (const std::string& label : columns) {
        std::size_t width = 0;
        for (const Sheet& record : records) width = std::max(width, display_width(cell(record, label)));
        widths.push_back(std::min<std::size_t>(width, 60));
    }
    for (const Sheet& record : records) {
        std::string line(indent, ' ');
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string text = cell(record, columns[i]);
            const std::size_t hang = display_width(line);
            if (i + 1 == columns.size())
                line.append(wrapped(text, std::max(style.width, hang + 30), hang));
            else
                line.append(padded(text, widths[i]).append("  "));
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out.append(line).append("\n");
    }
}

void append_text(std::string& out, const Sheet& sheet, const TextStyle& style, std::size_t indent) {
    if (!sheet.title.empty())
        out.append(indent, ' ').append(paint(style, Hue::bold, shown(sheet.title, longest_text))).append("\n");
    const std::size_t inner = indent + 2;
    for (const Field& field : sheet.fields) {
        if (field.label.empty()) continue;
        if (const auto* records = records_of(field)) {
            if (records->empty()) continue;
            out.append(inner, ' ').append(paint(style, Hue::dim, field.label)).append("\n");
            if (field.layout == Layout::table) {
                append_table(out, *records, style, inner + 2);
            } else {
                for (const Sheet& record : *records) append_text(out, record, style, inner + 2);
            }
            continue;
        }
        const std::string words = words_of(field);
        if (words.empty()) continue;
        const std::size_t width = std::max(label_width, display_width(field.label) + 1);
        const std::size_t hang = inner + width;
        out.append(inner, ' ').append(paint(style, Hue::dim, padded(field.label, width)));
        out.append(wrapped(words, std::max(style.width, hang + 30), hang)).append("\n");
    }
}

/// Text that Markdown takes as text: the characters that mean something are escaped.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>|#&~").find(c) != std::string_view::npos) out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

void append_markdown(std::string& out, const Sheet& sheet, std::size_t level) {
    if (!sheet.title.empty())
        out.append(level, '#').append(" ").append(plain(shown(sheet.title, longest_text))).append("\n\n");
    bool in_list = false;
    for (const Field& field : sheet.fields) {
        if (field.label.empty()) continue;
        const auto* records = records_of(field);
        if (!records) {
            const std::string words = words_of(field);
            if (words.empty()) continue;
            out.append("- **").append(plain(field.label)).append("**: ").append(plain(words)).append("\n");
            in_list = true;
            continue;
        }
        if (records->empty()) continue;
        if (in_list) out.append("\n");
        in_list = false;
        out.append(level + 1, '#').append(" ").append(plain(field.label)).append("\n\n");
        if (field.layout == Layout::blocks) {
            for (const Sheet& record : *records) append_markdown(out, record, level + 2);
            continue;
        }
        const std::vector<std::string> columns = columns_of(*records);
        const auto row = [&](const auto& text_of) {
            for (const std::string& label : columns) out.append("| ").append(text_of(label)).append(" ");
            out.append("|\n");
        };
        row([](const std::string& label) { return plain(label); });
        row([](const std::string&) { return std::string("---"); });
        for (const Sheet& record : *records) row([&](const std::string& label) { return plain(cell(record, label)); });
        out.append("\n");
    }
    if (in_list) out.append("\n");
}

void write_fields(JsonWriter& json, const Sheet& sheet) {
    for (const Field& field : sheet.fields) {
        if (field.key.empty()) continue;
        json.key(field.key);
        if (const auto* text = std::get_if<std::string>(&field.value)) {
            text->empty() ? json.null() : json.string(*text);
        } else if (const auto* list = std::get_if<std::vector<std::string>>(&field.value)) {
            json.begin_array();
            for (const std::string& item : *list) json.string(item);
            json.end_array();
        } else if (const auto* number = std::get_if<double>(&field.value)) {
            json.number(*number);
        } else if (const auto* count = std::get_if<std::size_t>(&field.value)) {
            json.number(*count);
        } else if (const auto* truth = std::get_if<bool>(&field.value)) {
            json.boolean(*truth);
        } else {
            json.begin_array();
            for (const Sheet& record : *records_of(field)) {
                json.begin_object();
                write_fields(json, record);
                json.end_object();
            }
            json.end_array();
        }
    }
}

}  // namespace

std::string sheet_text(const Sheet& sheet, const TextStyle& style) {
    std::string out;
    append_text(out, sheet, style, 0);
    return out;
}

std::string sheet_markdown(const Sheet& sheet) {
    std::string out;
    append_markdown(out, sheet, 1);
    while (out.ends_with("\n\n")) out.pop_back();
    return out;
}

std::string sheet_json(const Sheet& sheet, std::string_view schema) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("schema", schema);
    write_fields(json, sheet);
    json.end_object();
    out.push_back('\n');
    return out;
}

}  // namespace incilint::report
