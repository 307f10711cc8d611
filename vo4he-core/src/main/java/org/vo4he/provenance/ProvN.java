// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vo4he.provenance.ProvStatement.Value;

/// A graph as PROV-N (W3C REC 2013-04-30).
public final class ProvN {

    private static final String UNSAID = "-";

    private ProvN() {}

    /// The document, ending with a line feed.
    public static String write(ProvGraph graph) {
        ProvStatements statements = new ProvStatements(graph);
        StringBuilder text = new StringBuilder("document\n");
        statements
                .namespaces()
                .forEach((namespace, prefix) -> text.append("  prefix ")
                        .append(prefix)
                        .append(" <")
                        .append(namespace)
                        .append(">\n"));
        text.append('\n');
        statements
                .all()
                .forEach(statement ->
                        text.append("  ").append(expression(statement)).append('\n'));
        return text.append("endDocument\n").toString();
    }

    private static String expression(ProvStatement statement) {
        List<String> arguments = new ArrayList<>();
        statement.names().forEach(name -> arguments.add(name.escaped()));
        if (statement.term() == ProvTerm.ACTIVITY) {
            arguments.add(time(statement, ProvStatements.START));
            arguments.add(time(statement, ProvStatements.END));
        }
        for (int i = 0; i < statement.term().unsaid(); i++) {
            arguments.add(UNSAID);
        }
        String attributes = statement.attributes().entrySet().stream()
                .filter(attribute -> !(attribute.getValue() instanceof Value.Time))
                .map(ProvN::attribute)
                .collect(Collectors.joining(", "));
        if (!attributes.isEmpty()) {
            arguments.add("[" + attributes + "]");
        }
        return statement.term().word() + "(" + String.join(", ", arguments) + ")";
    }

    private static String time(ProvStatement statement, String key) {
        return statement.attributes().get(key) instanceof Value.Time(String time) ? time : UNSAID;
    }

    private static String attribute(Map.Entry<String, Value> attribute) {
        return attribute.getKey() + "="
                + switch (attribute.getValue()) {
                    case Value.Text(String text) -> quoted(text);
                    case Value.Time(String time) -> quoted(time);
                    case Value.Whole(long number) -> quoted(Long.toString(number)) + " %% xsd:long";
                    case Value.Flag(boolean set) -> quoted(Boolean.toString(set)) + " %% xsd:boolean";
                    case Value.Name(String name) -> "'" + name + "'";
                };
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
