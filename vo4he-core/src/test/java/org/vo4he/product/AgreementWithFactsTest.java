// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.product.FactsTable.Fact;
import org.vo4he.sphere.UnitVector;
import org.vo4he.testkit.SharedData;
import org.vo4he.time.TimeSystem;
import org.vo4he.units.Unit;
import org.vo4he.wcs.CelestialFrame;

/// Rows against the shared table of facts, which astropy read from the same files: one line per ObsCore column
/// with its denominator, the number of products for which the table states a fact that belongs to the column.
///
/// | column | fact | tolerance |
/// |---|---|---|
/// | dataproduct_type | kind, and a third axis makes a cube | equal |
/// | target_name, obs_id, facility_name, instrument_name | OBJECT, OBS_ID, TELESCOP, INSTRUME unless they say
/// "unknown" | equal |
/// | t_min, t_max | nominal MJD, brought from TIMESYS (TT if absent) to UTC | 1 ms |
/// | t_exptime | EXPOSURE above 0 | 1e-6 relative |
/// | s_ra, s_dec | RA_PNT of events, RA_OBJ of spectra and light curves unless 0, 0; ICRS centre of images, unset for
/// those left
/// at 0, 0 |
/// 0.5 arcsec |
/// | s_region | centres of the corner pixels, brought from galactic to ICRS | one pixel's diagonal |
/// | s_xel1, s_xel2 | lengths of the axes | equal |
/// | t_xel | rows of a light curve | equal |
/// | em_min, em_max | range of ENERGY, where our value is from that column | 1e-6 relative |
/// | o_ucd | a sum of COUNTS or of RATE exists | equal |
class AgreementWithFactsTest {

    /// Images whose reference nobody set: CRVAL is 0, 0 and no card supports it, so that they must have no place,
    /// whatever the table computes from it.
    private static final Set<String> LEFT_AT_ZERO = Set.of(
            "gammalib/test/data/test_map_region.fits.gz",
            "xmm-superres-denoise/sim/20ks/agn/1x/agn_abs_1.0_16370987556803030_p0_0.5ev_p1_2.0ev_mult_1_20ks_p_4-4.fits.gz");

    private static final double ARCSEC = 1 / 3600.0;
    private static final double MILLISECOND = 1e-3 / 86400;

    private static final Map<ObsCoreColumn, Score> SCORES = new EnumMap<>(ObsCoreColumn.class);

    private record Score(int agreed, List<String> disagreements) {
        int of() {
            return agreed + disagreements.size();
        }
    }

    @BeforeAll
    static void compare() {
        ProductDescriber describer = new ProductDescriber(Rules.none());
        Map<String, FileDescription> described = new HashMap<>();
        for (Fact fact : FactsTable.read()) {
            Path file = SharedData.data(fact.file());
            described
                    .computeIfAbsent(fact.file(), _ -> describer.describe(file, Siblings.sameFolder()))
                    .products()
                    .stream()
                    .filter(product -> product.role() == ProductRole.PRODUCT && product.hduIndex() == fact.hdu())
                    .forEach(product -> new Comparison(fact, product).run());
        }
        StringBuilder table = new StringBuilder("agreement with FACTS.tsv\n");
        SCORES.forEach((column, score) -> table.append(
                String.format(Locale.ROOT, "%-18s %4d of %4d%n", column.columnName(), score.agreed(), score.of())));
        SCORES.forEach((column, score) -> score.disagreements()
                .forEach(line -> table.append("  ")
                        .append(column.columnName())
                        .append(": ")
                        .append(line)
                        .append('\n')));
        System.out.println(table);
    }

    @Test
    void everythingThatTheTableStatesIsFound() {
        SCORES.forEach((column, score) ->
                assertThat(score.disagreements()).as(column.columnName()).isEmpty());
    }

