// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.events.EventImage;
import org.vo4he.events.EventList;
import org.vo4he.events.Extracted;
import org.vo4he.ogip.CountsImage;
import org.vo4he.reprocess.StepException;

/// What was counted in pixels, as the image that is written: with bands, all of them together and each by itself.
final class CountedImage {

    private CountedImage() {}

    static CountsImage of(EventList events, ExtractRequest request, Extracted extracted, EventImage counted)
            throws StepException {
        List<CountsImage.Band> bands = bands(events, counted);
        int[] total = request.imageOfAll()
                .map(sink -> sum(extracted.get(sink).planes()))
                .orElse(counted.planes()[0]);
        return new CountsImage(
                counted.grid().width(),
                counted.grid().height(),
                total,
                ImageCoordinates.of(events, counted.grid()),
                extracted.source().exposureSeconds().orElse(Double.NaN),
                request.source()
                        .energy()
                        .flatMap(range -> Bands.kev(range, events))
                        .or(() -> hull(bands)),
                bands);
    }

    private static List<CountsImage.Band> bands(EventList events, EventImage counted) throws StepException {
        List<CountsImage.Band> bands = new ArrayList<>();
        for (int band = 0; band < counted.bands().size(); band++) {
            double[] edges = Bands.kev(counted.bands().get(band), events)
                    .orElseThrow(() -> new StepException("bands of the image are given in keV"));
            bands.add(new CountsImage.Band("BAND" + (band + 1), edges, counted.planes()[band]));
        }
        return bands;
    }

    private static int[] sum(int[][] planes) {
        int[] total = new int[planes[0].length];
        for (int[] plane : planes) {
            for (int i = 0; i < total.length; i++) {
                total[i] += plane[i];
            }
        }
        return total;
    }

    private static Optional<double[]> hull(List<CountsImage.Band> bands) {
        return bands.isEmpty()
                ? Optional.empty()
                : Optional.of(new double[] {
                    bands.stream().mapToDouble(band -> band.kev()[0]).min().orElseThrow(),
                    bands.stream().mapToDouble(band -> band.kev()[1]).max().orElseThrow()
                });
    }
}
