// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Tagging a file in place costs the headers and the tag, whatever the size of the data: bytes read and written as
/// Linux counts
/// them for this process.
@EnabledOnOs(OS.LINUX)
class LargeFileTest {

    private static final long GIGABYTE = 1 << 30;

    @TempDir
    Path folder;

    @Test
    void aFileOfOneGigabyteIsAnnotatedByAsFewBytesAsASmallOne() throws Exception {
        TaggedFiles.annotate(image(1)); // what Java loads on first use is not counted

        long small = transferred(image(2 * 2880));
        long large = transferred(image(GIGABYTE));

        assertThat(small).as("bytes for a small file").isBetween(8640L, 100_000L);
        assertThat(large)
                .as("bytes for a file of 1 GB, of %d for a small one", small)
                .isLessThan(small + 50_000);
    }

    private long transferred(Path file) throws Exception {
        long before = counted();
        WriteReport report = TaggedFiles.annotate(file);
        long after = counted();
        assertThat(report.outcome()).isEqualTo(WriteReport.Outcome.WRITTEN);
        assertThat(TaggedFiles.tags(file).values()).hasSize(7);
        return after - before;
    }

    private static long counted() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith("rchar") || line.startsWith("wchar"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }

    /// An image of bytes that the disk need not hold.
    private Path image(long bytes) throws IOException {
        String header = """
                SIMPLE  =                    T
                BITPIX  =                    8
                NAXIS   =                    1
                NAXIS1  = %20d
                END
                """.formatted(bytes);
        StringBuilder cards = new StringBuilder();
        header.lines().forEach(card -> cards.append(String.format(Locale.ROOT, "%-80s", card)));
        Path file = folder.resolve("image" + bytes + ".fits");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(
                    ByteBuffer.wrap(String.format(Locale.ROOT, "%-2880s", cards).getBytes(StandardCharsets.US_ASCII)));
            channel.write(ByteBuffer.allocate(1), 2880 + (bytes + 2879) / 2880 * 2880 - 1);
        }
        return file;
    }
}
