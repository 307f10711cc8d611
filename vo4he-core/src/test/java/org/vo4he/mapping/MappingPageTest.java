// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.testkit.SharedData;

/// The pages about mapping against the code.
class MappingPageTest {

    private static final Path DOCS = SharedData.checkout().resolve("docs");

    @TempDir
    Path folder;

    @Test
    void theReferencePageHasOneRowForEachColumnInTheOrderOfTheStandard() throws IOException {
        String page = Files.readString(DOCS.resolve("reference/mapping.md"));
        String values = page.substring(page.indexOf("## Which value"), page.indexOf("## Repairs"));

        List<String> rows = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE)
                .matcher(values)
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(ObsCoreColumn.values())
                        .map(ObsCoreColumn::columnName)
                        .toList());
    }

    @Test
    void theExampleOfTheHowToIsARulesFile() throws Exception {
        String page = Files.readString(DOCS.resolve("how-to/rules-file.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();

        Rules rules = Rules.read(
                Files.writeString(folder.resolve("rules.yaml"), page.substring(start, page.indexOf("```", start))));

        assertThat(rules.hash()).isNotEqualTo(Rules.none().hash());
    }
}
