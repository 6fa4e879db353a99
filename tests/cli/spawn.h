// tests/cli/spawn.h: runs the built program with given arguments, input and environment, and catches what it says.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace incilint::test {

struct Run {
    std::vector<std::string> command;      ///< the program first; found on PATH where it has no slash
    std::string input;                     ///< standard input
    std::vector<std::string> environment;  ///< NAME=value beside PATH
    std::filesystem::path folder;          ///< where it runs
    std::string output_to;                 ///< file to open as standard output ("/dev/full"); empty: caught
    bool close_output = false;             ///< nobody reads standard output
};

struct Result {
    int exit = -1;  ///< 128 + signal where a signal ended it
    std::string out;
    std::string err;
    double seconds = 0;
};

[[nodiscard]] Result spawn(const Run& run);

/// The built program with these arguments, in `folder`.
[[nodiscard]] Result run_tool(std::vector<std::string> arguments, std::string input = "",
                              const std::filesystem::path& folder = ".");

/// A new, empty folder that goes away with it.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, const std::string& content) const;
    [[nodiscard]] std::string read(const std::string& name) const;

  private:
    std::filesystem::path path_;
};

/// A script of bash in the folder, which is its home as well, with the built program as $INCILINT and first on its
/// path; `more` environment.
[[nodiscard]] Result shell(const Folder& folder, const std::string& script, std::vector<std::string> more = {});

/// Whether python can check documents against a JSON Schema here.
[[nodiscard]] bool has_schema_check(const Folder& folder);
/// check_schema.py over files of the folder, named as a shell takes them.
[[nodiscard]] Result check_schema(const Folder& folder, const std::string& schema, const std::string& kind,
                                  const std::string& files);

[[nodiscard]] inline bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace incilint::test
