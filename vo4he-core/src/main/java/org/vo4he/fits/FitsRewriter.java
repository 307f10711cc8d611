// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Writes a file anew with some HDUs left out, another put in, and without its tail; what is kept is copied
/// byte for byte. The target appears whole or not at all.
///
/// A gzip file stays one. Where the parts are members of their own, the stored bytes of those kept are
/// copied; otherwise all is compressed again, as one member.
public final class FitsRewriter {

    /// A run of bytes of the new file.
    private sealed interface Piece {

        /// Bytes of the decompressed stream of the old file.
        record Kept(long from, long to) implements Piece {}

        record Added(byte[] hdu) implements Piece {}
    }

    private final FitsFile file;
    private final FitsTail tail;
    private final List<Piece> pieces;

    private FitsRewriter(FitsFile file, FitsTail tail, List<Piece> pieces) {
        this.file = file;
        this.tail = tail;
        this.pieces = pieces;
    }

    /// @param target may be the file itself
    /// @param without HDUs to leave out, in the order of the file
    /// @param added put where the first of `without` was, else at the end; null for none
    /// @param durable whether to return only when all is on the disk; else only what replaces a file is
    /// @throws FileChangedException if the file is no longer as `file` found it, or another program writes to
    ///     the target
    /// @throws OwnerNotKeptException if the target exists and its owner or group can't be given to the new
    ///     file
    /// @return the size of the new file
    public static long rewrite(
            FitsFile file, FitsTail tail, Path target, List<Hdu> without, byte[] added, boolean durable)
            throws IOException {
        FitsRewriter rewriter = new FitsRewriter(file, tail, pieces(tail.end(), without, added));
        return SafeReplacement.write(file.path(), target, durable, rewriter.content());
    }

    /// Deletes what a crashed [#rewrite] of this target has left beside it.
    public static void sweep(Path target) throws IOException {
        SafeReplacement.sweep(target);
    }

    private static List<Piece> pieces(long end, List<Hdu> without, byte[] added) {
        List<Piece> pieces = new ArrayList<>();
        long from = 0;
        boolean placed = added == null;
        for (Hdu hdu : without) {
            keep(pieces, from, hdu.headerOffset());
            if (!placed) {
                pieces.add(new Piece.Added(added));
                placed = true;
            }
            from = hdu.dataOffset() + HduScan.padded(hdu.dataSize());
        }
        keep(pieces, from, end);
        if (!placed) {
            pieces.add(new Piece.Added(added));
        }
        return pieces;
    }

    private static void keep(List<Piece> pieces, long from, long to) {
        if (from < to) {
            pieces.add(new Piece.Kept(from, to));
        }
    }

    private SafeReplacement.Content content() {
        return new SafeReplacement.Content() {
            @Override
            public void writeTo(FileChannel target) throws IOException {
                copy(target);
            }

            @Override
            public void requireCurrent() throws IOException {
                file.requireUnchanged();
            }
        };
    }

    private void copy(FileChannel target) throws IOException {
        if (file.gzipped() && !pieces.stream().allMatch(this::isStoredApart)) {
            compressAgain(target);
            return;
        }
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Kept kept -> file.transfer(tail.stored(kept.from), tail.stored(kept.to), target);
                case Piece.Added added -> write(target, file.gzipped() ? GzipMembers.compressed(added.hdu) : added.hdu);
            }
        }
    }

    private boolean isStoredApart(Piece piece) {
        return switch (piece) {
            case Piece.Kept kept -> tail.stored(kept.from) >= 0 && tail.stored(kept.to) >= 0;
            case Piece.Added _ -> true;
        };
    }

    private static void write(FileChannel target, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            target.write(buffer);
        }
    }

    private void compressAgain(FileChannel target) throws IOException {
        OutputStream stored = Channels.newOutputStream(target);
        GZIPOutputStream out = new GZIPOutputStream(stored, 1 << 16);
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Kept kept -> decompress(kept, out);
                case Piece.Added added -> out.write(added.hdu);
            }
        }
        out.finish();
    }

    private void decompress(Piece.Kept kept, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long at = kept.from;
        while (at < kept.to) {
            int n = file.read(at, buffer, 0, (int) Math.min(buffer.length, kept.to - at));
            if (n == 0) {
                throw new FileChangedException(file.path() + " ended at byte " + at + " while it was copied");
            }
            out.write(buffer, 0, n);
            at += n;
        }
    }
}
