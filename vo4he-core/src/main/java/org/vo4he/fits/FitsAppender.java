// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Appends an HDU to a file in place: one sequential write behind the last whole HDU, nothing before it is
/// touched. Cut at any byte, all earlier HDUs are whole. To a gzip file the HDU is appended as a member of
/// its own.
public final class FitsAppender {

    private FitsAppender() {}

    /// A tail, which must be separate, is cut off first.
    ///
    /// @param hdu in whole blocks, as [HduWriter] makes it
    /// @param durable whether to return only when the bytes are on the disk
    /// @return how many bytes were written
    /// @throws FileChangedException if the file is no longer as `file` found it, or another program writes to
    ///     it
    public static long append(FitsFile file, FitsTail tail, byte[] hdu, boolean durable) throws IOException {
        byte[] stored = file.gzipped() ? GzipMembers.compressed(hdu) : hdu;
        Path path = file.path();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            SafeReplacement.lock(channel, path);
            file.requireUnchanged();
            write(channel, file.storedSize(), tail.storedEnd(), stored);
            if (durable) {
                channel.force(true);
            }
            return stored.length;
        }
    }

    /// When the disk is full, the file is left as it was.
    private static void write(FileChannel channel, long size, long end, byte[] bytes) throws IOException {
        if (size > end) {
            channel.truncate(end);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer, end + buffer.position());
            }
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
    }
}
