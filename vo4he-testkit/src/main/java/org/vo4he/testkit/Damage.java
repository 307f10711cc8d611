// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Breaks the bytes of a good FITS file in one stated way. The arguments are never changed.
public final class Damage {

    private static final int CARD = 80;

    private Damage() {}

    /// The first `length` bytes.
    public static byte[] cutAt(byte[] fits, int length) {
        return Arrays.copyOf(fits, length);
    }

    /// The file followed by bytes that are no HDU.
    public static byte[] withTail(byte[] fits, byte... tail) {
        byte[] longer = Arrays.copyOf(fits, fits.length + tail.length);
        System.arraycopy(tail, 0, longer, fits.length, tail.length);
        return longer;
    }

    /// Other bytes at an offset.
    public static byte[] overwritten(byte[] fits, int offset, byte... replacement) {
        byte[] other = fits.clone();
        System.arraycopy(replacement, 0, other, offset, replacement.length);
        return other;
    }

    /// The first card of that keyword replaced by this text, which need not be a card; an empty text blanks it.
    ///
    /// @throws IllegalArgumentException if no card has the keyword
    public static byte[] withCard(byte[] fits, String keyword, String text) {
        byte[] start = String.format(Locale.ROOT, "%-8s", keyword).getBytes(StandardCharsets.US_ASCII);
        for (int offset = 0; offset + CARD <= fits.length; offset += CARD) {
            if (Arrays.equals(start, Arrays.copyOfRange(fits, offset, offset + start.length))) {
                return overwritten(fits, offset, FitsCard.pad(text).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        throw new IllegalArgumentException("no card " + keyword);
    }
}
