// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.events.EventImage;
import org.vo4he.events.EventLightCurve;
import org.vo4he.events.EventList;
import org.vo4he.events.EventProfile;
import org.vo4he.events.EventSpectrum;
import org.vo4he.events.EventsException;
import org.vo4he.events.Extracted;
import org.vo4he.events.Intervals;
import org.vo4he.events.Outcome;
import org.vo4he.events.Selection;
import org.vo4he.fits.ImageWriter;
import org.vo4he.fits.NewFits;
import org.vo4he.ogip.ChannelRange;
import org.vo4he.ogip.CountsImage;
import org.vo4he.ogip.CountsImageWriter;
import org.vo4he.ogip.GoodTimeWriter;
import org.vo4he.ogip.Grouping;
import org.vo4he.ogip.LightCurveTable;
import org.vo4he.ogip.LightCurveWriter;
import org.vo4he.ogip.ObservationCards;
import org.vo4he.ogip.PhaSpectrum;
import org.vo4he.ogip.PhaWriter;
import org.vo4he.ogip.RadialProfile;
import org.vo4he.ogip.RadialProfileWriter;
import org.vo4he.ogip.ScienceFile;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.Workspace;

/// Writes what was counted as files.
final class ProductFiles {

    private final EventList events;
    private final ExtractRequest request;
    private final Arguments arguments;
    private final Workspace workspace;
    private final Extracted extracted;
    private final String creator;
    private final Optional<SelectedSpan> span;
    private final List<ExtractResult.Written> written = new ArrayList<>();

    ProductFiles(
            EventList events,
            ExtractRequest request,
            Arguments arguments,
            Workspace workspace,
            Extracted extracted,
            String creator)
            throws IOException, EventsException {
        this.events = events;
        this.request = request;
        this.arguments = arguments;
        this.workspace = workspace;
        this.extracted = extracted;
        this.creator = creator;
        this.span = SelectedSpan.of(events, request.source());
    }

    ExtractResult write() throws IOException, StepException, EventsException {
        if (request.spectrum().isPresent()) {
            spectrum(extracted.get(request.spectrum().get()));
        }
        if (request.curve().isPresent()) {
            lightCurve(extracted.get(request.curve().get()));
        }
        if (request.image().isPresent()) {
            image(extracted.get(request.image().get()));
        }
        if (request.profile().isPresent()) {
            profile(extracted.get(request.profile().get()));
        }
        arguments.text(ExtractStep.EVENTS).ifPresent(name -> written.add(new ExtractResult.Written("events", name)));
        boolean withRegion = written.stream().anyMatch(file -> !file.kind().equals(ExtractStep.IMAGE));
        return new ExtractResult(
                extracted,
                request.hardness().map(extracted::get),
                written,
                ProductFindings.of(events, request, extracted, withRegion));
    }

