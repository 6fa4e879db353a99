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

std::vector<Told> duplicate_keys(const Judged& judged, std::size_t part, const report::ProductKeys& keys,
                                 const HoldRecord& hold) {
    constexpr std::size_t most_named = 3;
    struct OfFile {
        Told told;
        std::size_t keys = 0;
    };
    std::map<std::pair<std::size_t, match::Held>, OfFile> files;
    for (const report::SharedKey& shared : keys.shared()) {
        if (judged.part_of[shared.inputs[1]] != part) continue;
        std::set<match::Held> told_so;
        for (std::size_t i = 1; i < shared.inputs.size(); ++i) {
            const std::size_t one = shared.inputs[i];
            const report::Input& input = judged.run.inputs[one];
            const base::Position at = input.locate ? input.locate(0) : base::Position{1, 1};
            const base::Where where{judged.named(one), static_cast<int>(at.line), static_cast<int>(at.column)};
            const match::Held held = hold(policy::duplicate_key, one, where);
            // A key is told once: at the first of its records that is lived with in that way.
            if (!told_so.insert(held).second) continue;
            auto& [told, count] = files[{judged.file_of[one], held}];
            if (++count > most_named) continue;
            if (count == 1) {
                told.held = held;
                told.input = one;
                told.remark.rule = policy::duplicate_key;
                told.remark.severity = rules::Severity::note;
                told.remark.where = where;
                told.remark.hint =
                    "a baseline tells them apart by name and order alone: give each record an id of its own";
            } else {
                told.remark.message += "; ";
            }
            told.remark.message += base::counted(shared.inputs.size(), "record", "records") + " are called '" +
                                   base::printable(shared.key) + "', " + (i == 1 ? "the second" : "another") +
                                   " is record " + std::to_string(input.record);
        }
    }
    std::vector<Told> out;
    for (auto& [file, found] : files) {
        if (found.keys > most_named)
            found.told.remark.message += "; and so with " + std::to_string(found.keys - most_named) + " more";
        out.push_back(std::move(found.told));
    }
    return out;
}

}  // namespace incilint::cli
