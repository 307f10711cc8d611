// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The CTYPE of a celestial axis, such as `RA---TAN-SIP` (FITS WCS paper II, section 2.2).
///
/// @param projection three letters, upper case
/// @param distortion three letters, upper case (paper IV, section 2.4)
record Ctype(Family family, boolean isLongitude, String projection, Optional<String> distortion) {

    private static final Pattern FORM = Pattern.compile("(RA|DEC|[GES]L(?:ON|AT))-+([A-Z]{3})(?:-([A-Z]{3}))?");

    /// The frames that paper II names by a prefix of CTYPE.
    enum Family {
        EQUATORIAL,
        GALACTIC,
        ECLIPTIC,
        SUPERGALACTIC
    }

    /// @return empty for anything but a celestial axis with a projection
    static Optional<Ctype> parse(String ctype) {
        Matcher form = FORM.matcher(ctype.strip().toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        String axis = form.group(1);
        Family family = switch (axis.charAt(0)) {
            case 'G' -> Family.GALACTIC;
            case 'E' -> Family.ECLIPTIC;
            case 'S' -> Family.SUPERGALACTIC;
            default -> Family.EQUATORIAL;
        };
        return Optional.of(new Ctype(
                family, axis.equals("RA") || axis.endsWith("LON"), form.group(2), Optional.ofNullable(form.group(3))));
    }

    boolean isPartnerOf(Ctype other) {
        return family == other.family && isLongitude != other.isLongitude && projection.equals(other.projection);
    }
}
