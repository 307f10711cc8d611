// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.OtherKeys;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceStep;

/// What the outputs of a run say of their making: the steps that they needed, with all arguments and inputs as they
/// were; what they were remade from and what was changed.
final class RunProvenance {

    private final Plan plan;
    private final Optional<String> host;
    private final Map<Integer, ProvenanceStep> records = new TreeMap<>();
    private final Map<Integer, Set<Integer>> needed = new LinkedHashMap<>();

    RunProvenance(Plan plan, Optional<String> host) {
        this.plan = plan;
        this.host = host;
    }

    /// Takes down that a step ran.
    ///
    /// @param made outputs of earlier steps
    void ran(PlannedStep step, Map<PlannedInput.Made, Path> made, Instant started, Instant ended) throws IOException {
        Map<String, String> values = new LinkedHashMap<>(step.values());
        Map<String, FileIdentity> files = new LinkedHashMap<>();
        Set<Integer> before = new TreeSet<>(Set.of(step.number()));
        for (Map.Entry<String, PlannedInput> input : step.inputs().entrySet()) {
            switch (input.getValue()) {
                case PlannedInput.Stored stored -> {
                    values.put(input.getKey(), told(stored));
                    files.put(input.getKey(), stored.identity());
                }
                case PlannedInput.Listed listed -> values.put(input.getKey(), listed.list());
                case PlannedInput.Made earlier -> {
                    Path file = made.get(earlier);
                    values.put(input.getKey(), file.getFileName().toString());
                    files.put(input.getKey(), FileIdentity.of(file, Optional.empty()));
                    before.addAll(needed.get(earlier.step()));
                }
            }
        }
        ProvenanceStep record = StepRecord.of(
                Arguments.of(step.definition(), values), step.step().location(), files);
        records.put(step.number(), whole(step, record, started, ended));
        needed.put(step.number(), before);
    }

    /// Where it was recorded to lie, which may be another host; else its name: no folder of this machine, nor one that
    /// an edit named.
    private static String told(PlannedInput.Stored stored) {
        String name = stored.file().getFileName().toString();
        return stored.recorded().fileName().equals(name) ? stored.recorded().wholePath() : name;
    }

    private ProvenanceStep whole(PlannedStep step, ProvenanceStep record, Instant started, Instant ended) {
        return new ProvenanceStep(
                record.arguments().stream()
                        .map(argument -> placed(argument, step))
                        .toList(),
                record.name(),
                record.version(),
                step.step().image(),
                Optional.of(started.toString()),
                Optional.of(ended.toString()),
                Optional.of("0"),
                host,
                Optional.empty(),
                OtherKeys.NONE);
    }

    /// At its own place; a name that is only the place is none.
    private static Argument placed(Argument argument, PlannedStep step) {
        return switch (argument) {
            case Argument.Input(int index, DataFile file)
            when file.name().map(step.inputs()::get).orElse(null) instanceof PlannedInput.Listed listed ->
                RecordedList.of(file.name().orElseThrow(), listed)
                        .argument(place(index, file.name(), step), named(file));
            case Argument.Input(int index, DataFile file) ->
                new Argument.Input(place(index, file.name(), step), named(file));
            case Argument.Output(int index, DataFile file) ->
                new Argument.Output(place(index, file.name(), step), named(file));
            case Argument.Parameter value ->
                new Argument.Parameter(
                        place(value.index(), value.name(), step),
                        value.description(),
                        value.editable(),
                        value.value(),
                        value.name().filter(RunProvenance::isName),
                        value.type(),
                        value.unit(),
                        value.minimum(),
                        value.maximum(),
                        value.choices(),
                        value.others());
            case Argument.InputList list -> list;
            case Argument.Unrecognised unrecognised -> unrecognised;
        };
    }

    private static int place(int index, Optional<String> name, PlannedStep step) {
        return name.map(step.places()::get).orElse(index);
    }

    private static DataFile named(DataFile file) {
        return new DataFile(
                file.description(),
                file.editable(),
                file.location(),
                file.path(),
                file.name().filter(RunProvenance::isName),
                file.did(),
                file.checksum(),
                file.sizeBytes(),
                file.others());
    }

    private static boolean isName(String name) {
        return !name.matches("[0-9]+");
    }

    /// What one output says.
    ProvenanceDocument of(PlannedStep step, Finished.Output output) {
        Set<Integer> chain = needed.get(step.number());
        List<ProvenanceStep> steps = new ArrayList<>();
        chain.forEach(number -> steps.add(records.get(number)));
        List<Change> changes = plan.changes().stream()
                .filter(change -> chain.contains(change.address().step()))
                .toList();
        Map<String, String> others = new LinkedHashMap<>();
        if (!changes.isEmpty()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            changes.forEach(change -> list.add(Plan.json(change)));
            others.put("changes", list.toString());
        }
        return new ProvenanceDocument(
                steps,
                Optional.empty(),
                output.wanted() ? plan.parent().filter(_ -> isRemade(step, output)) : Optional.empty(),
                Map.of(),
                Optional.empty(),
                new OtherKeys(others));
    }

    /// Of several outputs, the one with the name of the parent is made from it, if one has that name.
    private boolean isRemade(PlannedStep step, Finished.Output output) {
        String parent = plan.parent().orElseThrow();
        boolean oneIsNamed = step.values().values().stream().anyMatch(name -> isNamed(parent, name));
        return !oneIsNamed || isNamed(parent, output.file().getFileName().toString());
    }

    private static boolean isNamed(String did, String name) {
        String path = did.replaceFirst("#.*$", "");
        String encoded = java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
        return path.endsWith("?" + encoded)
                || path.endsWith("/" + encoded)
                || path.endsWith("/" + name)
                || path.endsWith("?" + name);
    }
}
