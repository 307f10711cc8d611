// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A graph in the DOT language of Graphviz: what flowed into what, from left to right.
public final class ProvDot {

    private ProvDot() {}

    /// @param links by identifier: where more is told of a file
    public static String write(ProvGraph graph, Function<String, Optional<String>> links) {
        ProvPicture picture = ProvPicture.of(graph);
        StringBuilder dot = new StringBuilder("""
                digraph provenance {
                  rankdir=LR;
                  node [fontname="Helvetica", fontsize=11, style=filled, color="#4a4a4a", fontcolor="#1a1a1a"];
                  edge [color="#4a4a4a"];
                """);
        Map<String, String> nodes = new HashMap<>();
        for (ProvPicture.Box box : picture.boxes()) {
            String node = "n" + (nodes.size() + 1);
            nodes.put(box.id(), node);
            dot.append("  ").append(node).append(" [").append(shape(box.kind())).append(", label=");
            List<String> lines = new ArrayList<>();
            lines.add(box.title());
            lines.addAll(box.lines());
            dot.append(quoted(String.join("\n", lines)));
            if (!box.words().isEmpty()) {
                dot.append(", tooltip=").append(quoted(box.words()));
            }
            links.apply(box.id()).ifPresent(link -> dot.append(", URL=").append(quoted(link)));
            dot.append("];\n");
        }
        for (ProvPicture.Arrow arrow : picture.arrows()) {
            dot.append("  ")
                    .append(nodes.get(arrow.from()))
                    .append(" -> ")
                    .append(nodes.get(arrow.to()))
                    .append(arrow.stated() ? " [style=dashed];\n" : ";\n");
        }
        return dot.append("}\n").toString();
    }

    private static String shape(ProvPicture.Kind kind) {
        return switch (kind) {
            case FILE -> "shape=ellipse, fillcolor=\"#fff4c2\"";
            case RUN -> "shape=box, fillcolor=\"#d5e3f7\"";
            case OBSERVED_RUN -> "shape=box, style=\"filled,dashed\", fillcolor=\"#eef3fb\"";
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
