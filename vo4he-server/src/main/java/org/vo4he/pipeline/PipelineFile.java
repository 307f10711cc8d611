// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.mapping.YamlPart;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.Parameter.Role;
import org.vo4he.reprocess.Programs;
import org.vo4he.reprocess.Step;
import org.vo4he.reprocess.StepDefinition;
import org.vo4he.reprocess.Workspace;

/// Reads a pipeline, and checks all of it before anything runs: steps that exist, arguments that they have, values of
/// the right type and range, inputs that something makes, outputs of different names.
public final class PipelineFile {

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_-]{0,99}";
    private static final String STEM = ".stem";

    private final Programs programs;
    private final List<String> inputs;
    private final List<Pipeline.Stage> stages = new ArrayList<>();
    private final Set<String> outputs = new java.util.HashSet<>();

    private PipelineFile(Programs programs, List<String> inputs) {
        this.programs = programs;
        this.inputs = inputs;
    }

    /// @throws PipelineException with file, line, column and the value, at the first fault
    public static Pipeline read(Path file, Programs programs) throws PipelineException {
        Keys root = Keys.ofFile(file, Set.of("name", "description", "inputs", "steps"));
        String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        String name = root.text("name", "a plain name", Workspace::isName).orElse(stem);
        List<String> inputs = root.list("inputs");
        for (String input : inputs) {
            if (!input.matches(NAME)) {
                throw root.refused("inputs", "plain names", input);
            }
        }
        if (inputs.isEmpty()) {
            throw new PipelineException(root.place(), "a pipeline needs the key 'inputs', a list of names");
        }
        PipelineFile reading = new PipelineFile(programs, inputs);
        for (YamlPart part : root.sequence("steps")) {
            reading.add(Keys.of("a step", part, Set.of("name", "program", "arguments", "keep")));
        }
        if (reading.stages.isEmpty()) {
            throw new PipelineException(root.required("steps").place(), "a pipeline has at least one step");
        }
        return new Pipeline(name, inputs, reading.stages);
    }

    private void add(Keys keys) throws PipelineException {
        String program = keys.text("program")
                .orElseThrow(() -> new PipelineException(keys.place(), "a step needs the key 'program'"));
        Step step = programs.named(program)
                .orElseThrow(() -> new PipelineException(keys.place("program"), unknown(program)));
        String name =
                keys.text("name", "a plain name", text -> text.matches(NAME)).orElse(program);
        boolean taken = inputs.contains(name)
                || stages.stream().anyMatch(stage -> stage.name().equals(name));
        if (taken) {
            throw new PipelineException(
                    keys.place(), "two parts of the pipeline are called '" + name + "'; give the step a 'name'");
        }
        Map<String, String> values = keys.texts("arguments");
        Map<String, YamlPart.Place> places = places(keys);
        check(step.definition(), values, places, keys.place());
        stages.add(new Pipeline.Stage(name, step, values, keys.flag("keep").orElse(true), places));
    }

    private String unknown(String program) {
        boolean silent = programs.names().contains(program);
        return silent
                ? "program '" + program + "' declares no arguments in the file of programs, so that a pipeline can't"
                        + " name them"
                : "nothing here is called '" + program + "'; there are " + String.join(", ", programs.names());
    }

    private static Map<String, YamlPart.Place> places(Keys keys) throws PipelineException {
        Map<String, YamlPart.Place> places = new LinkedHashMap<>();
        Optional<YamlPart.Entry> arguments = keys.entry("arguments");
        if (arguments.isPresent()) {
            for (YamlPart.Entry entry :
                    Keys.mapping("arguments", arguments.get().value()).entries()) {
                places.put(entry.key(), entry.value().place());
            }
        }
        return places;
    }

    private void check(
            StepDefinition definition,
            Map<String, String> values,
            Map<String, YamlPart.Place> places,
            YamlPart.Place step)
            throws PipelineException {
        Map<String, String> tried = new LinkedHashMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            Optional<Parameter> parameter = definition.parameter(value.getKey());
            boolean input =
                    parameter.filter(known -> known.role() == Role.INPUT).isPresent();
            YamlPart.Place place = places.get(value.getKey());
            tried.put(value.getKey(), input ? file(value.getValue(), place) : filled(value.getValue(), place));
            if (parameter.filter(known -> known.role() == Role.OUTPUT).isPresent()) {
                checkOutput(value.getValue(), tried.get(value.getKey()), place);
            }
        }
        for (Finding finding : definition.check(tried, "")) {
            throw new PipelineException(places.getOrDefault(finding.where(), step), finding.message());
        }
    }

    /// An input of the pipeline, an output of an earlier step, or a file that is the same for all runs.
    private String file(String value, YamlPart.Place place) throws PipelineException {
        Optional<String> named = new Text(value).place();
        if (named.isEmpty() && !new Text(value).places().isEmpty()) {
            throw new PipelineException(place, "'" + value + "' is neither the path of a file nor just {name}");
        }
        if (named.isPresent() && !inputs.contains(named.get()) && !isMade(named.get())) {
            throw new PipelineException(
                    place,
                    "{" + named.get() + "} is neither an input of the pipeline (" + String.join(", ", inputs)
                            + ") nor {step.output} of an earlier step");
        }
        return named.orElse(value);
    }

    private boolean isMade(String place) {
        return stages.stream()
                .anyMatch(stage -> stage.step().definition().of(Role.OUTPUT).stream()
                        .filter(output -> stage.values().containsKey(output.name()))
                        .anyMatch(output -> place.equals(stage.name() + "." + output.name())));
    }

    private String filled(String value, YamlPart.Place place) throws PipelineException {
        for (String named : new Text(value).places()) {
            boolean stem = named.endsWith(STEM) && inputs.contains(named.substring(0, named.length() - STEM.length()));
            if (!stem) {
                throw new PipelineException(
                        place, "{" + named + "} is not {input.stem} of an input: " + String.join(", ", inputs));
            }
        }
        return new Text(value).filled(_ -> "stem");
    }

    private void checkOutput(String value, String tried, YamlPart.Place place) throws PipelineException {
        if (!Workspace.isName(tried)) {
            throw new PipelineException(place, "'" + value + "' is no plain name of a file");
        }
        if (!outputs.add(value)) {
            throw new PipelineException(place, "two outputs of the pipeline are called '" + value + "'");
        }
    }
}
