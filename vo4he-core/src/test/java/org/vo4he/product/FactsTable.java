// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.testkit.SharedData;

/// The shared table of facts: one row per HDU, read with astropy from the same files.
final class FactsTable {

    private FactsTable() {}

    /// The cells of one HDU by name of their column; empty cells are left out.
    record Fact(Map<String, String> cells) {

        String file() {
            return cells.get("file");
        }

        int hdu() {
            return Integer.parseInt(cells.get("hdu"));
        }

        Optional<String> text(String column) {
            return Optional.ofNullable(cells.get(column));
        }

        Optional<Double> number(String column) {
            return text(column).map(Double::valueOf);
        }
    }

    static List<Fact> read() {
        try {
            List<String> lines = Files.readAllLines(SharedData.data("FACTS.tsv"));
            List<String> names = Arrays.asList(lines.getFirst().split("\t"));
            return lines.stream()
                    .skip(1)
                    .map(line -> fact(names, line.split("\t")))
                    .filter(fact -> fact.text("hdu").isPresent())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fact fact(List<String> names, String[] cells) {
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                byName.put(names.get(i), cells[i].strip());
            }
        }
        return new Fact(byName);
    }
}
