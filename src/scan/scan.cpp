#include "scan/scan.h"

#include "report/documents.h"

namespace incilint::scan {
namespace {

// Large enough that a write costs nothing, small enough that a reader of a pipe does not wait.
constexpr std::size_t chunk_bytes = std::size_t{64} << 10;

void count(Summary& summary, const match::Screening& screening) {
    ++summary.products;
    if (!screening.product) ++summary.without_list;
    summary.entries += screening.entries.size();
    for (const match::ScreenedEntry& entry : screening.entries)
        if (entry.recognised) ++summary.recognised;
}

}  // namespace

Summary scan(CatalogRecords& records, const match::Program& program, const Sinks& sinks) {
    Summary out;
    match::Scratch scratch;
    std::string chunk;
    for (auto step = records.next(); step != CatalogRecords::Step::end; step = records.next()) {
        ++out.records;
        if (step == CatalogRecords::Step::reject) {
            ++out.rejected;
            sinks.reject(records.reject());
            continue;
        }
        Record record = records.record();
        screen_record(record, program, scratch);
        for (const match::Screening& screening : record.input.screenings) {
            count(out, screening);
            sinks.screened(screening);
        }
        report::append_jsonl(chunk, program, record.input);
        if (chunk.size() < chunk_bytes) continue;
        if (!sinks.write(chunk)) {
            out.stopped = true;
            return out;
        }
        chunk.clear();
    }
    out.stopped = !chunk.empty() && !sinks.write(chunk);
    return out;
}

}  // namespace incilint::scan
