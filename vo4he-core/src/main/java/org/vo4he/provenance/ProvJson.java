// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.vo4he.provenance.ProvStatement.Value;

/// A graph as PROV-JSON (W3C member submission, 2013-04-24). Attributes are lists, as PROV allows several values of
/// each: ProvToolbox passes over those that are none.
public final class ProvJson {

    private ProvJson() {}

    /// The document, ending with a line feed.
    public static String write(ProvGraph graph) {
        ProvStatements statements = new ProvStatements(graph);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode prefixes = root.putObject("prefix");
        statements.namespaces().forEach((namespace, prefix) -> prefixes.put(prefix, namespace));
        int relations = 0;
        for (ProvStatement statement : statements.all()) {
            ObjectNode attributes = attributes(statement);
            boolean relation = statement.term().isRelation();
            String key = relation
                    ? "_:r" + ++relations
                    : statement.names().getFirst().plain();
            ObjectNode group = root.withObjectProperty(statement.term().word());
            group.set(key, attributes);
        }
        try {
            return ProvenanceJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree cannot fail to print", e);
        }
    }

    private static ObjectNode attributes(ProvStatement statement) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (statement.term().isRelation()) {
            node.put(statement.term().from(), statement.names().getFirst().plain());
            node.put(statement.term().to(), statement.names().getLast().plain());
        }
        for (Map.Entry<String, Value> attribute : statement.attributes().entrySet()) {
            switch (attribute.getValue()) {
                case Value.Text(String text) ->
                    node.putArray(attribute.getKey()).add(text);
                case Value.Time(String time) -> node.put(attribute.getKey(), time);
                case Value.Flag(boolean set) -> typed(node, attribute.getKey(), Boolean.toString(set), "xsd:boolean");
                case Value.Whole(long number) -> typed(node, attribute.getKey(), Long.toString(number), "xsd:long");
                case Value.Name(String name) -> typed(node, attribute.getKey(), name, "prov:QUALIFIED_NAME");
            }
        }
        return node;
    }

    private static void typed(ObjectNode node, String key, String value, String type) {
        node.putArray(key).addObject().put("$", value).put("type", type);
    }
}
