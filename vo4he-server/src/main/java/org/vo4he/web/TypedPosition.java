// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.wcs.CelestialFrame;

/// A place as somebody typed it: coordinates, galactic ones if they say so, or the coordinates in the name of an
/// object.
///
/// @param openDeg how far the place may be from `centre`: a name's digits are cut off, not rounded (IAU specifications
///     concerning designations for astronomical radiation sources), so the middle of what they leave open is taken; 0
/// for coordinates
/// @param radiusDeg of a circle that was typed
/// @param remark how the place was understood where that is not what was typed
record TypedPosition(SkyPosition centre, double openDeg, Optional<Double> radiusDeg, Optional<String> remark) {

    private static final String NUMBER = "[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)";

    /// `gal 184.56 -5.78`, `l=184.56 b=-5.78`, `184.56 -5.78 gal`, `G184.56-5.78`.
    private static final Pattern GALACTIC = Pattern.compile(
            "(?:\\S+ +)?(?:(?:galactic|gal|glon|g|l)\\s*[=:]?\\s*(%1$s)\\s*(?:deg|°)?\\s*".formatted(NUMBER)
                    + "(?:[,;\\s]\\s*|(?=[+-]))(?:(?:glat|b)\\s*[=:]?\\s*)?(%1$s)\\s*(?:deg|°)?)".formatted(NUMBER));

    private static final Pattern GALACTIC_AFTER =
            Pattern.compile("(%1$s)\\s*[,;\\s]\\s*(%1$s)\\s*(?:galactic|gal)".formatted(NUMBER));

    /// The J-name of the IAU: hours, minutes, perhaps seconds or a tenth; degrees, perhaps minutes and seconds.
    private static final Pattern NAME =
            Pattern.compile("(?:\\S+\\s+)*\\S*?j(\\d{4,6})(\\.\\d+)?([+-])(\\d{2,6})(\\.\\d+)?[a-z]?");

    private static final Pattern BESSELIAN_NAME =
            Pattern.compile(".*[a-z].*?(?<![\\d.])\\d{4}(?:\\.\\d+)?[+-]\\d{2,4}");

    static final String FORMS = SkyPosition.FORMS + ", a name like RX J1856.5-3754, or gal 184.56 -5.78";

    /// @throws IllegalArgumentException with a sentence for the person who typed it
    static TypedPosition parse(String typed) {
        String text = typed.strip()
                .toLowerCase(Locale.ROOT)
                .replace('\u2212', '-')
                .replace('\u2013', '-')
                .replace('\u2032', '\'')
                .replace('\u2033', '"');
        return galactic(text)
                .or(() -> named(text))
                .or(() -> coordinates(text))
                .orElseThrow(() -> unread(typed.strip(), text));
    }

    private TypedPosition(SkyPosition centre, double openDeg) {
        this(centre, openDeg, Optional.empty(), Optional.empty());
    }

    private static Optional<TypedPosition> coordinates(String text) {
        PositionNotation notation = PositionNotation.of(text);
        if (notation.radiusDeg()
                .filter(radius -> !(radius > 0 && radius <= 180))
                .isPresent()) {
            throw new IllegalArgumentException("the radius of a circle must be above 0 and at most 180 degrees, found "
                    + notation.radiusDeg().get());
        }
        return SkyPosition.read(notation.numbers()).map(read -> {
            if (notation.ofB1950()) {
                SkyPosition precessed =
                        SkyPosition.of(new CelestialFrame.Fk4(1950).toIcrs(read.raDeg(), read.decDeg()));
                return new TypedPosition(
                        precessed, 0, notation.radiusDeg(), Optional.of("precessed from FK4, equinox B1950"));
            }
            return new TypedPosition(
                    read,
                    0,
                    notation.radiusDeg(),
                    Optional.of("a right ascension below 0 has 360° added")
                            .filter(_ -> notation.numbers().startsWith("-")));
        });
    }

    private static IllegalArgumentException unread(String typed, String text) {
        if (BESSELIAN_NAME.matcher(text).matches()) {
            return new IllegalArgumentException("'" + typed
                    + "' has no J: names with coordinates of equinox 1950 are not read; write the name under '"
                    + SearchField.TARGET.label() + "', or coordinates here, like B1950 05:31:31 +21:58:54");
        }
        if (!text.isEmpty() && text.chars().noneMatch(Character::isDigit)) {
            return new IllegalArgumentException("'" + typed + "' is not read as a position; names of objects go under '"
                    + SearchField.TARGET.label() + "', positions look like " + SkyPosition.FORMS);
        }
        return new IllegalArgumentException("'" + typed + "' is not read as a position; write it like " + FORMS);
    }

    private static Optional<TypedPosition> galactic(String text) {
        Matcher before = GALACTIC.matcher(text);
        Matcher after = GALACTIC_AFTER.matcher(text);
        Matcher found = before.matches() ? before : after;
        if (found == after && !after.matches()) {
            return Optional.empty();
        }
        double longitude = Double.parseDouble(found.group(1));
        double latitude = Double.parseDouble(found.group(2));
        if (!(longitude >= -180 && longitude <= 360 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("galactic longitude must be from 0 to 360 and latitude from -90 to 90"
                    + " degrees, found " + longitude + " and " + latitude);
        }
        return Optional.of(new TypedPosition(Galactic.icrs(longitude, latitude), 0));
    }

    private static Optional<TypedPosition> named(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.matches()) {
            return Optional.empty();
        }
        Cut ra = Cut.of("right ascension", name.group(1), name.group(2));
        Cut dec = Cut.of("declination", name.group(4), name.group(5));
        double decDeg = Math.min(90, dec.middle()) * (name.group(3).equals("-") ? -1 : 1);
        SkyPosition centre = new SkyPosition(15 * ra.middle(), decDeg);
        double acrossDeg = 15 * ra.width() / 2 * Math.cos(Math.toRadians(decDeg));
        return Optional.of(new TypedPosition(centre, Math.hypot(acrossDeg, dec.width() / 2)));
    }

    /// A sexagesimal number of which only the first digits are known.
    ///
    /// @param middle of what it may be, in units of its first part
    private record Cut(double middle, double width) {

        /// @param digits two for each part; a single one at the end is a tenth
        static Cut of(String what, String digits, String fraction) {
            int whole = digits.length() / 2;
            String rest = digits.substring(2 * whole) + (fraction == null ? "" : fraction.substring(1));
            double start = 0;
            double unit = 1;
            for (int i = 0; i < whole; i++, unit *= 60) {
                int part = Integer.parseInt(digits.substring(2 * i, 2 * i + 2));
                if (i > 0 && part >= 60) {
                    throw new IllegalArgumentException("minutes and seconds of " + what + " must be below 60");
                }
                start += part / unit;
            }
            double last = unit / 60;
            double width = Math.pow(10, -rest.length()) / last;
            return new Cut(start + (rest.isEmpty() ? 0 : Double.parseDouble("0." + rest)) / last + width / 2, width);
        }
    }
}