    private void spectrum(EventSpectrum counted) throws IOException, StepException, EventsException {
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
            throws StepException, EventsException {
        Backscal backscal = backscal(outcome);
        return new PhaSpectrum(
                content,
                counted.column().contains("PI") || counted.edgesKev().isPresent() ? "PI" : "PHA",
                counted.firstChannel(),
                CountedTables.narrowed(counts.perChannel()),
                exposure(outcome),
                backscal.value(),
                backscal.meaning(),
                responses(counted, background),
                content == PhaSpectrum.Content.TOTAL ? grouping(counts.perChannel()) : Optional.empty(),
                band(),
                counted.edgesKev());
    }

    /// Responses that the events name have the channels of the events, and no bins of another grid.
    private PhaSpectrum.Files responses(EventSpectrum counted, Optional<String> background) {
        return counted.edgesKev().isPresent()
                ? new PhaSpectrum.Files(background, Optional.empty(), Optional.empty())
                : new PhaSpectrum.Files(background, response().or(() -> named("RESPFILE")), named("ANCRFILE"));
    }

    private Optional<String> response() {
        return arguments
                .file(ExtractStep.RESPONSE)
                .map(file -> file.getFileName().toString());
    }

    private Optional<Grouping> grouping(long[] counts) {
        return arguments
                .real(ExtractStep.GROUPING)
                .map(least -> Grouping.minimum(
                        Arrays.stream(counts).asDoubleStream().toArray(), new short[counts.length], least));
    }

    private record Backscal(double value, String meaning) {}

    /// Of source and background the same quantity: that which is known of both.
    private Backscal backscal(Outcome outcome) {
        boolean angles = Stream.concat(Stream.of(extracted.source()), extracted.background().stream())
                .allMatch(each -> Double.isFinite(each.solidAngleDeg2()));
        if (angles) {
            boolean onPixels = Double.isFinite(outcome.areaPixels());
            return new Backscal(
                    outcome.solidAngleDeg2(),
                    "[deg2] solid angle of the region on " + (onPixels ? "sky pixels" : "the sky"));
        }
        return Double.isFinite(outcome.areaPixels())
                ? new Backscal(outcome.areaPixels(), "[pixel2] area of the region; sky not known")
                : new Backscal(1, "the area is not known");
    }

    private Optional<String> named(String keyword) {
        return events.headers().text(keyword).map(found -> found.value());
    }

    private double exposure(Outcome outcome) throws StepException {
        return outcome.exposureSeconds().orElseThrow(() -> withoutExposure(events));
    }

    /// @throws StepException if nothing tells the exposure, without which there is no spectrum and no light curve
    static void requireExposure(EventList events) throws StepException {
        if (!events.hasExposure()) {
            throw withoutExposure(events);
        }
    }

    private static StepException withoutExposure(EventList events) {
        return new StepException(
                events.path()
                        + " has no good times, no TSTART and no TSTOP, so the exposure of spectra and light curves can't be told");
    }

    private void lightCurve(EventLightCurve curve) throws IOException, StepException, EventsException {
        LightCurveTable table = CountedTables.lightCurve(curve, unit(), exposure(extracted.source()), band());
        file(
                "lightcurve",
                arguments.text(ExtractStep.LIGHT_CURVE).orElseThrow(),
                ExtractStep.REGION,
                extracted.source(),
                file -> List.of(LightCurveWriter.hdu(table, file)));
    }

    private void profile(EventProfile profile) throws IOException, StepException, EventsException {
        RadialProfile table = CountedTables.profile(profile, band());
        file(
                "profile",
                arguments.text(ExtractStep.PROFILE).orElseThrow(),
                ExtractStep.REGION,
                extracted.source(),
                file -> List.of(RadialProfileWriter.hdu(table, file)));
    }

    private String unit() {
        return events.time().flatMap(column -> column.unit()).orElse("s");
    }

    private Optional<double[]> band() {
        return request.source().energy().flatMap(range -> Bands.kev(range, events));
    }

    private void image(EventImage counted) throws IOException, StepException, EventsException {
        CountsImage image = CountedImage.of(events, request, extracted, counted);
        String name = arguments.text(ExtractStep.IMAGE).orElseThrow();
        List<byte[]> hdus = new ArrayList<>(CountsImageWriter.hdus(image, science(ExtractStep.REGION)));
        goodTimes(extracted.source()).ifPresent(hdus::add);
        NewFits.write(workspace.output(name), hdus);
        written.add(new ExtractResult.Written("image", name));
    }

    private interface Content {
        List<byte[]> hdus(ScienceFile file);
    }

    private void file(String kind, String name, String region, Outcome outcome, Content content)
            throws IOException, EventsException {
        ScienceFile file = science(region);
        List<byte[]> hdus = new ArrayList<>();
        hdus.add(ImageWriter.noData(hdu -> {
            hdu.card("CREATOR", creator, "program that made this file");
            file.observation().all().accept(hdu);
        }));
        hdus.addAll(content.hdus(file));
        goodTimes(outcome).ifPresent(hdus::add);
        Selection selection =
                region.equals(ExtractStep.BACKGROUND) ? request.background().orElseThrow() : request.source();
        RegionHdu.of(events, selection, file.observation()).ifPresent(hdus::add);
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
                ? Optional.of(
                        GoodTimeWriter.hdu(onCards(good.starts()), onCards(good.stops()), unit(), clockOfGoodTimes()))
                : Optional.empty();
    }

    private double[] onCards(double[] times) {
        return Arrays.stream(times).map(events.clock()::toGoodTime).toArray();
    }

    /// A TIMEZERO of TIME alone is in the good times already.
    private ObservationCards clockOfGoodTimes() {
        return events.clock().isOfColumnAlone() ? observation().withoutTimeZero() : observation();
    }

    private ObservationCards observation() {
        ObservationCards cards =
                ObservationCards.of(events.hdu(), events.file().hdus().getFirst());
        return span.map(times -> times.in(cards)).orElse(cards);
    }

    private ScienceFile science(String region) {
        Optional<ChannelRange> channels = request.source().energy().flatMap(range -> Bands.channels(range, events));
        return new ScienceFile(
                observation(), creator, Optional.empty(), SelectionWords.of(arguments, region), channels);
    }
}
