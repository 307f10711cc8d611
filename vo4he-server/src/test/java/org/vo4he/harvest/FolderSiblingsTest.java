// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.store.FileRecord.Lookup;
import org.vo4he.store.FileStamp;

/// [FolderSiblings] on a listing of files; the names are of kinds found in real headers.
class FolderSiblingsTest {

    private static final Path FOLDER = Path.of("/published");

    private final Map<String, FoundFile> files = new TreeMap<>();

    @ParameterizedTest
    @CsvSource({
        "r.rmf, one/r.rmf",
        "r.rmf[MATRIX], one/r.rmf",
        "r.rmf{1-3}, one/r.rmf",
        "'  r.rmf ', one/r.rmf",
        "./r.rmf, one/r.rmf",
        "../two/a.arf, two/a.arf",
        "two/a.arf, two/a.arf",
        "/home/pipeline/run7/r.rmf, one/r.rmf",
        "C:\\data\\r.rmf, one/r.rmf",
        "only.arf, three/only.arf",
        "/somewhere/only.arf, three/only.arf",
        "/published/two/r.rmf, two/r.rmf",
        "/published/two/../two/r.rmf, two/r.rmf",
        "/far/two/r.rmf, one/r.rmf",
        "/far/two/twice.arf, two/twice.arf",
        "/far/three/twice.arf, three/twice.arf",
        "packed.rmf, one/packed.rmf.gz",
        "plain.arf.gz, one/plain.arf",
        "only-packed.rmf, three/only-packed.rmf.gz",
        "R.RMF, one/r.rmf",
        "/data/ONLY.ARF, three/only.arf",
        "P0112880201R1S004BGSPEC1003.FIT, two/P0112880201R1S004BGSPEC1003.FTZ",
        "'grid(r.rmf[MATRIX][cols ENERG_LO,ENERG_HI])', one/r.rmf"
    })
    void aNameLeadsToTheFileThatIsMeant(String name, String path) {
        assertThat(siblings().find("one/spectrum.pha", name).path()).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "none",
                "NONE",
                "CALDB",
                "caldb;XMM",
                "n/a",
                "twice.arf",
                "../../etc/passwd",
                "/etc/passwd",
                "/published/../etc/passwd",
                "/published",
                "/far/four/twice.arf",
                "..",
                ".",
                "/",
                "one/",
                "%match%",
                "0.1:10:0.02",
                "bad\0name",
                "[1]"
            })
    void aNameThatLeadsNowhereOrToSeveralFilesFindsNone(String name) {
        assertThat(siblings().find("one/spectrum.pha", name).path()).isEmpty();
    }

    @Test
    void filesThatMayBeMeantAsWellAsEachOtherAreCandidates() {
        assertThat(siblings().find("one/spectrum.pha", "/far/twice.arf").candidates())
                .containsExactlyInAnyOrder("two/twice.arf", "three/twice.arf");
        assertThat(siblings().find("one/spectrum.pha", "CASE.RMF").candidates())
                .containsExactlyInAnyOrder("one/Case.rmf", "one/case.rmf");
    }

    @Test
    void theNameAsItIsComesBeforeOneThatDiffersInCase() {
        assertThat(siblings().find("one/spectrum.pha", "case.rmf").path()).contains("one/case.rmf");
    }

    @Test
    void theOwnFolderComesBeforeTheRestOfTheTree() {
        assertThat(siblings().find("two/x.pha", "twice.arf").path()).contains("two/twice.arf");
    }

    @Test
    void aRecorderKeepsWhatWasAskedWithItsAnswer() {
        FolderSiblings siblings = siblings();
        FolderSiblings.Recorder recorder = siblings.recorder(files.get("one/spectrum.pha"));

        assertThat(recorder.find(FOLDER.resolve("one/spectrum.pha"), "r.rmf")).contains(FOLDER.resolve("one/r.rmf"));
        recorder.find(FOLDER.resolve("one/spectrum.pha"), "missing");

        assertThat(recorder.lookups())
                .containsExactly(
                        new Lookup("r.rmf", Optional.of("one/r.rmf")), new Lookup("missing", Optional.empty()));
    }

    private FolderSiblings siblings() {
        for (String path : new String[] {
            "one/spectrum.pha",
            "one/r.rmf",
            "one/packed.rmf.gz",
            "one/plain.arf",
            "two/a.arf",
            "two/r.rmf",
            "two/twice.arf",
            "three/twice.arf",
            "three/only.arf",
            "two/P0112880201R1S004BGSPEC1003.FTZ",
            "one/Case.rmf",
            "one/case.rmf",
            "three/only-packed.rmf.gz"
        }) {
            files.put(path, new FoundFile(path, FOLDER.resolve(path), new FileStamp(1, 1, "")));
        }
        return new FolderSiblings(new CalibratedFiles(
                Places.of(FOLDER), FolderFiles.of(files), org.vo4he.product.CalibrationFolders.none()));
    }
}
