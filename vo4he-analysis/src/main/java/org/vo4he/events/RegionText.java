// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vo4he.events.Shape.CoordinateSystem;
import org.vo4he.events.Shape.Measure;
import org.vo4he.events.Shape.Position;
import org.vo4he.events.Shape.Span;

/// Region files and strings of DS9 and CIAO -> shapes.
final class RegionText {

    private static final Map<String, CoordinateSystem> SYSTEMS = Map.ofEntries(
            Map.entry("icrs", CoordinateSystem.ICRS),
            Map.entry("fk5", CoordinateSystem.FK5),
            Map.entry("j2000", CoordinateSystem.FK5),
            Map.entry("fk4", CoordinateSystem.FK4),
            Map.entry("b1950", CoordinateSystem.FK4),
            Map.entry("galactic", CoordinateSystem.GALACTIC),
            Map.entry("ecliptic", CoordinateSystem.ECLIPTIC),
            Map.entry("wcs", CoordinateSystem.EQUATORIAL),
            Map.entry("physical", CoordinateSystem.SKY_PIXELS),
            Map.entry("image", CoordinateSystem.SKY_PIXELS));

    private final String text;
    private final String where;
    private final List<Region.Part> parts = new ArrayList<>();
    private CoordinateSystem system = CoordinateSystem.UNSTATED;
    private int at;

    RegionText(String text, String where) {
        this.text = text;
        this.where = where;
    }

