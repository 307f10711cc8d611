// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Path;

/// Looks ten times a second at the folder that a step writes to, and interrupts the step when more lies there than may:
/// the disk is not to be full before the step is done.
final class RoomWatch {

    private static final long PAUSE_MILLIS = 100;

    /// What is watched.
    @FunctionalInterface
    interface Work {
        void run() throws StepException, IOException, InterruptedException;
    }

    /// What a step may leave in its folder.
    record Room(long bytes, int files) {

        /// What is too much, in words; empty when nothing is.
        private String exceededBy(Path folder) throws IOException {
            FolderSize size = FolderSize.of(folder);
            if (size.bytes() > bytes) {
                return "more than " + bytes + " bytes of files";
            }
            return size.files() > files ? "more than " + files + " files" : "";
        }
    }

    private final Thread worker = Thread.currentThread();
    private final Path folder;
    private final Room room;
    private String over = "";
    private boolean done;

    private RoomWatch(Path folder, Room room) {
        this.folder = folder;
        this.room = room;
    }

    /// Does the work of a step on this thread.
    ///
    /// @throws StepException when it made too much, besides what the step throws
    static void during(Work work, String step, Path folder, Room room)
            throws StepException, IOException, InterruptedException {
        RoomWatch watch = new RoomWatch(folder, room);
        Thread.ofVirtual().name("vo4he-room-watch").start(watch::look);
        try {
            work.run();
        } finally {
            watch.end();
            check(step, watch.over);
        }
        check(step, room.exceededBy(folder));
    }

    private synchronized void look() {
        try {
            while (!done && over.isEmpty()) {
                over = room.exceededBy(folder);
                if (over.isEmpty()) {
                    wait(PAUSE_MILLIS);
                }
            }
            if (!done) {
                worker.interrupt();
            }
        } catch (IOException | InterruptedException _) {
            // what can't be looked at now is looked at when the step has ended
        }
    }

    /// Takes the interrupt back that was meant for the step alone.
    private synchronized void end() {
        done = true;
        notifyAll();
        if (!over.isEmpty()) {
            Thread.interrupted();
        }
    }

    private static void check(String step, String over) throws StepException {
        if (!over.isEmpty()) {
            throw new StepException(step + " made " + over + ", which is what it may");
        }
    }
}
