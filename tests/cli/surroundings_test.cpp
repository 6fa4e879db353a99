// The same bytes wherever it runs: language, time zone, umask and the lack of a network change nothing.
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "cli/reports.h"
#include "spawn.h"

using incilint::test::Folder;
using incilint::test::spawn;

namespace {

const std::string label =
    "Ingrédients: Aqua, Sodium Lauryl Sulfate, Parfum, Xyzzy Oilate, Inulin, İnulin, Alcohol Denat. (2,5 %)";

struct Surroundings {
    std::vector<std::string> environment;
    mode_t mask = 022;
};

/// One check in every format, its report files too, and a scan.
std::string all_said(const Surroundings& around) {
    const Folder folder;
    folder.write("label.txt", label + "\n");
    folder.write("shop.csv", "sku,inci\n1,\"" + label + "\"\n2,\"Aqua, Limonene\"\n");
    const mode_t before = ::umask(around.mask);
    std::string out;
    for (const std::string& format : incilint::cli::check_formats()) {
        const auto got = spawn({{INCILINT_BINARY, "check", "label.txt", "--today", "2026-11-26", "--format", format,
                                 "--report", format + "=report"},
                                "",
                                around.environment,
                                folder.path(),
                                "",
                                false});
        CHECK(got.exit == 1);
        out += got.out + folder.read("report");
    }
    const auto got = spawn({{INCILINT_BINARY, "scan", "shop.csv", "-q", "-o", "out.csv"},
                            "",
                            around.environment,
                            folder.path(),
                            "",
                            false});
    CHECK(got.exit == 0);
    ::umask(before);
    return out + folder.read("out.csv");
}

}  // namespace

TEST_CASE("language, time zone and umask change no byte of any format") {
    if (INCILINT_SANITIZED != 0) {
        MESSAGE("left to the build without sanitizers, which is quicker by far");
        return;
    }
    const std::string usual = all_said({});
    CHECK(usual.find("harsh-surfactant/lauryl-sulfate") != std::string::npos);
    CHECK(all_said({{"LC_ALL=C", "LANG=C", "TZ=UTC"}, 0}) == usual);
    CHECK(all_said({{"LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "TZ=Pacific/Kiritimati"}, 077}) == usual);
    CHECK(all_said({{"LC_ALL=de_DE.UTF-8", "LC_NUMERIC=de_DE.UTF-8", "TZ=America/Los_Angeles"}, 027}) == usual);
}

TEST_CASE("nothing needs a network") {
    const Folder folder;
    folder.write("label.txt", label + "\n");
    const auto alone = [&](std::vector<std::string> command) {
        std::vector<std::string> words = {"unshare", "-rn"};
        words.insert(words.end(), command.begin(), command.end());
        return spawn({words, "", {}, folder.path(), "", false});
    };
    if (alone({"true"}).exit != 0) {
        MESSAGE("skipped: this machine lets nobody have a network of its own (unshare -rn)");
        return;
    }
    const std::vector<std::string> check = {INCILINT_BINARY, "check", "label.txt", "--format", "sarif"};
    const auto there = alone(check);
    const auto here = spawn({check, "", {}, folder.path(), "", false});
    CHECK(there.exit == 1);
    CHECK(there.out == here.out);
}
