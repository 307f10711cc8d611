// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.FitsBuilder;

/// [Wholeness] of files cut at every place: the judge is the knife.
class WholenessTest {

    private static final int BLOCK = 2880;

    @TempDir
    private Path folder;

    @Test
    void aFitsFileCutAnywhereButBehindATableIsNotWhole() throws Exception {
        byte[] whole = events(500).bytes();
        byte[] firstTable = one(500).bytes();
        Set<Integer> behindATable = Set.of(firstTable.length, whole.length);
        assertThat(whole).startsWith(firstTable);

        for (int length : cuts(whole.length)) {
            assertThat(lack(Arrays.copyOf(whole, length)).isEmpty())
                    .as("the first %d of %d bytes are taken to be whole", length, whole.length)
                    .isEqualTo(behindATable.contains(length));
        }
    }

    @Test
    void aGzipFileCutAnywhereIsNotWhole() throws Exception {
        byte[] whole = events(500).gzipped();

        assertThat(lack(whole)).isEmpty();
        for (int length = 0; length < whole.length; length += length > whole.length - 40 ? 1 : 13) {
            assertThat(lack(Arrays.copyOf(whole, length)))
                    .as("the first %d of %d bytes", length, whole.length)
                    .isPresent();
        }
        for (int length = whole.length - 10; length < whole.length; length++) {
            assertThat(lack(Arrays.copyOf(whole, length)))
                    .as("the first %d of %d bytes", length, whole.length)
                    .isPresent();
        }
    }

    @Test
    void anAnnouncedExtensionIsWaitedFor() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("NEXTEND", 2);
        fits.table("EVENTS").column("TIME", "D", 1, 2, 3);

        assertThat(lack(fits.bytes()))
                .hasValueSatisfying(what -> assertThat(what).contains("announces 2 extensions"));
    }

    @Test
    void aPrimaryHduWithoutDataIsNotWholeAndWithAnImageItIs() throws Exception {
        FitsBuilder empty = new FitsBuilder();
        empty.primary();
        FitsBuilder image = new FitsBuilder();
        image.image("", 16, 4, 4);

        assertThat(lack(empty.bytes())).contains("it has no data and no extension");
        assertThat(lack(image.bytes())).isEmpty();
    }

    @Test
    void whatHasNoStructureIsWhole() throws Exception {
        assertThat(lack("a readme".getBytes())).isEmpty();
        assertThat(lack(new byte[0])).contains("it is empty");
    }

    private Optional<String> lack(byte[] bytes) throws IOException {
        return Wholeness.lack(Files.write(folder.resolve("file"), bytes));
    }

    /// Every 101st byte, and those around the ends of blocks.
    private static int[] cuts(int length) {
        return IntStream.rangeClosed(0, length)
                .filter(cut -> cut % 101 == 0 || (cut + 2) % BLOCK < 5 || cut % BLOCK == 9 || cut < 12)
                .toArray();
    }

    private static FitsBuilder one(int rows) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary();
        fits.table("EVENTS")
                .column("TIME", "D", IntStream.range(0, rows).asDoubleStream().toArray());
        return fits;
    }

    private static FitsBuilder events(int rows) {
        FitsBuilder fits = one(rows);
        fits.table("GTI").column("START", "D", 0, 100).column("STOP", "D", 50, 200);
        return fits;
    }
}
