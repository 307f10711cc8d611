// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vo4he.provenance.Sha256;

/// Sums over files, counted once for each state that a file is in: whoever tries one value after the other waits for
/// the event list to be read only the first time. Safe on any thread.
final class InputSums {

    private static final int MOST = 20_000;

    /// Counts something over a file.
    interface Counting {
        String of(Path file) throws IOException;
    }

    private record Key(Path file, String what) {}

    private record Known(FileLook look, String sum) {}

    private final Map<Key, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
            return size() > MOST;
        }
    });

    /// Of the whole file.
    String sha256(Path file) throws IOException {
        return of(file, "sha256", Sha256::of);
    }

    /// @param what tells sums of one file apart
    /// @throws IOException when the file can't be read, or changes meanwhile
    String of(Path file, String what, Counting counting) throws IOException {
        FileLook before = FileLook.of(file);
        Key key = new Key(file, what);
        Known earlier = known.get(key);
        if (earlier != null && earlier.look.equals(before)) {
            return earlier.sum;
        }
        String sum = counting.of(file);
        if (!FileLook.of(file).equals(before)) {
            throw new IOException(file.getFileName() + " changes while it is read");
        }
        known.put(key, new Known(before, sum));
        return sum;
    }
}
