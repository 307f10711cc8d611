// SPDX-License-Identifier: Apache-2.0
package org.vo4he.steps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vo4he.fits.NotFitsException;
import org.vo4he.ogip.GroupedSpectrum;
import org.vo4he.ogip.Grouping;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.ParameterType;
import org.vo4he.reprocess.Step;
import org.vo4he.reprocess.StepDefinition;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.StepListener;
import org.vo4he.reprocess.Workspace;

/// Groups the channels of a spectrum by a least number of counts; see [GroupedSpectrum].
///
/// @param version of vo4he
public record GroupStep(String version) implements Step {

    public static final String INPUT = "input";
    public static final String MINIMUM = "minimum";
    public static final String OUTPUT = "output";

    @Override
    public StepDefinition definition() {
        return new StepDefinition(
                "group",
                version,
                "Group the channels of a spectrum by a least number of counts",
                List.of(
                        Parameter.input(INPUT, "the spectrum"),
                        Parameter.value(MINIMUM, ParameterType.REAL, "least counts in a group")
                                .withUnit("count")
                                .withRange("1", "")
                                .withDefault("25"),
                        Parameter.output(OUTPUT, "the grouped spectrum")));
    }

    @Override
    public void run(Arguments arguments, Workspace workspace, StepListener listener) throws StepException, IOException {
        Path input = arguments.file(INPUT).orElseThrow();
        Path output = workspace.output(arguments.text(OUTPUT).orElseThrow());
        try {
            Grouping grouping =
                    GroupedSpectrum.write(input, output, arguments.real(MINIMUM).orElseThrow(), "vo4he " + version);
            listener.log(String.format(
                    Locale.ROOT,
                    "%d channels in %d groups of good quality",
                    grouping.grouping().length,
                    grouping.groups()));
        } catch (NotFitsException e) {
            throw new StepException(input + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new StepException(e.getMessage(), e);
        }
    }
}
