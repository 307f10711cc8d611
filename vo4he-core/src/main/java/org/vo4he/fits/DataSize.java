// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.util.Optional;
import java.util.Set;

/// The size of the data that a header announces, in bytes, without padding.
final class DataSize {

    /// Section 4.4.1.1, table 8.
    private static final Set<Long> BITPIX = Set.of(8L, 16L, 32L, 64L, -32L, -64L);

    private DataSize() {}

    /// |BITPIX|/8 · GCOUNT · (PCOUNT + product of NAXISn) (section 4.4.1.2, equation 2; random groups equation 4).
    ///
    /// @throws Unreadable when a mandatory keyword is missing or illegal
    static long of(FitsHeader header) throws Unreadable {
        try {
            long bitpix = mandatory(header, "BITPIX", -64, 64);
            long naxis = mandatory(header, "NAXIS", 0, 999);
            if (naxis == 0) {
                return 0;
            }
            if (!BITPIX.contains(bitpix)) {
                throw new Unreadable("BITPIX", "is " + bitpix);
            }
            boolean groups = header.logical("GROUPS").orElse(false)
                    && header.integer("NAXIS1").orElse(1L) == 0;
            long elements = 1;
            for (int n = groups ? 2 : 1; n <= naxis; n++) {
                elements = Math.multiplyExact(elements, mandatory(header, "NAXIS" + n, 0, Long.MAX_VALUE));
            }
            long parameters = header.integer("PCOUNT").orElse(0L);
            long count = header.integer("GCOUNT").orElse(1L);
            long size = Math.multiplyExact(
                    Math.abs(bitpix) / 8, Math.multiplyExact(count, Math.addExact(parameters, elements)));
            if (size < 0 || size > Long.MAX_VALUE / 4) {
                throw new ArithmeticException();
            }
            return size;
        } catch (ArithmeticException _) {
            throw new Unreadable("NAXIS", "announces more bytes than a file can hold");
        }
    }

    /// A header that does not say how long its data are.
    static final class Unreadable extends Exception {

        private final String keyword;

        private Unreadable(String keyword, String message) {
            super(message, null, false, false);
            this.keyword = keyword;
        }

        String keyword() {
            return keyword;
        }
    }

    private static long mandatory(FitsHeader header, String keyword, long least, long most) throws Unreadable {
        Optional<Long> value = header.integer(keyword);
        if (value.isEmpty()) {
            throw new Unreadable(
                    keyword,
                    header.text(keyword)
                            .map(text -> "is '" + text + "', not an integer")
                            .orElse("is missing"));
        }
        if (value.get() < least || value.get() > most) {
            throw new Unreadable(keyword, "is " + value.get());
        }
        return value.get();
    }
}
