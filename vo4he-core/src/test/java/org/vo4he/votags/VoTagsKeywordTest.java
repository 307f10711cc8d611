// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.testkit.SharedData;

/// [VoTagsKeyword] against the keyword table of the reference data.
class VoTagsKeywordTest {

    @Test
    void eachColumnHasOneKeywordOfAtMostEightLegalCharacters() {
        assertThat(VoTagsKeyword.values())
                .extracting(VoTagsKeyword::column)
                .containsExactlyInAnyOrder(ObsCoreColumn.values());
        assertThat(VoTagsKeyword.values()).allMatch(keyword -> keyword.name().matches("[A-Z0-9_-]{1,8}"));
    }

    @Test
    void noSpellingMeansTwoColumns() {
        List<String> spellings = new ArrayList<>();
        for (VoTagsKeyword keyword : VoTagsKeyword.values()) {
            spellings.add(keyword.name());
            spellings.addAll(keyword.aliases());
        }
        assertThat(spellings).doesNotHaveDuplicates();
    }

    @Test
    void theTableOfTheReferenceSaysTheSame() throws IOException {
        int compared = 0;
        for (String line : Files.readAllLines(SharedData.file("reference/obscore-keywords.csv"))) {
            String[] cells = line.split(",");
            if (ObsCoreColumn.named(cells[1]).isEmpty()) {
                continue;
            }
            compared++;
            VoTagsKeyword keyword = VoTagsKeyword.spelt(cells[0]).orElseThrow();
            ObsCoreColumn column = keyword.column();
            assertThat(column.columnName()).as(cells[0]).isEqualTo(cells[1]);
            assertThat(keyword.name().equals(cells[0]))
                    .as(cells[0])
                    .isEqualTo(!line.contains("ALIAS accepted on read"));
            assertThat(column.unit())
                    .as(cells[0])
                    .isIn(cells[3], cells[3].equals("(o_unit)") ? "" : cells[3].split(" ")[0]);
        }
        assertThat(compared).as("60 columns and the aliases").isEqualTo(68);
        assertThat(Arrays.stream(VoTagsKeyword.values())
                        .mapToInt(k -> k.aliases().size())
                        .sum())
                .isEqualTo(9);
    }
}
