// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Copies of the database's files as they were at one moment, in the state's folder for temporary files. Whatever is
/// written to the store later, they stay. Closing deletes them; so does the next opening of the store.
public final class Snapshot implements AutoCloseable {

    private static final long PIECE_BYTES = 8 << 20;

    /// @param name in the state directory
    /// @param copy where it lies now
    public record Member(String name, Path copy) {}

    private final List<Member> members = new ArrayList<>();

    private Snapshot() {}

    /// To be called while nobody writes.
    ///
    /// @param database open for reading
    static Snapshot of(StateDirectory state, FileChannel database) throws IOException {
        Snapshot snapshot = new Snapshot();
        try {
            Path copy = snapshot.add(state, StateDirectory.DATABASE);
            try (FileChannel out = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                long size = database.size();
                for (long done = 0; done < size; ) {
                    done += database.transferTo(done, Math.min(PIECE_BYTES, size - done), out);
                }
            }
            Path log = state.path().resolve(StateDirectory.LOG);
            if (Files.exists(log)) {
                Files.copy(log, snapshot.add(state, StateDirectory.LOG), StandardCopyOption.REPLACE_EXISTING);
            }
            return snapshot;
        } catch (IOException | RuntimeException e) {
            snapshot.close();
            throw e;
        }
    }

    private Path add(StateDirectory state, String name) throws IOException {
        Path copy = Files.createTempFile(state.temporary(), "snapshot", "." + name);
        members.add(new Member(name, copy));
        return copy;
    }

    /// The database, and its write-ahead log where that holds something.
    public List<Member> members() {
        return List.copyOf(members);
    }

    /// The version of the schema in it.
    public int schemaVersion() {
        return Migrations.newest();
    }

    @Override
    public void close() throws IOException {
        for (Member member : members) {
            Files.deleteIfExists(member.copy());
        }
    }
}
