// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.regex.Pattern;

/// Units as a person reads them.
final class UnitText {

    private static final Pattern POWER = Pattern.compile("(?:\\*\\*|\\^)\\(?([+-]?\\d+(?:\\.\\d+)?)\\)?");
    private static final Pattern BARE_POWER = Pattern.compile("(?<=\\p{L})(-\\d+|(?<=m)[23])(?=$|[ .*/)])");
    private static final Pattern PRODUCT = Pattern.compile("(?<=[\\p{L}}])[.*](?=\\p{L})");

    private UnitText() {}

    /// `count.s**-1` as "count s^{-1}"; what is not understood stays as it is.
    ///
    /// @return marked text, see [Label#marked]
    static String marked(String unit) {
        String raised = POWER.matcher(unit.strip()).replaceAll("^{$1}");
        raised = BARE_POWER.matcher(raised).replaceAll("^{$1}");
        String spaced = PRODUCT.matcher(raised).replaceAll(" ");
        return spaced.replace("Angstrom", "Å").replace("chan^", "channel^").replace("{-", "{−");
    }
}
