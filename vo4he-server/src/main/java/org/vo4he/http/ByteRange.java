// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a `Range` header asks of a file of known size (RFC 9110, section 14).
sealed interface ByteRange {

    /// Any number of so many digits is a `long`.
    int MOST_DIGITS = 18;

    /// One range of a single-range form: `bytes=0-99`, `bytes=100-`, `bytes=-50`.
    Pattern SINGLE = Pattern.compile("\\s*bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)\\s*", Pattern.CASE_INSENSITIVE);

    /// The file as a whole: nothing else was asked for, or it was asked in a form that may be ignored
    /// (several ranges, other units, bad syntax).
    record Whole() implements ByteRange {}

    /// @param first offset of the first byte
    /// @param last offset of the last one, inclusive
    record Part(long first, long last) implements ByteRange {

        long length() {
            return last - first + 1;
        }
    }

    /// The file has no such bytes.
    record Unsatisfiable() implements ByteRange {}

    static ByteRange of(Optional<String> header, long size) {
        Matcher matcher = SINGLE.matcher(header.orElse(""));
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return new Whole();
        }
        if (matcher.group(1).isEmpty()) {
            long suffix = Math.min(offset(matcher.group(2)), size);
            return suffix == 0 ? new Unsatisfiable() : new Part(size - suffix, size - 1);
        }
        long first = offset(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : offset(matcher.group(2));
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1));
    }

    /// Beyond every file when it has more digits than a number of ours.
    private static long offset(String digits) {
        String significant = digits.replaceFirst("^0+(?=\\d)", "");
        return significant.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    }
}
