// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the list `args` of one step.
final class ArgumentReader {

    private static final Set<String> KINDS = Set.of("inputdata", "outputdata", "parameter", "inputlist");
    private static final Set<String> FILE_KEYS =
            Set.of("name", "description", "editable", "location", "path", "did", "checksum", "size");
    private static final Set<String> LIST_KEYS =
            Set.of("name", "description", "editable", "location", "path", "did", "checksum", "size", "count");
    private static final Set<String> PARAMETER_KEYS =
            Set.of("name", "description", "editable", "value", "type", "unit", "min", "max", "choices");

    private final int step;
    private final List<String> remarks;

    ArgumentReader(int step, List<String> remarks) {
        this.step = step;
        this.remarks = remarks;
    }

    List<Argument> arguments(JsonNode node) {
        if (!node.isArray()) {
            remarks.add("step " + step + " has no list 'args'");
            return List.of();
        }
        List<Argument> arguments = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (JsonNode argument : node) {
            int index = index(argument, arguments.size());
            if (!taken.add(index)) {
                remarks.add("step " + step + " has several arguments of index " + index);
            }
            arguments.add(argument(argument, index));
        }
        return arguments;
    }

    private int index(JsonNode argument, int position) {
        JsonNode index = argument.path("index");
        if (index.isIntegralNumber() && index.canConvertToInt() && index.intValue() >= 0) {
            return index.intValue();
        }
        String where = "step " + step + ", argument " + position + ": index ";
        try {
            int number = new BigDecimal(TypedKeys.anyText(index).strip()).intValueExact();
            if (!index.isNumber()) {
                remarks.add(where + "is the text '" + index.asText() + "', not a number");
            } else if (number < 0) {
                remarks.add(where + number + " is below 0");
            }
            return number;
        } catch (ArithmeticException | NumberFormatException _) {
            remarks.add(where + "'" + TypedKeys.anyText(index) + "' is no integer; its place in the list is taken");
            return position;
        }
    }

    /// An entry that says two things at once, or more than we could keep, is kept as it is.
    private Argument argument(JsonNode argument, int index) {
        String kind = kind(argument);
        JsonNode content = argument.path(kind);
        if (!KINDS.contains(kind) || !content.isObject()) {
            remarks.add("step " + step + ", index " + index + " is neither inputdata, parameter nor outputdata");
            return new Argument.Unrecognised(index, ProvenanceJson.printable(argument));
        }
        TypedKeys read = new TypedKeys(content, new JsonPlace(step, index, kind), remarks);
        return switch (kind) {
            case "inputdata" -> new Argument.Input(index, file(read, FILE_KEYS));
            case "outputdata" -> new Argument.Output(index, file(read, FILE_KEYS));
            case "parameter" -> parameter(index, read);
            default -> list(index, read);
        };
    }

    /// The one key beside `index`, empty when there are several.
    private static String kind(JsonNode argument) {
        String kind = "";
        for (Map.Entry<String, JsonNode> entry : argument.properties()) {
            if (!entry.getKey().equals("index")) {
                if (!kind.isEmpty()) {
                    return "";
                }
                kind = entry.getKey();
            }
        }
        return kind;
    }

    private static Argument.InputList list(int index, TypedKeys keys) {
        DataFile file = file(keys, LIST_KEYS);
        if (!Sha256.isOne(file.checksum().orElse(""))) {
            keys.remark("checksum is not 'sha256:' and 64 hexadecimal digits, so the list can't be verified");
        }
        if (!keys.node().has("count")) {
            keys.remark("count is missing");
        }
        return new Argument.InputList(index, file, keys.count("count"));
    }

    /// One file with the keys of `inputdata`.
    static DataFile file(JsonNode node) {
        return file(new TypedKeys(node, JsonPlace.DOCUMENT, new ArrayList<>()), FILE_KEYS);
    }

    private static DataFile file(TypedKeys keys, Set<String> known) {
        DataFile file = new DataFile(
                keys.text("description"),
                keys.flag("editable"),
                keys.text("location"),
                keys.text("path"),
                keys.optional("name"),
                keys.optional("did"),
                keys.optional("checksum"),
                keys.count("size"),
                keys.others(known));
        if (!keys.node().has("path") && !keys.node().has("did")) {
            keys.remark("neither path nor did is there");
        }
        return file;
    }

    private static Argument.Parameter parameter(int index, TypedKeys keys) {
        if (!keys.node().has("value")) {
            keys.remark("value is missing");
        }
        return new Argument.Parameter(
                index,
                keys.text("description"),
                keys.flag("editable"),
                keys.text("value"),
                keys.optional("name"),
                keys.optional("type"),
                keys.optional("unit"),
                keys.optional("min"),
                keys.optional("max"),
                keys.texts("choices"),
                keys.others(PARAMETER_KEYS));
    }
}
