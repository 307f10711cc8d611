// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.NotFitsException;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;

/// 200 seeded mutants of annotated files: the reader never throws, and what it gives always makes a row.
class VoTagsMutantsTest {

    private static final String LETTERS = "'=&/ .-+0123456789EDTFAZ_{}[]\",:\u0000\u00e9";

    @TempDir
    Path folder;

    @Test
    void aDamagedExtensionIsReadWithoutAnException() throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));
        int before = (int) Files.size(file);
        TaggedFiles.annotate(file);
        byte[] whole = Files.readAllBytes(file);
        byte[] seed = Files.readAllBytes(
                TaggedFiles.foreign(folder.resolve("seed.fits"), "{\"provenance\": []}", VoTagsReaderTest.SEED_DUMP));
        int read = 0;
        for (int number = 0; number < 200; number++) {
            Random random = new Random(number);
            byte[] mutant = mutated(number % 2 == 0 ? whole : seed, number % 2 == 0 ? before : 2880, random);
            Path path = Files.write(folder.resolve("mutant.fits"), mutant);
            read += read(path, number) ? 1 : 0;
        }
        assertThat(read).as("mutants whose extension could still be read").isGreaterThan(100);
    }

    private static boolean read(Path path, int number) throws Exception {
        try (FitsFile file = FitsFile.open(path)) {
            boolean[] found = {false};
            assertThatCode(() -> VoTagsReader.read(file).ifPresent(tags -> {
                        found[0] = true;
                        ObsCoreRow row = TaggedFiles.rowOf(tags);
                        assertThat(row.values()).hasSize(ObsCoreColumn.values().length);
                    }))
                    .as("mutant %d", number)
                    .doesNotThrowAnyException();
            return found[0];
        } catch (NotFitsException _) {
            return false;
        }
    }

    /// Bytes changed within the extension, mostly where values are; sometimes whole cards moved.
    private static byte[] mutated(byte[] whole, int from, Random random) {
        byte[] mutant = whole.clone();
        for (int i = 0; i < 1 + random.nextInt(30); i++) {
            int at = from + random.nextInt(whole.length - from);
            mutant[at] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        if (random.nextInt(3) == 0) {
            int one = from + 80 * (11 + random.nextInt(20));
            int other = from + 80 * (11 + random.nextInt(20));
            System.arraycopy(whole, one, mutant, other, 80);
        }
        return mutant;
    }
}
