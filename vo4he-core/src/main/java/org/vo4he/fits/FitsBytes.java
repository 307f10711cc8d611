// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The bytes of a FITS file by position, decompressed if need be. Not safe for several threads.
sealed interface FitsBytes extends AutoCloseable {

    /// Reads as many bytes as there are, up to `length`.
    ///
    /// @return how many; fewer than `length` only at the end
    int read(long position, byte[] buffer, int offset, int length) throws IOException;

    /// Holds these bytes for later, if reading them again would be dear and they are few.
    void keep(long position, long length) throws IOException;

    /// Copies bytes as they are stored.
    void transfer(long from, long to, FileChannel target) throws IOException;

    /// The number of bytes, or -1 when only reading to the end can tell.
    long size() throws IOException;

    @Override
    void close() throws IOException;

    static FitsBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            ByteBuffer magic = ByteBuffer.allocate(2);
            channel.read(magic, 0);
            if (magic.position() == 2 && magic.getShort(0) == 0x1f8b) {
                channel.close();
                return new Gzip(file);
            }
            return new Plain(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void transfer(FileChannel source, long from, long to, FileChannel target) throws IOException {
        long at = from;
        while (at < to) {
            long n = source.transferTo(at, to - at, target);
            if (n <= 0) {
                throw new FileChangedException("the file ended at byte " + at + " while it was copied");
            }
            at += n;
        }
    }

    final class Plain implements FitsBytes {

        private final FileChannel channel;
        private final long size;

        /// What is written behind its present end is not read: a writer finds by the file's attributes that it grew.
        Plain(FileChannel channel) throws IOException {
            this.channel = channel;
            this.size = channel.size();
        }

        @Override
        public int read(long position, byte[] buffer, int offset, int length) throws IOException {
            int wanted = Math.clamp(size - position, 0, length);
            ByteBuffer target = ByteBuffer.wrap(buffer, offset, wanted);
            int done = 0;
            while (done < wanted) {
                int n = channel.read(target, position + done);
                if (n < 0) {
                    break;
                }
                done += n;
            }
            return done;
        }

        @Override
        public void keep(long position, long length) {
            // the system's cache does
        }

        /// By the channel at hand: closing another one of the same file would give up a lock on it (POSIX).
        @Override
        public void transfer(long from, long to, FileChannel target) throws IOException {
            FitsBytes.transfer(channel, from, to, target);
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// The stream has grown past the limit.
    final class TooLarge extends IOException {
        TooLarge(long limit) {
            super("it expands to more than " + limit + " bytes");
        }
    }

    /// The stream breaks off or is corrupt.
    final class Damaged extends IOException {
        Damaged(String message) {
            super(message);
        }
    }

    /// Forward reading is one pass; going back opens the file again, unless the bytes were kept.
    final class Gzip implements FitsBytes {

        private static final long ALWAYS_ALLOWED = 1L << 30;
        private static final int ALLOWED_RATIO = 100;
        private static final int MOST_KEPT_AT_ONCE = 1 << 20;
        private static final int MOST_KEPT = 4 << 20;

        private final Path file;
        private final long limit;
        private InputStream stream;
        private long at;
        private Damaged damage;
        private final NavigableMap<Long, byte[]> kept = new TreeMap<>();
        private int keptBytes;

        Gzip(Path file) throws IOException {
            this(file, limit(Files.size(file)));
        }

        Gzip(Path file, long limit) {
            this.file = file;
            this.limit = limit;
        }

        /// How many bytes a file of this stored size may expand to.
        static long limit(long storedSize) {
            return Math.max(ALWAYS_ALLOWED, ALLOWED_RATIO * storedSize);
        }

        /// What comes before damage is given out; only the read that gets nothing more fails.
        @Override
        public int read(long position, byte[] buffer, int offset, int length) throws IOException {
            Map.Entry<Long, byte[]> near = kept.floorEntry(position);
            if (near != null && position + length <= near.getKey() + near.getValue().length) {
                System.arraycopy(near.getValue(), (int) (position - near.getKey()), buffer, offset, length);
                return length;
            }
            int done = 0;
            try {
                seek(position);
                int n = at < position ? -1 : 0;
                while (n >= 0 && done < length) {
                    n = stream.read(buffer, offset + done, length - done);
                    done += Math.max(0, n);
                }
            } catch (EOFException | ZipException e) {
                damage = new Damaged(e.getMessage() == null ? "it breaks off" : e.getMessage());
            }
            at += done;
            if (at > limit) {
                throw new TooLarge(limit);
            }
            if (done == 0 && damage != null) {
                throw damage;
            }
            return done;
        }

        /// Small tables, such as good time intervals, are asked for after the large ones have been passed
        /// over.
        @Override
        public void keep(long position, long length) throws IOException {
            if (length <= 0 || length > MOST_KEPT_AT_ONCE || keptBytes + length > MOST_KEPT) {
                return;
            }
            byte[] bytes = new byte[(int) length];
            int n = read(position, bytes, 0, bytes.length);
            kept.put(position, n == bytes.length ? bytes : Arrays.copyOf(bytes, n));
            keptBytes += n;
        }

        private void seek(long position) throws IOException {
            if (stream == null || position < at) {
                close();
                stream = decompressed(file);
                at = 0;
                damage = null;
            }
            if (damage != null) {
                throw damage;
            }
            if (position > limit) {
                throw new TooLarge(limit);
            }
            while (at < position) {
                long n = stream.skip(position - at);
                if (n <= 0) {
                    if (stream.read() < 0) {
                        return;
                    }
                    n = 1;
                }
                at += n;
            }
        }

        private static InputStream decompressed(Path file) throws IOException {
            InputStream stored = Files.newInputStream(file);
            try {
                return new BufferedInputStream(new GZIPInputStream(stored, 1 << 15), 1 << 15);
            } catch (IOException e) {
                stored.close();
                throw e;
            }
        }

        @Override
        public void transfer(long from, long to, FileChannel target) throws IOException {
            try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ)) {
                FitsBytes.transfer(source, from, to, target);
            }
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public void close() throws IOException {
            if (stream != null) {
                stream.close();
                stream = null;
            }
        }
    }
}
