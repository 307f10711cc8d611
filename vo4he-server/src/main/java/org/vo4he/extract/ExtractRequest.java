// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.events.EnergyGrid;
import org.vo4he.events.EnergyRange;
import org.vo4he.events.EventsException;
import org.vo4he.events.Region;
import org.vo4he.events.Rings;
import org.vo4he.events.RowFilter;
import org.vo4he.events.Selection;
import org.vo4he.events.Sink;
import org.vo4he.events.Times;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.StepException;

/// What the texts of a run's arguments ask for, understood before the event list is opened. No text names a file: files
/// are inputs.
///
/// @param imageOfAll of bands, the events that are in any of them
/// @param background a selection of its own, that differs from the source's by its region
record ExtractRequest(
        Selection source,
        Optional<Selection> background,
        Optional<Sink.Spectrum> spectrum,
        Optional<Sink.LightCurve> curve,
        Optional<Sink.Image> image,
        Optional<Sink.Image> imageOfAll,
        Optional<Sink.Bands> hardness,
        Optional<Sink.Profile> profile) {

    private static final int RINGS = 20;

    /// @throws StepException if a text is not understood, with one that would be
    static ExtractRequest of(Arguments arguments) throws StepException {
        Selection common = common(arguments);
        Optional<Region> region = region(arguments, ExtractStep.REGION);
        Optional<Region> background = region(arguments, ExtractStep.BACKGROUND);
        List<EnergyRange> bands = bands(arguments, ExtractStep.BANDS);
        List<EnergyRange> hardness = hardness(arguments);
        Optional<EnergyGrid> grid = read(arguments, ExtractStep.ENERGY_GRID, EnergyGrid::parse, "0.1-100TeV,n=30");
        double bin = arguments.real(ExtractStep.BIN).orElseThrow();
        double imageBin = arguments.real(ExtractStep.IMAGE_BIN).orElseThrow();
        return new ExtractRequest(
                region.map(common::in).orElse(common),
                background.map(common::in),
                arguments.file(ExtractStep.SPECTRUM).map(_ -> new Sink.Spectrum(Optional.empty(), grid)),
                arguments.file(ExtractStep.LIGHT_CURVE).map(_ -> new Sink.LightCurve(bin, Optional.empty(), hardness)),
                arguments.file(ExtractStep.IMAGE).map(_ -> new Sink.Image(imageBin, bands, true)),
                arguments
                        .file(ExtractStep.IMAGE)
                        .filter(_ -> !bands.isEmpty())
                        .map(_ -> new Sink.Image(imageBin, Bands.joined(bands), true)),
                hardness.isEmpty() ? Optional.empty() : Optional.of(new Sink.Bands(hardness)),
                profile(arguments, region));
    }

    /// Those of the image, and the soft and the hard one.
    List<List<EnergyRange>> bands() {
        List<List<EnergyRange>> all = new ArrayList<>();
        image.map(Sink.Image::bands).ifPresent(all::add);
        hardness.map(Sink.Bands::bands).ifPresent(all::add);
        return all;
    }

    /// What is fed in the pass, the events themselves apart.
    List<Sink<?>> sinks() {
        List<Sink<?>> all = new ArrayList<>();
        spectrum.ifPresent(all::add);
        curve.ifPresent(all::add);
        image.ifPresent(all::add);
        imageOfAll.ifPresent(all::add);
        hardness.ifPresent(all::add);
        profile.ifPresent(all::add);
        return all;
    }

    private static Selection common(Arguments arguments) throws StepException {
        Selection selection = Selection.ALL;
        Optional<EnergyRange> energy = read(arguments, ExtractStep.ENERGY, EnergyRange::parse, "0.5-7");
        Optional<Times> times = times(arguments);
        Optional<RowFilter> filter =
                read(arguments, ExtractStep.FILTER, RowFilter::parse, "PI in [35:480] && GRADE != 7");
        if (energy.isPresent()) {
            selection = selection.in(energy.get());
        }
        if (times.isPresent()) {
            selection = selection.in(times.get());
        }
        return filter.map(selection::where).orElse(selection);
    }

    private static Optional<Times> times(Arguments arguments) throws StepException {
        Optional<Path> file = arguments.file(ExtractStep.GOOD_TIMES);
        Optional<Times> times = read(arguments, ExtractStep.TIME, Times::parse, "339470000-339480000");
        if (file.isPresent() && times.isPresent()) {
            throw StepException.of(
                    ExtractStep.TIME,
                    "times are given as " + ExtractStep.TIME + " or as " + ExtractStep.GOOD_TIMES + ", not as both");
        }
        return file.<Times>map(Times.GoodTimesOf::new).or(() -> times);
    }

    private static Optional<Region> region(Arguments arguments, String name) throws StepException {
        return read(arguments, name, Region::parse, "circle(83.63,22.01,60\")");
    }

    private static List<EnergyRange> bands(Arguments arguments, String name) throws StepException {
        List<EnergyRange> bands = new ArrayList<>();
        for (String band : arguments.text(name).map(text -> text.split(",", -1)).orElse(new String[0])) {
            bands.add(understood(name, band, EnergyRange::parse, "0.5-1.2,1.2-2,2-7"));
        }
        return bands;
    }

    private static List<EnergyRange> hardness(Arguments arguments) throws StepException {
        List<EnergyRange> bands = bands(arguments, ExtractStep.HARDNESS);
        if (!bands.isEmpty() && bands.size() != 2) {
            throw StepException.of(
                    ExtractStep.HARDNESS,
                    ExtractStep.HARDNESS + ": " + bands.size()
                            + " bands, where a soft and a hard one are expected; right is, for example, 0.5-2,2-7");
        }
        return bands;
    }

    private static Optional<Sink.Profile> profile(Arguments arguments, Optional<Region> region) throws StepException {
        String right = "annulus(83.63,22.01,0\",60\",n=20)";
        Optional<Rings> rings = read(arguments, ExtractStep.RINGS, Rings::parse, right);
        if (arguments.file(ExtractStep.PROFILE).isEmpty()) {
            return Optional.empty();
        }
        if (rings.isEmpty() && region.isPresent()) {
            String text = arguments.text(ExtractStep.REGION).orElseThrow();
            rings = Optional.of(understood(ExtractStep.RINGS, text, _ -> Rings.of(region.get(), RINGS), right));
        }
        return Optional.of(new Sink.Profile(rings.orElseThrow(() -> StepException.of(
                ExtractStep.RINGS,
                "a radial profile needs a region or " + ExtractStep.RINGS + "; right is, for example, " + right))));
    }

    private interface Reader<T> {
        T read(String text) throws IOException, EventsException;
    }

    private static <T> Optional<T> read(Arguments arguments, String name, Reader<T> reader, String right)
            throws StepException {
        Optional<String> text = arguments.text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(understood(name, text.get(), reader, right));
    }

    private static <T> T understood(String name, String text, Reader<T> reader, String right) throws StepException {
        try {
            return reader.read(text);
        } catch (EventsException | IOException | IllegalArgumentException e) {
            throw StepException.of(name, name + ": " + e.getMessage() + "; right is, for example, " + right, e);
        }
    }
}
