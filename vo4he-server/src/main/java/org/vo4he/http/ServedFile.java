// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/// One state of a file: its bytes are served as they are stored, never decompressed and never compressed.
///
/// @param etag strong: other for another size, or another time of modification to the nanosecond
public record ServedFile(Path path, long size, FileTime modified, String etag) {

    private static final int BUFFER_BYTES = 64 * 1024;

    /// @throws IOException when there is no such regular file
    public static ServedFile of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException(path + " is not a regular file");
        }
        FileTime modified = attributes.lastModifiedTime();
        String etag = "\"%x-%x\"".formatted(attributes.size(), modified.to(TimeUnit.NANOSECONDS));
        return new ServedFile(path, attributes.size(), modified, etag);
    }

    /// @throws IOException also when the file was changed since: what was announced can't be sent any more
    void copy(long first, long length, OutputStream out) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (!of(path).equals(this)) {
                throw new IOException(path + " was changed while it was served");
            }
            channel.position(first);
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(1, Math.min(BUFFER_BYTES, length)));
            for (long left = length; left > 0; ) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), left));
                int read = channel.read(buffer);
                if (read < 0) {
                    throw new IOException(path + " became shorter while it was served");
                }
                out.write(buffer.array(), 0, read);
                left -= read;
            }
        }
    }
}
