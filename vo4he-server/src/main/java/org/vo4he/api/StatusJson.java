// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/// The status of a job as JSON.
record StatusJson(String baseUrl) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// On one line.
    String of(JobStatus status) {
        ObjectNode root = JSON.createObjectNode()
                .put("job", status.job())
                .put("phase", status.phase())
                .put("step", status.step())
                .put("steps", status.steps())
                .put("stepName", status.stepName())
                .put("progress", status.progress());
        status.log().forEach(root.putArray("log")::add);
        ArrayNode findings = root.putArray("findings");
        status.findings()
                .forEach(each -> findings.addObject()
                        .put("code", each.code())
                        .put("severity", each.severity())
                        .put("where", each.where())
                        .put("message", each.message()));
        outputs(status, root.putArray("results"));
        root.put("started", status.started().map(Instant::toString).orElse(null))
                .put("ended", status.ended().map(Instant::toString).orElse(null))
                .put("error", status.error().orElse(null))
                .put("note", status.note().orElse(null))
                .put("parent", status.parent().orElse(null));
        ArrayNode changes = root.putArray("changes");
        status.changes()
                .forEach(each -> changes.addObject()
                        .put("address", each.address())
                        .put("name", each.name())
                        .put("old", each.was().orElse(null))
                        .put("new", each.is().orElse(null)));
        ArrayNode published = root.putArray("published");
        status.published().forEach(each -> published.add(each.did()));
        status.withdrawn().forEach(root.putArray("withdrawn")::add);
        root.put("kept", status.kept().toString());
        addresses(root, status.job());
        return root.toString();
    }

    private void outputs(JobStatus status, ArrayNode list) {
        for (JobStatus.Output output : status.results()) {
            String preview = baseUrl + "/preview/" + status.job() + "/" + output.name();
            list.addObject()
                    .put("name", output.name())
                    .put("href", preview + "?download")
                    .put(
                            "preview",
                            Optional.of(preview).filter(_ -> output.drawn()).orElse(null))
                    .put("type", output.mediaType())
                    .put("bytes", output.bytes())
                    .put("whole", output.whole())
                    .put("counts", output.numbers().counts().orElse(null))
                    .put("exposure", output.numbers().exposureSeconds().orElse(null));
        }
    }

    /// Where a job is told of.
    ObjectNode addresses(ObjectNode node, String job) {
        return node.put("status", baseUrl + "/status/" + job)
                .put("preview", baseUrl + "/preview/" + job)
                .put("uws", baseUrl + ReprocessingService.UWS_PATH + "/" + job);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
