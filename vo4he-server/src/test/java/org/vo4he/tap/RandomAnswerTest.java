// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.samples.Asking;
import org.vo4he.samples.SampleArchive;

/// Whatever a query asks, it is answered or is the caller's fault: never ours, and no answer breaks off.
class RandomAnswerTest {

    private static final List<String> FORMATS = List.of("votable", "votable/b2", "csv", "tsv");

    @TempDir
    private Path folder;

    @Test
    void noAnswerIsOurFaultOrBreaksOff() throws Exception {
        List<String> faults = new ArrayList<>();
        int answered = 0;
        try (SampleArchive archive = SampleArchive.start(folder)) {
            for (int seed = 0; seed < 400; seed++) {
                String query = new RandomAdql(seed).query();
                String format = FORMATS.get(seed % FORMATS.size());
                String fault = fault(archive, query, format);
                if (!fault.isEmpty()) {
                    faults.add(fault + " for " + query);
                }
                answered += status(archive, query) == 200 ? 1 : 0;
            }
        }

        assertThat(faults).isEmpty();
        assertThat(answered)
                .as("most of these queries make sense to the service")
                .isGreaterThan(200);
    }

    private static int status(SampleArchive archive, String query) throws IOException {
        return Asking.post(archive.url() + "/tap/sync", "QUERY", query, "MAXREC", "0")
                .statusCode();
    }

    private static String fault(SampleArchive archive, String query, String format) {
        try {
            HttpResponse<byte[]> answer =
                    Asking.post(archive.url() + "/tap/sync", "QUERY", query, "RESPONSEFORMAT", format);
            boolean good = answer.statusCode() == 200 && !Asking.text(answer).contains("value=\"ERROR\"");
            return good || answer.statusCode() == 400 ? "" : answer.statusCode() + " " + Asking.text(answer);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
