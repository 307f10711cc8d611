// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;

/// Finds the two columns of an event list that hold sky pixels: by TCTYPn and its companions (paper II, section
/// 4), else by the REFX and REFY cards of XMM-Newton.
final class ColumnAxes {

    private static final List<String> INTEGERS = List.of("B", "I", "J", "K");

    private final Hdu table;
    private final FitsHeader header;

    private ColumnAxes(Hdu table) {
        this.table = table;
        this.header = table.header();
    }

    static Optional<AxisPair> of(Hdu table) {
        ColumnAxes axes = new ColumnAxes(table);
        return axes.ofColumns().or(axes::ofReferenceCards);
    }

    /// The system that the REFX and REFY cards tell of the events of which an image in detector axes was made.
    static Optional<AxisPair> ofEventsBehind(Hdu image) {
        return new ColumnAxes(image).ofReferenceCards();
    }

    /// The columns that hold the sky pixels: those of TCTYPn, or X and Y where the REFX and REFY cards speak.
    static Optional<TableColumn[]> columns(Hdu table) {
        ColumnAxes axes = new ColumnAxes(table);
        Optional<TableColumn[]> stated = axes.pairOfColumns();
        if (stated.isPresent() || axes.ofReferenceCards().isEmpty()) {
            return stated;
        }
        return table.column("X").flatMap(x -> table.column("Y").map(y -> new TableColumn[] {x, y}));
    }

    private Optional<AxisPair> ofColumns() {
        return pairOfColumns().map(columns -> pair(columns[0], columns[1]));
    }

    private Optional<TableColumn[]> pairOfColumns() {
        for (TableColumn first : table.columns()) {
            Optional<Ctype> one = ctype("TCTYP" + first.number());
            if (one.isEmpty()) {
                continue;
            }
            for (TableColumn second : table.columns()) {
                if (second.number() > first.number()
                        && ctype("TCTYP" + second.number())
                                .filter(one.get()::isPartnerOf)
                                .isPresent()) {
                    return Optional.of(new TableColumn[] {first, second});
                }
            }
        }
        return Optional.empty();
    }

    private AxisPair pair(TableColumn first, TableColumn second) {
        AxisPair.Axis one = axis(first);
        TableColumn lat = one.ctype().isLongitude() ? second : first;
        int i = first.number();
        int j = second.number();
        return new AxisPair(
                one,
                axis(second),
                new ColumnMatrix(header, i, j).read(lat == second),
                List.of(card("TCDLT" + i), card("TCDLT" + j)),
                parameters(lat.number()),
                header.number("LONP" + i),
                header.number("LATP" + i),
                ofColumn("RADE", i, j).or(this::radesys),
                ofColumn("EQUI", i, j).flatMap(Equinox::year).or(this::equinox),
                Optional.empty(),
                SipDistortion.NONE,
                UnreadDistortion.of(one.ctype()));
    }

    private Optional<String> ofColumn(String prefix, int i, int j) {
        return header.text(prefix + i).or(() -> header.text(prefix + j));
    }

    /// TPVn_m, or TVn_m (FITS 4.0, table 22).
    private Map<Integer, Double> parameters(int n) {
        Map<Integer, Double> pv = new HashMap<>();
        for (int m = 0; m <= Projection.Parameters.MOST; m++) {
            int number = m;
            header.number("TPV" + n + "_" + m)
                    .or(() -> header.number("TV" + n + "_" + number))
                    .ifPresent(value -> pv.put(number, value));
        }
        return pv;
    }

    private AxisPair.Axis axis(TableColumn column) {
        int n = column.number();
        double half = INTEGERS.contains(String.valueOf(column.type())) ? 0.5 : 0;
        return new AxisPair.Axis(
                ctype("TCTYP" + n).orElseThrow(),
                card("TCRPX" + n),
                card("TCRVL" + n),
                card("TCUNI" + n),
                header.number("TLMIN" + n).orElse(Double.NaN) - half,
                header.number("TLMAX" + n).orElse(Double.NaN) + half);
    }

    private Optional<AxisPair> ofReferenceCards() {
        Optional<Ctype> x = ctype("REFXCTYP");
        Optional<Ctype> y = ctype("REFYCTYP");
        if (x.isEmpty() || y.isEmpty() || !x.get().isPartnerOf(y.get())) {
            return Optional.empty();
        }
        AxisPair.Matrix matrix = AxisPair.Matrix.rotated(
                header.number("REFXCDLT").orElse(Double.NaN),
                header.number("REFYCDLT").orElse(Double.NaN),
                0);
        return Optional.of(new AxisPair(
                reference("REFX", x.get()),
                reference("REFY", y.get()),
                matrix,
                List.of(card("REFXCDLT"), card("REFYCDLT")),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                radesys(),
                equinox(),
                Optional.empty(),
                SipDistortion.NONE,
                UnreadDistortion.of(x.get())));
    }

    private AxisPair.Axis reference(String prefix, Ctype ctype) {
        return new AxisPair.Axis(
                ctype,
                card(prefix + "CRPX"),
                card(prefix + "CRVL"),
                card(prefix + "CUNI"),
                limit(prefix, "MIN") - 0.5,
                limit(prefix, "MAX") + 0.5);
    }

    private WcsCard card(String keyword) {
        return new WcsCard(header, keyword);
    }

    /// Where the data reach, if that is stated, else where they may.
    private double limit(String prefix, String end) {
        boolean ofData = header.number(prefix + "DMIN")
                .filter(least -> header.number(prefix + "DMAX")
                        .filter(most -> most > least)
                        .isPresent())
                .isPresent();
        return header.number(prefix + (ofData ? "D" : "L") + end).orElse(Double.NaN);
    }

    private Optional<Ctype> ctype(String keyword) {
        return header.text(keyword).flatMap(Ctype::parse);
    }

    private Optional<String> radesys() {
        return header.text("RADESYS").or(() -> header.text("RADECSYS"));
    }

    private Optional<Double> equinox() {
        return header.text("EQUINOX").or(() -> header.text("EPOCH")).flatMap(Equinox::year);
    }
}
