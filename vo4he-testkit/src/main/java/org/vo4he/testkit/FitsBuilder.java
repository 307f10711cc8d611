// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Writes small FITS files (FITS 4.0), byte by byte and without a FITS library.
///
/// ```java
/// FitsBuilder fits = new FitsBuilder();
/// fits.primary().card("TELESCOP", "XMM");
/// fits.table("EVENTS")
///         .card("HDUCLASS", "OGIP", "format of this file")
///         .card("MJDREFI", 50814)
///         .column("TIME", "D", 10.5, 11.5).unit("s")
///         .column("PI", "J", 300, 4000).limits(0, 20479)
///         .column("FLAG", "8A", "good", "bad");
/// fits.image("SKY", -32, 64, 64).wcs(83.63, 22.01, 0.001);
/// fits.write(folder.resolve("events.fits"));
/// ```
///
/// Structural cards (SIMPLE, XTENSION, BITPIX, NAXISn, TFIELDS, TTYPEn, …) are made from what is declared. For files
/// that are wrong on purpose: [FitsHdu#rawCard(String)] and [Damage].
public final class FitsBuilder {

    static final int BLOCK = 2880;

    private final FitsImage primary = new FitsImage(8, new long[0]);
    private final List<FitsHdu<?>> extensions = new ArrayList<>();

    /// The primary HDU: cards without data, unless [FitsImage#axes] gives it some.
    public FitsImage primary() {
        return primary;
    }

    /// Appends an IMAGE extension of zeros.
    ///
    /// @param bitpix 8, 16, 32, 64, -32 or -64
    /// @param axes lengths, fastest first
    public FitsImage image(String extname, int bitpix, long... axes) {
        return append(new FitsImage(bitpix, axes)).card("EXTNAME", extname);
    }

    /// Appends a BINTABLE extension.
    public FitsTable table(String extname) {
        return append(new FitsTable()).card("EXTNAME", extname);
    }

    private <H extends FitsHdu<?>> H append(H hdu) {
        extensions.add(hdu);
        return hdu;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(primary.bytes(true));
        for (FitsHdu<?> extension : extensions) {
            out.writeBytes(extension.bytes(false));
        }
        return out.toByteArray();
    }

    public byte[] gzipped() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Writes the file, gzipped if its name ends in `.gz`; missing folders are made.
    ///
    /// @return the same path
    public Path write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, file.toString().endsWith(".gz") ? gzipped() : bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
