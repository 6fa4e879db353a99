#include <algorithm>
#include <array>
#include <set>

#include "base/hash.h"
#include "base/near.h"
#include "lexicon/build.h"
#include "lexicon/image_writer.h"
#include "lexicon/names.h"
#include "lexicon/tsv.h"

namespace incilint::lexicon {
namespace {

constexpr std::array<std::string_view, 7> columns = {"inci",      "synonyms", "classes", "cas",
                                                     "functions", "cap",      "source"};

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
    return {views.begin(), views.end()};
}

std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

std::vector<std::string> class_names(const Dictionary& base) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < base.class_count(); ++i) out.emplace_back(base.class_name(static_cast<ClassId>(i)));
    return out;
}

/// A row under a name that the dictionary knows speaks of that ingredient: it bears all its names but those that
/// another row of the house takes, and is of its classes where it gives none of its own.
void inherit(NameRow& row, const std::set<std::string>& taken, const Dictionary& base) {
    const std::string own = base.normal(row.inci);
    const auto known = base.find(own);
    if (!known) return;
    for (const std::string_view name : base.names(known->id)) {
        if (name != own && !taken.contains(std::string(name))) row.synonyms.emplace_back(name);
    }
    if (!row.classes.empty()) return;
    for (const ClassId id : base.classes(known->id)) row.classes.push_back(static_cast<std::uint32_t>(id));
}

}  // namespace

base::Expected<std::vector<HouseName>, base::Diagnostics> read_house_names(const NamedText& tsv) {
    base::Diagnostics faults;
    std::vector<HouseName> names;
    for (const TsvRow& row : read_tsv(tsv.file, tsv.text, {columns, 1, false}, faults)) {
        HouseName made;
        made.inci = row.cells[0];
        made.synonyms = strings(cell_list(row.cells[1]));
        made.classes = strings(cell_list(row.cells[2]));
        made.where.file = tsv.file;
        made.where.line = row.line;
        names.push_back(std::move(made));
    }
    if (!faults.empty()) return base::Error{std::move(faults)};
    return names;
}

base::Expected<std::string, base::Diagnostics> build_house_image(const std::vector<HouseName>& names,
                                                                 const Dictionary& base) {
    base::Diagnostics faults;
    std::vector<NameRow> rows;
    std::set<std::string> taken;
    for (const HouseName& name : names) {
        taken.insert(base.normal(name.inci));
        for (const std::string& synonym : name.synonyms) taken.insert(base.normal(synonym));
    }
    for (const HouseName& name : names) {
        NameRow row;
        row.inci = name.inci;
        row.synonyms = name.synonyms;
        row.source = "house";
        row.where = name.where;
        for (const std::string& named : name.classes) {
            if (const auto id = base.class_named(named)) {
                const auto value = static_cast<std::uint32_t>(*id);
                if (std::find(row.classes.begin(), row.classes.end(), value) == row.classes.end())
                    row.classes.push_back(value);
                continue;
            }
            const std::vector<std::string> known = class_names(base);
            add_fault(faults, "names/unknown-class", name.where.file, name.where.line, "unknown class " + quoted(named),
                      base::near_hint(named, known));
        }
        inherit(row, taken, base);
        rows.push_back(std::move(row));
    }
    ImageWriter image;
    write_names(image, rows, base.spelling_pairs(), faults);
    if (!faults.empty()) return base::Error{std::move(faults)};
    return image.finish(base.base_image().digest());
}

}  // namespace incilint::lexicon
