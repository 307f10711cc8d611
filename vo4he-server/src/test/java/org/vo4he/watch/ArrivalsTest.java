// SPDX-License-Identifier: Apache-2.0
package org.vo4he.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What harvests beside the watch may withdraw, with a quiet time that never ends and one that ends at once.
@Timeout(60)
class ArrivalsTest {

    @TempDir
    private Path folder;

    private Arrivals arrivals;

    @BeforeEach
    void neverQuiet() {
        arrivals = arrivals(Duration.ofHours(1));
    }

    private Arrivals arrivals(Duration quiet) {
        return new Arrivals(
                folder, new WatchSettings(false, quiet, Duration.ofHours(2), Duration.ofHours(1), Duration.ofHours(1)));
    }

    @Test
    void whatIsMissedMayBeWithdrawnWhenNothingCame() {
        assertThat(arrivals.mayBeWithdrawn("a.fits")).isTrue();
        arrivals.touch("a.fits");
        assertThat(arrivals.mayBeWithdrawn("a.fits")).as("told of as gone").isTrue();
    }

    @Test
    void whatIsMissedWaitsForAFileThatCame() throws IOException {
        Files.writeString(folder.resolve("b.fits"), "");
        arrivals.touch("b.fits");

        assertThat(arrivals.mayBeWithdrawn("a.fits")).isFalse();
        assertThat(arrivals.size()).as("both are waited for").isEqualTo(2);
    }

    @Test
    void whatWasBelowAFolderWaitsWithIt() throws IOException {
        Files.createDirectory(folder.resolve("two"));
        Files.writeString(folder.resolve("two/b.fits"), "");
        arrivals.touch("two/b.fits");
        arrivals.touch("one");

        assertThat(arrivals.mayBeWithdrawn("one/b.fits")).isFalse();
    }

    @Test
    void whatIsStillBeingToldOfMayBeWhatIsMissed() {
        arrivals.telling(true);
        assertThat(arrivals.mayBeWithdrawn("a.fits")).isFalse();
        arrivals.telling(false);
        assertThat(arrivals.mayBeWithdrawn("a.fits")).isTrue();
    }

    @Test
    void whatWasSettledAsAFileAndIsGoneWaitsOnceMore() throws Exception {
        arrivals = arrivals(Duration.ofNanos(1));
        Files.writeString(folder.resolve("a.fits"), "no FITS file, and whole as it is");
        arrivals.touch("a.fits");
        while (arrivals.settled().isEmpty()) {
            Thread.sleep(1);
        }
        Files.delete(folder.resolve("a.fits"));

        assertThat(arrivals.mayBeWithdrawn("a.fits")).isFalse();
        arrivals.done(Set.of("a.fits"));

        assertThat(arrivals.size()).isEqualTo(1);
        while (arrivals.settled().isEmpty()) {
            Thread.sleep(1);
        }
        assertThat(arrivals.mayBeWithdrawn("a.fits")).isTrue();
    }
}
