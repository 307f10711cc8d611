// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.regex.Pattern;
import org.vo4he.ogip.HeaderChain;

/// How cards such as RESPFILE name another file (OGIP/92-007, section 3).
public final class LinkedNames {

    private static final Pattern WITHIN_FILE = Pattern.compile("(\\[[^\\]]*\\]|\\{[^}]*\\})\\s*$");

    private LinkedNames() {}

    /// Not so for `none`, blanks, and `%match%`, which lets the reader look for the file.
    public static boolean namesAFile(String value) {
        return HeaderChain.saysSomething(value)
                && !value.contains("%")
                && !bare(value).isEmpty();
    }

    /// Without the extension or row that may follow in brackets: `a.rmf[2]`, `b.pha{3}`.
    public static String bare(String value) {
        return WITHIN_FILE.matcher(value.strip()).replaceFirst("").strip();
    }
}
