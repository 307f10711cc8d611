// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// SHA-256 digests as checksums of provenance are written: `sha256:` and 64 hexadecimal digits.
public final class Sha256 {

    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int BUFFER_BYTES = 1 << 16;

    private Sha256() {}

    /// Whether a recorded checksum is such a digest.
    public static boolean isOne(String checksum) {
        return FORM.matcher(checksum.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /// The digest of a whole file.
    public static String of(Path file) throws IOException {
        return ofFirst(Long.MAX_VALUE, file);
    }

    /// The digest of the first bytes of a file; of all of it, if it has fewer.
    public static String ofFirst(long bytes, Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long left = bytes;
            for (int read = in.read(buffer, 0, (int) Math.min(left, BUFFER_BYTES));
                    read > 0;
                    read = in.read(buffer, 0, (int) Math.min(left, BUFFER_BYTES))) {
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /// The digest of a text in UTF-8.
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] content) {
        return "sha256:" + HexFormat.of().formatHex(digest().digest(content));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
