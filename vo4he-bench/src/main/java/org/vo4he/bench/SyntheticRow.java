// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import static org.vo4he.obscore.ObsCoreColumn.*;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.vo4he.obscore.ObsCoreColumn;

/// An ObsCore row as high-energy archives have them, of nothing that was ever observed.
///
/// @param values those that are not NULL, each of its column's Java type
record SyntheticRow(Map<ObsCoreColumn, Object> values) {

    private static final String[] TYPES = {"event", "spectrum", "image", "timeseries"};
    private static final String[] COLLECTIONS = {"EPIC", "MXT", "ECLAIRS", "GRM"};
    private static final double FIELD_DEG = 0.5;

    /// Row `n` of a catalogue whose positions lie evenly over the sky; the same for the same state of `random`.
    static SyntheticRow of(int n, Random random) {
        double raDeg = 360 * random.nextDouble();
        double decDeg = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
        String instrument = COLLECTIONS[n / 7 % COLLECTIONS.length];
        double startMjd = 55_000 + n * 0.005;
        Map<ObsCoreColumn, Object> values = new EnumMap<>(ObsCoreColumn.class);
        values.put(DATAPRODUCT_TYPE, TYPES[n % TYPES.length]);
        values.put(CALIB_LEVEL, 1 + n % 3);
        values.put(TARGET_NAME, "Source " + n % 50_000);
        values.put(OBS_ID, "obs" + n / 20);
        values.put(OBS_TITLE, "Product " + n);
        values.put(OBS_COLLECTION, instrument);
        values.put(OBS_PUBLISHER_DID, "ivo://vo4he.bench/synthetic?" + n + ".fits");
        values.put(PUBLISHER_ID, "ivo://vo4he.bench");
        values.put(ACCESS_FORMAT, "application/fits");
        values.put(ACCESS_ESTSIZE, 100L + n % 9000);
        values.put(S_RA, raDeg);
        values.put(S_DEC, decDeg);
        values.put(S_FOV, FIELD_DEG);
        values.put(S_REGION, String.format(Locale.ROOT, "CIRCLE ICRS %s %s %s", raDeg, decDeg, FIELD_DEG / 2));
        values.put(S_RESOLUTION, 6.0);
        values.put(T_MIN, startMjd);
        values.put(T_MAX, startMjd + 0.3);
        values.put(T_EXPTIME, 20_000.0 + n % 50_000);
        values.put(T_RESOLUTION, 0.07);
        values.put(EM_MIN, 1.0e-10);
        values.put(EM_MAX, 6.2e-9);
        values.put(EM_RES_POWER, 40.0);
        values.put(EM_UCD, "em.energy");
        values.put(O_UCD, "phot.count");
        values.put(FACILITY_NAME, instrument.equals("EPIC") ? "XMM" : "SVOM");
        values.put(INSTRUMENT_NAME, instrument);
        return new SyntheticRow(values);
    }
}
