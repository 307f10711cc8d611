// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;

/// One open FITS file, plain or gzip; content decides, not the name. Headers are read on opening, data when
/// asked for.
///
/// What is damaged is a finding: the HDUs before the damage can be used. Not safe for several threads.
public final class FitsFile implements AutoCloseable {

    private final Path path;
    private final BasicFileAttributes attributes;
    private final FitsBytes bytes;
    private final HduScan scan;

    private FitsFile(Path path) throws IOException, NotFitsException {
        this.path = path;
        this.attributes = Files.readAttributes(path, BasicFileAttributes.class);
        this.bytes = FitsBytes.open(path);
        try {
            this.scan = new HduScan(this);
        } catch (IOException | NotFitsException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /// @throws NotFitsException if the content does not begin as FITS does
    /// @throws UnreadableFitsException if it does, but the primary header is broken
    /// @throws IOException if the file can't be read
    public static FitsFile open(Path file) throws IOException, NotFitsException {
        return new FitsFile(file);
    }

    public Path path() {
        return path;
    }

    /// As stored: of a gzip file, compressed.
    public long storedSize() {
        return attributes.size();
    }

    public boolean gzipped() {
        return bytes instanceof FitsBytes.Gzip;
    }

    /// Those that could be read, the primary first; never empty.
    public List<Hdu> hdus() {
        return scan.hdus();
    }

    /// The first HDU of this EXTNAME, in any case.
    public Optional<Hdu> hdu(String extname) {
        return hdus().stream()
                .filter(hdu -> hdu.name().equalsIgnoreCase(extname))
                .findFirst();
    }

    /// What is wrong with the structure.
    public List<Finding> findings() {
        return scan.findings();
    }

    /// CRC-32, CRC-32C and length, in hexadecimal, of all headers but that of VO-TAGS, which tell the sizes of the data
    /// too: stays the same when the file is annotated or moved.
    public String fingerprint() {
        return scan.fingerprint();
    }

    /// The end of the last readable HDU with its padding, in bytes of the decompressed stream: where an
    /// append begins.
    public long end() {
        return scan.end();
    }

    /// Compares size, time of modification and identity with those at the time of opening.
    ///
    /// @throws FileChangedException if another program has written to the file or replaced it
    void requireUnchanged() throws IOException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException _) {
            throw new FileChangedException(path + " was removed after it was read");
        }
        if (now.size() != attributes.size()) {
            throw new FileChangedException(
                    path + " has " + now.size() + " bytes and had " + attributes.size() + " when it was read");
        }
        if (!now.lastModifiedTime().equals(attributes.lastModifiedTime())
                || !Objects.equals(now.fileKey(), attributes.fileKey())) {
            throw new FileChangedException(path + " was changed after it was read");
        }
    }

    /// Bytes of the file as it is stored, to a channel.
    void transfer(long from, long to, FileChannel target) throws IOException {
        bytes.transfer(from, to, target);
    }

    /// Bytes of the decompressed stream.
    ///
    /// @return how many were read; fewer than `length` only at the end
    int read(long position, byte[] buffer, int offset, int length) throws IOException {
        return bytes.read(position, buffer, offset, length);
    }

    void keep(long position, long length) throws IOException {
        bytes.keep(position, length);
    }

    long size() throws IOException {
        return bytes.size();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
