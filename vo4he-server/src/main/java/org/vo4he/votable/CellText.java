// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

/// Values as text: the TABLEDATA forms of VOTable 1.4, section 2.1, which CSV and TSV use as well.
final class CellText {

    /// DALI 1.1, section 3.3.3: no zone, because the time scale is a property of the column.
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private CellText() {}

    /// @param value not null
    static String of(Field field, Object value) {
        return switch (value) {
            case String text -> field.datatype() == Datatype.CHAR ? text : numbers(NumberList.parse(text));
            case Double number -> real(number);
            case Float number -> real(number);
            case Integer _, Long _, Short _, Byte _, BigInteger _ -> value.toString();
            case BigDecimal number -> real(number.doubleValue());
            case Boolean logical -> logical ? "true" : "false";
            case LocalDateTime time -> TIMESTAMP.format(time);
            case OffsetDateTime time -> TIMESTAMP.format(time.withOffsetSameInstant(ZoneOffset.UTC));
            case double[] numbers -> numbers(numbers);
            case byte[] bytes -> bytes(bytes);
            default ->
                throw new IllegalArgumentException("column " + field.name() + " can't hold a "
                        + value.getClass().getName());
        };
    }

    private static String real(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return Double.toString(value);
    }

    private static String real(float value) {
        return Float.isInfinite(value) ? real((double) value) : Float.toString(value);
    }

    private static String numbers(double[] numbers) {
        StringJoiner text = new StringJoiner(" ");
        for (double number : numbers) {
            text.add(real(number));
        }
        return text.toString();
    }

    private static String bytes(byte[] bytes) {
        StringJoiner text = new StringJoiner(" ");
        for (byte each : bytes) {
            text.add(Integer.toString(Byte.toUnsignedInt(each)));
        }
        return text.toString();
    }
}
