// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vo4he.store.FileStamp;

/// What became of the files that arrived: a line for each thing that happened, on the disk before it counts. A line
/// that a crash cut off did not happen.
final class ArrivalRecord implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// How far a file is.
    enum State {
        /// Its run has begun, or was cut off.
        BEGAN,
        /// All outputs are whole; they are being put in the folder that is named.
        PUBLISHING,
        DONE,
        FAILED
    }

    /// @param checksum of the file's content
    /// @param stamp of the file when it had that content: one that did not change need not be read again
    /// @param folder of the outputs; empty when none is known yet
    record Entry(State state, String checksum, FileStamp stamp, String folder) {

        Entry in(State newState, String newFolder) {
            return new Entry(newState, checksum, stamp, newFolder);
        }
    }

    private final FileChannel journal;
    private final Map<String, Entry> entries = new HashMap<>();

    private ArrivalRecord(FileChannel journal) {
        this.journal = journal;
    }

    /// @throws IOException when the file can't be read or written, or holds something else
    static ArrivalRecord open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        String before = Files.exists(file) ? Files.readString(file) : "";
        int end = before.lastIndexOf('\n') + 1;
        FileChannel journal = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ArrivalRecord record = new ArrivalRecord(journal);
        try {
            for (String line : before.substring(0, end).lines().toList()) {
                record.read(JSON.readTree(line));
            }
            journal.truncate(before.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
            journal.position(journal.size());
            return record;
        } catch (JacksonException | IllegalArgumentException e) {
            journal.close();
            throw new IOException(file + " is no record of arrivals: " + e.getMessage(), e);
        }
    }

    private void read(JsonNode line) {
        entries.put(
                line.path("path").asText(),
                new Entry(
                        State.valueOf(line.path("state").asText()),
                        line.path("checksum").asText(),
                        new FileStamp(
                                line.path("size").asLong(),
                                line.path("modified").asLong(),
                                line.path("inode").asText()),
                        line.path("folder").asText()));
    }

    /// @param path relative to the watched folder
    synchronized Optional<Entry> of(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /// Returns when it is on the disk.
    ///
    /// @param words why, of a failure
    synchronized void add(String path, Entry entry, String words) throws IOException {
        ObjectNode line = JSON.createObjectNode()
                .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("path", path)
                .put("state", entry.state().name())
                .put("checksum", entry.checksum())
                .put("size", entry.stamp().size())
                .put("modified", entry.stamp().modifiedNanos())
                .put("inode", entry.stamp().key())
                .put("folder", entry.folder());
        if (!words.isEmpty()) {
            line.put("reason", words);
        }
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            journal.write(bytes);
        }
        journal.force(false);
        entries.put(path, entry);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
