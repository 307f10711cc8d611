// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vo4he.testkit.SharedData;

/// `docs/reference/web-pages.md` against the code.
class WebPagesDocumentTest {

    @ParameterizedTest
    @EnumSource(SearchField.class)
    void everyFieldIsDocumented(SearchField field) throws IOException {
        assertThat(page()).containsPattern("(?m)^\\| .*`" + field.parameter() + "`");
    }

    @ParameterizedTest
    @EnumSource(SearchSort.class)
    void everyOrderIsDocumented(SearchSort sort) throws IOException {
        assertThat(page()).containsPattern("(?m)^\\| `sort` .*`" + sort.parameter() + "`");
    }

    @ParameterizedTest
    @EnumSource(FileOutcome.class)
    void everyOutcomeIsDocumented(FileOutcome outcome) throws IOException {
        assertThat(page()).containsPattern("(?m)^\\| `/files-report` .*`" + outcome.parameter() + "`");
    }

    private static String page() throws IOException {
        return Files.readString(SharedData.checkout().resolve("docs/reference/web-pages.md"));
    }
}
