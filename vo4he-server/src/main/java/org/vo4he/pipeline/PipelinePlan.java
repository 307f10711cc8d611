// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.Parameter.Role;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.PlannedInput;
import org.vo4he.reprocess.PlannedStep;
import org.vo4he.reprocess.StepException;

/// The plan of a pipeline for files: all of its steps, with all values filled in.
public final class PipelinePlan {

    private final Pipeline pipeline;
    private final Map<String, Path> files;
    private final Function<Path, Optional<String>> dids;
    private final Map<Path, PlannedInput.Stored> stored = new HashMap<>();

    private PipelinePlan(Pipeline pipeline, Map<String, Path> files, Function<Path, Optional<String>> dids) {
        this.pipeline = pipeline;
        this.files = files;
        this.dids = dids;
    }

    /// Reads the inputs, for their checksums.
    ///
    /// @param files by the names that the pipeline has for them
    /// @param dids the identifier that a file says it has
    /// @throws PipelineException when one is missing, too many, or does not suit its step
    public static Plan of(Pipeline pipeline, Map<String, Path> files, Function<Path, Optional<String>> dids)
            throws PipelineException, IOException {
        TreeSet<String> unknown = new TreeSet<>(files.keySet());
        pipeline.inputs().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new PipelineException("the pipeline %s has no input '%s'; it has %s"
                    .formatted(pipeline.name(), unknown.first(), String.join(", ", pipeline.inputs())));
        }
        for (String input : pipeline.inputs()) {
            if (!files.containsKey(input)) {
                throw new PipelineException(
                        "the pipeline %s needs a file for its input '%s'".formatted(pipeline.name(), input));
            }
        }
        return new PipelinePlan(pipeline, files, dids).plan();
    }

    private Plan plan() throws PipelineException, IOException {
        List<PlannedStep> steps = new ArrayList<>();
        for (int number = 0; number < pipeline.steps().size(); number++) {
            steps.add(step(number, pipeline.steps().get(number)));
        }
        return new Plan(steps, Optional.empty(), List.of(), List.of());
    }

    private PlannedStep step(int number, Pipeline.Stage stage) throws PipelineException, IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, PlannedInput> inputs = new LinkedHashMap<>();
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, String> value : stage.values().entrySet()) {
            String name = value.getKey();
            boolean input =
                    stage.step().definition().parameter(name).orElseThrow().role() == Role.INPUT;
            if (input) {
                inputs.put(name, input(new Text(value.getValue())));
                all.put(name, "input");
            } else {
                String text = new Text(value.getValue()).filled(this::stem);
                values.put(name, text);
                all.put(name, text);
            }
        }
        for (Finding finding : stage.step().definition().check(all, "")) {
            throw new PipelineException(
                    "step %s of the pipeline %s: %s".formatted(stage.name(), pipeline.name(), finding.message()));
        }
        check(stage, all, inputs);
        return new PlannedStep(number, stage.step(), stage.step().definition(), values, inputs, Map.of());
    }

    /// What the step itself has against it; beside the inputs only where no earlier step has yet to make one.
    private void check(Pipeline.Stage stage, Map<String, String> values, Map<String, PlannedInput> inputs)
            throws PipelineException, IOException {
        boolean here = true;
        for (Map.Entry<String, PlannedInput> input : inputs.entrySet()) {
            if (input.getValue() instanceof PlannedInput.Stored stored) {
                values.put(input.getKey(), stored.file().toString());
            } else {
                here = false;
            }
        }
        try {
            Arguments arguments = Arguments.of(stage.step().definition(), values);
            stage.step().check(arguments);
            if (here) {
                stage.step().checkInputs(arguments);
            }
        } catch (StepException e) {
            throw new PipelineException(
                    "step %s of the pipeline %s: %s".formatted(stage.name(), pipeline.name(), e.getMessage()), e);
        }
    }

    private PlannedInput input(Text text) throws PipelineException, IOException {
        Optional<String> place = text.place();
        if (place.isEmpty()) {
            return stored(Path.of(text.filled(same -> same)));
        }
        return files.containsKey(place.get()) ? stored(files.get(place.get())) : made(place.get());
    }

    private PlannedInput made(String place) {
        int dot = place.indexOf('.');
        for (int number = 0; number < pipeline.steps().size(); number++) {
            if (pipeline.steps().get(number).name().equals(place.substring(0, dot))) {
                return new PlannedInput.Made(number, place.substring(dot + 1));
            }
        }
        throw new IllegalStateException("no step makes {" + place + "}");
    }

    private PlannedInput stored(Path file) throws PipelineException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new PipelineException("there is no file " + file);
        }
        Path real = file.toRealPath();
        PlannedInput.Stored known = stored.get(real);
        if (known == null) {
            known = PlannedInput.Stored.of(real, dids.apply(real));
            stored.put(real, known);
        }
        return known;
    }

    /// The name without its endings: `0042` of `0042.evt.gz`.
    private String stem(String place) {
        Path file = files.get(place.substring(0, place.lastIndexOf('.')));
        return file.getFileName().toString().replaceFirst("(?i)(?<=.)(\\.[a-z]{1,5})?(\\.gz)?$", "");
    }
}
