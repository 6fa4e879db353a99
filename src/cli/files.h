// cli/files.h: finds and reads the files that a person names.
// Promises: read() and never mmap; limits on size hold; the order of files is that of the command line, inside a folder
// that of the bytes of the path; hidden files and folders inside a folder are passed over.
// Must not know: what is in the files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/exit_code.h"

namespace incilint::cli {

/// What a file is read as, by its name.
enum class FileKind : std::uint8_t { label, product_file, catalog };
[[nodiscard]] FileKind kind_of(std::string_view path);

struct NamedFile {
    std::string path;  ///< as it is printed; "-" is standard input
    FileKind kind = FileKind::label;
    bool from_folder = false;  ///< found inside a folder, not named itself
};

/// A fault and the exit code it earns.
struct Fault {
    base::Diagnostic diagnostic;
    Exit code = Exit::incomplete;
};

struct FoundFiles {
    std::vector<NamedFile> files;
    std::vector<Fault> faults;
    std::size_t left_out = 0;  ///< files that git ignores, that are excluded, or that did not change
    /// What stands where a file to check could stand and is not among `files`, and why.
    std::vector<std::pair<std::string, std::string>> passed_over;
};

/// What is left out of a search.
struct SearchRules {
    /// From where down .gitignore files count for a folder; empty, or an empty answer: they do not.
    std::function<std::string(const std::string& folder)> root_of;
    std::function<bool(const std::string& path)> excluded;  ///< empty: nothing
    bool named_too = false;                                 ///< files that are named themselves may be left out as well
    std::string input_name;  ///< what standard input is called; empty: it has no name to leave out
    std::function<bool(const std::string& path)> changed;  ///< empty: every file
    bool allow_empty = false;                              ///< a folder or pattern that yields none is no fault
};

/// Folders are searched for .txt .yaml .yml .json .csv .tsv .jsonl, packed catalogs too; a path with * ? [ that is no
/// file is a pattern. A folder that yields none is a fault, unless files were left out; a pattern that yields none
/// is one then, too.
[[nodiscard]] FoundFiles find_files(const std::vector<std::string>& paths, const SearchRules& rules = {});

inline constexpr std::size_t max_label_bytes = std::size_t{64} << 20;
inline constexpr std::size_t max_catalog_bytes = std::size_t{2} << 30;

/// The bytes of a file or of standard input ("-").
[[nodiscard]] base::Expected<std::string, Fault> read_bytes(const std::string& path, std::size_t limit);

/// True where both paths are the same file.
[[nodiscard]] bool same_file(const std::string& a, const std::string& b);
[[nodiscard]] bool exists(const std::string& path);
/// A link, wherever it leads.
[[nodiscard]] bool is_link(const std::string& path);
/// There, and no folder.
[[nodiscard]] bool is_file(const std::string& path);
/// The path without links and dots; empty where it is not there.
[[nodiscard]] std::string real_path(const std::string& path);
/// Of two real paths: the path is the folder or lies in it.
[[nodiscard]] bool below(const std::string& folder, const std::string& path);

}  // namespace incilint::cli
