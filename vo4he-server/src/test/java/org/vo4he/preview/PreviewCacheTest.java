// SPDX-License-Identifier: Apache-2.0
package org.vo4he.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [PreviewCache] on a real disk.
class PreviewCacheTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasKeptIsThereAlsoAfterARestart() throws IOException {
        new PreviewCache(folder, 1000).put("a.png", bytes(1, 100));

        assertThat(new PreviewCache(folder, 1000).get("a.png")).hasValue(bytes(1, 100));
        assertThat(new PreviewCache(folder, 1000).get("b.png")).isEmpty();
    }

    @Test
    void whatWasNotAskedForLongestGoesFirst() throws IOException {
        PreviewCache cache = new PreviewCache(folder, 250);
        cache.put("a.png", bytes(1, 100));
        cache.put("b.png", bytes(2, 100));
        cache.get("a.png");

        cache.put("c.png", bytes(3, 100));

        assertThat(cache.get("b.png")).isEmpty();
        assertThat(cache.get("a.png")).isPresent();
        assertThat(cache.get("c.png")).isPresent();
        assertThat(cache.bytes()).isEqualTo(200);
        assertThat(onDisk()).isEqualTo(200);
    }

    @Test
    void aSmallerLimitDeletesTheOldestAtTheNextStart() throws IOException {
        PreviewCache before = new PreviewCache(folder, 1000);
        for (int i = 0; i < 5; i++) {
            before.put(i + ".png", bytes(i, 100));
            Files.setLastModifiedTime(folder.resolve(i + ".png"), FileTime.fromMillis(1_000_000L * (i + 1)));
        }

        PreviewCache after = new PreviewCache(folder, 200);

        assertThat(IntStream.range(0, 5)
                        .filter(i -> after.get(i + ".png").isPresent())
                        .boxed())
                .containsExactly(3, 4);
        assertThat(onDisk()).isEqualTo(200);
    }

    @Test
    void aPictureLargerThanTheCacheIsNotKeptAndDrivesNothingOut() throws IOException {
        PreviewCache cache = new PreviewCache(folder, 100);
        cache.put("a.png", bytes(1, 60));
        cache.put("large.png", bytes(2, 101));

        assertThat(cache.get("large.png")).isEmpty();
        assertThat(cache.get("a.png")).isPresent();
        assertThat(new PreviewCache(folder.resolve("none"), 0).bytes()).isZero();
    }

    @Test
    void whatAKilledServerLeftUnfinishedIsDeleted() throws IOException {
        Files.write(folder.resolve("12.unfinished"), bytes(1, 50));
        Files.createFile(folder.resolve("empty.png"));

        PreviewCache cache = new PreviewCache(folder, 1000);

        assertThat(folder).isEmptyDirectory();
        assertThat(cache.get("empty.png")).isEmpty();
    }

    @Test
    void aFileThatSomeoneDeletedIsForgotten() throws IOException {
        PreviewCache cache = new PreviewCache(folder, 1000);
        cache.put("a.png", bytes(1, 100));
        Files.delete(folder.resolve("a.png"));

        assertThat(cache.get("a.png")).isEmpty();
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void manyThreadsNeverSeeHalfAPicture() {
        IntStream.range(0, 400).parallel().forEach(i -> {
            try {
                PreviewCache cache = shared();
                int which = i % 5;
                cache.put(which + ".png", bytes(which, 20_000));
                assertThat(cache.get(which + ".png"))
                        .hasValueSatisfying(found -> assertThat(found).isEqualTo(bytes(which, 20_000)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private PreviewCache shared;

    private synchronized PreviewCache shared() throws IOException {
        if (shared == null) {
            shared = new PreviewCache(folder, 1_000_000);
        }
        return shared;
    }

    private long onDisk() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static byte[] bytes(int value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
