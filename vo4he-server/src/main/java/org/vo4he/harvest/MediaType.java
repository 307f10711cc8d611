// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// The media type of a file as it is stored and served, by its first bytes. A compressed FITS file is
/// `application/gzip` (RFC 6713): it is sent as stored, and only its reader unpacks it.
final class MediaType {

    static final String FITS = "application/fits";
    static final String GZIP = "application/gzip";
    static final String UNKNOWN = "application/octet-stream";

    private static final byte[] FITS_START = "SIMPLE  =".getBytes(StandardCharsets.US_ASCII);

    private MediaType() {}

    static String of(Path file) {
        byte[] start;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer read = ByteBuffer.allocate(FITS_START.length);
            channel.read(read);
            start = Arrays.copyOf(read.array(), read.position());
        } catch (IOException _) {
            return UNKNOWN;
        }
        if (start.length >= 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B) {
            return GZIP;
        }
        return Arrays.equals(start, FITS_START) ? FITS : UNKNOWN;
    }
}
