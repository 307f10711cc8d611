// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;

/// Where the members of a gzip file begin (RFC 1952), stored and decompressed: an appended HDU is a member of
/// its own and can be cut off again without touching the others.
///
/// @param members those that are whole, checksum included
/// @param rest the start of what the bytes behind them decompress to, at most one FITS block; null when there
///     are none
record GzipMembers(List<Member> members, byte[] rest) {

    /// @param storedOffset in the file
    /// @param offset in the decompressed stream
    /// @param storedSize with header and trailer
    record Member(long storedOffset, long offset, long storedSize, long size) {}

    private static final int TRAILER = 8;

    /// What Java's gzip writer puts before each member: no name, no time.
    private static final byte[] OUR_HEADER = Arrays.copyOf(compressed(new byte[0]), 10);

    long storedEnd() {
        return members.isEmpty()
                ? 0
                : members.getLast().storedOffset() + members.getLast().storedSize();
    }

    long end() {
        return members.isEmpty()
                ? 0
                : members.getLast().offset() + members.getLast().size();
    }

    /// Where the decompressed offset is stored, if a member begins or the last one ends there; else -1.
    long stored(long offset) {
        if (offset == end()) {
            return storedEnd();
        }
        return members.stream()
                .filter(member -> member.offset() == offset)
                .mapToLong(Member::storedOffset)
                .findFirst()
                .orElse(-1);
    }

    /// The bytes as one gzip member; always the same for the same bytes.
    static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't fail to be written", e);
        }
        return out.toByteArray();
    }

    /// Decompresses the whole file in constant memory.
    ///
    /// @param limit of the decompressed size
    static GzipMembers scan(FileChannel file, long limit) throws IOException {
        List<Member> members = new ArrayList<>();
        long stored = 0;
        long offset = 0;
        long size = file.size();
        while (stored < size) {
            MemberScan scan = new MemberScan(file, stored, limit - offset);
            if (!scan.whole) {
                return new GzipMembers(List.copyOf(members), scan.rest());
            }
            members.add(new Member(stored, offset, scan.end - stored, scan.produced));
            stored = scan.end;
            offset += scan.produced;
        }
        return new GzipMembers(List.copyOf(members), null);
    }

    /// One member from its header on.
    private static final class MemberScan {

        private final FileChannel file;
        private final ByteBuffer input = ByteBuffer.allocate(1 << 15);
        private final byte[] start = new byte[HduScan.BLOCK];
        private final CRC32 crc = new CRC32();
        private long at;
        private int kept;
        private long produced;
        private boolean whole;
        private long end;
        private byte[] foreign;

        MemberScan(FileChannel file, long stored, long limit) throws IOException {
            this.file = file;
            this.at = stored;
            long deflated = headerEnd(stored);
            if (deflated < 0) {
                foreign = ourHeaderCut(stored) ? new byte[0] : read(stored, HduScan.BLOCK);
                return;
            }
            at = deflated;
            inflate(limit);
        }

        byte[] rest() {
            return foreign != null ? foreign : Arrays.copyOf(start, kept);
        }

        private byte[] read(long position, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {
                // until the end of the file or of the buffer
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }

        private boolean ourHeaderCut(long stored) throws IOException {
            byte[] rest = read(stored, OUR_HEADER.length);
            return rest.length < OUR_HEADER.length && Arrays.equals(rest, Arrays.copyOf(OUR_HEADER, rest.length));
        }

        /// RFC 1952, section 2.3.
        ///
        /// @return where the deflated data begin, or -1 when no header is there or it is cut
        private long headerEnd(long stored) throws IOException {
            byte[] header = read(stored, 1 << 14);
            if (header.length < 10 || (header[0] & 0xff) != 0x1f || (header[1] & 0xff) != 0x8b || header[2] != 8) {
                return -1;
            }
            int flags = header[3];
            int position = 10;
            if ((flags & 4) != 0 && position + 2 <= header.length) {
                position += 2 + (header[position] & 0xff) + ((header[position + 1] & 0xff) << 8);
            }
            for (int flag = 8; flag <= 16; flag *= 2) {
                if ((flags & flag) != 0) {
                    while (position < header.length && header[position] != 0) {
                        position++;
                    }
                    position++;
                }
            }
            position += (flags & 2) != 0 ? 2 : 0;
            return position <= header.length ? stored + position : -1;
        }

        private void inflate(long limit) throws IOException {
            Inflater inflater = new Inflater(true);
            try {
                byte[] output = new byte[1 << 16];
                while (!inflater.finished() && feed(inflater)) {
                    int n = inflater.inflate(output);
                    keep(output, n);
                    if (produced > limit) {
                        throw new FitsBytes.TooLarge(limit);
                    }
                    if (n == 0 && inflater.needsDictionary()) {
                        return;
                    }
                }
                if (inflater.finished()) {
                    end = at - inflater.getRemaining() + TRAILER;
                    whole = trailerAgrees();
                }
            } catch (DataFormatException _) {
                whole = false;
            } finally {
                inflater.end();
            }
        }

        private boolean feed(Inflater inflater) throws IOException {
            if (!inflater.needsInput()) {
                return true;
            }
            input.clear();
            int n = file.read(input, at);
            if (n <= 0) {
                return false;
            }
            at += n;
            inflater.setInput(input.array(), 0, n);
            return true;
        }

        private void keep(byte[] output, int n) {
            crc.update(output, 0, n);
            int more = Math.min(n, start.length - kept);
            System.arraycopy(output, 0, start, kept, more);
            kept += more;
            produced += n;
        }

        private boolean trailerAgrees() throws IOException {
            byte[] trailer = read(end - TRAILER, TRAILER);
            return trailer.length == TRAILER
                    && littleEndian(trailer, 0) == crc.getValue()
                    && littleEndian(trailer, 4) == (produced & 0xffffffffL);
        }

        private static long littleEndian(byte[] bytes, int from) {
            return (bytes[from] & 0xffL)
                    | (bytes[from + 1] & 0xffL) << 8
                    | (bytes[from + 2] & 0xffL) << 16
                    | (bytes[from + 3] & 0xffL) << 24;
        }
    }
}
