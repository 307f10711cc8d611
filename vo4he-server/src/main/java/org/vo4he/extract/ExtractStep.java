// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.events.EnergyRange;
import org.vo4he.events.EventList;
import org.vo4he.events.EventsException;
import org.vo4he.events.Extracted;
import org.vo4he.events.Extraction;
import org.vo4he.events.Region;
import org.vo4he.events.Selection;
import org.vo4he.events.Sink;
import org.vo4he.events.Times;
import org.vo4he.fits.NotFitsException;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.ParameterType;
import org.vo4he.reprocess.Step;
import org.vo4he.reprocess.StepDefinition;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.StepListener;
import org.vo4he.reprocess.Workspace;

/// Makes products of an event list in one pass over it.
///
/// @param version of vo4he
public record ExtractStep(String version) implements Step {

    public static final String INPUT = "input";
    public static final String REGION = "region";
    public static final String BACKGROUND = "background";
    public static final String ENERGY = "energy";
    public static final String TIME = "time";
    public static final String BIN = "bin";
    public static final String IMAGE_BIN = "image-bin";
    public static final String BANDS = "bands";
    public static final String SPECTRUM = "spectrum";
    public static final String LIGHT_CURVE = "lightcurve";
    public static final String IMAGE = "image";
    public static final String EVENTS = "events";

    private static final String NARROWEST = "1e-9";

    @Override
    public StepDefinition definition() {
        return new StepDefinition(
                "extract",
                version,
                "Select photons of an event list; make spectra, light curves, images and event lists of them",
                List.of(
                        Parameter.input(INPUT, "the event list"),
                        text(REGION, "where on the sky: shapes, or the name of a region file"),
                        text(BACKGROUND, "where the background is taken from, as for the region"),
                        text(ENERGY, "energies such as 0.5-7 (keV), or channels such as pi:35-480"),
                        text(TIME, "times A-B on the clock of the events, two dates, GTI, or the name of a GTI file"),
                        Parameter.value(BIN, ParameterType.REAL, "bins of the light curve")
                                .withUnit("s")
                                .withRange(NARROWEST, "")
                                .withDefault("100"),
                        Parameter.value(IMAGE_BIN, ParameterType.REAL, "sky pixels on a side of a pixel of the image")
                                .withRange("0", "")
                                .withDefault("0"),
                        text(BANDS, "bands of the image, such as 0.5-1.2,1.2-2,2-7"),
                        output(SPECTRUM, "spectrum"),
                        output(LIGHT_CURVE, "light curve"),
                        output(IMAGE, "image"),
                        output(EVENTS, "the events selected")));
    }

    private static Parameter text(String name, String description) {
        return Parameter.value(name, ParameterType.TEXT, description).optional();
    }

    private static Parameter output(String name, String description) {
        return Parameter.output(name, description).optional();
    }

    @Override
    public void run(Arguments arguments, Workspace workspace, StepListener listener) throws StepException, IOException {
        extract(arguments, workspace, listener);
    }

    /// As [#run], and tells what was counted.
    public ExtractResult extract(Arguments arguments, Workspace workspace, StepListener listener)
            throws StepException, IOException {
        Path input = arguments.file(INPUT).orElseThrow();
        try (EventList events = EventList.open(input)) {
            Selection source = selection(arguments, REGION);
            Optional<Selection> background = arguments.text(BACKGROUND).isPresent()
                    ? Optional.of(selection(arguments, BACKGROUND))
                    : Optional.empty();
            Sinks sinks = sinks(arguments);
            try (EventCopy copy = EventCopy.of(events, source, arguments, workspace, "vo4he " + version)) {
                List<Sink<?>> wanted = new ArrayList<>(sinks.all());
                copy.sink().ifPresent(wanted::add);
                long rows = Math.max(1, events.rows());
                Extracted extracted = Extraction.run(
                        events, source, background, wanted, done -> listener.progress((double) done / rows));
                copy.finish(extracted.source());
                return new ProductFiles(events, arguments, workspace, extracted, "vo4he " + version).write(sinks);
            }
        } catch (NotFitsException e) {
            throw new StepException(input + ": " + e.getMessage(), e);
        } catch (EventsException | IllegalArgumentException e) {
            throw new StepException(e.getMessage(), e);
        }
    }

    /// What is counted.
    record Sinks(Optional<Sink.Spectrum> spectrum, Optional<Sink.LightCurve> curve, Optional<Sink.Image> image) {

        List<Sink<?>> all() {
            List<Sink<?>> all = new ArrayList<>();
            spectrum.ifPresent(all::add);
            curve.ifPresent(all::add);
            image.ifPresent(all::add);
            return all;
        }
    }

    private static Sinks sinks(Arguments arguments) throws EventsException {
        List<EnergyRange> bands = new ArrayList<>();
        for (String band : arguments.text(BANDS).stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .toList()) {
            bands.add(EnergyRange.parse(band));
        }
        double bin = arguments.real(BIN).orElseThrow();
        double imageBin = arguments.real(IMAGE_BIN).orElseThrow();
        return new Sinks(
                arguments.file(SPECTRUM).map(_ -> new Sink.Spectrum()),
                arguments.file(LIGHT_CURVE).map(_ -> new Sink.LightCurve(bin)),
                arguments.file(IMAGE).map(_ -> new Sink.Image(imageBin, bands)));
    }

    private static Selection selection(Arguments arguments, String region) throws IOException, EventsException {
        Selection selection = Selection.ALL;
        Optional<String> place = arguments.text(region);
        if (place.isPresent()) {
            selection = selection.in(region(place.get()));
        }
        if (arguments.text(ENERGY).isPresent()) {
            selection = selection.in(EnergyRange.parse(arguments.text(ENERGY).get()));
        }
        if (arguments.text(TIME).isPresent()) {
            selection = selection.in(Times.parse(arguments.text(TIME).get()));
        }
        return selection;
    }

    /// Shapes, or a file of them.
    public static Region region(String text) throws IOException, EventsException {
        boolean shapes = text.contains("(");
        return !shapes && Files.isRegularFile(Path.of(text)) ? Region.read(Path.of(text)) : Region.parse(text);
    }
}
