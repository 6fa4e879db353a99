#include "catalog/blocks.h"

#include <algorithm>
#include <utility>

#include "catalog/json_rows.h"
#include "catalog/record.h"

namespace incilint::catalog {
namespace {

// As much as sniff() looks at.
constexpr std::size_t sample_bytes = std::size_t{1} << 20;
// Catalogs have some hundred columns at most; objects with keys of their own must not make millions.
constexpr std::size_t most_keys = 2000;

}  // namespace

base::Expected<BlockReader> BlockReader::open(Fill fill, const std::string& file, const BlockOptions& options) {
    BlockReader out(std::move(fill), options, ExtentFinder(options.likely_delimiter, options.max_row_bytes));
    while (!out.last_ && out.buffer_.size() < sample_bytes) {
        if (options.as_it_comes && out.buffer_.find_first_of("\r\n") != std::string::npos) break;
        const auto filled = out.more(std::max(options.block_bytes, std::size_t{1}));
        if (filled) continue;
        // What came before the fault is read; the fault is told where the text ends.
        if (out.buffer_.empty()) return base::Error{filled.error()};
        break;
    }
    if (options.json_lines) {
        out.finder_ = ExtentFinder::lines(options.max_row_bytes, options.isa);
        const auto found = out.find_keys(file);
        if (!found) return base::Error{found.error()};
        return out;
    }
    std::string_view sample = out.buffer_;
    std::size_t end = 0;
    if (options.as_it_comes) sample = sample.substr(0, line_after(sample, 0, end));
    const Dialect dialect = sniff(sample, options.likely_delimiter);
    out.finder_ = ExtentFinder(dialect.delimiter, options.max_row_bytes, options.isa);
    out.drop(dialect.begin);
    const auto found = out.find_header(file);
    if (!found) return base::Error{found.error()};
    return out;
}

base::Expected<bool> BlockReader::more(std::size_t bytes) {
    auto filled = fill_(buffer_, bytes);
    if (!filled) {
        // What came before the fault is whole as far as it goes; the fault is told again when it is used up.
        fill_ = [fault = filled.error()](std::string&, std::size_t) -> base::Expected<bool> {
            return base::Error{fault};
        };
        return base::Error{filled.error()};
    }
    if (*filled) return true;
    last_ = true;
    // Old DOS programs end a text with Ctrl-Z.
    if (buffer_.ends_with('\x1a')) buffer_.pop_back();
    return false;
}

base::Expected<bool> BlockReader::find_header(const std::string& file) {
    while (true) {
        const Extent extent = finder_.find(buffer_, 0, last_);
        if (extent.found == Found::more) {
            const auto filled = more(std::max(options_.block_bytes, buffer_.size()));
            if (!filled) return base::Error{filled.error()};
            continue;
        }
        if (buffer_.empty()) {
            return base::Error{base::Diagnostic{
                "catalog/empty", {file, 0, 0}, "the file is empty: a catalog begins with a header", ""}};
        }
        if (extent.found == Found::blank) {
            drop(extent.next);
            continue;
        }
        Reject fault{RejectKind::too_long, 0, line_, {0, extent.end}, 0, 0, 0};
        if (extent.found == Found::record) {
            const base::Span span{0, extent.end};
            const RecordFault bad = read_record(buffer_, span, delimiter(), finder_.isa(), header_);
            const auto ill_formed = find_ill_formed(base::slice(buffer_, span));
            if (bad == RecordFault::none && !ill_formed) {
                drop(extent.next);
                return true;
            }
            fault.kind = ill_formed                ? RejectKind::ill_formed
                         : bad == RecordFault::nul ? RejectKind::nul
                                                   : RejectKind::text_after_quote;
            fault.fault_at = offset_ + ill_formed.value_or(0);
        } else if (!extent.too_long) {
            fault.kind = RejectKind::unclosed_quote;
        }
        base::Diagnostic diagnostic = describe(fault, file);
        diagnostic.text = "the header cannot be read: " + diagnostic.text;
        return base::Error{std::move(diagnostic)};
    }
}

/// The keys of the objects at hand, in the order of their first appearance, are the header.
base::Expected<bool> BlockReader::find_keys(const std::string& file) {
    std::vector<JsonMember> members;
    for (std::size_t at = 0; at < buffer_.size();) {
        const Extent extent = finder_.find(buffer_, at, last_);
        if (extent.found == Found::more || extent.next == std::string::npos) break;
        if (extent.found == Found::record && read_json_object(buffer_, {at, extent.end}, members)) {
            for (JsonMember& member : members) {
                const auto same = [&](const Field& field) { return field.value == member.key; };
                if (std::any_of(header_.fields.begin(), header_.fields.end(), same)) continue;
                header_.fields.emplace_back().value = std::move(member.key);
            }
            if (options_.as_it_comes || header_.fields.size() > most_keys) break;
        }
        at = extent.next;
    }
    if (!header_.fields.empty()) return true;
    return base::Error{base::Diagnostic{
        "catalog/empty", {file, 0, 0}, "no JSON object with keys stands at its beginning", "write one object a line"}};
}

void BlockReader::drop(std::size_t bytes) {
    const std::string_view gone = std::string_view(buffer_).substr(0, bytes);
    line_ += static_cast<std::uint32_t>(count_line_ends(gone, finder_.isa()));
    offset_ += gone.size();
    buffer_.erase(0, bytes);
}

/// Hands the first bytes of the buffer out as a block.
void BlockReader::take(Block& out, std::size_t bytes) {
    out.offset = offset_;
    out.line = line_;
    out.gap.reset();
    out.text.swap(buffer_);
    buffer_.assign(out.text, bytes);
    out.text.resize(bytes);
    offset_ += bytes;
    line_ += static_cast<std::uint32_t>(count_line_ends(out.text, finder_.isa()));
}

/// The record at the front of the buffer, which runs away and begins at byte `at` of an extent's text.
Gap BlockReader::gap_of(const Extent& extent, std::size_t at) {
    Gap gap;
    const std::size_t end = std::max(extent.end, extent.fault_at) - at;
    const std::size_t fault_at = extent.fault_at - at;
    const std::string_view before = std::string_view(buffer_).substr(0, fault_at);
    gap.reject.kind = extent.too_long ? RejectKind::too_long : RejectKind::unclosed_quote;
    gap.reject.record = ++records_;
    gap.reject.line = line_ + static_cast<std::uint32_t>(count_line_ends(before, finder_.isa()));
    gap.reject.span = {offset_, offset_ + end};
    gap.reject.fault_at = offset_ + fault_at;
    gap.raw = buffer_.substr(0, std::min({end, most_raw_bytes, options_.max_row_bytes}));
    return gap;
}

/// Drops bytes up to and with the next line end, however far it is; `end` gets the offset of the line end.
base::Expected<bool> BlockReader::skip_line(std::size_t& line_end) {
    while (true) {
        std::size_t end = 0;
        const std::size_t next = line_after(buffer_, 0, end);
        const bool half = end + 1 == buffer_.size() && buffer_[end] == '\r';
        drop(end);
        line_end = offset_;
        if (last_ || (!buffer_.empty() && !half)) {
            drop(next - end);
            return true;
        }
        const auto filled = more(std::max(options_.block_bytes, std::size_t{1}));
        if (!filled) return base::Error{filled.error()};
    }
}

base::Expected<bool> BlockReader::next(Block& out) {
    std::size_t at = 0;
    out.records = records_;
    while (true) {
        if (at >= buffer_.size() && last_) {
            take(out, at);
            return at > 0;
        }
        const Extent extent = finder_.find(buffer_, at, last_);
        if (extent.found == Found::record || extent.found == Found::blank) {
            records_ += extent.found == Found::record ? 1 : 0;
            at = extent.next;
            if (at < options_.block_bytes) continue;
            take(out, at);
            return true;
        }
        if (extent.found == Found::runaway) {
            take(out, at);
            out.gap = gap_of(extent, at);
            if (extent.next != std::string::npos) {
                drop(extent.next - at);
                return true;
            }
            drop(extent.fault_at - at);
            (void)skip_line(out.gap->reject.span.to);  // a fault of the stream is told by the next call
            return true;
        }
        if (at > 0 && (options_.as_it_comes || at >= options_.block_bytes / 2)) {
            take(out, at);
            return true;
        }
        const auto filled = more(std::max(options_.block_bytes, buffer_.size() - at));
        if (filled) continue;
        if (at == 0) return base::Error{filled.error()};
        take(out, at);
        return true;
    }
}

}  // namespace incilint::catalog
