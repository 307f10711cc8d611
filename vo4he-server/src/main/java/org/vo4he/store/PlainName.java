// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A file name without what may differ between a header and a folder: case, and compression (`.gz`, or `.FTZ` for
/// `.FIT`). Files of one plain name may be meant by each of their names.
public final class PlainName {

    private static final String GZIP = ".gz";

    private PlainName() {}

    /// @param name the last part of a path
    public static String of(String name) {
        return uncompressed(name.toLowerCase(Locale.ROOT));
    }

    /// The name as it is before compression, its case kept.
    public static String uncompressed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(GZIP)) {
            return uncompressed(name.substring(0, name.length() - GZIP.length()));
        }
        if (lower.endsWith(".ftz")) {
            String stem = name.substring(0, name.length() - "tz".length());
            return stem + (name.endsWith("Z") ? "IT" : "it");
        }
        return name;
    }

    /// The lower-case names that have this plain one.
    static List<String> spellings(String plain) {
        List<String> spellings = new ArrayList<>(List.of(plain, plain + GZIP));
        if (plain.endsWith(".fit")) {
            String stem = plain.substring(0, plain.length() - "it".length());
            spellings.addAll(List.of(stem + "tz", stem + "tz" + GZIP));
        }
        return spellings;
    }

    /// What every name of this plain one contains, in lower case.
    static String common(String plain) {
        return plain.endsWith(".fit") ? plain.substring(0, plain.length() - "it".length()) : plain;
    }
}
