// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What kind of value an argument has. All values are text, as in provenance; the type says which texts are good.
public enum ParameterType {
    TEXT("text", "text of one line"),
    INTEGER("integer", "an integer"),
    REAL("real", "a number"),
    BOOLEAN("boolean", "'true' or 'false'"),
    /// The name or identifier of a file; for inputs and outputs.
    FILE("file", "the name of a file");

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}]*");

    private final String word;
    private final String wanted;

    ParameterType(String word, String wanted) {
        this.word = word;
        this.wanted = wanted;
    }

    /// As provenance spells it: key `type` of a parameter.
    public String word() {
        return word;
    }

    /// What texts are good, in words.
    String wanted() {
        return wanted;
    }

    boolean accepts(String value) {
        return switch (this) {
            case TEXT -> ONE_LINE.matcher(value).matches();
            case INTEGER -> WHOLE.matcher(value).matches();
            case REAL -> NUMBER.matcher(value).matches() && Double.isFinite(Double.parseDouble(value));
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case FILE -> !value.isBlank() && ONE_LINE.matcher(value).matches();
        };
    }

    /// The value of a text as a number; empty when the type has none or the text is not good.
    public Optional<BigDecimal> number(String value) {
        boolean number = (this == INTEGER || this == REAL) && accepts(value);
        return number ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    /// One spelling for all texts of the same value: of `2`, `2.0` and `+2e0`.
    String meaning(String value) {
        return number(value)
                .map(number -> number.stripTrailingZeros().toString())
                .orElse(value);
    }

    /// What a recorded word stands for; a word that nobody knows, and none, is text.
    static ParameterType of(Optional<String> recorded) {
        return switch (recorded.orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "integer", "int", "long", "short" -> INTEGER;
            case "real", "float", "double", "number" -> REAL;
            case "boolean", "bool", "logical" -> BOOLEAN;
            case "file" -> FILE;
            default -> TEXT;
        };
    }
}
