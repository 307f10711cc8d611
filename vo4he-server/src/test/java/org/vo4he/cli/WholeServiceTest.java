// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.SharedData;

/// The whole way, from files to answers over HTTP; the judge of cones is the great-circle distance worked out here,
/// one pair at a time.
class WholeServiceTest {

    @TempDir
    Path folder;

    @TempDir
    Path state;

    private static String csv(String base, String adql) throws IOException, InterruptedException {
        return Http.get(base + "/tap/sync?LANG=ADQL&FORMAT=csv&MAXREC=100000&QUERY="
                        + URLEncoder.encode(adql, StandardCharsets.UTF_8))
                .body();
    }

    @Test
    void annotatedProductsAnswerFromTheirTagsOnAFreshServer() throws Exception {
        Path events = SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits");
        CommandRun annotate = CommandRun.of(
                "annotate",
                events,
                "--set",
                "target_name=Cigar Galaxy",
                "--set",
                "t_exptime=12345.5",
                "--set",
                "obs_title=M 82, seen again",
                "--out",
                folder);
        assertThat(annotate.exitCode()).as(annotate.err()).isZero();

        try (Vo4heProcess server = Vo4heProcess.serve(folder, state)) {
            String base = server.ready();

            assertThat(csv(base, "SELECT target_name, t_exptime, obs_title, obs_id, instrument_name FROM ivoa.obscore"))
                    .isEqualToNormalizingNewlines("""
                            target_name,t_exptime,obs_title,obs_id,instrument_name
                            Cigar Galaxy,12345.5,"M 82, seen again",10027,ACIS
                            """);
            String page = Http.get(base + productPage(base)).body();
            assertThat(page).contains("TARG_NM").contains("T_EXPT");
        }
    }

    private static String productPage(String base) throws IOException, InterruptedException {
        String results = Http.get(base + "/search").body();
        int at = results.indexOf("/products/");
        return results.substring(at, results.indexOf('"', at));
    }

    private record Pointing(String id, double raDeg, double decDeg) {

        Pointing shifted(double degrees) {
            return new Pointing(id, (raDeg + degrees) % 360, decDeg);
        }

        double distanceDeg(double otherRaDeg, double otherDecDeg) {
            double a = Math.toRadians(decDeg);
            double b = Math.toRadians(otherDecDeg);
            double h = Math.pow(Math.sin((a - b) / 2), 2)
                    + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(Math.toRadians(raDeg - otherRaDeg) / 2), 2);
            return Math.toDegrees(2 * Math.asin(Math.min(1, Math.sqrt(h))));
        }

        void write(Path folder) throws IOException {
            FitsBuilder fits = Samples.eventList();
            fits.primary().card("OBSERVER", "nobody");
            byte[] bytes = fits.bytes();
            replace(bytes, "RA_PNT  ", raDeg);
            replace(bytes, "DEC_PNT ", decDeg);
            replace(bytes, "OBS_ID  ", "'" + id + "'");
            Files.write(folder.resolve(id + ".fits"), bytes);
        }

        private static void replace(byte[] bytes, String keyword, Object value) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            String card = value instanceof Double number
                    ? String.format(Locale.ROOT, "%-8s= %20.12f", keyword.strip(), number)
                    : String.format(Locale.ROOT, "%-8s= %-20s", keyword.strip(), value);
            int at = text.indexOf(keyword + "= ");
            byte[] padded = String.format(Locale.ROOT, "%-80s", card).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(padded, 0, bytes, at, padded.length);
        }
    }

    /// Around the meridian where right ascension starts again, and at both poles.
    private static List<Pointing> pointings() {
        Random random = new Random(20261122);
        return IntStream.range(0, 120)
                .mapToObj(i -> new Pointing(
                        String.format(Locale.ROOT, "P%03d", i),
                        switch (i % 4) {
                            case 0 -> random.nextDouble() * 2;
                            case 1 -> 358 + random.nextDouble() * 2;
                            default -> random.nextDouble() * 360;
                        },
                        switch (i % 6) {
                            case 2 -> 90 - random.nextDouble() * 3;
                            case 3 -> -90 + random.nextDouble() * 3;
                            case 4 -> i == 4 ? 90 : -90;
                            default -> random.nextDouble() * 20 - 10;
                        }))
                .toList();
    }

    @Test
    void conesEqualBruteForceAcrossTheMeridianAndAtThePolesAlsoAfterAShiftBy359Degrees() throws Exception {
        Path shiftedFolder = Files.createDirectory(folder.resolve("shifted"));
        Path plainFolder = Files.createDirectory(folder.resolve("plain"));
        for (Pointing pointing : pointings()) {
            pointing.write(plainFolder);
            pointing.shifted(359).write(shiftedFolder);
        }
        compareCones(plainFolder, state.resolve("plain"), 0);
        compareCones(shiftedFolder, state.resolve("shifted"), 359);
    }

    private static void compareCones(Path files, Path state, double shiftDeg) throws IOException, InterruptedException {
        try (Vo4heProcess server = Vo4heProcess.serve(files, state)) {
            String base = server.ready();
            double[][] cones = {
                {0, 0, 1.5},
                {359.9, 2, 5},
                {0.1, -3, 0.5},
                {180, 90, 2},
                {17, 89, 3},
                {90, -90, 1},
                {300, -88.5, 2.5},
                {120, 0, 89.7},
                {0, 0, 170},
                {45, 5, 30},
            };
            for (double[] cone : cones) {
                double ra = (cone[0] + shiftDeg) % 360;
                Set<String> expected = pointings().stream()
                        .map(pointing -> pointing.shifted(shiftDeg))
                        .filter(pointing -> pointing.distanceDeg(ra, cone[1]) <= cone[2])
                        .map(Pointing::id)
                        .collect(Collectors.toCollection(TreeSet::new));
                String adql = String.format(
                        Locale.ROOT,
                        "SELECT obs_id FROM ivoa.obscore WHERE 1 = CONTAINS(POINT(s_ra, s_dec), CIRCLE(%s, %s, %s))",
                        ra,
                        cone[1],
                        cone[2]);
                Set<String> found = Arrays.stream(csv(base, adql).split("\r?\n"))
                        .skip(1)
                        .collect(Collectors.toCollection(TreeSet::new));

                assertThat(found).as("cone %s", Arrays.toString(cone)).isEqualTo(expected);
            }
        }
    }
}
