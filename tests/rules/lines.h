// rules/lines.h (tests): prints lists of lines when a check fails.
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

template <>
struct doctest::StringMaker<std::vector<std::string>> {
    static doctest::String convert(const std::vector<std::string>& lines) {
        std::string out;
        for (const std::string& line : lines) out.append("\n    ").append(line);
        return out.c_str();
    }
};
