// SPDX-License-Identifier: Apache-2.0
package org.vo4he.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// [TreeEvents] whose listener can be kept busy.
@Timeout(60)
class TreeEventsTest {

    /// More than the system keeps of one folder until they are asked for.
    private static final int MORE_THAN_ARE_KEPT = 600;

    @TempDir
    private Path temporary;

    private final Set<String> told = new ConcurrentSkipListSet<>();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final Semaphore lost = new Semaphore(0);

    private final class Listener implements TreeEvents.Listener {

        @Override
        public void touched(String path) {
            told.add(path);
            if (path.equals("first")) {
                busy.countDown();
                try {
                    go.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void telling(boolean more) {
            // Of no matter here.
        }

        @Override
        public void lost() {
            lost.release();
        }

        @Override
        public void unreadable(String path) {
            throw new AssertionError(path);
        }

        @Override
        public void blind(String reason) {
            throw new AssertionError(reason);
        }
    }

    @Test
    void foldersThatCameWhileEventsWereLostAreWatched() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("data")).toRealPath();
        Files.createDirectory(folder.resolve("old"));
        try (TreeEvents events = new TreeEvents(folder, temporary.resolve("state"), new Listener())) {
            events.begin();
            Files.writeString(folder.resolve("first"), "");
            busy.await();
            for (int i = 0; i < MORE_THAN_ARE_KEPT; i++) {
                Files.createDirectory(folder.resolve("n" + i));
            }
            Files.move(folder.resolve("old"), folder.resolve("n7/new"));
            go.countDown();
            lost.acquire();

            Files.writeString(folder.resolve("n599/a.fits"), "");
            Files.writeString(folder.resolve("n7/new/b.fits"), "");

            until("n599/a.fits");
            until("n7/new/b.fits");
            assertThat(told).doesNotContain("old/b.fits");
        }
    }

    private void until(String path) throws InterruptedException {
        while (!told.contains(path)) {
            Thread.sleep(5);
        }
    }
}
