// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// What follows the last whole HDU of a file: nothing in a sound file; else a torn HDU, or bytes that are no
/// FITS.
///
/// A file with a tail must not be appended to: what is behind the tail can't be read.
public final class FitsTail {

    private final long end;
    private final byte[] start;
    private final GzipMembers members;

    private FitsTail(long end, byte[] start, GzipMembers members) {
        this.end = end;
        this.start = start;
        this.members = members;
    }

    /// Looks at the end of the file; of a gzip file, decompresses all of it.
    public static FitsTail of(FitsFile file) throws IOException {
        return file.gzipped() ? compressed(file) : plain(file);
    }

    /// Whether anything follows the last whole HDU.
    public boolean exists() {
        return start != null;
    }

    /// The first bytes of the tail, at most one FITS block; none when a compressed tail is too short to tell.
    public byte[] start() {
        return start.clone();
    }

    /// Where the last whole HDU ends, in bytes of the decompressed stream.
    public long end() {
        return end;
    }

    /// Whether the tail is stored apart from the HDUs, so that it can be left out without touching them.
    public boolean isSeparate() {
        return members == null || members.stored(end) >= 0;
    }

    /// Where the HDUs end in the file as it is stored; only if [#isSeparate].
    long storedEnd() {
        return stored(end);
    }

    /// Where an offset of the decompressed stream is stored, or -1 when it lies within a gzip member.
    long stored(long offset) {
        return members == null ? offset : members.stored(offset);
    }

    private static FitsTail plain(FitsFile file) throws IOException {
        long end = wholeEnd(file, file.size());
        byte[] start = new byte[HduScan.BLOCK];
        int n = file.read(end, start, 0, start.length);
        return new FitsTail(end, n == 0 ? null : Arrays.copyOf(start, n), null);
    }

    private static FitsTail compressed(FitsFile file) throws IOException {
        GzipMembers members;
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            members = GzipMembers.scan(channel, FitsBytes.Gzip.limit(channel.size()));
        }
        long end = wholeEnd(file, members.end());
        if (end < members.end()) {
            byte[] start = new byte[HduScan.BLOCK];
            int n = file.read(end, start, 0, start.length);
            return new FitsTail(end, Arrays.copyOf(start, n), members);
        }
        return new FitsTail(end, members.rest(), members);
    }

    /// @param size of what is there
    private static long wholeEnd(FitsFile file, long size) {
        long end = 0;
        for (Hdu hdu : file.hdus()) {
            long hduEnd = hdu.dataOffset() + HduScan.padded(hdu.dataSize());
            if (hduEnd > size) {
                break;
            }
            end = hduEnd;
        }
        return end;
    }
}
