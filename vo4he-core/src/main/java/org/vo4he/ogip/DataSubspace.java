// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.FitsHeader;
import org.vo4he.units.Unit;

/// The selections that made a file, in the cards DSTYPn, DSUNIn and DSVALn (data subspace convention of the
/// CXC, used by Chandra, XMM-Newton and Fermi).
public final class DataSubspace {

    private static final int MOST_SELECTIONS = 99;
    private static final String NUMBER = "\\s*([-+]?[0-9.]+(?:[EeDd][-+]?\\d+)?)\\s*";
    private static final Pattern RANGE = Pattern.compile(NUMBER + ":" + NUMBER);
    private static final Pattern CIRCLE =
            Pattern.compile("CIRCLE\\(" + NUMBER + "," + NUMBER + "," + NUMBER + "\\)", Pattern.CASE_INSENSITIVE);

    private DataSubspace() {}

    /// A selection and the card that states it.
    public record Selected<T>(String keyword, T value) {}

    /// A circle in the frame of the header.
    public record Circle(double lonDeg, double latDeg, double radiusDeg) {}

    /// The energies selected; only with a unit of energy, and for a single range.
    public static Optional<Selected<EnergyBand>> energies(FitsHeader header) {
        for (int n = 1; n <= MOST_SELECTIONS; n++) {
            Optional<String> type = type(header, n);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            Optional<Unit> unit = header.text("DSUNI" + n).flatMap(text -> Unit.parse(text, Unit.Dimension.ENERGY));
            Matcher range = RANGE.matcher(header.text("DSVAL" + n).orElse(""));
            if (unit.isPresent() && range.matches()) {
                Optional<EnergyBand> band =
                        EnergyBand.between(number(range.group(1)), number(range.group(2)), unit.get());
                if (band.isPresent()) {
                    return Optional.of(new Selected<>("DSVAL" + n, band.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// The numbers selected of a column, for a single range with both ends.
    public static Optional<Selected<double[]>> range(FitsHeader header, String column) {
        for (int n = 1; n <= MOST_SELECTIONS; n++) {
            Optional<String> type = type(header, n);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            Matcher range = RANGE.matcher(header.text("DSVAL" + n).orElse(""));
            if (type.get().strip().equalsIgnoreCase(column) && range.matches()) {
                return Optional.of(
                        new Selected<>("DSVAL" + n, new double[] {number(range.group(1)), number(range.group(2))}));
            }
        }
        return Optional.empty();
    }

    /// The circle on the sky selected, from `POS(RA,DEC)` and `CIRCLE(83.6,22.0,15)`.
    public static Optional<Selected<Circle>> circle(FitsHeader header) {
        for (int n = 1; n <= MOST_SELECTIONS; n++) {
            Optional<String> type = type(header, n);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            Matcher circle = CIRCLE.matcher(header.text("DSVAL" + n).orElse("").strip());
            boolean sky = type.get().replace(" ", "").equals("POS(RA,DEC)");
            if (sky && circle.matches()) {
                return Optional.of(new Selected<>(
                        "DSVAL" + n,
                        new Circle(number(circle.group(1)), number(circle.group(2)), number(circle.group(3)))));
            }
        }
        return Optional.empty();
    }

    /// A selection of Fermi by the class or the type of events, as in `BIT_MASK(EVENT_TYPE,3,P8R3)`: by its name
    /// alone where it is a mask, else with the values selected.
    ///
    /// @param column EVENT_TYPE or EVENT_CLASS
    public static Optional<Selected<String>> events(FitsHeader header, String column) {
        for (int n = 1; n <= MOST_SELECTIONS; n++) {
            Optional<String> type = type(header, n);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            String bare = type.get().replace(" ", "");
            if (bare.startsWith("BIT_MASK(" + column + ",")) {
                return Optional.of(new Selected<>("DSTYP" + n, bare));
            }
            Optional<String> values = header.text("DSVAL" + n);
            if (bare.equals(column) && values.isPresent()) {
                return Optional.of(
                        new Selected<>("DSVAL" + n, column + " " + values.get().strip()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> type(FitsHeader header, int n) {
        return header.text("DSTYP" + n).map(text -> text.toUpperCase(Locale.ROOT));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace('D', 'E').replace('d', 'e'));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
