// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.util.Map;
import java.util.Optional;

/// What the number of a column can be: outside of it, the number is of another thing or in another unit.
///
/// @param least allowed
/// @param most allowed
/// @param words for sentences: `a declination from -90 to 90 degrees`
public record ValueRange(double least, double most, String words) {

    private static final ValueRange POSITIVE = new ValueRange(Double.MIN_VALUE, Double.MAX_VALUE, "a number above 0");

    /// UTC began in 1960; what claims to be after 2050 counts seconds, or from another zero.
    private static final ValueRange DATE = new ValueRange(36934, 69807, "an MJD in days of the years 1960 to 2050");

    private static final ValueRange WAVELENGTH =
            new ValueRange(Double.MIN_VALUE, 1e5, "a wavelength in metres, above 0 and up to 1e5");

    /// Narrower than `columns.tsv`: what the standard allows and a file of the sky can't mean.
    private static final Map<ObsCoreColumn, ValueRange> NARROWER = Map.of(
            ObsCoreColumn.S_FOV, new ValueRange(Double.MIN_VALUE, 360, "a diameter in degrees up to 360"),
            ObsCoreColumn.S_PIXEL_SCALE, POSITIVE,
            ObsCoreColumn.T_MIN, DATE,
            ObsCoreColumn.T_MAX, DATE,
            ObsCoreColumn.EM_MIN, WAVELENGTH,
            ObsCoreColumn.EM_MAX, WAVELENGTH,
            ObsCoreColumn.EM_RES_POWER, POSITIVE,
            ObsCoreColumn.EM_RES_POWER_MIN, POSITIVE,
            ObsCoreColumn.EM_RES_POWER_MAX, POSITIVE);

    private static final Map<ObsCoreColumn, String> NOUNS = Map.of(
            ObsCoreColumn.CALIB_LEVEL, "a level",
            ObsCoreColumn.S_RA, "a right ascension in degrees",
            ObsCoreColumn.S_DEC, "a declination in degrees");

    /// Empty for text, and for numbers that can be any.
    public static Optional<ValueRange> of(ObsCoreColumn column) {
        return Optional.ofNullable(NARROWER.get(column)).or(() -> ofTheStandard(column));
    }

    private static Optional<ValueRange> ofTheStandard(ObsCoreColumn column) {
        double least = column.least();
        double most = column.most();
        if (least == -Double.MAX_VALUE && most == Double.MAX_VALUE) {
            return Optional.empty();
        }
        String words = most < Double.MAX_VALUE
                ? NOUNS.getOrDefault(column, "a number") + " from " + (long) least + " to " + (long) most
                : least == 0
                        ? "a number that is not negative"
                        : "a number of elements, or -1 for none to count (ObsCore 1.1, section 4)";
        return Optional.of(new ValueRange(least, most, words));
    }

    public boolean holds(Number number) {
        return number.doubleValue() >= least && number.doubleValue() <= most;
    }

    /// What a value of the column should be instead; empty when it is fine.
    public static Optional<String> violated(ObsCoreColumn column, Object value) {
        return value instanceof Number number
                ? of(column).filter(range -> !range.holds(number)).map(ValueRange::words)
                : Optional.empty();
    }
}
