// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.provenance.Sha256;
import org.vo4he.reprocess.KnownFiles.Found;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.SharedData;

/// A harvested folder of an event list and a spectrum made of it.
class StoredFilesTest {

    private static final String DID = "ivo://unregistered.vo4he/archive?";

    @TempDir
    private Path temporary;

    @Test
    void inputsAreProductsOfTheArchiveByDidChecksumAndName() throws Exception {
        Path archive = Files.createDirectory(temporary.resolve("archive")).toRealPath();
        Path state = temporary.resolve("state");
        Path events = Files.copy(
                SharedData.checkout().resolve("examples/products/chandra/m82_10027_events.fits"),
                Files.createDirectory(archive.resolve("in")).resolve("m82.fits"));
        Path spectrum = archive.resolve("src.pha");
        assertThat(CommandRun.of("extract", events, "--spectrum", spectrum).exitCode())
                .isZero();
        assertThat(CommandRun.of("harvest", archive, "--state", state).exitCode())
                .isZero();

        try (Store store = Store.open(state, StoreSettings.defaults())) {
            StoredFiles files = new StoredFiles(store.products(), new PublishedFolder(archive));
            Found found = new Found(events, Optional.of(DID + "in/m82.fits"));

            assertThat(files.byDid(DID + "in/m82.fits")).contains(events);
            assertThat(files.byDid(DID + "m82.fits")).isEmpty();
            assertThat(files.byDid("in/m82.fits")).isEmpty();
            assertThat(files.byName("m82.fits")).containsExactly(found);
            assertThat(files.byName("82.fits")).isEmpty();
            assertThat(files.byChecksum(Sha256.of(events))).containsExactly(found);
            assertThat(files.byChecksum("sha256:" + "0".repeat(64))).isEmpty();
            assertThat(files.byChecksum("datasum:" + dataSum(spectrum)))
                    .extracting(Found::file)
                    .containsExactly(spectrum);
        }
        Path elsewhere = Files.move(
                spectrum, Files.createDirectory(temporary.resolve("else")).resolve("a.pha"));
        CommandRun run = CommandRun.of("reprocess", elsewhere, "--state", state, "--dry-run", "--json");
        JsonNode plan = new ObjectMapper().readTree(run.out());
        assertThat(plan.at("/steps/0/inputs/input/did").asText()).as(run.err()).isEqualTo(DID + "in/m82.fits");
    }

    private static String dataSum(Path file) throws Exception {
        try (FitsFile fits = FitsFile.open(file)) {
            return fits.hdu("SPECTRUM")
                    .orElseThrow()
                    .header()
                    .text("DATASUM")
                    .orElseThrow()
                    .strip();
        }
    }
}
