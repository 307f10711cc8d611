// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vo4he.fits.HduWriter;
import org.vo4he.fits.TableWriter;

/// Writes the region that was selected as an extension REGION (ASC-FITS-REGION-1.2), which CIAO, DS9 and XSELECT read.
public final class RegionWriter {

    private RegionWriter() {}

    /// Cells that a shape does not need are 0; a polygon with fewer corners than another goes on at its last.
    ///
    /// @param shapes at least one
    /// @param text the region in the words in which it was given, for a COMMENT; gammapy reads no table of
    ///     regions that has one
    /// @param extver 1, or how many extensions of this name there are then
    /// @param sky the celestial coordinates of the columns 2 and 3, as cards; may write none
    public static byte[] hdu(
            List<RegionShape> shapes,
            Optional<String> text,
            int extver,
            Consumer<HduWriter> sky,
            ObservationCards observation) {
        int places = shapes.stream().mapToInt(shape -> shape.x().length).max().orElse(1);
        int sizes = Math.max(
                1, shapes.stream().mapToInt(shape -> shape.sizes().length).max().orElse(1));
        return new TableWriter("REGION", shapes.size())
                .texts("SHAPE", "shape", shapes.stream().map(RegionShape::name).toList())
                .vectors(
                        "X",
                        "centre or corners",
                        shapes.stream().map(shape -> filled(shape.x(), places)).toArray(double[][]::new))
                .unit("pixel")
                .vectors(
                        "Y",
                        "centre or corners",
                        shapes.stream().map(shape -> filled(shape.y(), places)).toArray(double[][]::new))
                .unit("pixel")
                .vectors(
                        "R",
                        "radii or sides",
                        shapes.stream()
                                .map(shape -> Arrays.copyOf(shape.sizes(), sizes))
                                .toArray(double[][]::new))
                .unit("pixel")
                .doubles(
                        "ROTANG",
                        "angle",
                        shapes.stream().mapToDouble(RegionShape::angleDeg).toArray())
                .unit("deg")
                .integers(
                        "COMPONENT",
                        "part of the region",
                        shapes.stream().mapToInt(RegionShape::component).toArray())
                .bytes(hdu -> {
                    new HduClass("ASC", "1.2.0", "REGION", "STANDARD").cards().accept(hdu);
                    if (extver > 1) {
                        hdu.card("EXTVER", extver, "which of the extensions of this name");
                    }
                    hdu.card("MTYPE1", "pos", "name of the pair of columns").card("MFORM1", "X,Y", "its columns");
                    sky.accept(hdu);
                    for (String keyword : List.of("TELESCOP", "INSTRUME")) {
                        observation.text(keyword).ifPresent(value -> hdu.card(keyword, value, ""));
                    }
                    text.ifPresent(words -> Comments.write(hdu, "Region as given: " + words));
                });
    }

    private static double[] filled(double[] places, int length) {
        double[] all = Arrays.copyOf(places, length);
        Arrays.fill(all, places.length, length, places.length < 3 ? 0 : places[places.length - 1]);
        return all;
    }
}
