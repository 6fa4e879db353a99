// two_readings.h: a text read by yaml-cpp alone and by the reader of everyday YAML, which must agree to the last place.
#pragma once

#include <string>
#include <string_view>

#include "yaml/builder.h"
#include "yaml/everyday.h"
#include "yaml/prepare.h"

namespace incilint::yaml {

/// Kind, text, quotes and place of each node and key, one a line.
inline void write_nodes(const Node& node, std::string& out) {
    const auto place = [&](Mark mark) {
        out += std::to_string(mark.line) + ':' + std::to_string(mark.column) + '@' + std::to_string(mark.offset) + ' ';
    };
    out += std::to_string(static_cast<int>(node.kind)) + (node.quoted ? "q " : " ");
    place(node.mark);
    out += node.text + '\n';
    for (const Node& item : node.items) write_nodes(item, out);
    for (const Member& member : node.members) {
        place(member.key_mark);
        out += member.key + ": ";
        write_nodes(member.value, out);
    }
    out += ".\n";
}

struct TwoReadings {
    bool everyday = false;  ///< the quick reader took the text
    std::string quick;      ///< what it made of it; empty where it did not
    std::string thorough;   ///< what yaml-cpp made of it; its first fault where it is wrong
};

inline TwoReadings read_twice(std::string_view text) {
    TwoReadings out;
    const auto prepared = prepare(without_bom(text), "f", {});
    if (!prepared) return out;
    if (const auto node = read_everyday(*prepared, text, {})) {
        out.everyday = true;
        write_nodes(*node, out.quick);
        const auto built = build(*prepared, text, "f", {});
        if (built)
            write_nodes(*built, out.thorough);
        else
            out.thorough = base::describe(built.error().front());
    }
    return out;
}

}  // namespace incilint::yaml
