// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What strangers see of recorded paths.
class ShownPathTest {

    @ParameterizedTest
    @CsvSource({
        "/home/ann/obs 1/evt.fits, evt.fits",
        "evt.fits, evt.fits",
        "obs/1/evt.fits, obs/1/evt.fits",
        "~ann/evt.fits, evt.fits",
        "C:\\data\\evt.fits, evt.fits",
        "\\\\host\\share\\evt.fits, evt.fits",
        "file:///data/evt.fits, evt.fits",
        "https://host.example/a/evt.fits, https://host.example/a/evt.fits"
    })
    void ofAPathFromTheRootTheNameIsLeft(String path, String shown) {
        assertThat(ShownPath.of(path)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rmf=/cal/db/a.rmf,/cal/b.arf | rmf=a.rmf,b.arf",
                "PI/2 + 3 / 4 | PI/2 + 3 / 4",
                "(PI>3)/(GRADE) | (PI>3)/(GRADE)",
                "https://host.example/a/b | https://host.example/a/b",
                "0.5-7 | 0.5-7",
                "@/home/ann/list.txt | @list.txt"
            })
    void inATextFoldersFromTheRootAreLeftOut(String text, String shown) {
        assertThat(ShownPath.inText(text)).isEqualTo(shown);
    }

    @Test
    void aGraphForStrangersNamesNoFolderAndKeepsFilesOfOneNameApart() {
        ProvenanceStep step = new ProvenanceStep(List.of(
                new Argument.Input(0, new DataFile("", false, "/home/ann", "run")),
                new Argument.Input(1, new DataFile("events", false, "/home/ann/one", "evt.fits")),
                new Argument.Input(2, new DataFile("events", false, "/home/ann/two", "evt.fits")),
                new Argument.Parameter(3, "rmf", false, "/home/ann/cal/a.rmf")));
        ProvGraph graph = ProvGraph.of(
                new ProvenanceDocument(List.of(step)), new ProvGraph.Subject("ivo://vo4he.example/x?z", "z"));

        ProvGraph shown = graph.withoutFolders();

        assertThat(ProvJson.write(graph)).contains("/home/ann");
        assertThat(ProvJson.write(shown) + ProvN.write(shown))
                .doesNotContain("ann")
                .contains("evt.fits", "a.rmf");
        assertThat(shown.entities()).hasSameSizeAs(graph.entities());
        assertThat(shown.used()).hasSameSizeAs(graph.used());
        assertThat(shown.withoutFolders()).isEqualTo(shown);
    }
}
