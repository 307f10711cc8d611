// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.events.EnergyRange;
import org.vo4he.events.EventLightCurve;
import org.vo4he.events.EventList;
import org.vo4he.events.EventSpectrum;
import org.vo4he.events.EventsException;
import org.vo4he.events.Extracted;
import org.vo4he.events.Intervals;
import org.vo4he.events.Outcome;
import org.vo4he.fits.ImageWriter;
import org.vo4he.fits.NewFits;
import org.vo4he.ogip.EventImage;
import org.vo4he.ogip.EventImageWriter;
import org.vo4he.ogip.GoodTimeWriter;
import org.vo4he.ogip.LightCurveWriter;
import org.vo4he.ogip.ObservationCards;
import org.vo4he.ogip.PhaSpectrum;
import org.vo4he.ogip.PhaWriter;
import org.vo4he.ogip.ScienceFile;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.Workspace;

/// Writes what was counted as files.
final class ProductFiles {

    private final EventList events;
    private final Arguments arguments;
    private final Workspace workspace;
    private final Extracted extracted;
    private final String creator;
    private final List<ExtractResult.Written> written = new ArrayList<>();

    ProductFiles(EventList events, Arguments arguments, Workspace workspace, Extracted extracted, String creator) {
        this.events = events;
        this.arguments = arguments;
        this.workspace = workspace;
        this.extracted = extracted;
        this.creator = creator;
    }

    ExtractResult write(ExtractStep.Sinks sinks) throws IOException, StepException, EventsException {
        if (sinks.spectrum().isPresent()) {
            spectrum(extracted.get(sinks.spectrum().get()));
        }
        if (sinks.curve().isPresent()) {
            lightCurve(extracted.get(sinks.curve().get()));
        }
        if (sinks.image().isPresent()) {
            image(extracted.get(sinks.image().get()));
        }
        arguments.text(ExtractStep.EVENTS).ifPresent(name -> written.add(new ExtractResult.Written("events", name)));
        return new ExtractResult(extracted, written);
    }

    private void spectrum(EventSpectrum counted) throws IOException, StepException {
        String name = arguments.text(ExtractStep.SPECTRUM).orElseThrow();
        Optional<String> partner = counted.background().map(_ -> partner(name));
        if (partner.isPresent()) {
            Outcome outcome = extracted.background().orElseThrow();
            PhaSpectrum background = pha(
                    counted, counted.background().orElseThrow(), outcome, PhaSpectrum.Content.BKG, Optional.empty());
            file(
                    "background",
                    partner.get(),
                    ExtractStep.BACKGROUND,
                    outcome,
                    file -> PhaWriter.hdus(background, file));
        }
        PhaSpectrum source = pha(counted, counted.source(), extracted.source(), PhaSpectrum.Content.TOTAL, partner);
        file("spectrum", name, ExtractStep.REGION, extracted.source(), file -> PhaWriter.hdus(source, file));
    }

    /// `src.pha` has the background `src_bkg.pha`.
    static String partner(String name) {
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name + "_bkg" : name.substring(0, dot) + "_bkg" + name.substring(dot);
    }

    private PhaSpectrum pha(
            EventSpectrum counted,
            EventSpectrum.Counts counts,
            Outcome outcome,
            PhaSpectrum.Content content,
            Optional<String> background)
            throws StepException {
        boolean known = Double.isFinite(outcome.solidAngleDeg2());
        return new PhaSpectrum(
                content,
                counted.column().contains("PI") ? "PI" : "PHA",
                counted.firstChannel(),
                narrowed(counts.perChannel()),
                exposure(outcome),
                known ? outcome.solidAngleDeg2() : 1,
                known ? "[deg2] solid angle of the region on sky pixels" : "the area is not known",
                new PhaSpectrum.Files(background, named("RESPFILE"), named("ANCRFILE")),
                Optional.empty());
    }

    private Optional<String> named(String keyword) {
        return events.headers().text(keyword).map(found -> found.value());
    }

    private double exposure(Outcome outcome) throws StepException {
        return outcome.exposureSeconds()
                .orElseThrow(() -> new StepException(events.path()
                        + " has no good times, so the exposure of spectra and light curves can't be told ("
                        + outcome.goodTimesFrom() + ")"));
    }

