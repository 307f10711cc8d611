// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Where on the sky events are taken from: shapes, and shapes taken out. Immutable.
///
/// A place belongs to it if one of the included shapes has it and none of the excluded, whatever their order (as
/// DS9 has it; in CIAO's own syntax `a+b-c` takes `c` from `b` alone). Where all are excluded, the rest of the
/// sky belongs to it. All edges belong to their shapes, also those of shapes taken out.
///
/// How shapes are tested: of an event list with columns of sky pixels, on the plane of these pixels, as CIAO, SAS
/// and DS9 do it: a centre or corner on the sky is brought to its pixel by the coordinate system of the columns,
/// a length to pixels by the size of a pixel at the reference point (the root of its area; of unequal sides, each
/// by its own), and sides of a polygon are straight on the plane. Of an event list that has right ascension and
/// declination alone, on the sphere: circles and annuli by the angle to the centre, boxes and ellipses on the
/// plane that touches the sky at their centre, sides of a polygon are great circles.
///
/// @param text as it was written, for provenance
public record Region(List<Part> parts, String text) {

    private static final long MOST_BYTES = 1 << 22;

    public Region {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a region of no shapes");
        }
    }

    /// A shape, put in or taken out.
    public record Part(boolean excluded, Shape shape) {}

    /// Reads shapes as DS9 and CIAO write them, one after the other, in lines or between `;`, `+` and `-`:
    /// `circle(83.63,22.01,60")`, `fk5; annulus(5:34:31.9, 22:00:52, 1', 2'); -box(83.6,22,30",30",45)`,
    /// `circle(4096.5,4096.5,20)`.
    ///
    /// Lengths have a unit (`"`, `'`, `d`, `r`, `p` for sky pixels), else they are degrees on the sky and pixels
    /// on the plane of pixels. A shape without a coordinate system before it is one of the sky if it has a
    /// sexagesimal position or a length in an angular unit, else one in sky pixels, if the list has such.
    ///
    /// @throws EventsException if the text is not understood, with the place in it
    public static Region parse(String text) throws EventsException {
        return new Region(new RegionText(text, "the region").parts(), text.strip());
    }

    /// From a region file.
    ///
    /// @throws IOException if it can't be read
    /// @throws EventsException if it is not understood
    public static Region read(Path file) throws IOException, EventsException {
        if (Files.size(file) > MOST_BYTES) {
            throw new EventsException(file + " has " + Files.size(file) + " bytes: too many for a region file");
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (text.startsWith("SIMPLE  =")) {
            throw new EventsException(file + " is a FITS file; a region is given as a text file of DS9 or CIAO");
        }
        return new Region(new RegionText(text, file.toString()).parts(), text.strip());
    }

    /// The shapes as they were written, without comments and settings of DS9, on one line, so that [#parse] reads them.
    public String onOneLine() {
        return text.lines()
                .map(line ->
                        line.replaceFirst("#.*", "").replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty() && !line.regionMatches(true, 0, "global", 0, 6))
                .collect(Collectors.joining("; "));
    }

    /// Whether the numbers of a shape are in no system that the text names: pixels, of a list that has such.
    public boolean namesNoSystem() {
        return parts.stream()
                .flatMap(part -> part.shape().places().stream())
                .anyMatch(place -> place.system() == Shape.CoordinateSystem.UNSTATED);
    }

    static Region of(Shape... shapes) {
        return new Region(
                java.util.Arrays.stream(shapes)
                        .map(shape -> new Part(false, shape))
                        .toList(),
                java.util.Arrays.stream(shapes).map(Shape::toString).collect(Collectors.joining(" + ")));
    }
}
