#include "catalog/json_lines.h"

#include <memory>
#include <utility>

namespace incilint::catalog {
namespace {

/// The first two bytes that are not blank.
std::string first_signs(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
        out.push_back(c);
        if (out.size() == 2) break;
    }
    return out;
}

class ListOpener {
  public:
    ListOpener(Fill text, std::string begun, std::string file)
        : text_(std::move(text)), begun_(std::move(begun)), file_(std::move(file)) {}

    base::Expected<bool> fill(std::string& out, std::size_t bytes) {
        const std::size_t before = out.size();
        if (!begun_.empty()) {
            out.append(std::exchange(begun_, {}));
        } else {
            auto more = text_(out, bytes);
            if (!more) return more;
            if (!*more && depth_ > 0)
                return base::Error{
                    base::Diagnostic{"json/cut-off", {file_, 0, 0}, "the list of JSON objects has no end", ""}};
            if (!*more) return false;
        }
        for (std::size_t i = before; i < out.size(); ++i) turn(out[i]);
        return true;
    }

  private:
    void turn(char& c) {
        if (in_text_) {
            in_text_ = escaped_ || c != '"';
            escaped_ = !escaped_ && c == '\\';
            return;
        }
        switch (c) {
            case '"':
                in_text_ = true;
                break;
            case '{':
            case '[':
                if (depth_++ == 0 && !opened_ && c == '[') opened_ = true, c = ' ';
                break;
            case '}':
            case ']':
                if (depth_ > 0 && --depth_ == 0 && c == ']') c = ' ';
                break;
            case ',':
                if (depth_ == 1) c = '\n';
                break;
            case '\n':
            case '\r':
                if (depth_ > 0) c = ' ';
                break;
            default:
                break;
        }
    }

    Fill text_;
    std::string begun_;
    std::string file_;
    std::size_t depth_ = 0;
    bool opened_ = false;
    bool in_text_ = false;
    bool escaped_ = false;
};

}  // namespace

base::Expected<MaybeJson> json_as_lines(Fill text, const std::string& file) {
    std::string begun;
    std::string signs;
    while ((signs = first_signs(begun)).size() < 2) {
        const auto more = text(begun, 4096);
        if (!more && begun.empty()) return base::Error{more.error()};
        if (!more || !*more) break;  // a fault comes again
    }
    MaybeJson out;
    out.json = signs == "{\"" || signs == "{}" || signs == "[{" || signs == "[]";
    if (out.json && signs.front() == '[') {
        const auto opener = std::make_shared<ListOpener>(std::move(text), std::move(begun), file);
        out.fill = [opener](std::string& into, std::size_t bytes) { return opener->fill(into, bytes); };
        return out;
    }
    out.fill = [text = std::move(text), begun = std::move(begun)](std::string& into, std::size_t bytes) mutable {
        if (begun.empty()) return text(into, bytes);
        into.append(std::exchange(begun, {}));
        return base::Expected<bool>(true);
    };
    return out;
}

}  // namespace incilint::catalog