    private static int[] narrowed(long[] counts) throws StepException {
        int[] narrow = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > Integer.MAX_VALUE) {
                throw new StepException(counts[i] + " events in one bin are more than a column of counts can hold");
            }
            narrow[i] = (int) counts[i];
        }
        return narrow;
    }

    private void lightCurve(EventLightCurve curve) throws IOException, StepException, EventsException {
        int bins = curve.bins();
        double[] middles = new double[bins];
        double[] rates = new double[bins];
        double[] errors = new double[bins];
        for (int i = 0; i < bins; i++) {
            middles[i] = curve.start() + (i + 0.5) * curve.bin();
            rates[i] = curve.rate(i);
            errors[i] = curve.rateError(i);
        }
        boolean net = curve.backgroundCounts().isPresent();
        Optional<double[]> background = curve.backgroundCounts().map(counts -> {
            double scale = curve.backgroundScale().orElseThrow();
            return java.util.Arrays.stream(counts)
                    .mapToDouble(count -> count * scale)
                    .toArray();
        });
        org.vo4he.ogip.EventLightCurve table = new org.vo4he.ogip.EventLightCurve(
                net ? org.vo4he.ogip.EventLightCurve.Content.NET : org.vo4he.ogip.EventLightCurve.Content.TOTAL,
                middles,
                curve.bin(),
                unit(),
                narrowed(curve.counts()),
                rates,
                errors,
                curve.fraction(),
                background,
                exposure(extracted.source()),
                band());
        file(
                "lightcurve",
                arguments.text(ExtractStep.LIGHT_CURVE).orElseThrow(),
                ExtractStep.REGION,
                extracted.source(),
                file -> List.of(LightCurveWriter.hdu(table, file)));
    }

    private String unit() {
        return events.time().flatMap(column -> column.unit()).orElse("s");
    }

    private Optional<double[]> band() throws EventsException {
        Optional<String> energy = arguments.text(ExtractStep.ENERGY);
        return energy.isEmpty() ? Optional.empty() : kev(EnergyRange.parse(energy.get()));
    }

    private static Optional<double[]> kev(EnergyRange range) {
        return switch (range) {
            case EnergyRange.Kev(double low, double high) -> Optional.of(new double[] {low, high});
            case EnergyRange.Channels _ -> Optional.empty();
        };
    }

    private void image(org.vo4he.events.EventImage counted) throws IOException, StepException, EventsException {
        List<EventImage.Band> bands = new ArrayList<>();
        int[] total = counted.planes()[0];
        if (!counted.bands().isEmpty()) {
            total = new int[total.length];
            for (int band = 0; band < counted.bands().size(); band++) {
                double[] edges = kev(counted.bands().get(band))
                        .orElseThrow(() -> new StepException("bands of the image are given in keV"));
                bands.add(new EventImage.Band("BAND" + (band + 1), edges, counted.planes()[band]));
                for (int i = 0; i < total.length; i++) {
                    total[i] += counted.planes()[band][i];
                }
            }
        }
        EventImage image = new EventImage(
                counted.grid().width(),
                counted.grid().height(),
                total,
                ImageCoordinates.of(events, counted.grid()),
                extracted.source().exposureSeconds().orElse(Double.NaN),
                band(),
                bands);
        String name = arguments.text(ExtractStep.IMAGE).orElseThrow();
        List<byte[]> hdus =
                new ArrayList<>(EventImageWriter.hdus(image, science(ExtractStep.REGION, extracted.source())));
        goodTimes(extracted.source()).ifPresent(hdus::add);
        NewFits.write(workspace.output(name), hdus);
        written.add(new ExtractResult.Written("image", name));
    }

    private interface Content {
        List<byte[]> hdus(ScienceFile file);
    }

    private void file(String kind, String name, String region, Outcome outcome, Content content) throws IOException {
        ScienceFile file = science(region, outcome);
        List<byte[]> hdus = new ArrayList<>();
        hdus.add(ImageWriter.noData(hdu -> {
            hdu.card("CREATOR", creator, "program that made this file");
            file.observation().all().accept(hdu);
        }));
        hdus.addAll(content.hdus(file));
        goodTimes(outcome).ifPresent(hdus::add);
        NewFits.write(workspace.output(name), hdus);
        written.add(new ExtractResult.Written(kind, name));
    }

    private Optional<byte[]> goodTimes(Outcome outcome) {
        Intervals good = outcome.goodTimes();
        boolean bounded = outcome.onTimeSeconds().isPresent()
                && !good.isEmpty()
                && Double.isFinite(good.start(0))
                && Double.isFinite(good.stop(good.count() - 1));
        return bounded
                ? Optional.of(GoodTimeWriter.hdu(good.starts(), good.stops(), unit(), observation(outcome)))
                : Optional.empty();
    }

    private ObservationCards observation(Outcome outcome) {
        ObservationCards cards =
                ObservationCards.of(events.hdu(), events.file().hdus().getFirst());
        Intervals good = outcome.goodTimes();
        boolean narrowed = arguments.text(ExtractStep.TIME).isPresent() && !good.isEmpty();
        return narrowed
                ? cards.within(good.start(0), good.stop(good.count() - 1), Optional.empty(), Optional.empty())
                : cards;
    }

    private ScienceFile science(String region, Outcome outcome) {
        List<String> sentences = new ArrayList<>();
        arguments.text(region).ifPresent(text -> sentences.add("Region: " + text));
        arguments.text(ExtractStep.ENERGY).ifPresent(text -> sentences.add("Energy: " + text));
        arguments.text(ExtractStep.TIME).ifPresent(text -> sentences.add("Time: " + text));
        return new ScienceFile(observation(outcome), creator, Optional.empty(), sentences);
    }
}
