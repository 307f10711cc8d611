// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 over headers, each with its END; computed when it is asked for, because most writers and readers of tags
/// don't.
final class Fingerprint {

    private static final byte[] END = "END     ".getBytes(StandardCharsets.US_ASCII);

    /// Copied for each file, because to find the algorithm anew costs more than to run it over a header.
    private static final MessageDigest SHA256 = sha256();

    private final List<byte[]> headers = new ArrayList<>();
    private String hex;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static MessageDigest copy() {
        try {
            return (MessageDigest) SHA256.clone();
        } catch (CloneNotSupportedException _) {
            return sha256();
        }
    }

    void add(byte[] header, int length) {
        headers.add(Arrays.copyOf(header, length));
    }

    String hex() {
        if (hex == null) {
            MessageDigest digest = copy();
            for (byte[] header : headers) {
                digest.update(header);
                digest.update(END);
            }
            hex = HexFormat.of().formatHex(digest.digest());
            headers.clear();
        }
        return hex;
    }
}
