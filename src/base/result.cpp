#include "base/result.h"

#include "base/text.h"

namespace incilint::base {

std::string describe(const Diagnostic& diagnostic) {
    std::string out;
    if (!diagnostic.where.file.empty()) out += printable(diagnostic.where.file);
    if (diagnostic.where.line > 0) {
        if (!out.empty()) out += ':';
        out += std::to_string(diagnostic.where.line);
        if (diagnostic.where.column > 0) out += ':' + std::to_string(diagnostic.where.column);
    }
    if (!out.empty()) out += ": ";
    out += printable(diagnostic.text);
    if (!diagnostic.hint.empty()) out += " (" + printable(diagnostic.hint) + ')';
    return out;
}

}  // namespace incilint::base
