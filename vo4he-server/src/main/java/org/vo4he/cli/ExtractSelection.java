// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vo4he.events.EventsException;
import org.vo4he.events.Region;
import org.vo4he.extract.ExtractStep;
import org.vo4he.extract.NamedResponse;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of `vo4he extract` that say which events are selected, as arguments of the step: what is a file is read,
/// or becomes an input.
final class ExtractSelection {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Where: shapes as DS9 and CIAO write them, or a file of them.")
    private String region;

    @Option(names = "--background", paramLabel = "REGION", description = "Where the background is taken from.")
    private String background;

    @Option(names = "--energy", paramLabel = "A-B", description = "Energies in keV, or channels as in pi:35-480.")
    private String energy;

    @Option(
            names = "--time",
            paramLabel = "A-B|GTI",
            description = "Times on the clock of the events, mjd:A-B, two dates with / between, GTI, or a GTI file.")
    private String time;

    @Option(
            names = "--filter",
            paramLabel = "EXPR",
            description = "A condition on columns, as 'PI in [35:480] && GRADE != 7 && (FLAG & 4) == 0'.")
    private String filter;

    @Option(
            names = "--response",
            paramLabel = "FILE",
            description =
                    "A response (RMF) whose EBOUNDS gives energies to channels (default: RESPFILE of the events, where they have no energies).")
    private Path response;

    /// The response that is given, a file that is not to be written over.
    Optional<Path> named() {
        return Optional.ofNullable(response);
    }

    /// Arguments by name; null for what was not given.
    ///
    /// @param input the events
    /// @param bandsToo whether energies are asked for besides
    Map<String, String> given(Path input, boolean bandsToo) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put(ExtractStep.REGION, shapes(region));
        given.put(ExtractStep.BACKGROUND, shapes(background));
        given.put(ExtractStep.ENERGY, energy);
        given.put(isFile(time) ? ExtractStep.GOOD_TIMES : ExtractStep.TIME, time);
        given.put(
                ExtractStep.RESPONSE,
                response(input, bandsToo).map(Path::toString).orElse(null));
        given.put(ExtractStep.FILTER, filter);
        return given;
    }

    /// Of no use without energies.
    private Optional<Path> response(Path input, boolean bandsToo) {
        if (response != null) {
            Describing.requireFile(response);
            return Optional.of(response);
        }
        if (energy == null && !bandsToo) {
            return Optional.empty();
        }
        try {
            return NamedResponse.beside(input);
        } catch (IOException e) {
            throw new CommandFailure(FileWriting.reason(e), e);
        }
    }

    /// Of a region file its shapes, so that the provenance of what is made needs no other file.
    private String shapes(String text) {
        if (!isFile(text)) {
            if (text != null && text.matches("[^(\\s]*\\.[^(\\s]*")) {
                throw usage("there is no region file " + text);
            }
            return text;
        }
        try {
            return Region.read(Path.of(text)).onOneLine();
        } catch (EventsException e) {
            throw usage(e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(text + ": " + FileWriting.reason(e), e);
        }
    }

    private static boolean isFile(String text) {
        try {
            return text != null && Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
