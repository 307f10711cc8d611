// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.ArrayList;
import java.util.List;

/// Writes a profile in one of the three forms. Only vo4he's own holds all of it.
public final class ProfileWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    private ProfileWriter() {}

    /// The text of a file of this form.
    public static String write(ProductProfile profile, ProfileForm form) {
        try {
            return switch (form) {
                case OWN -> YAML.writerWithDefaultPrettyPrinter().writeValueAsString(own(profile));
                case SEED -> JSON.writerWithDefaultPrettyPrinter().writeValueAsString(seed(profile)) + "\n";
                case CARD -> JSON.writerWithDefaultPrettyPrinter().writeValueAsString(card(profile)) + "\n";
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers can always be written", e);
        }
    }

    /// What the form has no place for, as words; empty when it holds all of the profile.
    public static List<String> lost(ProductProfile profile, ProfileForm form) {
        List<String> lost = new ArrayList<>();
        boolean seed = form == ProfileForm.SEED;
        if (form != ProfileForm.OWN) {
            note(lost, !profile.match().isEmpty(), "match");
            note(lost, !profile.defaults().isEmpty(), "defaults");
        }
        if (seed) {
            note(lost, !profile.cards().isEmpty(), "card");
            note(lost, !profile.heading().equals(ProductProfile.Heading.EMPTY), "the head");
            note(lost, !profile.unicity().byProgram().isEmpty(), "unicity rule");
            note(lost, !profile.searchable().isEmpty(), "search flags");
            long others = profile.keywords().stream()
                    .filter(keyword -> !keyword.extension().equals(ProfileKeyword.VO_TAGS))
                    .count();
            note(lost, others > 0, others + " keywords of other extensions than VO-TAGS");
        }
        return lost;
    }

    private static void note(List<String> lost, boolean condition, String what) {
        if (condition) {
            lost.add(what);
        }
    }

    private static ObjectNode own(ProductProfile profile) {
        ObjectNode node = NODES.objectNode();
        node.put("name", profile.name());
        if (profile.cards().size() == 1) {
            node.put("card", profile.cards().getFirst());
        } else {
            list(node, "card", profile.cards());
        }
        put(node, "match", profile.match());
        ProductProfile.Heading heading = profile.heading();
        put(node, "description", heading.description());
        put(node, "contact", heading.contact());
        put(node, "instrument", heading.instrument());
        put(node, "level", heading.level());
        put(node, "stream", heading.stream());
        put(node, "version", heading.version());
        list(node, "programs", heading.programs());
        if (!profile.unicity().byProgram().isEmpty()) {
            ObjectNode unicity = node.putObject("unicity");
            profile.unicity().byProgram().forEach((program, keywords) -> {
                ArrayNode array = unicity.putArray(program);
                keywords.forEach(array::add);
            });
        }
        if (!profile.newest().equals(ProductProfile.NEWEST)) {
            ArrayNode newest = node.putArray("newest");
            profile.newest().forEach(newest::add);
        }
        if (!profile.defaults().isEmpty()) {
            ObjectNode defaults = node.putObject("defaults");
            profile.defaults().forEach((column, value) -> defaults.set(column.columnName(), JSON.valueToTree(value)));
        }
        ArrayNode keywords = node.putArray("keywords");
        profile.keywords().forEach(keyword -> keywords.add(own(keyword)));
        return node;
    }

    private static ObjectNode own(ProfileKeyword keyword) {
        ObjectNode node = NODES.objectNode().put("name", keyword.name());
        put(node, "extension", keyword.extension());
        put(node, "description", keyword.description());
        node.put("type", keyword.type().word());
        put(node, "unit", keyword.unit());
        keyword.fallback().ifPresent(value -> node.put("default", value));
        switch (keyword.expected()) {
            case Expected.Anything _ -> {}
            case Expected.OneOf(List<String> values) -> list(node, "expected", values);
            case Expected.Between(double least, double most) -> between(node.putObject("range"), least, most);
        }
        node.put("required", keyword.required());
        List<String> search = new ArrayList<>();
        note(search, keyword.scienceSearch(), "science");
        note(search, keyword.burstSearch(), "burst");
        list(node, "search", search);
        return node;
    }

    private static void between(ObjectNode range, double least, double most) {
        if (Double.isFinite(least)) {
            range.put("min", least);
        }
        if (Double.isFinite(most)) {
            range.put("max", most);
        }
    }

    private static ObjectNode seed(ProductProfile profile) {
        ObjectNode node = NODES.objectNode();
        ArrayNode rows = node.putArray("keywords");
        for (ProfileKeyword keyword : profile.keywords()) {
            if (keyword.extension().equals(ProfileKeyword.VO_TAGS)) {
                ObjectNode row = rows.addObject()
                        .put("name", keyword.name())
                        .put("description", keyword.description())
                        .put("format", keyword.type().word())
                        .put("unit", keyword.unit());
                typed(row, "default_value", keyword, absent(keyword, "n.a"));
                ArrayNode expected = row.putArray("expected values");
                values(keyword.expected()).forEach(value -> number(expected, keyword, value));
            }
        }
        return node;
    }

    /// A keyword that must be there has no default; one that may be absent has the placeholder.
    private static String absent(ProfileKeyword keyword, String placeholder) {
        return keyword.fallback().orElse(keyword.required() ? "" : placeholder);
    }

    private static ObjectNode card(ProductProfile profile) {
        ProductProfile.Heading heading = profile.heading();
        ObjectNode node = NODES.objectNode();
        if (profile.cards().size() == 1) {
            node.put("card", profile.cards().getFirst());
        } else {
            ArrayNode cards = node.putArray("card");
            profile.cards().forEach(cards::add);
        }
        node.put("contact", orNone(heading.contact()))
                .put("description", orNone(heading.description()))
                .put("dp_level", orNone(heading.level()))
                .put("dstream", orNone(heading.stream()))
                .put("instrument", orNone(heading.instrument()))
                .put("name", profile.name())
                .put("prdm_ver", orNone(heading.version()));
        ArrayNode programs = node.putArray("programs");
        heading.programs().forEach(programs::add);
        ObjectNode unicity = node.putObject("unicity_rule");
        profile.unicity().byProgram().forEach((program, keywords) -> {
            ArrayNode array = unicity.putArray(program);
            keywords.forEach(array::add);
        });
        if (!profile.newest().equals(ProductProfile.NEWEST)) {
            ArrayNode newest = node.putArray("newest");
            profile.newest().forEach(newest::add);
        }
        ArrayNode rows = node.putArray("keywords");
        for (ProfileKeyword keyword : profile.keywords()) {
            ObjectNode row = rows.addObject()
                    .put("name", keyword.name())
                    .put("description", orNone(keyword.description()))
                    .put("extension", orNone(keyword.extension()))
                    .put("data_type", keyword.type().word())
                    .put("unit", orNone(keyword.unit()));
            typed(row, "default", keyword, absent(keyword, "n.a."));
            switch (keyword.expected()) {
                case Expected.Anything _ -> row.put("range", "n.a.");
                case Expected.OneOf(List<String> values) ->
                    list(row, isNumber(keyword) ? "expected_values" : "range", values);
                case Expected.Between(double least, double most) -> between(row.putObject("range"), least, most);
            }
            row.put("sdb_search", keyword.scienceSearch()).put("ba_search", keyword.burstSearch());
        }
        return node;
    }

    /// Two numbers in a `range` are its ends; texts there are the only ones, as the live cards have them.
    private static boolean isNumber(ProfileKeyword keyword) {
        return switch (keyword.type()) {
            case INTEGER, FLOAT -> true;
            case STRING, BOOLEAN, DATE -> false;
        };
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "n.a." : text;
    }

    private static List<String> values(Expected expected) {
        return switch (expected) {
            case Expected.Anything _ -> List.of();
            case Expected.OneOf(List<String> values) -> values;
            case Expected.Between(double least, double most) -> List.of(least + ".." + most);
        };
    }

    /// The number that the text of an integer is; other text stays text.
    private static void typed(ObjectNode node, String name, ProfileKeyword keyword, String text) {
        if (keyword.type() == ProfileKeyword.Type.INTEGER && text.matches("-?[0-9]{1,18}")) {
            node.put(name, Long.parseLong(text));
        } else {
            node.put(name, text);
        }
    }

    private static void number(ArrayNode array, ProfileKeyword keyword, String text) {
        if (keyword.type() == ProfileKeyword.Type.INTEGER && text.matches("-?[0-9]{1,18}")) {
            array.add(Long.parseLong(text));
        } else {
            array.add(text);
        }
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static void list(ObjectNode node, String name, List<String> words) {
        if (!words.isEmpty()) {
            ArrayNode array = node.putArray(name);
            words.forEach(array::add);
        }
    }
}
