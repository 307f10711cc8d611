// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vo4he.provenance.Sha256;

/// SHA-256 of files, counted once for each state that a file is in: whoever tries one value after the other waits for
/// the event list to be read only the first time. Safe on any thread.
final class InputSums {

    private static final int MOST = 1000;

    private record Stamp(long sizeBytes, FileTime modified, String key) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), String.valueOf(attributes.fileKey()));
        }
    }

    private record Known(Stamp stamp, String sha256) {}

    private final Map<Path, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Known> eldest) {
            return size() > MOST;
        }
    });

    /// @throws IOException when the file can't be read, or changes meanwhile
    String sha256(Path file) throws IOException {
        Stamp before = Stamp.of(file);
        Known earlier = known.get(file);
        if (earlier != null && earlier.stamp.equals(before)) {
            return earlier.sha256;
        }
        String sha256 = Sha256.of(file);
        if (!Stamp.of(file).equals(before)) {
            throw new IOException(file + " changes while it is read");
        }
        known.put(file, new Known(before, sha256));
        return sha256;
    }
}
