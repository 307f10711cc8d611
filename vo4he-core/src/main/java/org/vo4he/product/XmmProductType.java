// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One of the 124 kinds of product of XMM-Newton's pipeline (XMM-Newton Data Files Handbook, table 37), by code,
/// format and instrument.
///
/// @param code six characters, such as `SRSPEC`; several kinds may share one
/// @param format the extension of such a file: `FTZ`, `PNG`, …
/// @param instruments as names have them: `PN`, `EP`, …
/// @param dataproductType of ObsCore; empty for what is no data product, or no FITS file
/// @param meaning in words
record XmmProductType(
        Group group,
        String code,
        String format,
        Set<String> instruments,
        Subset subset,
        Optional<String> dataproductType,
        String meaning) {

    /// Whose pipeline makes it.
    enum Group {
        EPIC("EPIC"),
        RGS("RGS"),
        OM("optical monitor"),
        OBSERVATION("observation");

        private final String words;

        Group(String words) {
            this.words = words;
        }
    }

    /// What the character after the code tells.
    enum Subset {
        NONE,
        BAND,
        ORDER,
        WINDOW,
        FILTER
    }

    /// The resource is read when the first name is looked at, not before.
    private static final class Table {
        static final List<XmmProductType> ROWS = CsvResource.rows("xmm/product-types.csv").stream()
                .map(XmmProductType::of)
                .toList();
    }

    private static final List<String> FITS = List.of("FTZ", "FIT");

    static List<XmmProductType> all() {
        return Table.ROWS;
    }

    private static XmmProductType of(String[] cells) {
        return new XmmProductType(
                Group.valueOf(cells[0]),
                cells[1],
                cells[2],
                Set.copyOf(Arrays.asList(cells[3].split(" "))),
                cells[4].isEmpty() ? Subset.NONE : Subset.valueOf(cells[4].toUpperCase(java.util.Locale.ROOT)),
                Optional.of(cells[5]).filter(type -> !type.isEmpty()),
                cells[6]);
    }

    /// The kind that a name tells; of two that differ by the kind of observation only, the one that fits it.
    ///
    /// @return empty when the handbook knows no such code for this instrument in this format
    static Optional<XmmProductType> of(XmmName name) {
        String format = FITS.contains(name.extension()) ? FITS.getFirst() : name.extension();
        return all().stream()
                .filter(type -> type.code.equals(name.type())
                        && type.format.equals(format)
                        && type.instruments.contains(name.instrument()))
                .min(Comparator.comparing(type -> type.isOfSlews() != name.isOfSlew()));
    }

    private boolean isOfSlews() {
        return meaning.contains("slew");
    }

    /// `EPIC: image in one energy band`.
    String inWords() {
        return group.words + ": " + meaning;
    }
}
