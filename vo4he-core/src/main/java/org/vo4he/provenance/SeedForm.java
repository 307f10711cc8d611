// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// A document in the form of the SVOM slides and nothing besides: steps with their arguments, every key of the form
/// in its order, every value text. For programs that know no other.
public final class SeedForm {

    /// Two blanks for each level and one after each colon, as the slides show it.
    private static final ObjectWriter INDENTED = ProvenanceJson.MAPPER.writer(
            new DefaultPrettyPrinter(new Separators().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private SeedForm() {}

    /// A document in this form, and a sentence for each thing that it can't say.
    public record Written(String json, List<String> remarks) {

        public Written {
            remarks = List.copyOf(remarks);
        }
    }

    /// The document on many lines, as the slides show it.
    public static Written write(ProvenanceDocument document) {
        List<String> remarks = new ArrayList<>();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode steps = root.putArray("provenance");
        for (ProvenanceStep step : document.steps()) {
            ArrayNode arguments = steps.addObject().putArray("args");
            for (Argument argument : step.arguments()) {
                add(argument, arguments, steps.size() - 1, remarks);
            }
        }
        return new Written(printed(root) + "\n", remarks);
    }

    private static void add(Argument argument, ArrayNode arguments, int step, List<String> remarks) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("index", argument.index());
        switch (argument) {
            case Argument.Input input -> arguments.add(node.set("inputdata", file(input.file())));
            case Argument.Output output -> arguments.add(node.set("outputdata", file(output.file())));
            case Argument.Parameter parameter -> arguments.add(node.set("parameter", parameter(parameter)));
            case Argument.InputList list -> {
                remarks.add("step " + step + ", index " + list.index() + ": the list of inputs '"
                        + list.list().path() + "' is written as one input, the list itself");
                arguments.add(node.set("inputdata", file(list.list())));
            }
            case Argument.Unrecognised unrecognised ->
                remarks.add("step " + step + ", index " + unrecognised.index()
                        + " is neither inputdata, parameter nor outputdata and is left out");
        }
    }

    private static ObjectNode file(DataFile file) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("description", file.description())
                .put("editable", file.editable())
                .put("location", file.location())
                .put("path", file.path());
    }

    private static ObjectNode parameter(Argument.Parameter parameter) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("description", parameter.description())
                .put("editable", parameter.editable())
                .put("value", parameter.value());
    }

    private static String printed(JsonNode node) {
        try {
            return INDENTED.writeValueAsString(node).replace("\u007f", "\\u007f");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree cannot fail to print", e);
        }
    }
}
