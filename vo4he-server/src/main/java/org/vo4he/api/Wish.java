// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.provenance.JsonFault;
import org.vo4he.reprocess.Edit;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.Remake;
import org.vo4he.uws.JobParameter;

/// What somebody wants made again, as a request says it: JSON, a form, or the parameters of a job.
///
/// @param did publisher DID of the product whose provenance is the recipe
/// @param provenance a recipe of the caller's own, JSON; one of both is there
/// @param target name or number of the step whose outputs are wanted
/// @param edits by address
/// @param fields of a form: names of arguments in any case, and their values; empty: to be left out
/// @param dryRun say only what would run
/// @param force run although the same was made before
/// @param acceptChangedInputs take inputs that have another checksum or calibration than recorded
record Wish(
        Optional<String> did,
        Optional<String> provenance,
        Optional<String> target,
        List<Edit> edits,
        Map<String, String> fields,
        boolean dryRun,
        boolean force,
        boolean acceptChangedInputs) {

    private static final String ID = "ID";
    private static final String PROVENANCE = "PROVENANCE";
    private static final String TARGET = "TARGET";
    private static final String EDIT = "EDIT";
    private static final String DRY_RUN = "DRYRUN";
    private static final String FORCE = "FORCE";
    private static final String ACCEPT = "ACCEPTCHANGEDINPUTS";

    private static final Set<String> KEYS =
            Set.of("id", "provenance", "target", "edits", "dryRun", "force", "acceptChangedInputs");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Wish {
        edits = List.copyOf(edits);
        fields = new LinkedHashMap<>(fields);
        if (did.isPresent() == provenance.isPresent()) {
            throw new ServiceException.Usage(
                    did.isPresent()
                            ? "both id and provenance are given; one of them is the recipe"
                            : "id is missing: the publisher DID of the product to be made again; or its provenance");
        }
    }

    /// @throws ServiceException.Usage when it is no such JSON
    static Wish of(String json) {
        JsonNode root = read(json);
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new ServiceException.Usage(
                        "nothing is known of the key " + Parameters.quoted(key) + "; there are "
                                + String.join(", ", KEYS.stream().sorted().toList()));
            }
        });
        return new Wish(
                text(root, "id"),
                provenance(root.path("provenance")),
                text(root, "target"),
                edits(root.path("edits")),
                Map.of(),
                flag(root, "dryRun"),
                flag(root, "force"),
                flag(root, "acceptChangedInputs"));
    }

    private static JsonNode read(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root == null || !root.isObject()) {
                throw new ServiceException.Usage(
                        "an object is wanted: {\"id\": …, \"edits\": [{\"address\": …, \"value\": …}]}");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new ServiceException.Usage("the body is no JSON: " + JsonFault.sentence(e));
        }
    }

    private static Optional<String> text(JsonNode root, String key) {
        JsonNode value = root.path(key);
        if (value.isContainerNode()) {
            throw new ServiceException.Usage(key + " is one value, not a list or object");
        }
        return value.isMissingNode() || value.isNull() || value.asText().isBlank()
                ? Optional.empty()
                : Optional.of(value.asText());
    }

    private static boolean flag(JsonNode root, String key) {
        JsonNode value = root.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new ServiceException.Usage(key + " is true or false, found " + Parameters.quoted(value.toString()));
        }
        return value.asBoolean();
    }

    private static Optional<String> provenance(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.isTextual() ? value.asText() : value.toString());
    }

    private static List<Edit> edits(JsonNode list) {
        if (!list.isMissingNode() && !list.isArray()) {
            throw new ServiceException.Usage("edits is a list of objects with address and value");
        }
        List<Edit> edits = new ArrayList<>();
        for (JsonNode each : list) {
            JsonNode value = each.path("value");
            if (each.size() != 2 || !each.path("address").isValueNode() || !value.isValueNode()) {
                throw new ServiceException.Usage("/edits/" + edits.size()
                        + " is no edit: an object with address and value is wanted; null leaves the argument out");
            }
            edits.add(new Edit(each.path("address").asText(), value.isNull() ? "" : value.asText()));
        }
        return edits;
    }

    /// @throws ServiceException.Usage when a parameter has a value that is none
    static Wish of(Parameters parameters) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : parameters.names()) {
            if (!Remake.TAKEN.contains(name)) {
                fields.put(parameters.written(name), parameters.one(name).orElse(""));
            }
        }
        return new Wish(
                parameters.one(ID),
                parameters.one(PROVENANCE),
                parameters.one(TARGET),
                parameters.all(EDIT).stream().map(Wish::edit).toList(),
                fields,
                flag(parameters, DRY_RUN),
                flag(parameters, FORCE),
                flag(parameters, ACCEPT));
    }

    static Wish of(List<JobParameter> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach(each ->
                values.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each.value()));
        return of(new Parameters(values));
    }

    private static Edit edit(String text) {
        try {
            return Edit.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ServiceException.Usage("parameter EDIT: " + e.getMessage());
        }
    }

    private static boolean flag(Parameters parameters, String name) {
        String word = parameters.one(name).orElse("false");
        return switch (word) {
            case "true", "1", "on", "yes" -> true;
            case "false", "0", "off", "no" -> false;
            default ->
                throw new ServiceException.Usage(
                        "parameter " + name + " is true or false, found " + Parameters.quoted(word));
        };
    }

    /// The same with its fields as edits, as arguments of these names.
    ///
    /// @param names of the arguments of the recipe; a field that is none of them stays as it is written
    Wish resolved(List<String> names) {
        List<Edit> all = new ArrayList<>(edits);
        fields.forEach((field, value) -> {
            List<String> meant =
                    names.stream().filter(field::equalsIgnoreCase).distinct().toList();
            all.add(new Edit(meant.size() == 1 ? meant.getFirst() : field, value));
        });
        return new Wish(did, provenance, target, all, Map.of(), dryRun, force, acceptChangedInputs);
    }

    /// Its edits, with its fields as edits of the arguments of these names in any case.
    List<Edit> allEdits() {
        List<Edit> all = new ArrayList<>(edits);
        fields.forEach((field, value) -> all.add(new Edit(field, value)));
        return all;
    }

    /// As parameters of a job that runs this plan of the wish.
    List<JobParameter> parameters(Plan plan) {
        List<JobParameter> all = new ArrayList<>();
        did.ifPresent(text -> all.add(new JobParameter(ID, text)));
        provenance.ifPresent(text -> all.add(new JobParameter(PROVENANCE, text)));
        target.ifPresent(text -> all.add(new JobParameter(TARGET, text)));
        plan.changes()
                .forEach(change -> all.add(new JobParameter(
                        EDIT, change.address().exact() + "=" + change.is().orElse(""))));
        if (force) {
            all.add(new JobParameter(FORCE, "true"));
        }
        if (acceptChangedInputs) {
            all.add(new JobParameter(ACCEPT, "true"));
        }
        return all;
    }
}