    @Test
    void theDenominatorsAreThoseOfAHundredProducts() {
        Map<ObsCoreColumn, Integer> least = new EnumMap<>(ObsCoreColumn.class);
        least.put(ObsCoreColumn.DATAPRODUCT_TYPE, 150);
        least.put(ObsCoreColumn.TARGET_NAME, 70);
        least.put(ObsCoreColumn.OBS_ID, 85);
        least.put(ObsCoreColumn.FACILITY_NAME, 100);
        least.put(ObsCoreColumn.INSTRUMENT_NAME, 80);
        least.put(ObsCoreColumn.T_MIN, 50);
        least.put(ObsCoreColumn.T_MAX, 50);
        least.put(ObsCoreColumn.T_EXPTIME, 75);
        least.put(ObsCoreColumn.T_XEL, 5);
        least.put(ObsCoreColumn.S_RA, 80);
        least.put(ObsCoreColumn.S_DEC, 80);
        least.put(ObsCoreColumn.S_REGION, 50);
        least.put(ObsCoreColumn.S_XEL1, 65);
        least.put(ObsCoreColumn.S_XEL2, 65);
        least.put(ObsCoreColumn.EM_MIN, 4);
        least.put(ObsCoreColumn.EM_MAX, 4);
        least.put(ObsCoreColumn.O_UCD, 58);

        assertThat(SCORES.keySet()).isEqualTo(least.keySet());
        least.forEach((column, number) ->
                assertThat(SCORES.get(column).of()).as(column.columnName()).isGreaterThanOrEqualTo(number));
    }

    /// One product beside the facts of its HDU.
    private record Comparison(Fact fact, Product product) {

        void run() {
            String kind = fact.text("kind").orElseThrow();
            boolean image = kind.equals("image");
            equal(ObsCoreColumn.DATAPRODUCT_TYPE, Optional.of(type(kind)));
            equal(ObsCoreColumn.TARGET_NAME, stated("OBJECT"));
            equal(ObsCoreColumn.OBS_ID, stated("OBS_ID"));
            equal(ObsCoreColumn.FACILITY_NAME, stated("TELESCOP"));
            equal(ObsCoreColumn.INSTRUMENT_NAME, stated("INSTRUME"));
            near(ObsCoreColumn.T_MIN, utc("t_min_mjd_nominal"), MILLISECOND);
            near(ObsCoreColumn.T_MAX, utc("t_max_mjd_nominal"), MILLISECOND);
            fact.number("EXPOSURE")
                    .filter(exposure -> exposure > 0)
                    .ifPresent(exposure -> near(ObsCoreColumn.T_EXPTIME, Optional.of(exposure), exposure * 1e-6));
            if (image) {
                pixels();
            }
            if (LEFT_AT_ZERO.contains(fact.file())) {
                nowhere(ObsCoreColumn.S_RA);
                nowhere(ObsCoreColumn.S_DEC);
                nowhere(ObsCoreColumn.S_REGION);
            } else {
                position(kind);
                if (image) {
                    footprint();
                }
            }
            if (kind.equals("lightcurve")) {
                equal(ObsCoreColumn.T_XEL, fact.text("rows").map(Long::valueOf));
            }
            energies();
            fact.text("sum_COUNTS").ifPresent(_ -> equal(ObsCoreColumn.O_UCD, Optional.of("phot.count")));
            fact.text("sum_RATE").ifPresent(_ -> equal(ObsCoreColumn.O_UCD, Optional.of("phot.count;arith.rate")));
        }

        private String type(String kind) {
            boolean third = fact.text("rows").orElse("").split("x").length > 2;
            return switch (kind) {
                case "events" -> "event";
                case "spectrum" -> "spectrum";
                case "lightcurve" -> "timeseries";
                case "image" -> third ? "cube" : "image";
                default -> throw new IllegalArgumentException("FACTS.tsv has a new kind: " + kind);
            };
        }

        private Optional<String> stated(String column) {
            return fact.text(column).filter(HeaderChain::saysSomething);
        }

        private Optional<Double> utc(String column) {
            TimeSystem system = fact.text("TIMESYS").flatMap(TimeSystem::named).orElse(TimeSystem.TT);
            return fact.number(column).flatMap(mjd -> system.toMjdUtc(mjd, 0));
        }

        private void position(String kind) {
            Optional<double[]> expected = switch (kind) {
                case "image" -> fact.text("centre_icrs").map(text -> pair(text.split(",")));
                case "events" -> cards("RA_PNT", "DEC_PNT");
                default -> cards("RA_OBJ", "DEC_OBJ");
            };
            expected.ifPresent(at -> {
                Optional<Double> ra = product.row().number(ObsCoreColumn.S_RA);
                Optional<Double> dec = product.row().number(ObsCoreColumn.S_DEC);
                boolean near = ra.isPresent()
                        && dec.isPresent()
                        && UnitVector.of(ra.get(), dec.get()).separationDeg(UnitVector.of(at[0], at[1])) < 0.5 * ARCSEC;
                score(ObsCoreColumn.S_RA, near, at[0] + ", " + at[1], ra + ", " + dec);
                score(ObsCoreColumn.S_DEC, near, at[0] + ", " + at[1], ra + ", " + dec);
            });
        }

