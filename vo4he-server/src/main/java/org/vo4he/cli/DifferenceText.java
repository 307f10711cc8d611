// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.diff.Difference;

/// What two files differ in, for a person or a program.
final class DifferenceText {

    private DifferenceText() {}

    static void print(Path first, Path second, List<Difference> differences, PrintWriter out) {
        if (differences.isEmpty()) {
            out.println("nothing differs");
            return;
        }
        out.println("< " + first);
        out.println("> " + second);
        Difference.Part part = null;
        String place = "";
        for (Difference difference : differences) {
            if (difference.part() != part || !difference.place().equals(place)) {
                part = difference.part();
                place = difference.place();
                out.println();
                out.println(word(part) + " of " + place);
            }
            print(difference, out);
        }
    }

    private static void print(Difference difference, PrintWriter out) {
        String name = difference.name().isEmpty() ? "" : difference.name() + ": ";
        if (!difference.note().isEmpty()) {
            out.println("  " + name + difference.note());
            return;
        }
        if (!name.isEmpty()) {
            out.println("  " + difference.name());
        }
        out.println("    < " + said(difference.first()));
        out.println("    > " + said(difference.second()));
    }

    private static String said(Optional<String> text) {
        return text.orElse("(nothing)");
    }

    private static String word(Difference.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    static String json(Path first, Path second, List<Difference> differences) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("first", first.toString())
                .put("second", second.toString());
        ArrayNode list = node.putArray("differences");
        for (Difference difference : differences) {
            list.addObject()
                    .put("part", word(difference.part()))
                    .put("place", difference.place())
                    .put("name", difference.name())
                    .put("first", difference.first().orElse(null))
                    .put("second", difference.second().orElse(null))
                    .put("note", difference.note());
        }
        return node.toPrettyString();
    }
}
