// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// One row of `columns.tsv`: what the standard says of a column.
///
/// @param utype with the prefix `obscore:`, or empty
/// @param open whether the words are not all
record ColumnFacts(
        Owner owner,
        ObsCoreColumn.Type type,
        String unit,
        double least,
        double most,
        ObsCoreColumn.Need need,
        String ucd,
        String utype,
        List<String> words,
        boolean open,
        String description) {

    /// Whose column it is.
    enum Owner {
        OBSCORE,
        HEA,
        VO4HE
    }

    private static final int CELLS = 10;
    private static final String OTHERS = "*";
    private static final Map<String, ColumnFacts> BY_NAME = read();

    static ColumnFacts of(String columnName) {
        return Objects.requireNonNull(BY_NAME.get(columnName), columnName + " has no row in columns.tsv");
    }

    /// The rows, by column.
    static Map<String, ColumnFacts> all() {
        return BY_NAME;
    }

    private static Map<String, ColumnFacts> read() {
        try (InputStream table = ColumnFacts.class.getResourceAsStream("columns.tsv")) {
            Map<String, ColumnFacts> rows = new HashMap<>();
            new String(table.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t", CELLS))
                    .forEach(cells -> rows.put(cells[1], row(cells)));
            return Map.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("columns.tsv", e);
        }
    }

    private static ColumnFacts row(String[] cells) {
        String[] range = cells[4].isEmpty() ? new String[] {"", ""} : cells[4].split("\\.\\.", 2);
        List<String> words = cells[8].isEmpty() ? List.of() : Arrays.asList(cells[8].split(" \\| "));
        boolean open = words.contains(OTHERS);
        return new ColumnFacts(
                Owner.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                ObsCoreColumn.Type.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                cells[3],
                range[0].isEmpty() ? -Double.MAX_VALUE : Double.parseDouble(range[0]),
                range[1].isEmpty() ? Double.MAX_VALUE : Double.parseDouble(range[1]),
                ObsCoreColumn.Need.valueOf(cells[5].toUpperCase(Locale.ROOT).replace('-', '_')),
                cells[6],
                cells[7].isEmpty() ? "" : "obscore:" + cells[7],
                words.stream().filter(word -> !word.equals(OTHERS)).toList(),
                open,
                cells[9]);
    }
}
