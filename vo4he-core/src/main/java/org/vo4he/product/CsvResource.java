// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table of a standard that comes with the program: lines of cells with commas between, the last cell to the end of
/// the line; lines that begin with `#` are remarks, the first other one names the columns.
final class CsvResource {

    private static final String FOLDER = "/org/vo4he/mapping/";

    private CsvResource() {}

    /// @param name below `org/vo4he/mapping`
    /// @return a row for each line, all of as many cells as there are columns
    static List<String[]> rows(String name) {
        try (InputStream in = CsvResource.class.getResourceAsStream(FOLDER + name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> content =
                    lines.lines().filter(line -> !line.startsWith("#")).toList();
            int columns = content.getFirst().split(",").length;
            return content.stream()
                    .skip(1)
                    .map(line -> row(name, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String[] row(String name, String line, int columns) {
        String[] cells = line.split(",", columns);
        if (cells.length != columns) {
            throw new IllegalStateException(name + ": " + columns + " cells are wanted in '" + line + "'");
        }
        return cells;
    }
}
