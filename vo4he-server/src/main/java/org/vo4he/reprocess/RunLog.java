// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a program says while it runs, line by line, up to a limit; what is beyond is read and thrown away, so that the
/// program does not wait for us before it is stopped.
final class RunLog {

    private static final int LONGEST_LINE = 4000;

    /// What programs say of what befell them: as strerror(3) has it in the language that a program without LANG has,
    /// and in the words of widespread runtimes.
    enum Complaint {
        REFUSED("Permission denied", "Read-only file system"),
        NO_MEMORY(
                "Cannot allocate memory",
                "memory exhausted",
                "MemoryError",
                "bad_alloc",
                "OutOfMemoryError",
                "out of memory",
                "Out of memory"),
        /// Of the init of podman's containers, which ends with 1 then.
        NO_COMMAND("failed to exec pid1");

        private final List<String> words;

        Complaint(String... words) {
            this.words = List.of(words);
        }

        private boolean isIn(String line) {
            return words.stream().anyMatch(line::contains);
        }
    }

    private static final long PATIENCE_MILLIS = 10_000;

    private final long most;
    private final StepListener listener;
    private final Thread reader;
    private volatile long bytes;
    private final Set<Complaint> complaints = ConcurrentHashMap.newKeySet();

    RunLog(InputStream said, long most, StepListener listener) {
        this.most = most;
        this.listener = listener;
        this.reader = Thread.ofVirtual().name("vo4he-step-log").start(() -> read(said));
    }

    private void read(InputStream said) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(said)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                bytes++;
                if (next == '\n' || line.size() == LONGEST_LINE) {
                    tell(line);
                }
                if (next != '\n' && bytes <= most) {
                    line.write(next);
                }
            }
        } catch (IOException _) {
            // the program is gone, and its last words with it
        }
        if (line.size() > 0) {
            tell(line);
        }
    }

    private void tell(ByteArrayOutputStream line) {
        if (bytes <= most) {
            String words = line.toString(StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
            Arrays.stream(Complaint.values()).filter(each -> each.isIn(words)).forEach(complaints::add);
            listener.log(words);
        }
        line.reset();
    }

    /// @throws StepException when more was said than is allowed
    void check(String program) throws StepException {
        if (bytes > most) {
            throw new StepException("%s was stopped: it wrote more than %d bytes of log".formatted(program, most));
        }
    }

    boolean tellsOf(Complaint complaint) {
        return complaints.contains(complaint);
    }

    /// Until everything that was said is read; no process of the run is alive any more.
    void await() throws InterruptedException {
        reader.join(Duration.ofMillis(PATIENCE_MILLIS));
    }
}
