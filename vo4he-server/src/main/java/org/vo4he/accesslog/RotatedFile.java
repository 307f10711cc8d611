// SPDX-License-Identifier: Apache-2.0
package org.vo4he.accesslog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that makes room before it is too long: `access.log` becomes `access.log.1`, that one `access.log.2`, and the
/// oldest goes. All of them together stay below a limit. One write is never cut in two. Not thread-safe.
final class RotatedFile extends OutputStream {

    private static final int OLDER = 4;

    private final Path file;
    private final long mostBytes;
    private OutputStream out;
    private long length;

    private RotatedFile(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /// Goes on where an earlier process ended.
    ///
    /// @param allBytes limit of all files together
    static RotatedFile open(Path file, long allBytes) throws IOException {
        RotatedFile rotated = new RotatedFile(file, allBytes / (OLDER + 1));
        rotated.open();
        return rotated;
    }

    private void open() throws IOException {
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        length = Files.size(file);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (length > 0 && length + count > mostBytes) {
            rotate();
        }
        out.write(bytes, from, count);
        length += count;
    }

    private void rotate() throws IOException {
        out.close();
        for (int age = OLDER - 1; age >= 1; age--) {
            Path older = aged(age);
            if (Files.exists(older)) {
                Files.move(older, aged(age + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, aged(1), StandardCopyOption.REPLACE_EXISTING);
        open();
    }

    private Path aged(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
