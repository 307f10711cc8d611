// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.List;
import java.util.Optional;
import org.vo4he.fits.FitsHeader;

/// The linear part of the coordinates of two columns: TCDn_k, or TCDLTn with TPCn_k or TCROTn, long or short (FITS
/// 4.0, table 22, pixel lists).
record ColumnMatrix(FitsHeader header, int i, int j) {

    private static final List<String> CD = List.of("TCD", "TC");
    private static final List<String> PC = List.of("TPC", "TP");

    /// @param latIsSecond whether the column that comes second holds the latitude
    AxisPair.Matrix read(boolean latIsSecond) {
        if (isStated(CD)) {
            return new AxisPair.Matrix(
                    entry(CD, i, i).orElse(0.0),
                    entry(CD, i, j).orElse(0.0),
                    entry(CD, j, i).orElse(0.0),
                    entry(CD, j, j).orElse(0.0));
        }
        if (isStated(PC)) {
            double scaleI = header.number("TCDLT" + i).orElse(1.0);
            double scaleJ = header.number("TCDLT" + j).orElse(1.0);
            return new AxisPair.Matrix(
                    scaleI * entry(PC, i, i).orElse(1.0),
                    scaleI * entry(PC, i, j).orElse(0.0),
                    scaleJ * entry(PC, j, i).orElse(0.0),
                    scaleJ * entry(PC, j, j).orElse(1.0));
        }
        double rotation = header.number("TCROT" + (latIsSecond ? j : i)).orElse(0.0);
        return AxisPair.Matrix.rotated(
                header.number("TCDLT" + i).orElse(Double.NaN),
                header.number("TCDLT" + j).orElse(Double.NaN),
                latIsSecond ? rotation : -rotation);
    }

    private boolean isStated(List<String> names) {
        return entry(names, i, i).isPresent()
                || entry(names, i, j).isPresent()
                || entry(names, j, i).isPresent()
                || entry(names, j, j).isPresent();
    }

    private Optional<Double> entry(List<String> names, int row, int column) {
        return names.stream()
                .flatMap(name -> header.number(name + row + "_" + column).stream())
                .findFirst();
    }
}
