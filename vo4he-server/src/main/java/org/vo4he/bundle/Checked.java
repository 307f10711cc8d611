// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// A file read once from end to end.
record Checked(long bytes, long crc, String sha256, Instant modified) {

    private static final int BUFFER_BYTES = 64 * 1024;

    static Checked of(Path file) throws IOException {
        CRC32 crc = new CRC32();
        MessageDigest sha = digest();
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
                sha.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new Checked(bytes, crc.getValue(), HexFormat.of().formatHex(sha.digest()), modified);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
