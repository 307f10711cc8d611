// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of the data of an HDU with their padding, in constant memory. DATASUM, a sum of 32-bit words, is the same
/// when words change places: counts that move from one channel to another one are seen by a digest only.
public final class DataDigest {

    private static final int BYTES_AT_ONCE = 2880 * 64;

    private DataDigest() {}

    /// `sha256:` and 64 digits.
    public static String of(FitsFile file, Hdu hdu) throws IOException {
        MessageDigest digest = sha256();
        long length = HduScan.padded(hdu.dataSize());
        byte[] bytes = new byte[(int) Math.min(BYTES_AT_ONCE, length)];
        for (long at = 0; at < length; at += bytes.length) {
            int wanted = (int) Math.min(bytes.length, length - at);
            digest.update(bytes, 0, Math.max(0, file.read(hdu.dataOffset() + at, bytes, 0, wanted)));
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
