// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.List;
import org.vo4he.fits.TableWriter;

/// Writes the region that was selected as an extension REGION (ASC-FITS-REGION-1.2), which CIAO, DS9 and XSELECT read.
public final class RegionWriter {

    private RegionWriter() {}

    /// @param shapes at least one
    /// @param text the region in the words in which it was given, for a COMMENT
    public static byte[] hdu(List<RegionShape> shapes, String text, ObservationCards observation) {
        return new TableWriter("REGION", shapes.size())
                .texts("SHAPE", "shape", shapes.stream().map(RegionShape::name).toList())
                .vectors(
                        "X",
                        "centre or corners",
                        shapes.stream().map(RegionShape::x).toArray(double[][]::new))
                .unit("pixel")
                .vectors(
                        "Y",
                        "centre or corners",
                        shapes.stream().map(RegionShape::y).toArray(double[][]::new))
                .unit("pixel")
                .vectors(
                        "R",
                        "radii or sides",
                        shapes.stream().map(RegionShape::sizes).toArray(double[][]::new))
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
                    hdu.card("MTYPE1", "pos", "name of the pair of columns").card("MFORM1", "X,Y", "its columns");
                    for (String keyword : List.of("TELESCOP", "INSTRUME")) {
                        observation.text(keyword).ifPresent(value -> hdu.card(keyword, value, ""));
                    }
                    Comments.write(hdu, "Region as given: " + text);
                });
    }
}
