// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One definition of an energy band of EPIC, of which a name tells only the number.
///
/// @param definition the catalogue or pipeline whose definition it is
record XmmBand(String definition, double lowKev, double highKev) {

    private static final class Table {
        static final Map<Character, List<XmmBand>> ROWS = read();
    }

    private static Map<Character, List<XmmBand>> read() {
        Map<Character, List<XmmBand>> bands = new LinkedHashMap<>();
        for (String[] cells : CsvResource.rows("xmm/bands.csv")) {
            bands.computeIfAbsent(cells[1].charAt(0), _ -> new ArrayList<>())
                    .add(new XmmBand(cells[0], Double.parseDouble(cells[2]), Double.parseDouble(cells[3])));
        }
        return bands;
    }

    /// Every definition of a band that was in use; none for a character that is no band.
    static List<XmmBand> definitions(char band) {
        return List.copyOf(Table.ROWS.getOrDefault(band, List.of()));
    }

    /// The band, if all definitions of it agree.
    static Optional<XmmBand> unambiguous(char band) {
        List<XmmBand> definitions = definitions(band);
        return definitions.stream()
                .findFirst()
                .filter(first -> definitions.stream()
                        .allMatch(other -> other.lowKev == first.lowKev && other.highKev == first.highKev));
    }

    /// `0.5-2.0 keV (1XMM)`.
    String inWords() {
        return lowKev + "-" + highKev + " keV (" + definition + ")";
    }
}
