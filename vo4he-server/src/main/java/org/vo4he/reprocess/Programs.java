// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.provenance.ProvenanceStep;

/// What can be run here: built-in steps, and the programs of the operator's file. A product names a program, and never
/// says what is executed for it.
public final class Programs implements Steps {

    private final Map<String, Step> builtIn = new LinkedHashMap<>();
    private final Map<String, ExternalProgram> external = new LinkedHashMap<>();

    /// @throws IllegalArgumentException when a program has the name of a built-in step
    public Programs(List<Step> builtIn, List<ExternalProgram> external) {
        builtIn.forEach(step -> this.builtIn.put(step.name(), step));
        for (ExternalProgram program : external) {
            if (this.builtIn.containsKey(program.name())) {
                throw new IllegalArgumentException(
                        "program " + program.name() + " has the name of a step that is built in");
            }
            this.external.put(program.name(), program);
        }
    }

    @Override
    public Optional<Step> of(ProvenanceStep recorded) {
        return name(recorded).map(name -> step(name, recorded));
    }

    /// What runs the step of a pipeline; a program of the operator's file only when it declares its arguments there.
    public Optional<Step> named(String name) {
        Optional<Step> own = Optional.ofNullable(builtIn.get(name));
        return own.or(() -> Optional.ofNullable(external.get(name))
                .flatMap(program -> program.definition().map(definition -> new ExternalStep(program, definition))));
    }

    /// All names, built-in ones first.
    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(builtIn.keySet());
        names.addAll(external.keySet());
        return names;
    }

    private Optional<String> name(ProvenanceStep recorded) {
        Optional<String> file = recorded.program().map(input -> input.file().fileName());
        return recorded.name().map(String::strip).filter(this::isKnown).or(() -> file.filter(this::isKnown));
    }

    private boolean isKnown(String name) {
        return builtIn.containsKey(name) || external.containsKey(name);
    }

    private Step step(String name, ProvenanceStep recorded) {
        if (builtIn.containsKey(name)) {
            return builtIn.get(name);
        }
        ExternalProgram program = external.get(name);
        StepDefinition definition = program.definition().orElseGet(() -> {
            StepDefinition told = StepRecord.definition(recorded);
            return new StepDefinition(name, program.version(), program.description(), told.parameters());
        });
        return new ExternalStep(program, definition);
    }
}
