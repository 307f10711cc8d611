// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A job as one line of JSON: the schema of the journal's records. What is absent is left out.
final class JobJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JobJson() {}

    static byte[] write(Job job) throws IOException {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", job.id());
        node.put("phase", job.phase().name());
        order(node, job.order());
        times(node, job.times());
        node.put("timeLimit", job.timeLimit().toSeconds());
        ArrayNode results = node.putArray("results");
        job.results()
                .forEach(result -> results.addObject()
                        .put("id", result.id())
                        .put("file", result.file())
                        .put("mediaType", result.mediaType())
                        .put("bytes", result.bytes()));
        job.error().ifPresent(error -> {
            ObjectNode why =
                    node.putObject("error").put("message", error.message()).put("mayPass", error.mayPass());
            error.detail().ifPresent(detail -> why.put("detail", detail));
        });
        job.progress()
                .ifPresent(progress -> node.putObject("progress")
                        .put("step", progress.step())
                        .put("steps", progress.steps())
                        .put("words", progress.words()));
        job.note().ifPresent(note -> node.put("note", note));
        node.put("kills", job.kills());
        return MAPPER.writeValueAsBytes(node);
    }

    private static void order(ObjectNode node, JobOrder order) {
        order.owner().ifPresent(owner -> node.put("owner", owner));
        node.put("share", order.share());
        order.runId().ifPresent(runId -> node.put("runId", runId));
        node.put("baseUrl", order.baseUrl());
        ArrayNode parameters = node.putArray("parameters");
        order.parameters()
                .forEach(each -> parameters.addArray().add(each.name()).add(each.value()));
    }

    private static void times(ObjectNode node, JobTimes times) {
        node.put("created", times.created().toString());
        times.queued().ifPresent(at -> node.put("queued", at.toString()));
        times.started().ifPresent(at -> node.put("started", at.toString()));
        times.ended().ifPresent(at -> node.put("ended", at.toString()));
        node.put("destruction", times.destruction().toString());
    }

    /// @throws IOException when the bytes are no job of this schema
    static Job read(byte[] json) throws IOException {
        try {
            JsonNode node = MAPPER.readTree(json);
            return new Job(
                    text(node, "id"),
                    order(node),
                    Phase.valueOf(text(node, "phase")),
                    times(node),
                    Duration.ofSeconds(node.path("timeLimit").asLong()),
                    results(node),
                    node.has("error") ? Optional.of(error(node.path("error"))) : Optional.empty(),
                    node.has("progress") ? Optional.of(progress(node.path("progress"))) : Optional.empty(),
                    optional(node, "note"),
                    node.path("kills").asInt());
        } catch (RuntimeException e) {
            throw new IOException("no job can be read from a record of the journal: " + e, e);
        }
    }

    private static JobOrder order(JsonNode node) {
        List<JobParameter> parameters = new ArrayList<>();
        node.path("parameters")
                .forEach(each -> parameters.add(
                        new JobParameter(each.path(0).asText(), each.path(1).asText())));
        return new JobOrder(
                optional(node, "owner"),
                text(node, "share"),
                optional(node, "runId"),
                text(node, "baseUrl"),
                parameters);
    }

    private static JobTimes times(JsonNode node) {
        return new JobTimes(
                Instant.parse(text(node, "created")),
                optional(node, "queued").map(Instant::parse),
                optional(node, "started").map(Instant::parse),
                optional(node, "ended").map(Instant::parse),
                Instant.parse(text(node, "destruction")));
    }

    private static List<JobResult> results(JsonNode node) {
        List<JobResult> results = new ArrayList<>();
        node.path("results")
                .forEach(each -> results.add(new JobResult(
                        text(each, "id"),
                        text(each, "file"),
                        text(each, "mediaType"),
                        each.path("bytes").asLong())));
        return results;
    }

    private static ErrorSummary error(JsonNode node) {
        return new ErrorSummary(text(node, "message"), node.path("mayPass").asBoolean(), optional(node, "detail"));
    }

    private static Progress progress(JsonNode node) {
        return new Progress(node.path("step").asInt(), node.path("steps").asInt(), text(node, "words"));
    }

    private static String text(JsonNode node, String name) {
        return optional(node, name).orElseThrow(() -> new IllegalArgumentException("there is no " + name));
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
    }
}
