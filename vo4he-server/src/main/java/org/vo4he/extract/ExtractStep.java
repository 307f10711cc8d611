// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vo4he.events.EventList;
import org.vo4he.events.EventsException;
import org.vo4he.events.Extracted;
import org.vo4he.events.Extraction;
import org.vo4he.events.Sink;
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
    public static final String GOOD_TIMES = "gti";
    public static final String RESPONSE = "response";
    public static final String FILTER = "filter";
    public static final String BIN = "bin";
    public static final String IMAGE_BIN = "image-bin";
    public static final String BANDS = "bands";
    public static final String HARDNESS = "hardness";
    public static final String GROUPING = "grouping";
    public static final String ENERGY_GRID = "energy-grid";
    public static final String RINGS = "rings";
    public static final String SPECTRUM = "spectrum";
    public static final String LIGHT_CURVE = "lightcurve";
    public static final String IMAGE = "image";
    public static final String PROFILE = "profile";
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
                        text(REGION, "where on the sky: shapes as DS9 and CIAO write them"),
                        text(BACKGROUND, "where the background is taken from, as for the region")
                                .changingOnly(SPECTRUM, LIGHT_CURVE, PROFILE),
                        text(ENERGY, "energies such as 0.5-7 (keV), or channels such as pi:35-480"),
                        text(TIME, "times A-B on the clock of the events, mjd:A-B, two dates, or GTI"),
                        Parameter.input(GOOD_TIMES, "a file whose good times are taken")
                                .optional(),
                        Parameter.input(RESPONSE, "a response (RMF) whose EBOUNDS gives energies to channels")
                                .optional(),
                        text(FILTER, "a condition on columns, as PI in [35:480] && GRADE != 7"),
                        Parameter.value(BIN, ParameterType.REAL, "bins of the light curve")
                                .withUnit("s")
                                .withRange(NARROWEST, "")
                                .withDefault("100")
                                .changingOnly(LIGHT_CURVE),
                        Parameter.value(IMAGE_BIN, ParameterType.REAL, "sky pixels on a side of a pixel of the image")
                                .withRange("0", "")
                                .withDefault("0")
                                .changingOnly(IMAGE),
                        text(BANDS, "bands of the image, such as 0.5-1.2,1.2-2,2-7")
                                .changingOnly(IMAGE),
                        Parameter.value(
                                        GROUPING,
                                        ParameterType.REAL,
                                        "least counts in a group of the spectrum's channels")
                                .withUnit("count")
                                .withRange("1", "")
                                .optional()
                                .changingOnly(SPECTRUM),
                        text(ENERGY_GRID, "bins of energy of the spectrum, such as 0.1-100TeV,n=30")
                                .changingOnly(SPECTRUM),
                        text(HARDNESS, "a soft and a hard band, such as 0.5-2,2-7, whose ratio is told")
                                .changingOnly(LIGHT_CURVE),
                        text(RINGS, "rings of the radial profile, such as annulus(83.63,22.01,0\",60\",n=20)")
                                .changingOnly(PROFILE),
                        output(SPECTRUM, "spectrum"),
                        output(LIGHT_CURVE, "light curve"),
                        output(IMAGE, "image"),
                        output(PROFILE, "radial profile"),
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
        extract(arguments, workspace, listener).findings().forEach(listener::finding);
    }

    /// The background beside a spectrum.
    @Override
    public List<String> companions(Arguments arguments) {
        return arguments.text(SPECTRUM).filter(_ -> arguments.text(BACKGROUND).isPresent()).stream()
                .map(ProductFiles::partner)
                .toList();
    }

    @Override
    public String meaning(Parameter parameter, String text) {
        String meaning = Meaning.of(parameter.name(), text);
        return meaning.equals(text) ? Step.super.meaning(parameter, text) : meaning;
    }

    /// @throws StepException if the text of an argument is not understood: what a run would refuse before it opens a
    /// file
    @Override
    public void check(Arguments arguments) throws StepException {
        ExtractRequest.of(arguments);
        ArgumentLength.require(arguments);
    }

    @Override
    public void checkInputs(Arguments arguments) throws StepException, IOException {
        ExtractRequest request = ExtractRequest.of(arguments);
        with(arguments, events -> {
            Extraction.check(events, request.source(), request.background(), request.sinks());
            if (request.spectrum().isPresent() || request.curve().isPresent()) {
                ProductFiles.requireExposure(events);
            }
            if (request.image().isPresent()) {
                ImageCoordinates.require(events);
            }
            if (arguments.file(EVENTS).isPresent()) {
                EventCopy.changes(events, request.source(), arguments, creator());
            }
            return events;
        });
    }

    /// As [#run], and tells what was counted.
    public ExtractResult extract(Arguments arguments, Workspace workspace, StepListener listener)
            throws StepException, IOException {
        ExtractRequest request = ExtractRequest.of(arguments);
        return with(arguments, events -> {
            try (EventCopy copy = EventCopy.of(events, request.source(), arguments, workspace, creator())) {
                List<Sink<?>> wanted = new ArrayList<>(request.sinks());
                copy.sink().ifPresent(wanted::add);
                long rows = Math.max(1, events.rows());
                Extracted extracted = Extraction.run(
                        events,
                        request.source(),
                        request.background(),
                        wanted,
                        done -> listener.progress((double) done / rows));
                copy.finish(extracted.source());
                return new ProductFiles(events, request, arguments, workspace, extracted, creator()).write();
            }
        });
    }

    private String creator() {
        return "vo4he " + version;
    }

    private interface OnEvents<T> {
        T apply(EventList events) throws IOException, EventsException, StepException;
    }

    private static <T> T with(Arguments arguments, OnEvents<T> work) throws StepException, IOException {
        Path input = arguments.file(INPUT).orElseThrow();
        try (EventList events = EventList.open(input, arguments.file(RESPONSE))) {
            return work.apply(events);
        } catch (NotFitsException e) {
            throw StepException.of(INPUT, input + ": " + e.getMessage(), e);
        } catch (EventsException | IllegalArgumentException e) {
            throw new StepException(e.getMessage(), e);
        }
    }
}
