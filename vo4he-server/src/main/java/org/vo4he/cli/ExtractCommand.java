// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vo4he.extract.ExtractResult;
import org.vo4he.extract.ExtractStep;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he extract`: products of an event list.
@Command(
        name = "extract",
        description =
                "Select photons of an event list, and make a spectrum, a light curve, an image and an event list of them in one pass. Without an output they are only counted.",
        footer = {
            "",
            "Edges are included; no good times, grades or qualities are looked at unless asked for.",
            "",
            "Examples:",
            "  vo4he extract events.fits --region 'circle(83.63,22.01,60\")' --energy 0.5-7",
            "  vo4he extract events.fits --spectrum src.pha --region src.reg --background bkg.reg --grouping 25",
            "  vo4he extract events.fits --energy pi:35-480 --filter 'CCD_ID == 7 && !isnull(X)' --events ccd7.fits",
            "  vo4he extract events.fits --lightcurve lc.fits --bin 50 --time 339470000-339480000",
            "  vo4he extract events.fits --lightcurve lc.fits --hardness 0.5-2,2-7 --region src.reg --background bkg.reg",
            "  vo4he extract events.fits --profile profile.fits --rings 'annulus(83.63,22.01,0\",60\",n=30)'",
            "  vo4he extract events.fits --image image.fits --bands 0.5-1.2,1.2-2,2-7 --events soft.fits --energy 0.5-2"
        })
final class ExtractCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "EVENTS", description = "An event list, plain or gzip.")
    private Path input;

    @Option(
            names = "--spectrum",
            paramLabel = "FILE",
            description = "Write a spectrum (PHA, OGIP/92-007); with --background also FILE_bkg, its partner.")
    private Path spectrum;

    @Option(names = "--lightcurve", paramLabel = "FILE", description = "Write a light curve (OGIP/93-003).")
    private Path lightCurve;

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description = "Write an image with celestial coordinates, of the region if there is one.")
    private Path image;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description =
                    "Write a radial profile: counts and surface brightness in rings (of the region's circle: 20).")
    private Path profile;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Write the events selected, with all columns and header cards.")
    private Path events;

    @Mixin
    private ExtractSelection selection;

    @Option(names = "--bin", paramLabel = "SECONDS", description = "Bins of the light curve (default: 100).")
    private String bin;

    @Option(
            names = "--image-bin",
            paramLabel = "N",
            description =
                    "Sky pixels on a side of a pixel of the image (default: as few as make at most 1,024 a side); of a list of directions units of 0.02 degrees (default: 1, of Fermi 5).")
    private String imageBin;

    @Option(
            names = "--bands",
            paramLabel = "A-B,…",
            description =
                    "Bands of the image in keV: its primary HDU has the events of any of them, each is an extension.")
    private String bands;

    @Option(
            names = "--grouping",
            paramLabel = "COUNTS",
            description =
                    "Group the channels of the spectrum to at least so many counts (GROUPING and QUALITY of OGIP).")
    private String grouping;

    @Option(
            names = "--energy-grid",
            paramLabel = "A-B,n=N",
            description =
                    "Bins of energy of the spectrum, equal in the logarithm, as 0.1-100TeV,n=30 (default for lists without channels: ten in a decade).")
    private String energyGrid;

    @Option(
            names = "--hardness",
            paramLabel = "SOFT,HARD",
            description =
                    "Tell the hardness ratio (H-S)/(H+S) of two bands such as 0.5-2,2-7; a light curve gets both bands.")
    private String hardness;

    @Option(
            names = "--rings",
            paramLabel = "ANNULUS",
            description = "Rings of the radial profile: annulus(ra,dec,r0,r1,r2,…), or annulus(ra,dec,r0,r1,n=20).")
    private String rings;

    @Option(names = "--overwrite", description = "Replace files that are there already.")
    private boolean overwrite;

    @Option(names = "--strict", description = "Warnings too make the exit code 1.")
    private boolean strict;

    @Option(names = "--json", description = "Tell selected, rows, exposure and outputs as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Describing.requireFile(input);
        Map<String, Path> targets = targets();
        ExtractRun run = new ExtractRun(new ExtractStep(Vo4he.version()));
        Arguments arguments = arguments(run.step(), targets);
        return Shutdown.during(_ -> {
            try (NewOutputs outputs = NewOutputs.beside(targets.values(), overwrite, inputs())) {
                ExtractResult result = (targets.isEmpty()
                                ? run.counted(arguments, new Workspace(outputs.folder()))
                                : extracted(run, arguments, outputs))
                        .saying(this::asTyped);
                Map<String, Path> written = new LinkedHashMap<>();
                result.outputs().forEach(output -> written.put(output.kind(), outputs.target(output.name())));
                PrintWriter out = spec.commandLine().getOut();
                out.print(json ? ExtractReport.json(result, written) + "\n" : ExtractReport.text(result, written));
                result.findings().forEach(spec.commandLine().getErr()::println);
                return strict && result.hasWarnings() ? ExitCode.FINDINGS : ExitCode.DONE;
            } catch (StepException e) {
                throw new CommandFailure(asTyped(e.getMessage()), e);
            } catch (IOException e) {
                throw new CommandFailure(FileWriting.reason(e), e);
            }
        });
    }

    private ExtractResult extracted(ExtractRun run, Arguments arguments, NewOutputs outputs)
            throws StepException, IOException, InterruptedException {
        Describing describing = new Describing(SettingOptions.settings(spec));
        ExtractRun.Made made = run.made(arguments, outputs.folder(), describing);
        outputs.publish(made.files());
        return made.result();
    }

    /// A run is given the real path of its input; a person reads the one that was typed.
    private String asTyped(String sentence) {
        try {
            return sentence.replace(input.toRealPath().toString(), input.toString());
        } catch (IOException _) {
            return sentence;
        }
    }

    private Map<String, Path> targets() {
        Map<String, Path> targets = new LinkedHashMap<>();
        put(targets, ExtractStep.SPECTRUM, spectrum);
        put(targets, ExtractStep.LIGHT_CURVE, lightCurve);
        put(targets, ExtractStep.IMAGE, image);
        put(targets, ExtractStep.PROFILE, profile);
        put(targets, ExtractStep.EVENTS, events);
        return targets;
    }

    private void put(Map<String, Path> targets, String name, Path file) {
        if (file == null) {
            return;
        }
        Path plain = file.getFileName();
        if (plain == null || !Workspace.isName(plain.toString())) {
            throw usage("--" + name + " " + file + " is no plain name of a file");
        }
        boolean twice = targets.values().stream().anyMatch(other -> plain.equals(other.getFileName()));
        if (twice) {
            throw usage("two outputs are called " + plain);
        }
        targets.put(name, file);
    }

    private List<Path> inputs() {
        List<Path> inputs = new ArrayList<>(List.of(input));
        selection.named().ifPresent(inputs::add);
        return inputs;
    }

    private Arguments arguments(ExtractStep step, Map<String, Path> targets) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put(ExtractStep.INPUT, input.toString());
        boolean bandsToo = bands != null || hardness != null;
        selection.given(input, bandsToo).forEach((name, value) -> put(given, name, value));
        put(given, ExtractStep.BIN, bin);
        put(given, ExtractStep.IMAGE_BIN, imageBin);
        put(given, ExtractStep.BANDS, bands);
        put(given, ExtractStep.GROUPING, grouping);
        put(given, ExtractStep.ENERGY_GRID, energyGrid);
        put(given, ExtractStep.HARDNESS, hardness);
        put(given, ExtractStep.RINGS, rings);
        targets.forEach((name, file) -> given.put(name, file.getFileName().toString()));
        try {
            Arguments arguments = Arguments.of(step.definition(), given);
            step.check(arguments);
            return arguments;
        } catch (IllegalArgumentException | StepException e) {
            throw usage(e.getMessage());
        }
    }

    private static void put(Map<String, String> given, String name, String value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
