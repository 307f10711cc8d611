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
    private static final ValueRange NOT_NEGATIVE = new ValueRange(0, Double.MAX_VALUE, "a number that is not negative");
    private static final ValueRange LENGTH = new ValueRange(
            -1, Double.MAX_VALUE, "a number of elements, or -1 for none to count (ObsCore 1.1, section 4)");

    /// UTC began in 1960; what claims to be after 2050 counts seconds, or from another zero.
    private static final ValueRange DATE = new ValueRange(36934, 69807, "an MJD in days of the years 1960 to 2050");

    private static final Map<ObsCoreColumn, ValueRange> RANGES = Map.ofEntries(
            Map.entry(ObsCoreColumn.CALIB_LEVEL, new ValueRange(0, 4, "a level from 0 to 4")),
            Map.entry(ObsCoreColumn.S_RA, new ValueRange(0, 360, "a right ascension in degrees from 0 to 360")),
            Map.entry(ObsCoreColumn.S_DEC, new ValueRange(-90, 90, "a declination in degrees from -90 to 90")),
            Map.entry(ObsCoreColumn.S_FOV, new ValueRange(Double.MIN_VALUE, 360, "a diameter in degrees up to 360")),
            Map.entry(ObsCoreColumn.S_RESOLUTION, NOT_NEGATIVE),
            Map.entry(ObsCoreColumn.S_RESOLUTION_MIN, NOT_NEGATIVE),
            Map.entry(ObsCoreColumn.S_RESOLUTION_MAX, NOT_NEGATIVE),
            Map.entry(ObsCoreColumn.S_PIXEL_SCALE, POSITIVE),
            Map.entry(ObsCoreColumn.S_STAT_ERROR, NOT_NEGATIVE),
            Map.entry(ObsCoreColumn.T_MIN, DATE),
            Map.entry(ObsCoreColumn.T_MAX, DATE),
            Map.entry(ObsCoreColumn.T_EXPTIME, NOT_NEGATIVE),
            Map.entry(ObsCoreColumn.T_RESOLUTION, NOT_NEGATIVE),
            Map.entry(ObsCoreColumn.T_STAT_ERROR, NOT_NEGATIVE),
            Map.entry(
                    ObsCoreColumn.EM_MIN,
                    new ValueRange(Double.MIN_VALUE, 1e5, "a wavelength in metres, above 0 and up to 1e5")),
            Map.entry(
                    ObsCoreColumn.EM_MAX,
                    new ValueRange(Double.MIN_VALUE, 1e5, "a wavelength in metres, above 0 and up to 1e5")),
            Map.entry(ObsCoreColumn.EM_RES_POWER, POSITIVE),
            Map.entry(ObsCoreColumn.EM_RES_POWER_MIN, POSITIVE),
            Map.entry(ObsCoreColumn.EM_RES_POWER_MAX, POSITIVE),
            Map.entry(ObsCoreColumn.EM_RESOLUTION, NOT_NEGATIVE),
            Map.entry(ObsCoreColumn.EM_STAT_ERROR, NOT_NEGATIVE),
            Map.entry(ObsCoreColumn.S_XEL1, LENGTH),
            Map.entry(ObsCoreColumn.S_XEL2, LENGTH),
            Map.entry(ObsCoreColumn.T_XEL, LENGTH),
            Map.entry(ObsCoreColumn.EM_XEL, LENGTH),
            Map.entry(ObsCoreColumn.POL_XEL, LENGTH),
            Map.entry(ObsCoreColumn.ACCESS_ESTSIZE, NOT_NEGATIVE));

    /// Empty for text, and for numbers that can be any.
    public static Optional<ValueRange> of(ObsCoreColumn column) {
        return Optional.ofNullable(RANGES.get(column));
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
