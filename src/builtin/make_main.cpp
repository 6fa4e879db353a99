// incilint-make-builtin DATA-DIR RULES-DIR OUT-FILE: the host tool that makes the default program during the build.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "builtin/make.h"

namespace {

using incilint::builtin::Folder;

/// The files of a folder that end in `ending`, names without the path.
Folder read_folder(const std::filesystem::path& path, const std::string& ending) {
    Folder folder{path.filename().string(), {}};
    std::error_code none;
    for (const auto& file : std::filesystem::directory_iterator(path, none)) {
        if (file.path().extension() != ending) continue;
        std::ifstream in(file.path(), std::ios::binary);
        folder.texts[file.path().filename().string()] = std::string(std::istreambuf_iterator<char>(in), {});
    }
    return folder;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("usage: incilint-make-builtin DATA-DIR RULES-DIR OUT-FILE\n", stderr);
        return 2;
    }
    const auto made = incilint::builtin::make(read_folder(argv[1], ".tsv"), read_folder(argv[2], ".yaml"));
    if (!made) {
        for (const auto& fault : made.error()) std::fprintf(stderr, "%s\n", incilint::base::describe(fault).c_str());
        return 1;
    }
    std::ofstream out(argv[3], std::ios::binary);
    out << *made << std::flush;
    return out ? 0 : 1;
}