    List<Region.Part> parts() throws EventsException {
        boolean excluded = false;
        boolean pending = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                skipLine();
            } else if (c == '-' || c == '!') {
                excluded = true;
                pending = true;
                at++;
            } else if (c == '&' || c == '*') {
                throw wrong("intersections of shapes (&, *) are not known; shapes are put together with + and taken "
                        + "out with -");
            } else if (Character.isLetter(c)) {
                int start = at;
                boolean isShape = word(excluded);
                if (!isShape && pending) {
                    at = start;
                    throw wrong("a shape is expected after - or !");
                }
                excluded = false;
                pending = false;
            } else if (Character.isWhitespace(c) || c == ';' || c == '+' || c == '|' || c == '\uFEFF') {
                at++;
            } else {
                throw wrong("'" + c + "' begins no shape");
            }
        }
        if (parts.isEmpty() || pending) {
            throw wrong("there is no shape");
        }
        return parts;
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    /// @return whether it was a shape
    private boolean word(boolean excluded) throws EventsException {
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at).toLowerCase(Locale.ROOT);
        if (word.equals("global")) {
            skipLine();
            return false;
        }
        if (SYSTEMS.containsKey(word)) {
            system = SYSTEMS.get(word);
            return false;
        }
        int shapeAt = start;
        List<RegionNumber> numbers = arguments();
        try {
            for (Shape shape : shapes(word, numbers)) {
                parts.add(new Region.Part(excluded, shape));
            }
        } catch (EventsException | IllegalArgumentException e) {
            at = shapeAt;
            throw wrong(e.getMessage());
        }
        return true;
    }

    /// In parentheses, or up to the end of the line.
    private List<RegionNumber> arguments() throws EventsException {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        boolean bracketed = at < text.length() && text.charAt(at) == '(';
        int start = bracketed ? ++at : at;
        String ends = bracketed ? ")" : "\n;#)";
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (bracketed && at >= text.length()) {
            at = start - 1;
            throw wrong("the parenthesis is not closed");
        }
        List<RegionNumber> numbers = new ArrayList<>();
        for (String number : text.substring(start, at).strip().split("\\s*,\\s*|\\s+")) {
            if (!number.isEmpty()) {
                try {
                    numbers.add(RegionNumber.parse(number));
                } catch (IllegalArgumentException e) {
                    at = start;
                    throw wrong(e.getMessage());
                }
            }
        }
        at += bracketed ? 1 : 0;
        return numbers;
    }

    private List<Shape> shapes(String word, List<RegionNumber> numbers) throws EventsException {
        CoordinateSystem own = own(numbers);
        return switch (word) {
            case "circle" -> {
                count(word, numbers, 3, "two coordinates and a radius");
                yield List.of(new Shape.Circle(position(own, numbers, 0), span(numbers.get(2))));
            }
            case "point" -> {
                throw new EventsException("a point has no area: a circle says how far around it");
            }
            case "annulus" -> annuli(own, numbers);
            case "ellipse" -> {
                countOfTwo(word, numbers, "two coordinates, two half axes and an angle");
                yield List.of(new Shape.Ellipse(
                        position(own, numbers, 0), span(numbers.get(2)), span(numbers.get(3)), angle(numbers)));
            }
            case "box", "rotbox" -> {
                countOfTwo(word, numbers, "two coordinates, width, height and an angle");
                yield List.of(new Shape.Box(
                        position(own, numbers, 0), span(numbers.get(2)), span(numbers.get(3)), angle(numbers)));
            }
            case "polygon" -> {
                if (numbers.size() < 6 || numbers.size() % 2 == 1) {
                    throw new EventsException("polygon has " + numbers.size()
                            + " numbers: three corners or more are expected, of two coordinates each");
                }
                List<Position> corners = new ArrayList<>();
                for (int i = 0; i < numbers.size(); i += 2) {
                    corners.add(position(own, numbers, i));
                }
                yield List.of(new Shape.Polygon(corners));
            }
            default ->
                throw new EventsException("'" + word
                        + "' is no shape; there are circle, annulus, ellipse, box and polygon, and the coordinate "
                        + "systems icrs, fk5, fk4, galactic, ecliptic, physical");
        };
    }

    /// Several radii are several rings next to each other: the whole is one.
    private static List<Shape> annuli(CoordinateSystem system, List<RegionNumber> numbers) throws EventsException {
        if (numbers.size() < 4) {
            throw new EventsException(
                    "annulus has " + numbers.size() + " numbers: two coordinates and two radii are expected");
        }
        Span inner = span(numbers.get(2));
        Span outer = span(numbers.getLast());
        if (inner.measure() == outer.measure() && inner.value() > outer.value()) {
            throw new EventsException(
                    "annulus has the inner radius " + inner.value() + " and the outer radius " + outer.value());
        }
        return List.of(new Shape.Annulus(position(system, numbers, 0), inner, outer));
    }

    private CoordinateSystem own(List<RegionNumber> numbers) {
        boolean angular = numbers.stream()
                .anyMatch(number ->
                        number.kind() == RegionNumber.Kind.SEXAGESIMAL || number.kind() == RegionNumber.Kind.ANGLE);
        return system == CoordinateSystem.UNSTATED && angular ? CoordinateSystem.EQUATORIAL : system;
    }

    private static Position position(CoordinateSystem system, List<RegionNumber> numbers, int index)
            throws EventsException {
        RegionNumber first = numbers.get(index);
        RegionNumber second = numbers.get(index + 1);
        if (!system.isSky() && (first.isAngle() || second.isAngle())) {
            throw new EventsException("'" + first.text() + "', '" + second.text() + "' is a place on the sky, and "
                    + "the coordinate system is that of pixels");
        }
        boolean longitude = system == CoordinateSystem.GALACTIC || system == CoordinateSystem.ECLIPTIC;
        return new Position(system, longitude ? first.latitudeDeg() : first.longitudeDeg(), second.latitudeDeg());
    }

    private static Span span(RegionNumber number) throws EventsException {
        if (number.value() < 0) {
            throw new EventsException("the length '" + number.text() + "' is below 0");
        }
        return switch (number.kind()) {
            case ANGLE -> new Span(number.latitudeDeg(), Measure.DEGREES);
            case SKY_PIXELS -> new Span(number.value(), Measure.SKY_PIXELS);
            case PLAIN -> new Span(number.value(), Measure.AS_POSITION);
            case SEXAGESIMAL -> throw new EventsException("'" + number.text() + "' is no length");
        };
    }

    private static double angle(List<RegionNumber> numbers) {
        return numbers.size() == 5 ? numbers.get(4).latitudeDeg() : 0;
    }

    private static void count(String word, List<RegionNumber> numbers, int expected, String what)
            throws EventsException {
        if (numbers.size() != expected) {
            throw new EventsException(word + " has " + numbers.size() + " numbers: " + what + " are expected");
        }
    }

    private static void countOfTwo(String word, List<RegionNumber> numbers, String what) throws EventsException {
        count(word, numbers, numbers.size() == 4 ? 4 : 5, what);
    }

    private EventsException wrong(String why) {
        int line = 1
                + (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int column = Math.min(at, text.length()) - text.lastIndexOf('\n', Math.max(0, at - 1));
        return new EventsException(where + ", line " + line + ", column " + Math.max(1, column) + ": " + why);
    }
}
