// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// CRC-32, CRC-32C and length of headers, each with its END: two checksums of different polynomials, which together
/// tell as many texts apart as one of 64 bits.
///
/// A fingerprint recognises, it does not protect: who wants a file to have that of another copies its headers.
final class Fingerprint {

    private final CRC32 crc32 = new CRC32();
    private final CRC32C crc32c = new CRC32C();
    private long length;

    /// @param header with the eight letters of END
    void add(byte[] header) {
        crc32.update(header, 0, header.length);
        crc32c.update(header, 0, header.length);
        length += header.length;
    }

    /// 24 hexadecimal digits.
    String hex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits((int) crc32.getValue())
                + hex.toHexDigits((int) crc32c.getValue())
                + hex.toHexDigits((int) length);
    }
}
