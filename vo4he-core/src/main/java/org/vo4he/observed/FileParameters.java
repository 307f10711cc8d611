// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which parameters of which programs name files, from the table `files.csv`. What the table doesn't know stays a
/// parameter: a value is not taken for a file because it looks like one.
final class FileParameters {

    private static final Pattern NO_FILE = Pattern.compile("(?i)|none|null|indef|default|caldb|-|\\)?sys_.*|n/?a");

    /// `events.fits[EVENTS][pi=1:2]`, `!out.fits`, `"a.fits"`, `table.fits:EVENTS`, `(a.fits)`.
    private static final Pattern DECORATED =
            Pattern.compile("^[\\s\"'!(]*(.+?)(?:\\[.*|\\+\\d+|:[A-Z][A-Z0-9_]*)?[\\s\"')]*$", Pattern.DOTALL);

    /// @param program `*` for any
    /// @param unless a parameter that, when it says no, makes the file none
    private record Row(String suite, String program, String parameter, boolean input, String unless) {}

    private static final class Table {
        private static final List<Row> ROWS = load();
    }

    /// The suites of programs.
    enum Suite {
        SAS,
        CIAO,
        HEASOFT
    }

    private FileParameters() {}

    /// Adds a parameter to a step as what it is: an input, an output, or a value.
    ///
    /// @param others all parameters of the step in lower case, for switches such as `withspectrumset`
    static void add(Suite suite, ObservedStep step, String name, String value, Map<String, String> others) {
        Optional<Row> row = Table.ROWS.stream()
                .filter(each -> each.suite().equalsIgnoreCase(suite.name()))
                .filter(each -> each.program().equals("*") || each.program().equalsIgnoreCase(step.program()))
                .filter(each -> each.parameter().equalsIgnoreCase(name))
                .filter(each -> !"no".equals(others.get(each.unless())))
                .findFirst();
        String path = path(value);
        if (row.isEmpty() || NO_FILE.matcher(path).matches() || path.startsWith("@") || path.contains(" ")) {
            step.parameter(name, value, "");
        } else if (row.get().input()) {
            step.input(name, path, path.equals(value) ? "" : value, Optional.empty());
        } else {
            step.output(name, path, path.equals(value) ? "" : value);
        }
    }

    /// The file that a parameter names, without filters and quotes.
    static String path(String value) {
        var matcher = DECORATED.matcher(value.strip());
        return matcher.matches() ? matcher.group(1).strip() : "";
    }

    private static List<Row> load() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(FileParameters.class.getResourceAsStream("files.csv"), StandardCharsets.UTF_8))) {
            List<Row> rows = new ArrayList<>();
            lines.lines().skip(1).filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split(",", -1);
                rows.add(new Row(
                        cells[0], cells[1], cells[2], cells[3].equals("input"), cells[4].toLowerCase(Locale.ROOT)));
            });
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
