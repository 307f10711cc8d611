// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.FindingJson;
import org.vo4he.reprocess.Plan;

/// What is noted in the folder of a job: its plan, from the beginning of the run on, and what it made, from the end on.
///
/// @param plan as a dry run shows it
/// @param outputs in the order of the steps
/// @param findings that the steps had, as those of the plan are written
record RunNotes(JsonNode plan, List<Output> outputs, JsonNode findings) {

    static final String FILE = "run.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param name as a file, here and where it is published
    /// @param argument of the step that wrote it
    /// @param wanted whether the plan was for it
    record Output(String name, String argument, boolean wanted) {}

    RunNotes {
        outputs = List.copyOf(outputs);
    }

    static RunNotes of(Plan plan) {
        return new RunNotes(plan.toJson(), List.of(), JSON.createArrayNode());
    }

    RunNotes with(List<Output> made, List<Finding> had) {
        return new RunNotes(plan, made, FindingJson.of(had));
    }

    String hash() {
        return plan.path("hash").asText();
    }

    Optional<String> parent() {
        return Optional.ofNullable(plan.path("parent").textValue());
    }

    /// As it is in the folder; empty before a run began.
    static Optional<RunNotes> in(Path folder) throws IOException {
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(folder.resolve(FILE).toFile());
            List<Output> outputs = new ArrayList<>();
            root.path("outputs")
                    .forEach(each -> outputs.add(new Output(
                            each.path("name").asText(),
                            each.path("argument").asText(),
                            each.path("wanted").asBoolean())));
            return Optional.of(new RunNotes(root.path("plan"), outputs, root.withArray("findings")));
        } catch (NoSuchFileException | java.io.FileNotFoundException _) {
            return Optional.empty();
        }
    }

    /// Put in its place as a whole: who reads meanwhile sees the earlier one.
    void write(Path folder) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.set("plan", plan);
        ArrayNode list = root.putArray("outputs");
        for (Output output : outputs) {
            list.addObject()
                    .put("name", output.name())
                    .put("argument", output.argument())
                    .put("wanted", output.wanted());
        }
        root.set("findings", findings);
        Path beside = folder.resolve("." + FILE);
        Files.write(beside, JSON.writeValueAsBytes(root));
        Files.move(beside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
