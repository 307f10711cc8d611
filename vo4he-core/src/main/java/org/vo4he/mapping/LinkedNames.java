// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.ogip.HeaderChain;

/// How cards such as RESPFILE name another file (OGIP/92-007, section 3).
public final class LinkedNames {

    private static final Pattern WITHIN_FILE = Pattern.compile("(\\[[^\\]]*\\]|\\{[^}]*\\})\\s*$");

    /// CIAO's energy grids: `grid(3c273.rmf[MATRIX][cols ENERG_LO,ENERG_HI])`, and `0.1:10:0.02`, which is no file.
    private static final Pattern GRID_OF_FILE = Pattern.compile("grid\\((.*)\\)", Pattern.CASE_INSENSITIVE);

    private static final Pattern GRID_OF_NUMBERS = Pattern.compile("[-+.0-9eE]+(:[-+.0-9eE]+)+#?\\d*");

    private LinkedNames() {}

    /// Not so for `none`, blanks, the calibration database, and `%match%`, which lets the reader look for the file.
    public static boolean namesAFile(String value) {
        String bare = bare(value);
        return HeaderChain.saysSomething(bare)
                && !bare.contains("%")
                && !bare.endsWith("/")
                && !bare.toUpperCase(Locale.ROOT).startsWith("CALDB")
                && !GRID_OF_NUMBERS.matcher(bare).matches();
    }

    /// Without the extension or row that may follow in brackets: `a.rmf[2]`, `b.pha{3}`.
    public static String bare(String value) {
        Matcher grid = GRID_OF_FILE.matcher(value.strip());
        String bare = grid.matches() ? grid.group(1).strip() : value.strip();
        for (Matcher within = WITHIN_FILE.matcher(bare); within.find(); within = WITHIN_FILE.matcher(bare)) {
            bare = bare.substring(0, within.start()).strip();
        }
        return bare;
    }
}
