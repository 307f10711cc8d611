// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What a program says while it runs, line by line, up to a limit; what is beyond is read and thrown away, so that the
/// program does not wait for us before it is stopped.
final class RunLog {

    private static final int LONGEST_LINE = 4000;

    /// What strerror(3) says, in the language that a program without LANG has.
    private static final String EACCES = "Permission denied";

    private static final long PATIENCE_MILLIS = 10_000;

    private final long most;
    private final StepListener listener;
    private final Thread reader;
    private volatile long bytes;
    private volatile boolean refusal;

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
            refusal |= words.contains(EACCES);
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

    /// Whether the program said that a file was refused to it.
    boolean toldOfRefusal() {
        return refusal;
    }

    /// Until everything that was said is read; no process of the run is alive any more.
    void await() throws InterruptedException {
        reader.join(Duration.ofMillis(PATIENCE_MILLIS));
    }
}
