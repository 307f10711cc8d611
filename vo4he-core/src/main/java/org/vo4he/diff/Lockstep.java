// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diff;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Numbers of one file, handed out bit by bit while another file is read: it is read in a thread of its own that is at
/// most a few thousand numbers ahead.
final class Lockstep implements AutoCloseable {

    private static final int CHUNKS_AHEAD = 4;

    private final BlockingQueue<Chunk> queue = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final Thread reader;
    private double[] current = new double[0];
    private int next;

    /// Reads all numbers, and gives each array of them to the sink.
    interface Source {
        void read(Sink sink) throws IOException;
    }

    /// Takes a copy of the first `count` values.
    interface Sink {
        void take(double[] values, int count);
    }

    /// @param values empty at the end
    /// @param failure null unless the reading failed
    private record Chunk(Values values, IOException failure) {}

    /// An array of its own.
    private static final class Values {
        private final double[] numbers;

        Values(double[] numbers) {
            this.numbers = numbers;
        }
    }

    Lockstep(Source source) {
        this.reader = Thread.ofVirtual().start(() -> run(source));
    }

    private void run(Source source) {
        try {
            IOException failure = null;
            try {
                source.read(
                        (values, count) -> put(new Chunk(new Values(java.util.Arrays.copyOf(values, count)), null)));
            } catch (IOException e) {
                failure = e;
            }
            queue.put(new Chunk(new Values(new double[0]), failure));
        } catch (InterruptedException | Stopped _) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void put(Chunk chunk) {
        try {
            if (chunk.values().numbers.length > 0) {
                queue.put(chunk);
            }
        } catch (InterruptedException e) {
            throw new Stopped();
        }
    }

    /// The next number.
    ///
    /// @throws IOException if the reading failed, or there are no more
    double next() throws IOException {
        if (next == current.length) {
            try {
                Chunk chunk = queue.take();
                if (chunk.failure() != null) {
                    throw chunk.failure();
                }
                if (chunk.values().numbers.length == 0) {
                    throw new IOException("the data end early");
                }
                current = chunk.values().numbers;
                next = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        return current[next++];
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
