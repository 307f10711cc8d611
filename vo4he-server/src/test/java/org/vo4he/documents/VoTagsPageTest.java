// SPDX-License-Identifier: Apache-2.0
package org.vo4he.documents;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.votags.VoTagsKeyword;

/// Every VO-TAGS keyword, on the reference page with its column, type, unit and other spellings.
class VoTagsPageTest {

    @Test
    void everyKeywordIsOnTheReferencePage() throws IOException {
        StringBuilder page = new StringBuilder(
                "| keyword | column | type | unit | values | also read | chosen by |\n|---|---|---|---|---|---|---|\n");
        for (VoTagsKeyword keyword : VoTagsKeyword.values()) {
            ObsCoreColumn column = keyword.column();
            String name = "`" + column.columnName() + "`"
                    + (VoTagsKeyword.PUBLISHER_COLUMNS.contains(column) ? " (publisher's)" : "");
            page.append("| `%s` | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            keyword,
                            name,
                            type(column),
                            column.unit(),
                            values(column),
                            keyword.aliases().stream()
                                    .map(alias -> "`" + alias + "`")
                                    .collect(Collectors.joining(", ")),
                            source(keyword)));
        }
        MadeSection.check("docs/reference/vo-tags.md", page.toString());
    }

    private static String values(ObsCoreColumn column) {
        if (!column.allowed().isEmpty()) {
            return String.join(", ", column.allowed()) + (column.isOpen() ? ", or others" : "");
        }
        String least = limit(column.least());
        String most = limit(column.most());
        return least.isEmpty() && most.isEmpty() ? "" : (least + " to " + most).strip();
    }

    private static String limit(double limit) {
        return Math.abs(limit) == Double.MAX_VALUE ? "" : Long.toString((long) limit);
    }

    private static String source(VoTagsKeyword keyword) {
        return switch (keyword.source()) {
            case SVOM -> "SVOM";
            case OBSCORE -> "vo4he, for ObsCore 1.1";
            case EXTENSION -> "vo4he, for the high-energy extension";
            case VO4HE -> "vo4he";
        };
    }

    private static String type(ObsCoreColumn column) {
        return switch (column.type()) {
            case TEXT -> "string";
            case INTEGER, BIGINT -> "integer";
            case DOUBLE -> "real";
            case TIMESTAMP, REGION -> column.type().name().toLowerCase(Locale.ROOT);
        };
    }
}
