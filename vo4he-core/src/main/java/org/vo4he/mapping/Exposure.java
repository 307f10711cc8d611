// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.obscore.ObsCoreColumn.T_EXPTIME;
import static org.vo4he.obscore.ObsCoreColumn.T_MAX;
import static org.vo4he.obscore.ObsCoreColumn.T_MIN;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.ogip.OgipFinding;
import org.vo4he.time.GoodTimes;
import org.vo4he.units.Unit;

/// How long.
final class Exposure {

    /// In this order: corrected for dead time (OGIP), live, on target, then what FITS and others call it.
    private static final List<String> KEYWORDS = List.of("EXPOSURE", "LIVETIME", "ONTIME", "XPOSURE", "EXPTIME");

    private static final double SECONDS_PER_DAY = 86400;
    private static final double TOLERANCE = 1.001;
    private static final int MOST_DETECTORS = 12;
    private static final long MOST_ROWS = 2_000_000;

    private final Draft draft;

    Exposure(Draft draft) {
        this.draft = draft;
    }

    void fill() {
        if (!ofCards() && !ofDetectors() && !ofColumn()) {
            ofGoodTimes();
        }
        compareWithSpan();
    }

    private void compareWithSpan() {
        Object exposure = draft.row().get(T_EXPTIME).value();
        Object start = draft.row().get(T_MIN).value();
        Object stop = draft.row().get(T_MAX).value();
        if (exposure instanceof Double seconds && start instanceof Double first && stop instanceof Double last) {
            double span = (last - first) * SECONDS_PER_DAY;
            if (seconds > span * TOLERANCE + 1) {
                draft.find(
                        MappingFinding.EXPOSURE_EXCEEDS_SPAN,
                        draft.hdu(),
                        "",
                        draft.row().get(T_EXPTIME).origin().detail() + " is " + seconds + " s, but " + span
                                + " s lie between t_min and t_max");
            }
        }
    }

    private boolean ofCards() {
        for (String keyword : KEYWORDS) {
            Optional<HeaderChain.Found<Double>> card = draft.headers().number(keyword);
            if (card.isPresent() && card.get().value() > 0) {
                draft.set(T_EXPTIME, seconds(card.get()), Draft.origin(card.get()));
                return true;
            }
            card.ifPresent(unset -> draft.find(
                    MappingFinding.EXPOSURE_UNSET,
                    unset.hdu(),
                    keyword,
                    "exposure " + unset.value() + " is taken as not set"));
        }
        return false;
    }

    private static double seconds(HeaderChain.Found<Double> card) {
        return card.unit(Unit.Dimension.TIME).orElse(Unit.SECOND).convert(card.value(), Unit.SECOND);
    }

    /// Cards with the number of a CCD: the longest is the exposure of the whole.
    private boolean ofDetectors() {
        for (String prefix : draft.dialect().detectorExposures()) {
            Optional<HeaderChain.Found<Double>> longest = IntStream.rangeClosed(1, MOST_DETECTORS)
                    .mapToObj(n -> draft.headers().number(prefix + (n < 10 ? "0" : "") + n))
                    .flatMap(Optional::stream)
                    .filter(card -> card.value() > 0)
                    .max(Comparator.comparingDouble(HeaderChain.Found::value));
            if (longest.isPresent()) {
                draft.set(T_EXPTIME, seconds(longest.get()), Draft.origin(longest.get()));
                return true;
            }
        }
        return false;
    }

    /// Spectra of type II that follow each other in time have an exposure each (Fermi GBM).
    private boolean ofColumn() {
        Hdu hdu = draft.hdu();
        Optional<TableColumn> column = hdu.column("EXPOSURE").filter(TableColumn::isScalarNumber);
        boolean sequence =
                draft.kind() == ProductKind.SPECTRUM && hdu.column("TIME").isPresent();
        if (column.isEmpty() || !sequence || hdu.rows() > MOST_ROWS) {
            return false;
        }
        try {
            double sum = Arrays.stream(hdu.numbers(column.get(), 0, (int) hdu.rows()))
                    .filter(seconds -> seconds > 0)
                    .sum();
            if (sum > 0) {
                draft.set(
                        T_EXPTIME,
                        sum,
                        new Origin.Column(hdu.label(), column.get().name()));
            }
            return sum > 0;
        } catch (IOException e) {
            draft.find(OgipFinding.TABLE_UNREADABLE, hdu, "EXPOSURE", e.getMessage());
            return false;
        }
    }

    /// The sum of the good times. Several GTI extensions may stand for several detectors or several filters;
    /// only the author of the file knows which, so then there is none.
    private void ofGoodTimes() {
        List<Hdu> tables = draft.contents().all(HduContent.GOOD_TIMES);
        if (tables.size() > 1) {
            draft.absent(T_EXPTIME, "no exposure is stated, and there are " + tables.size() + " GTI extensions");
        } else if (!tables.isEmpty()) {
            Hdu table = tables.getFirst();
            draft.goodTimes(table)
                    .flatMap(GoodTimes::exposure)
                    .ifPresent(total -> draft.set(
                            T_EXPTIME,
                            draft.clockOf(table).seconds(total),
                            new Origin.Column(table.label(), "STOP-START")));
        }
    }
}
