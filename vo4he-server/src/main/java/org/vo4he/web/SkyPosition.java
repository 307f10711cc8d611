// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.sphere.UnitVector;

/// A direction on the sky, ICRS, as people write and read it.
record SkyPosition(double raDeg, double decDeg) {

    static final String FORMS =
            "83.633 22.014 (degrees), 05:34:31.9 +22:00:52, 05 34 31.9 +22 00 52" + " or 05h34m31.9s +22d00m52s";

    private static final String NUMBER = "\\d+(?:\\.\\d*)?|\\.\\d+";
    private static final Pattern DEGREES = Pattern.compile(
            "([+-]?(?:%s))\\s*(?:deg|d|°)?\\s*[,;\\s]\\s*([+-]?(?:%s))\\s*(?:deg|d|°)?".formatted(NUMBER, NUMBER));
    private static final Pattern SEXAGESIMAL = Pattern.compile("""
            (\\d{1,2})\\s*[:h\\s]\\s*(\\d{1,2}(?:\\.\\d+)?)(?:\\s*[:m\\s]\\s*(%1$s)\\s*s?)?m?\
            (?:\\s*[,;\\s]\\s*|(?=[+-]))\
            ([+-]?)\\s*(\\d{1,2})\\s*[:d°\\s]\\s*(\\d{1,2}(?:\\.\\d+)?)(?:\\s*[:m'\\s]\\s*(%1$s)\\s*(?:s|"|'')?)?[m']?""".formatted(NUMBER));

    /// `053432+220052`, as catalogues name files.
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{2})(\\d{2})(\\d{2}(?:\\.\\d*)?)\\s*([+-])\\s*(\\d{2})(\\d{2})(\\d{2}(?:\\.\\d*)?)");

    /// `5.5756h 22.01`; what might be hours and minutes without a declination is not read: `5h 34`.
    private static final Pattern HOURS = Pattern.compile(
            "(\\d{1,2}\\.\\d*|\\d{1,2}(?=\\s*h\\s*[,;+-]))\\s*h\\s*[,;]?\\s*([+-]?(?:%s))\\s*(?:deg|d|°)?"
                    .formatted(NUMBER));

    SkyPosition {
        if (!(raDeg >= 0 && raDeg < 360)) {
            throw new IllegalArgumentException("right ascension must be from 0 to 360 degrees, found " + raDeg);
        }
        if (!(decDeg >= -90 && decDeg <= 90)) {
            throw new IllegalArgumentException("declination must be from -90 to 90 degrees, found " + decDeg);
        }
    }

    /// The direction of a vector of any length but 0.
    static SkyPosition of(UnitVector vector) {
        UnitVector direction = vector.normalised();
        return new SkyPosition(direction.raDeg(), direction.decDeg());
    }

    /// @throws IllegalArgumentException with a sentence for the person who typed it
    static SkyPosition parse(String typed) {
        String text = typed.strip()
                .toLowerCase(Locale.ROOT)
                .replace('\u2212', '-')
                .replace('\u2032', '\'')
                .replace('\u2033', '"')
                .replaceFirst("^(icrs|j2000|fk5)\\s+", "");
        return read(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + typed.strip() + "' is not read as a position; write it like " + FORMS));
    }

    /// @param text in small letters, with `-` for every minus
    /// @return empty if it is in no notation of a position
    /// @throws IllegalArgumentException with a sentence if it is off the sky
    static Optional<SkyPosition> read(String text) {
        return degrees(text).or(() -> hours(text)).or(() -> sexagesimal(text));
    }

    private static Optional<SkyPosition> degrees(String text) {
        Matcher matcher = DEGREES.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(turned(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))));
    }

    /// Half a turn to the west and 360 degrees are written, too.
    private static SkyPosition turned(double raDeg, double decDeg) {
        boolean west = raDeg < 0 && raDeg >= -180;
        return new SkyPosition(west ? raDeg + 360 : raDeg == 360 ? 0 : raDeg, decDeg);
    }

    private static Optional<SkyPosition> hours(String text) {
        Matcher matcher = HOURS.matcher(text);
        return matcher.matches()
                ? Optional.of(turned(15 * Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))))
                : Optional.empty();
    }

    private static Optional<SkyPosition> sexagesimal(String text) {
        Matcher compact = COMPACT.matcher(text);
        Matcher matcher = compact.matches() ? compact : SEXAGESIMAL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double raHours = sixtieths("right ascension", matcher.group(1), matcher.group(2), matcher.group(3));
        double dec = sixtieths("declination", matcher.group(5), matcher.group(6), matcher.group(7));
        return Optional.of(turned(raHours * 15, matcher.group(4).equals("-") ? -dec : dec));
    }

    private static double sixtieths(String what, String whole, String minutesText, String secondsText) {
        double minutes = Double.parseDouble(minutesText);
        double seconds = secondsText == null ? 0 : Double.parseDouble(secondsText);
        if (minutes >= 60 || seconds >= 60) {
            throw new IllegalArgumentException("minutes and seconds of " + what + " must be below 60");
        }
        return Integer.parseInt(whole) + minutes / 60 + seconds / 3600;
    }

    /// `05h34m31.97s +22°00′52.1″`
    String sexagesimal() {
        return raSexagesimal(raDeg) + " " + decSexagesimal(decDeg);
    }

    /// To a hundredth of a second of time.
    static String raSexagesimal(double raDeg) {
        long hundredths = Math.round(raDeg / 15 * 360_000) % (24L * 360_000);
        return String.format(
                Locale.ROOT,
                "%02dh%02dm%02d.%02ds",
                hundredths / 360_000,
                hundredths / 6_000 % 60,
                hundredths / 100 % 60,
                hundredths % 100);
    }

    /// To a tenth of an arc second.
    static String decSexagesimal(double decDeg) {
        long tenths = Math.round(Math.abs(decDeg) * 36_000);
        return String.format(
                Locale.ROOT,
                "%s%02d°%02d′%02d.%d″",
                decDeg < 0 ? "−" : "+",
                tenths / 36_000,
                tenths / 600 % 60,
                tenths / 10 % 60,
                tenths % 10);
    }
}
