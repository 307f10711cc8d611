// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.events.Shape.Position;
import org.vo4he.events.Shape.Span;

/// Rings around a place, one beside the other, from the inner to the outer: where a radial profile is counted.
/// Immutable.
///
/// @param edges one more than there are rings, in one measure, growing
public record Rings(Position centre, List<Span> edges) {

    private static final int MOST = 1000;
    private static final Pattern ANNULUS =
            Pattern.compile("(?is)(.*?annulus\\s*\\()\\s*([^,\\s)]+[,\\s]+[^,\\s)]+)[,\\s]+([^)]*)\\)\\s*");
    private static final Pattern NUMBER = Pattern.compile("(?i)n\\s*=\\s*(\\d{1,9})");

    public Rings {
        edges = List.copyOf(edges);
        if (edges.size() < 2 || edges.size() > MOST + 1) {
            throw new IllegalArgumentException((edges.size() - 1) + " rings: 1 to " + MOST + " are possible");
        }
        for (int i = 1; i < edges.size(); i++) {
            Span inner = edges.get(i - 1);
            Span outer = edges.get(i);
            if (inner.measure() != outer.measure() || !(inner.value() < outer.value())) {
                throw new IllegalArgumentException("the radii of rings grow, and have one unit");
            }
        }
    }

    /// Reads an annulus of several radii, or of two and a number of rings between them, as DS9 has both:
    /// `annulus(83.63,22.01,0",5",10",20")`, `fk5; annulus(83.63,22.01,0",60",n=20)`.
    ///
    /// @throws EventsException if it is not understood
    public static Rings parse(String text) throws EventsException {
        Matcher annulus = ANNULUS.matcher(text.strip());
        if (!annulus.matches()) {
            throw new EventsException("'" + text + "' is no annulus with the radii of rings");
        }
        List<String> radii = new ArrayList<>();
        int between = 1;
        for (String word : annulus.group(3).strip().split("\\s*,\\s*|\\s+(?!=)(?<!=\\s)")) {
            Matcher number = NUMBER.matcher(word);
            if (number.matches()) {
                between = Integer.parseInt(number.group(1));
            } else {
                radii.add(word);
            }
        }
        if (radii.size() < 2 || between > 1 && radii.size() > 2 || between < 1 || between > MOST) {
            throw new EventsException("'" + text + "' has " + radii.size() + " radii: two or more are expected, or two "
                    + "and n=1 to n=" + MOST);
        }
        return rings(annulus.group(1) + annulus.group(2), radii, between);
    }

    private static Rings rings(String start, List<String> radii, int between) throws EventsException {
        List<Span> edges = new ArrayList<>();
        Position centre = null;
        for (int i = 1; i < radii.size(); i++) {
            Region ring = Region.parse(start + "," + radii.get(i - 1) + "," + radii.get(i) + ")");
            if (!(ring.parts().getFirst().shape() instanceof Shape.Annulus(Position at, Span inner, Span outer))
                    || ring.parts().size() != 1) {
                throw new EventsException("rings are given as one annulus");
            }
            centre = at;
            if (edges.isEmpty()) {
                edges.add(inner);
            }
            edges.add(outer);
        }
        return divided(centre, edges, between);
    }

    private static Rings divided(Position centre, List<Span> edges, int between) throws EventsException {
        try {
            Rings whole = new Rings(centre, edges);
            return between == 1 ? whole : equal(centre, edges.getFirst(), edges.getLast(), between);
        } catch (IllegalArgumentException e) {
            throw new EventsException(e.getMessage());
        }
    }

    private static Rings equal(Position centre, Span inner, Span outer, int count) {
        List<Span> edges = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            double value = inner.value() + i * (outer.value() - inner.value()) / count;
            edges.add(new Span(i == count ? outer.value() : value, inner.measure()));
        }
        return new Rings(centre, edges);
    }

    /// As many rings of one width as fill a region that is a single circle or annulus.
    ///
    /// @throws EventsException if it is of another form
    public static Rings of(Region region, int count) throws EventsException {
        List<Shape> shapes = region.parts().stream()
                .filter(part -> !part.excluded())
                .map(Region.Part::shape)
                .toList();
        if (shapes.size() == 1) {
            switch (shapes.getFirst()) {
                case Shape.Circle(Position centre, Span radius) -> {
                    return equal(centre, new Span(0, radius.measure()), radius, count);
                }
                case Shape.Annulus(Position centre, Span inner, Span outer) -> {
                    return divided(centre, List.of(inner, outer), count);
                }
                case Shape.Ellipse _, Shape.Box _, Shape.Polygon _ -> {
                    // has no radii
                }
            }
        }
        throw new EventsException("a radial profile of a region that is no circle or annulus needs rings");
    }
}
