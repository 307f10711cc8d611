// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The sums over the 32-bit words of an HDU that DATASUM and CHECKSUM are about (FITS 4.0, section 4.4.2.7), counted in
/// constant memory.
///
/// @param data of the data with their padding, what DATASUM should hold
/// @param whole of header and data: all bits are set when CHECKSUM is true
public record HduSums(long data, long whole) {

    private static final int BYTES_AT_ONCE = 2880 * 64;
    private static final long ALL_BITS = 0xffffffffL;

    /// @throws IOException if the file can't be read there
    public static HduSums of(FitsFile file, Hdu hdu) throws IOException {
        long data = sum(file, hdu.dataOffset(), HduScan.padded(hdu.dataSize()));
        long header = sum(file, hdu.headerOffset(), hdu.dataOffset() - hdu.headerOffset());
        return new HduSums(data, Checksum.add(header, data));
    }

    /// Whether the two cards of an HDU fit its bytes, or say nothing.
    ///
    /// @throws IOException if the file can't be read there
    public static boolean fit(FitsFile file, Hdu hdu) throws IOException {
        String stored = stated(hdu, "DATASUM");
        boolean summed = !stated(hdu, "CHECKSUM").isEmpty();
        if (hdu.isCompressed() || stored.isEmpty() && !summed) {
            return true;
        }
        HduSums sums = of(file, hdu);
        return (stored.isEmpty() || stored.equals(Long.toString(sums.data())))
                && (!summed || sums.whole() == ALL_BITS || sums.whole() == 0);
    }

    private static long sum(FitsFile file, long from, long length) throws IOException {
        long sum = 0;
        byte[] bytes = new byte[(int) Math.min(BYTES_AT_ONCE, length)];
        for (long at = 0; at < length; at += bytes.length) {
            int wanted = (int) Math.min(bytes.length, length - at);
            int count = Math.max(0, file.read(from + at, bytes, 0, wanted));
            sum = Checksum.add(sum, Checksum.sum(count == bytes.length ? bytes : Arrays.copyOf(bytes, count)));
        }
        return sum;
    }

    /// What the two cards of each HDU don't say, or say wrongly, as sentences; VO-TAGS included. The cards of a
    /// tile-compressed HDU are about the compressed bytes, and not looked at.
    public static List<String> faults(FitsFile file) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Hdu hdu : file.hdus()) {
            if (hdu.isCompressed()) {
                continue;
            }
            String stored = stated(hdu, "DATASUM");
            if (stored.isEmpty() || stated(hdu, "CHECKSUM").isEmpty()) {
                faults.add(hdu + " has no CHECKSUM and DATASUM");
                continue;
            }
            HduSums sums = of(file, hdu);
            if (!stored.equals(Long.toString(sums.data()))) {
                faults.add(hdu + ": DATASUM is " + stored + ", the data sum up to " + sums.data());
            }
            if (sums.whole() != ALL_BITS && sums.whole() != 0) {
                faults.add(hdu + ": CHECKSUM is not true");
            }
        }
        return faults;
    }

    /// A card without a value says that the sum is not known (FITS 4.0, section 4.4.2.7).
    private static String stated(Hdu hdu, String keyword) {
        return hdu.header().text(keyword).orElse("").strip();
    }
}
