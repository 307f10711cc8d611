// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.testkit.Verdict;

/// pyvo judges a server: cones and ADQL, DataLink, downloads by SHA-256. The script `pyvo_judge.py` says what it looks
/// at.
class PyvoJudgeTest {

    @TempDir
    Path state;

    @Test
    void pyvoFindsAndDownloadsEveryExample() throws Exception {
        assertThat(judge(SharedData.checkout().resolve("examples/products")))
                .startsWith("rows=")
                .doesNotContain("rows=0");
    }

    @Test
    void pyvoFindsAndDownloadsEveryProductOfTheSharedData() throws Exception {
        assertThat(judge(SharedData.data())).startsWith("rows=");
    }

    private String judge(Path folder) throws IOException {
        try (Vo4heProcess server = Vo4heProcess.serve(folder, state)) {
            Verdict verdict = Judges.python(script(), server.ready() + "/", folder.toString());

            assertThat(verdict.exitCode()).as(verdict.toString()).isZero();
            return verdict.out();
        }
    }

    private static String script() throws IOException {
        try (InputStream in = PyvoJudgeTest.class.getResourceAsStream("pyvo_judge.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
