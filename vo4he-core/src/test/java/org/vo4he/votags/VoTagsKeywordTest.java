// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.testkit.SharedData;

/// [VoTagsKeyword] and the columns behind it, against the documents that define them.
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

    /// `keywords.csv` was copied from the standard and the draft, not made from the code.
    @Test
    void eachKeywordHasColumnTypeUnitUcdAndUtypeAsTheStandardAndTheDraftSay() throws IOException {
        Map<VoTagsKeyword, String> said = new EnumMap<>(VoTagsKeyword.class);
        Map<VoTagsKeyword, String> expected = new EnumMap<>(VoTagsKeyword.class);
        for (String[] cells : facts()) {
            VoTagsKeyword keyword = VoTagsKeyword.valueOf(cells[0]);
            ObsCoreColumn column = keyword.column();
            said.put(
                    keyword,
                    String.join(
                            " ",
                            column.columnName(),
                            type(column),
                            column.unit(),
                            column.ucd(),
                            column.utype().toLowerCase(Locale.ROOT)));
            expected.put(
                    keyword,
                    String.join(
                            " ", cells[1], TYPES.get(cells[2]), cells[3], cells[4], cells[5].toLowerCase(Locale.ROOT)));
        }
        assertThat(said).hasSize(76).isEqualTo(expected);
    }

    @Test
    void obscoreHasSixtyColumnsItsExtensionSixteenAndTwoOfOurOwn() {
        assertThat(ObsCoreColumn.core()).hasSize(60).allMatch(ObsCoreColumn::isStandard);
        assertThat(ObsCoreColumn.highEnergy()).hasSize(18);
        assertThat(ObsCoreColumn.highEnergy().stream().filter(column -> !column.isStandard()))
                .containsExactly(ObsCoreColumn.FLUX_MODEL, ObsCoreColumn.ENERGY_BAND);
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
            if (keyword.name().equals(cells[0])) {
                assertThat(keyword.source()).as(cells[0]).isEqualTo(source(line));
            }
        }
        assertThat(compared)
                .as("60 columns, 16 of the extension and the aliases")
                .isEqualTo(84);
        assertThat(Arrays.stream(VoTagsKeyword.values())
                        .mapToInt(k -> k.aliases().size())
                        .sum())
                .isEqualTo(9);
    }

    private static VoTagsKeyword.Source source(String line) {
        if (line.contains("PROPOSED (ivoa.obscore_hea")) {
            return VoTagsKeyword.Source.EXTENSION;
        }
        return line.contains("PROPOSED") ? VoTagsKeyword.Source.OBSCORE : VoTagsKeyword.Source.SVOM;
    }

    private static List<String[]> facts() throws IOException {
        try (InputStream table = VoTagsKeywordTest.class.getResourceAsStream("keywords.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(3)
                    .map(line -> line.split(",", 6))
                    .toList();
        }
    }

    /// What the documents call the types, as this table's.
    private static final Map<String, String> TYPES = Map.of(
            "char", "text",
            "string", "text",
            "TMOC", "text",
            "char (xtype timestamp)", "timestamp",
            "char (xtype adql:REGION or DALI polygon/circle -> double *)", "region",
            "int", "whole",
            "long", "whole",
            "float", "double",
            "double", "double");

    private static String type(ObsCoreColumn column) {
        return switch (column.type()) {
            case TEXT -> "text";
            case INTEGER, BIGINT -> "whole";
            case DOUBLE -> "double";
            case TIMESTAMP -> "timestamp";
            case REGION -> "region";
        };
    }
}
