// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vo4he.diagnostics.Finding;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.Sha256;
import org.vo4he.provenance.ShownPath;

/// A run that nothing speaks against.
///
/// @param steps in the order in which they run; the last is the one whose outputs are wanted
/// @param parent publisher DID of the product that is made again
/// @param changes what it does otherwise than the run it repeats
/// @param findings warnings only
public record Plan(List<PlannedStep> steps, Optional<String> parent, List<Change> changes, List<Finding> findings)
        implements Planned {

    public Plan {
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a plan has at least one step");
        }
    }

    /// Whose outputs are wanted.
    public PlannedStep target() {
        return steps.getLast();
    }

    /// SHA-256 of what decides the content of the outputs: steps and versions, resolved arguments, checksums of inputs.
    /// Equal plans have equal hashes, however values are spelled, wherever inputs lie and whenever they are made.
    public String hash() {
        ArrayNode content = JsonNodeFactory.instance.arrayNode();
        for (PlannedStep step : steps) {
            ObjectNode node = content.addObject()
                    .put("name", step.name())
                    .put("version", step.step().version());
            ObjectNode values = node.putObject("values");
            new TreeMap<>(step.meanings()).forEach(values::put);
            ObjectNode inputs = node.putObject("inputs");
            new TreeMap<>(step.inputs()).forEach((name, input) -> inputs.put(name, content(input)));
        }
        return Sha256.of(content.toString());
    }

    private String content(PlannedInput input) {
        return switch (input) {
            case PlannedInput.Stored stored -> stored.identity().checksum().orElseThrow();
            case PlannedInput.Listed listed ->
                listed.files().stream().map(this::content).collect(Collectors.joining(" "));
            case PlannedInput.Made made -> "step:" + place(made.step()) + ":" + made.output();
        };
    }

    private int place(int number) {
        return steps.stream().map(PlannedStep::number).toList().indexOf(number);
    }

    /// For a dry run: what would run, with which arguments and files. Says no folder of this machine.
    public ObjectNode toJson() {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.put("hash", hash());
        parent.ifPresent(did -> plan.put("parent", did));
        plan.put("target", target().name());
        ArrayNode list = plan.putArray("steps");
        steps.forEach(step -> list.add(json(step)));
        ArrayNode changed = plan.putArray("changes");
        changes.forEach(change -> changed.add(json(new Change(
                change.address(),
                change.was().map(ShownPath::ofValue),
                change.is().map(ShownPath::ofValue)))));
        plan.set("findings", FindingJson.of(findings));
        return plan;
    }

    private static ObjectNode json(PlannedStep step) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", step.number())
                .put("name", step.name())
                .put("version", step.step().version());
        ObjectNode arguments = node.putObject("arguments");
        ObjectNode outputs = node.putObject("outputs");
        for (Map.Entry<String, String> value : step.values().entrySet()) {
            boolean output = step.definition()
                    .parameter(value.getKey())
                    .filter(parameter -> parameter.role() == Parameter.Role.OUTPUT)
                    .isPresent();
            (output ? outputs : arguments).put(value.getKey(), ShownPath.ofValue(value.getValue()));
        }
        ObjectNode inputs = node.putObject("inputs");
        step.inputs().forEach((name, input) -> inputs.set(name, json(input)));
        return node;
    }

    private static ObjectNode json(PlannedInput input) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (input) {
            case PlannedInput.Stored(Path file, FileIdentity identity, DataFile _, FileLook _) -> {
                node.put("file", file.getFileName().toString());
                identity.did().ifPresent(did -> node.put("did", did));
                identity.checksum().ifPresent(checksum -> node.put("checksum", checksum));
                yield node;
            }
            case PlannedInput.Listed listed ->
                node.put("list", listed.list()).put("count", listed.files().size());
            case PlannedInput.Made made -> node.put("step", made.step()).put("output", made.output());
        };
    }

    /// As provenance of what is made says it (superset key `changes`).
    static ObjectNode json(Change change) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("address", change.address().exact());
        node.put("name", change.address().words());
        change.was().ifPresentOrElse(was -> node.put("old", was), () -> node.putNull("old"));
        change.is().ifPresentOrElse(is -> node.put("new", is), () -> node.putNull("new"));
        return node;
    }
}
