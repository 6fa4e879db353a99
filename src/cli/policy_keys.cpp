// Keys of products: what a baseline says of which files, and records that share one.
#include <algorithm>
#include <map>
#include <utility>

#include "base/counted.h"
#include "base/text.h"
#include "cli/files.h"
#include "cli/policy_step.h"

namespace incilint::cli {

std::function<bool(const std::string&)> judged_products(const Part& part, std::set<std::string> screened) {
    const Project& project = part.scope->project;
    std::vector<std::string> files;
    std::vector<std::string> folders;  // with a slash behind; empty: the root
    for (const Unread& unread : part.unread) {
        const std::string path = base::printable(project.from_root(unread.path));
        if (!unread.folder)
            files.push_back(path);
        else
            folders.push_back(real_path(unread.path) == project.root ? "" : path + "/");
    }
    const auto not_read = [files, folders](const std::string& product) {
        const auto is_of = [&](const std::string& file) {
            return product.starts_with(file) &&
                   (product.size() == file.size() || product[file.size()] == '#' || product[file.size()] == '/');
        };
        return std::ranges::any_of(files, is_of) ||
               std::ranges::any_of(folders, [&](const std::string& folder) { return product.starts_with(folder); });
    };
    if (part.whole) return [not_read](const std::string& product) { return !not_read(product); };
    return [not_read, root = project.root, screened = std::move(screened)](const std::string& product) {
        if (not_read(product)) return false;
        // The key of a product is its file, then '#' or '/' and its name: try each part that may be a file.
        // Of one outside of the project, of no file, or of a name that is written with escapes nothing can be said.
        bool gone = product != "-" && product.find('\\') == product.npos;
        for (const std::string_view odd : {"--text", "/", "../"}) gone = gone && !product.starts_with(odd);
        for (std::size_t at = 0; at < product.size();) {
            at = std::min(product.find_first_of("#/", at + 1), product.size());
            const std::string file = product.substr(0, at);
            if (screened.contains(file)) return true;
            gone = gone && !is_file(root + "/" + file);
        }
        return gone;
    };
}

std::vector<policy::Remark> duplicate_keys(const Judged& judged, std::size_t part, const report::ProductKeys& keys) {
    constexpr std::size_t most_named = 3;
    struct OfFile {
        policy::Remark remark;
        std::size_t keys = 0;
    };
    std::map<std::size_t, OfFile> files;
    for (const report::SharedKey& shared : keys.shared()) {
        const std::size_t second = shared.inputs[1];
        if (judged.part_of[second] != part) continue;
        auto& [remark, count] = files[judged.file_of[second]];
        if (++count > most_named) continue;
        const report::Input& input = judged.run.inputs[second];
        if (count == 1) {
            remark.rule = policy::duplicate_key;
            remark.severity = rules::Severity::note;
            const base::Position at = input.locate ? input.locate(0) : base::Position{1, 1};
            remark.where = {judged.named(second), static_cast<int>(at.line), static_cast<int>(at.column)};
            remark.hint = "a baseline tells them apart by name and order alone: give each record an id of its own";
        } else {
            remark.message += "; ";
        }
        remark.message += base::counted(shared.inputs.size(), "record", "records") + " are called '" +
                          base::printable(shared.key) + "', the second is record " + std::to_string(input.record);
    }
    std::vector<policy::Remark> out;
    for (auto& [file, found] : files) {
        if (found.keys > most_named)
            found.remark.message += "; and so with " + std::to_string(found.keys - most_named) + " more";
        out.push_back(std::move(found.remark));
    }
    return out;
}

}  // namespace incilint::cli
