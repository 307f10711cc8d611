// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.sphere.UnitVector;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.testkit.Verdict;

/// Energies and fields against a script of ours that computes them another way, with astropy and numpy
/// (`independent-facts.py`): over the shared data by running it, over the example files by a table that it wrote.
///
/// Counted is each value that the script states for the HDU of a product. em_min and em_max agree within 1e-6, s_fov
/// within 1e-4 of itself, s_region when each corner of the script has a vertex of ours nearer than a ten-thousandth of
/// the field.
class IndependentFactsTest {

    private static final List<ObsCoreColumn> COLUMNS =
            List.of(ObsCoreColumn.EM_MIN, ObsCoreColumn.EM_MAX, ObsCoreColumn.S_FOV, ObsCoreColumn.S_REGION);

    private static final double WAVELENGTH = 1e-6;
    private static final double FIELD = 1e-4;
    private static final double LEAST_AGREEMENT = 0.99;

    /// Files for which the script is right, or states more, and why.
    private static final Map<String, String> REASONS = Map.of(
            "debian-astropy/wcs/tests/data/dss.14.29.56-62.41.05.fits.gz",
            "the script applies the polynomial of a Schmidt plate (AMDX, AMDY), vo4he the tangent plane of the cards");

    /// @param unjudged stated by vo4he only
    private record Score(List<String> agreeing, List<String> differing, List<String> unjudged) {
        Score() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        int of() {
            return agreeing.size() + differing.size();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = IndependentFactsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theSharedDataAgree() throws IOException {
        Path data = SharedData.data();
        Verdict script = Judges.python(resource("independent-facts.py"), data.toString());
        assertThat(script.exitCode()).as(script.err()).isZero();

        Map<ObsCoreColumn, Score> scores = compare(data, script.out());

        print("agreement with astropy and numpy over the shared data", scores);
        assertThat(scores.get(ObsCoreColumn.EM_MIN).of()).isGreaterThan(70);
        assertThat(scores.get(ObsCoreColumn.S_FOV).of()).isGreaterThan(60);
        assertThat(scores.get(ObsCoreColumn.S_REGION).of()).isGreaterThan(50);
        agreement(scores);
    }

    @Test
    void theExampleFilesAgreeWithTheCommittedTable() throws IOException {
        Path examples = checkout().resolve("examples/products");

        Map<ObsCoreColumn, Score> scores = compare(examples, resource("independent-facts-examples.tsv"));

        print("agreement with astropy and numpy over the examples", scores);
        assertThat(scores.get(ObsCoreColumn.EM_MIN).of()).isGreaterThanOrEqualTo(2);
        agreement(scores);
    }

    private static Path checkout() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("vo4he-core") ? here.getParent() : here;
    }

    private static void agreement(Map<ObsCoreColumn, Score> scores) {
        int agreeing = scores.values().stream()
                .mapToInt(score -> score.agreeing().size())
                .sum();
        int all = scores.values().stream().mapToInt(Score::of).sum();
        assertThat((double) agreeing).isGreaterThanOrEqualTo(LEAST_AGREEMENT * all);
        scores.forEach((column, score) -> assertThat(score.differing())
                .as("%s differs only where a reason is known", column.columnName())
                .allMatch(line -> REASONS.keySet().stream().anyMatch(line::startsWith)));
    }

    private static void print(String title, Map<ObsCoreColumn, Score> scores) {
        StringBuilder table = new StringBuilder(title).append('\n');
        scores.forEach((column, score) -> table.append(String.format(
                Locale.ROOT,
                "%-10s %4d of %4d, and %d that the script does not state%n",
                column.columnName(),
                score.agreeing().size(),
                score.of(),
                score.unjudged().size())));
        scores.forEach((column, score) ->
                score.differing().forEach(line -> table.append("  " + column.columnName() + ": " + line + "\n")));
        REASONS.forEach((file, reason) -> table.append("  reason, " + file + ": " + reason + "\n"));
        System.out.println(table);
    }

    private static Map<ObsCoreColumn, Score> compare(Path folder, String table) {
        ProductDescriber describer = new ProductDescriber(Rules.none());
        Map<String, FileDescription> described = new HashMap<>();
        Map<ObsCoreColumn, Score> scores = new TreeMap<>();
        COLUMNS.forEach(column -> scores.put(column, new Score()));
        table.lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .forEach(cells -> described
                        .computeIfAbsent(
                                cells[0], file -> describer.describe(folder.resolve(file), Siblings.sameFolder()))
                        .products()
                        .stream()
                        .filter(product -> product.role() == ProductRole.PRODUCT
                                && product.hduIndex() == Integer.parseInt(cells[1]))
                        .forEach(product -> compare(product.row(), cells, scores)));
        return scores;
    }

    private static void compare(ObsCoreRow row, String[] cells, Map<ObsCoreColumn, Score> scores) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            String theirs = cells[2 + i];
            ObsCoreColumn column = COLUMNS.get(i);
            if (theirs.isEmpty()) {
                if (row.get(column).isPresent()) {
                    scores.get(column).unjudged().add(cells[0]);
                }
                continue;
            }
            boolean agrees = switch (column) {
                case EM_MIN, EM_MAX -> isNear(row.number(column), theirs, WAVELENGTH);
                case S_FOV -> isNear(row.number(column), theirs, FIELD);
                default -> isSameRegion(row, theirs);
            };
            String line = cells[0] + " HDU " + cells[1] + ": " + row.get(column).value() + " ("
                    + row.get(column).origin().detail() + "), script " + theirs;
            (agrees ? scores.get(column).agreeing() : scores.get(column).differing()).add(line);
        }
    }

    private static boolean isNear(Optional<Double> ours, String theirs, double relative) {
        double value = Double.parseDouble(theirs);
        return ours.filter(number -> Math.abs(number - value) <= relative * Math.abs(value))
                .isPresent();
    }

    private static boolean isSameRegion(ObsCoreRow row, String theirs) {
        String ours = row.text(ObsCoreColumn.S_REGION).orElse("").replace(" ICRS", "");
        if (!ours.startsWith(theirs.substring(0, theirs.indexOf(' ')))) {
            return false;
        }
        double near = Math.max(FIELD * row.number(ObsCoreColumn.S_FOV).orElse(0.0), 2e-8);
        List<UnitVector> vertices = directions(ours);
        return directions(theirs).stream()
                .allMatch(corner -> vertices.stream().anyMatch(vertex -> vertex.separationDeg(corner) <= near));
    }

    /// The pairs of numbers; the radius of a circle has no partner, and is compared by s_fov.
    private static List<UnitVector> directions(String region) {
        String[] words = region.split(" ");
        List<UnitVector> directions = new ArrayList<>();
        for (int i = 1; i + 1 < words.length; i += 2) {
            directions.add(UnitVector.of(Double.parseDouble(words[i]), Double.parseDouble(words[i + 1])));
        }
        return directions;
    }
}
