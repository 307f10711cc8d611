// SPDX-License-Identifier: Apache-2.0
package org.vo4he.scs;

import java.util.regex.Pattern;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;

/// Where is searched: ICRS, all in degrees.
///
/// @param raDeg 0 to 360
/// @param decDeg -90 to 90
/// @param radiusDeg 0 to 180; 0 asks for the columns only
record Cone(double raDeg, double decDeg, double radiusDeg) {

    /// What Java reads besides (`1d`, `0x1p3`, `NaN`) is no decimal degree.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /// @throws ServiceException.Usage naming the parameter and its value
    static Cone of(Parameters parameters) {
        return new Cone(
                degrees(parameters, "RA", "right ascension", 0, 360),
                degrees(parameters, "DEC", "declination", -90, 90),
                degrees(parameters, "SR", "search radius", 0, 180));
    }

    private static double degrees(Parameters parameters, String name, String meaning, int least, int most) {
        String given = parameters
                .one(name)
                .orElseThrow(() -> new ServiceException.Usage(
                        "parameter %s is missing: the %s in decimal degrees, ICRS".formatted(name, meaning)));
        String text = given.strip();
        double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (value >= least && value <= most) {
            return value;
        }
        throw new ServiceException.Usage("parameter " + name + " must be the " + meaning + " in decimal degrees, "
                + least + " to " + most + ", found " + Parameters.quoted(given));
    }

    boolean asksForColumnsOnly() {
        return radiusDeg == 0;
    }
}
