// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.ByteBuffer;

/// The checksum of an HDU (FITS Standard 4.0, section 4.4.2.7 and appendix J): the ones' complement sum of
/// its 32-bit words.
final class Checksum {

    private static final int CHARACTERS = 16;

    private Checksum() {}

    /// @param bytes of which up to three at the end that fill no word are left out
    static long sum(byte[] bytes) {
        ByteBuffer words = ByteBuffer.wrap(bytes);
        long sum = 0;
        while (words.remaining() >= 4) {
            sum += words.getInt() & 0xffffffffL;
        }
        return folded(sum);
    }

    static long add(long sum, long other) {
        return folded(sum + other);
    }

    private static long folded(long sum) {
        long folded = sum;
        while (folded >>> 32 != 0) {
            folded = (folded & 0xffffffffL) + (folded >>> 32);
        }
        return folded;
    }

    /// The 16 characters that bring the sum of an HDU to zero: each byte of the complement as four characters
    /// whose sum it is, none of them punctuation, the whole rotated by one because the value starts in column
    /// 12.
    static String encoded(long sum) {
        long complement = ~sum & 0xffffffffL;
        char[] text = new char[CHARACTERS];
        for (int i = 0; i < 4; i++) {
            int value = (int) (complement >>> (24 - 8 * i)) & 0xff;
            int[] four = split(value);
            for (int j = 0; j < 4; j++) {
                text[(4 * j + i + 1) % CHARACTERS] = (char) four[j];
            }
        }
        return new String(text);
    }

    private static int[] split(int value) {
        int quarter = value / 4 + '0';
        int[] four = {quarter + value % 4, quarter, quarter, quarter};
        while (true) {
            boolean punctuation = false;
            for (int j = 0; j < 4; j += 2) {
                if (isPunctuation(four[j]) || isPunctuation(four[j + 1])) {
                    four[j]++;
                    four[j + 1]--;
                    punctuation = true;
                }
            }
            if (!punctuation) {
                return four;
            }
        }
    }

    private static boolean isPunctuation(int c) {
        return c >= 0x3a && c <= 0x40 || c >= 0x5b && c <= 0x60;
    }
}
