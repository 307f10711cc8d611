// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.samples.Asking;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.Verdict;
import org.w3c.dom.Document;

/// What a results page offers to copy, run as it stands: it finds the rows of the page, in their order.
@Timeout(180)
@ExtendWith(StartedOnce.class)
class SnippetsTest {

    private static PagesArchive archive;

    @BeforeAll
    static void open(PagesArchive shared) {
        archive = shared;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pos=166.3+38.2&radius=0.15&from=55000&emin=1&type=spectrum&text=mrk",
                "pos=84.2+22.0&radius=1%27",
                "text=x%27y",
                "instrument=%3Cscript%3Ealert%281%29%3C%2Fscript%3E%22%27%26&text=%22%27",
                "pos=not+stated"
            })
    void adqlCurlAndPyvoFindTheRowsOfThePage(String search) throws Exception {
        Document page = archive.page("/search?" + search);
        List<String> shown = PageText.all(page, "//table[@class='results']//input[@name='ID']/@value");

        assertThat(shown).isNotEmpty().hasSizeLessThan(ResultsPage.ROWS);
        assertThat(identifiers(Asking.text(Asking.get(archive.url() + "/tap/sync?"
                        + Asking.query("LANG", "ADQL", "FORMAT", "csv", "QUERY", code(page, "ADQL"))))))
                .isEqualTo(shown);
        assertThat(identifiers(shell(code(page, "curl")))).isEqualTo(shown);
        assertThat(pyvo(code(page, "pyvo"))).isEqualTo(shown);
    }

    private static String code(Document page, String name) {
        return PageText.text(page, "//pre[@data-name='" + name + "']/code");
    }

    private static List<String> identifiers(String csv) {
        return csv.lines()
                .filter(line -> line.startsWith("ivo://"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static String shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command).isZero();
        return out;
    }

    private static List<String> pyvo(String script) {
        Verdict verdict = Judges.python(script + "\nfor did in found['obs_publisher_did']: print('found', did)\n");
        assertThat(verdict.exitCode()).as(verdict.toString()).isZero();
        return verdict.out()
                .lines()
                .filter(line -> line.startsWith("found "))
                .map(line -> line.substring(6))
                .toList();
    }
}
