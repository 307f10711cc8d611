// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A part of the YAML of a dialect; what is asked of it and not there is refused with its place.
record DialectPart(YamlPart part) {

    RulesException wrong(String problem) {
        return new RulesException(part.place(), problem);
    }

    String text(String name) throws RulesException {
        if (part instanceof YamlPart.Scalar(YamlPart.Place _, Optional<String> text)
                && text.filter(word -> !word.isBlank()).isPresent()) {
            return text.get().strip();
        }
        throw wrong(name + " needs one value");
    }

    double number(String name) throws RulesException {
        String text = text(name);
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw wrong(name + " is '" + text + "', not a number");
    }

    boolean truth(String name) throws RulesException {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name + " is '" + text(name) + "', not true or false");
        };
    }

    List<DialectPart> items(String name) throws RulesException {
        if (part instanceof YamlPart.Sequence(YamlPart.Place _, List<YamlPart> parts) && !parts.isEmpty()) {
            return parts.stream().map(DialectPart::new).toList();
        }
        throw wrong(name + " needs a list");
    }

    List<String> texts(String name) throws RulesException {
        List<String> texts = new ArrayList<>();
        for (DialectPart item : items(name)) {
            texts.add(item.text(name));
        }
        return List.copyOf(texts);
    }

    Map<String, DialectPart> fields(String name) throws RulesException {
        if (!(part instanceof YamlPart.Mapping(YamlPart.Place _, List<YamlPart.Entry> entries)) || entries.isEmpty()) {
            throw wrong(name + " needs fields with values");
        }
        Map<String, DialectPart> fields = new LinkedHashMap<>();
        entries.forEach(entry -> fields.put(entry.key(), new DialectPart(entry.value())));
        return fields;
    }

    /// The fields of a part that may have no others than these.
    Map<String, DialectPart> fields(String name, Set<String> known) throws RulesException {
        Map<String, DialectPart> fields = fields(name);
        for (Map.Entry<String, DialectPart> field : fields.entrySet()) {
            if (!known.contains(field.getKey())) {
                throw field.getValue().wrong("'" + field.getKey() + "' is not known in " + name);
            }
        }
        return fields;
    }

    /// A field that must be there.
    DialectPart need(String name, String field) throws RulesException {
        return Optional.ofNullable(fields(name).get(field)).orElseThrow(() -> wrong(name + " has no '" + field + "'"));
    }
}
