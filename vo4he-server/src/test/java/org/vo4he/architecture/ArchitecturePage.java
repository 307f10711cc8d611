// SPDX-License-Identifier: Apache-2.0
package org.vo4he.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vo4he.testkit.SharedData;

/// The tables of ARCHITECTURE.md.
///
/// @param mayImport package to the packages it may import; `all` for the one that may import any
/// @param onlySeenBy root package of a library to the package of ours that may use it
record ArchitecturePage(Map<String, Set<String>> mayImport, Map<String, String> onlySeenBy) {

    static ArchitecturePage read() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.checkout().resolve("ARCHITECTURE.md"));
        Map<String, Set<String>> mayImport = new LinkedHashMap<>();
        for (List<String> row : table(lines, "package", "job", "may import")) {
            Set<String> imports = new TreeSet<>(Arrays.asList(row.get(2).split(" +")));
            imports.remove("-");
            mayImport.put(row.get(0), imports);
        }
        Map<String, String> onlySeenBy = new LinkedHashMap<>();
        table(lines, "library", "only seen by").forEach(row -> onlySeenBy.put(row.get(0), row.get(1)));
        return new ArchitecturePage(mayImport, onlySeenBy);
    }

    /// The rows of the Markdown table with these headings.
    private static List<List<String>> table(List<String> lines, String... headings) {
        int start = lines.indexOf("| " + String.join(" | ", headings) + " |");
        if (start < 0) {
            throw new AssertionError("ARCHITECTURE.md has no table with the headings " + List.of(headings));
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines.subList(start + 2, lines.size())) {
            if (!line.startsWith("|")) {
                break;
            }
            String[] cells = line.substring(1, line.length() - 1).split("\\|");
            rows.add(Arrays.stream(cells)
                    .map(cell -> cell.replace("`", "").strip())
                    .toList());
        }
        return rows;
    }
}
