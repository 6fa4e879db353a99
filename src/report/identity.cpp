#include "report/identity.h"

namespace incilint::report {

std::string product_key(const Subject& subject) {
    const Input& input = subject.input();
    std::string out = input.project_path.empty() ? input.path : input.project_path;
    if (input.record_kind != RecordKind::whole) {
        if (!input.id.empty())
            out.append("#").append(input.id);
        else if (!input.product.empty())
            out.append("#").append(input.product);
        else
            out.append("#").append(std::to_string(input.record));
    }
    const label::Product* product = subject.product();
    if (product && product->name) out.append("/").append(*product->name);
    return out;
}

match::Identity Identifier::identity(const Subject& subject, const match::Finding& finding) {
    match::Identity out;
    out.rule = subject.rule(finding).id.text;
    out.product = product_key(subject);
    if (finding.entry) out.ingredient = subject.normal_name(*finding.entry);
    out.occurrence = 0;
    const std::uint32_t occurrence = ++seen_[out];
    out.occurrence = occurrence;
    return out;
}

}  // namespace incilint::report
