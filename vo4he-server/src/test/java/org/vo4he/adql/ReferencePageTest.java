// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vo4he.documents.MadeSection;

/// `docs/reference/adql.md` lists the functions that queries may use, as the code has them.
class ReferencePageTest {

    @Test
    void thePageListsEveryFunction() throws IOException {
        MadeSection.check("docs/reference/adql.md", """
                Aggregates: %s.

                Geometry:

                | function | takes |
                |---|---|
                %s

                Values:

                | function | what |
                |---|---|
                %s
                """.formatted(aggregates(), geometry(), values()));
    }

    private static String aggregates() {
        return Arrays.stream(SetFunction.values())
                .map(function -> "`" + function + "`")
                .collect(Collectors.joining(", "));
    }

    private static String geometry() {
        return Arrays.stream(GeometryFunction.values())
                .map(function -> "| `" + function + "` | " + function.arguments() + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String values() {
        return Arrays.stream(AdqlFunction.values())
                .map(function -> "| `" + function.form() + "` | "
                        + (function.isUserDefined() ? function.description() : "ADQL 2.1; " + function.arity()) + " |")
                .collect(Collectors.joining("\n"));
    }
}
