// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over headers, each with its END.
final class Fingerprint {

    private static final byte[] END = "END     ".getBytes(StandardCharsets.US_ASCII);

    /// Copied for each file, because to find the algorithm anew costs more than to run it over a header.
    private static final MessageDigest SHA256 = sha256();

    private final MessageDigest digest = copy();

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
        digest.update(header, 0, length);
        digest.update(END);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
