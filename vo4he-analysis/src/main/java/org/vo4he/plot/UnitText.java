// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vo4he.units.Unit;

/// Units as a person reads them: those of files and of VOUnits, with products, quotients and powers of which the words
/// are spelled as [Unit] has them. What is not understood stays as it is.
final class UnitText {

    private static final Pattern POWER = Pattern.compile("(?:\\*\\*|\\^)\\(?([+-]?\\d+(?:\\.\\d+)?)\\)?");
    private static final Pattern BARE_POWER = Pattern.compile("(?<=\\p{L})(-\\d+|(?<=m)[23])(?=$|[ .*/)])");
    private static final Pattern PRODUCT = Pattern.compile("(?<=[\\p{L}}])[.*](?=\\p{L})");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private UnitText() {}

    /// `count.s**-1` as "count s^{-1}", for pictures.
    ///
    /// @return marked text, see [Label#marked]
    static String marked(String unit) {
        return raised(unit).replace("{-", "{−");
    }

    /// `count.s**-1` as "count s-1", for sentences.
    static String plain(String unit) {
        return raised(unit).replace("^{", "").replace("}", "");
    }

    /// A number and its unit.
    static String of(String number, String unit) {
        return unit.isBlank() ? number : number + " " + plain(unit);
    }

    private static String raised(String unit) {
        String raised = POWER.matcher(unit.strip()).replaceAll("^{$1}");
        raised = BARE_POWER.matcher(raised).replaceAll("^{$1}");
        String spaced = PRODUCT.matcher(raised).replaceAll(" ");
        String spelled =
                WORD.matcher(spaced).replaceAll(word -> spelling(word.group()).orElse(word.group()));
        return spelled.replace("Angstrom", "Å").replace("chan^", "channel^");
    }

    /// Energies in any case, for nothing here is counted in milli-eV; other words in small letters only: in large ones
    /// `MS` may be mega or milli. Pixels and channels keep their names: `adu` is not `bin`.
    private static Optional<String> spelling(String word) {
        return Unit.parse(word)
                .filter(unit -> switch (unit.dimension()) {
                    case ENERGY -> true;
                    case LENGTH, FREQUENCY, ANGLE, TIME -> word.equals(word.toLowerCase(Locale.ROOT));
                    case PIXEL, CHANNEL -> false;
                })
                .map(Unit::vounit);
    }
}