        private void nowhere(ObsCoreColumn column) {
            Object ours = product.row().get(column).value();
            score(column, ours == null, "unset", String.valueOf(ours));
        }

        private Optional<double[]> cards(String ra, String dec) {
            return fact.number(ra)
                    .flatMap(lon -> fact.number(dec).map(lat -> new double[] {lon, lat}))
                    .filter(at -> at[0] != 0 || at[1] != 0);
        }

        private static double[] pair(String[] parts) {
            return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
        }

        private void pixels() {
            String[] lengths = fact.text("rows").orElseThrow().split("x");
            equal(ObsCoreColumn.S_XEL1, Optional.of(Long.valueOf(lengths[0])));
            equal(ObsCoreColumn.S_XEL2, Optional.of(Long.valueOf(lengths[1])));
        }

        /// Each corner of the table, a pixel's centre, has a vertex of ours within the diagonal of a pixel.
        private void footprint() {
            Optional<String> corners = fact.text("footprint");
            Optional<Double> scale = product.row().number(ObsCoreColumn.S_PIXEL_SCALE);
            if (corners.isEmpty() || scale.isEmpty()) {
                return;
            }
            String ours = product.row().text(ObsCoreColumn.S_REGION).orElse("");
            String[] numbers = ours.replace("POLYGON ICRS ", "").split(" ");
            List<UnitVector> vertices = new ArrayList<>();
            for (int i = 0; i + 1 < numbers.length; i += 2) {
                vertices.add(UnitVector.of(Double.parseDouble(numbers[i]), Double.parseDouble(numbers[i + 1])));
            }
            double tolerance = scale.get() * ARCSEC * 1.5 + 0.1 * ARCSEC;
            boolean near = true;
            for (String corner : corners.get().split(" ")) {
                double[] at = pair(corner.split(","));
                UnitVector direction = inIcrs(at);
                near &= vertices.stream().anyMatch(vertex -> vertex.separationDeg(direction) < tolerance);
            }
            score(ObsCoreColumn.S_REGION, near, corners.get(), ours);
        }

        /// The table's footprint is in the frame of the file; its galactic ones are told by CTYPE.
        private UnitVector inIcrs(double[] at) {
            boolean galactic =
                    fact.text("ctype").filter(type -> type.startsWith("GLON")).isPresent();
            return galactic ? new CelestialFrame.Galactic().toIcrs(at[0], at[1]) : UnitVector.of(at[0], at[1]);
        }

        private void energies() {
            Optional<Unit> unit = product.row().text(ObsCoreColumn.EM_UNIT).flatMap(Unit::parse);
            boolean fromColumn =
                    product.row().get(ObsCoreColumn.EM_MIN).origin() instanceof Origin.Column(String _, String column)
                            && column.equalsIgnoreCase("ENERGY");
            if (!fromColumn || unit.isEmpty() || fact.text("ENERGY").isEmpty()) {
                return;
            }
            String[] range = fact.text("ENERGY").get().split("\\.\\.");
            double longest = metres(Double.parseDouble(range[0]), unit.get());
            double shortest = metres(Double.parseDouble(range[1]), unit.get());
            near(ObsCoreColumn.EM_MIN, Optional.of(shortest), shortest * 1e-6);
            near(ObsCoreColumn.EM_MAX, Optional.of(longest), longest * 1e-6);
        }

        private static double metres(double energy, Unit unit) {
            return 1.239841984332e-6 / unit.convert(energy, Unit.EV);
        }

        private void equal(ObsCoreColumn column, Optional<?> expected) {
            Object ours = product.row().get(column).value();
            expected.ifPresent(value -> score(column, value.equals(ours), String.valueOf(value), String.valueOf(ours)));
        }

        private void near(ObsCoreColumn column, Optional<Double> expected, double tolerance) {
            Optional<Double> ours = product.row().number(column);
            expected.ifPresent(value -> score(
                    column,
                    ours.filter(number -> Math.abs(number - value) <= tolerance).isPresent(),
                    String.valueOf(value),
                    String.valueOf(ours)));
        }

        private void score(ObsCoreColumn column, boolean agrees, String theirs, String ours) {
            SCORES.merge(
                    column,
                    new Score(
                            agrees ? 1 : 0,
                            agrees
                                    ? List.of()
                                    : List.of(fact.file() + " HDU " + fact.hdu() + ": " + ours + ", fact " + theirs)),
                    (one, other) -> {
                        List<String> all = new ArrayList<>(one.disagreements());
                        all.addAll(other.disagreements());
                        return new Score(one.agreed() + other.agreed(), all);
                    });
        }
    }
}
