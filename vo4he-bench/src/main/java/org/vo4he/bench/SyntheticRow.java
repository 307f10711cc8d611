// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import static org.vo4he.obscore.ObsCoreColumn.*;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.sphere.UnitVector;

/// Row `number` of a synthetic catalogue whose positions lie evenly over the sky: as high-energy archives have them, of
/// nothing that was ever observed. The same number gives the same row.
record SyntheticRow(int number, double raDeg, double decDeg) {

    private static final String[] TYPES = {"event", "spectrum", "image", "timeseries"};
    private static final String[] COLLECTIONS = {"EPIC", "MXT", "ECLAIRS", "GRM"};
    private static final double FIELD_DEG = 0.5;

    static SyntheticRow of(int number) {
        SplittableRandom random = new SplittableRandom(number);
        double raDeg = 360 * random.nextDouble();
        double decDeg = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
        return new SyntheticRow(number, raDeg, decDeg);
    }

    UnitVector direction() {
        return UnitVector.of(raDeg, decDeg);
    }

    /// Those that are not NULL, each of its column's Java type.
    Map<ObsCoreColumn, Object> values() {
        String instrument = COLLECTIONS[number / 7 % COLLECTIONS.length];
        double startMjd = 55_000 + number * 0.005;
        Map<ObsCoreColumn, Object> values = new EnumMap<>(ObsCoreColumn.class);
        values.put(DATAPRODUCT_TYPE, TYPES[number % TYPES.length]);
        values.put(CALIB_LEVEL, 1 + number % 3);
        values.put(TARGET_NAME, "Source " + number % 50_000);
        values.put(OBS_ID, "obs" + number / 20);
        values.put(OBS_TITLE, "Product " + number);
        values.put(OBS_COLLECTION, instrument);
        values.put(OBS_PUBLISHER_DID, "ivo://vo4he.bench/synthetic?" + number + ".fits");
        values.put(PUBLISHER_ID, "ivo://vo4he.bench");
        values.put(ACCESS_FORMAT, "application/fits");
        values.put(ACCESS_ESTSIZE, 100L + number % 9000);
        values.put(S_RA, raDeg);
        values.put(S_DEC, decDeg);
        values.put(S_FOV, FIELD_DEG);
        values.put(S_REGION, String.format(Locale.ROOT, "CIRCLE ICRS %s %s %s", raDeg, decDeg, FIELD_DEG / 2));
        values.put(S_RESOLUTION, 6.0);
        values.put(T_MIN, startMjd);
        values.put(T_MAX, startMjd + 0.3);
        values.put(T_EXPTIME, 20_000.0 + number % 50_000);
        values.put(T_RESOLUTION, 0.07);
        values.put(EM_MIN, 1.0e-10);
        values.put(EM_MAX, 6.2e-9);
        values.put(EM_RES_POWER, 40.0);
        values.put(EM_UCD, "em.energy");
        values.put(O_UCD, "phot.count");
        values.put(FACILITY_NAME, instrument.equals("EPIC") ? "XMM" : "SVOM");
        values.put(INSTRUMENT_NAME, instrument);
        return values;
    }
}
