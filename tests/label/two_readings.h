// two_readings.h: what tests need that hold two ways of reading against each other.
#pragma once

#include <string>
#include <vector>

#include "dice.h"
#include "label/label.h"

namespace incilint::label {

/// All of a label, as text.
inline std::string described(const Label& label) {
    std::string out;
    for (const Product& product : label.products) {
        out.append("product ").append(product.name.value_or("-")).append(" ").append(word(product.order)).append("\n");
        for (const Entry& entry : product.entries) {
            out.append(entry.raw()).append("|").append(entry.name).append("|").append(std::to_string(entry.span.from));
            out.append("-").append(std::to_string(entry.span.to)).append("|").append(word(entry.section));
            out.append(entry.percent ? "|percent" : "").append(entry.nano ? "|nano" : "");
            out.append(entry.part_of_group ? "|part" : "").append("|").append(entry.marks).append("\n");
        }
    }
    for (const Piece& piece : label.pieces)
        out.append(word(piece.kind)).append(" ").append(std::to_string(piece.span.to)).append("\n");
    for (const Detection& detection : label.detections)
        out.append("! ")
            .append(word(detection.detector))
            .append(" ")
            .append(std::to_string(detection.span.from))
            .append("-")
            .append(std::to_string(detection.span.to))
            .append(detection.entry ? " entry " + std::to_string(*detection.entry) : "")
            .append(" ")
            .append(detection.detail)
            .append("\n");
    return out;
}

using test::Dice;

/// Slices of every kind that stands in lists, known and not.
inline const std::vector<std::string> odd_slices = {"Aqua",
                                                    "AQUA",
                                                    "Water (Aqua)",
                                                    "Alcohol Denat.",
                                                    "1,2-Hexanediol",
                                                    "2-Hexanediol",
                                                    "1",
                                                    "PEG-8",
                                                    "Ceteareth-20",
                                                    "20",
                                                    "Sodium",
                                                    "Extract",
                                                    "Oil",
                                                    "and Parfum",
                                                    "Xyzzy Oilate",
                                                    "Blorp",
                                                    "Vitamin E",
                                                    "E",
                                                    "CI 77491",
                                                    "77492",
                                                    "Parfum (Fragrance",
                                                    "Limonene)",
                                                    "may contain",
                                                    "Free of Parabens",
                                                    "Organic Honey",
                                                    "Aqua/Water",
                                                    "Parfum/Fragrance",
                                                    "N",
                                                    "N-Bis",
                                                    "Beta",
                                                    "CI 77268:1",
                                                    "CI 15985:1.",
                                                    "1:2",
                                                    "Trimethylbicyclo[2.2.1]Heptan-2-Ol",
                                                    "Parfum [Fragrance]",
                                                    "4-Dimethyl-3-Cyclohexene-1-Propanal",
                                                    "Trans",
                                                    "Trans-Allo-Ocimene",
                                                    "3-Methyl-5-(2,2,3-Trimethyl)Methyl)Cyclohexanol",
                                                    "Citral.",
                                                    "Talc..",
                                                    "G2004361",
                                                    "1199524 C",
                                                    "#17379 Aqua",
                                                    "10051370 Parfum",
                                                    "17379/A",
                                                    "(Honey + Zymomonas Ferment) Extract",
                                                    "(Sunflower Seed) Oil",
                                                    "(Vitamin E)/Rose Water",
                                                    "Honey + Zymomonas",
                                                    "(Honey Wax",
                                                    "Rose + ",
                                                    "(+/-) Mica",
                                                    "(20S)-Protopanaxadiol",
                                                    "Wax (Honey + Rose) Oil",
                                                    "Mica + Talc",
                                                    "Organic + Natural Honey",
                                                    "Iron Oxides (CI 77491)",
                                                    "LOT 12345",
                                                    "C169673/1",
                                                    "Glycerin Parfum",
                                                    "Sodium Chloride Talc",
                                                    "No. 5",
                                                    "Red No. 4",
                                                    "C.I. 77491",
                                                    "(Active) Charcoal",
                                                    "Mica (nano)",
                                                    "Parfum 1%",
                                                    "Ingredients",
                                                    "Butter",
                                                    "Kernel Oil",
                                                    "Cera Alba (Beeswax)",
                                                    "Tocopherol (Vitamin E)",
                                                    "",
                                                    "your skin",
                                                    "for the face",
                                                    "Caprylic/Capric Triglyceride",
                                                    "Lactobacillus/Soybean Ferment Extract",
                                                    "Aqua,Glycerin",
                                                    "Talc ",
                                                    " Mica",
                                                    "-Rice",
                                                    "CitralPlease",
                                                    "Shea & Cocoa",
                                                    "Parfum (Allergen Screened Fragrance)",
                                                    "Natural Fragrance",
                                                    "Lavandula Angustifolia Essential Oil",
                                                    "Essential Oil",
                                                    "Organic",
                                                    "organic Aloe",
                                                    "Glow Infusion",
                                                    "Renewal Complex",
                                                    "with Vitamin C",
                                                    "Fragrance Free",
                                                    "2 Hydroxybenzoic Acid",
                                                    "3 Propanol",
                                                    "5 Oils",
                                                    "Active",
                                                    "Inactive Ingredients",
                                                    "Contains Allergens",
                                                    "No Parabens",
                                                    "Vegan Glycerin",
                                                    "Dermatologically tested"};

}  // namespace incilint::label
