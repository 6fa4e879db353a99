// tests/report/identified.h: gives each finding of a run its fingerprint, as policy does.
#pragma once

#include "report/identity.h"

namespace incilint::test {

inline void identify(report::Run& run) {
    const report::ProductKeys keys(run);
    report::Identifier identifier(keys);
    for (report::Input& input : run.inputs) {
        for (match::Screening& screening : input.screenings) {
            const report::Subject subject(run.of(input), input, screening);
            for (match::Finding& finding : screening.findings)
                finding.fingerprint = match::fingerprint(identifier.identity(subject, finding));
        }
    }
}

}  // namespace incilint::test
