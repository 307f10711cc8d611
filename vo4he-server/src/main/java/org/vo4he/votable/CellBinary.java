// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;

/// Values as bytes: the forms of VOTable 1.4, sections 5.3 and 5.4, all big-endian.
final class CellBinary {

    private CellBinary() {}

    /// @param value null writes a value of the right size that the null mask hides
    static void write(DataOutputStream out, Field field, Object value) throws IOException {
        if (field.datatype() == Datatype.CHAR) {
            writeText(out, field, value == null ? "" : CellText.of(field, value));
        } else if (field.isScalar()) {
            writeScalar(out, field, value);
        } else {
            writeArray(out, field, value);
        }
    }

    /// Where anything but ASCII may come, UTF-16: readers take the bytes of `char` for ASCII or Latin-1.
    private static void writeText(DataOutputStream out, Field field, String text) throws IOException {
        String written = text;
        if (field.isVariable()) {
            out.writeInt(text.length());
        } else {
            int length = field.isScalar() ? 1 : Integer.parseInt(field.arraysize());
            written = String.valueOf(Arrays.copyOf(text.toCharArray(), length));
        }
        if (field.isAsciiText()) {
            out.writeBytes(written);
        } else {
            out.writeChars(written);
        }
    }

    private static void writeScalar(DataOutputStream out, Field field, Object value) throws IOException {
        switch (field.datatype()) {
            case BOOLEAN -> out.writeByte(value == null ? '?' : logical(field, value) ? 'T' : 'F');
            case UNSIGNED_BYTE -> out.writeByte((int) integer(field, value, 0, 255));
            case SHORT -> out.writeShort((int) integer(field, value, Short.MIN_VALUE, Short.MAX_VALUE));
            case INT -> out.writeInt((int) integer(field, value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case LONG -> out.writeLong(integer(field, value, Long.MIN_VALUE, Long.MAX_VALUE));
            case FLOAT -> out.writeFloat((float) real(field, value));
            case DOUBLE -> out.writeDouble(real(field, value));
            case CHAR -> throw new IllegalStateException("text is written elsewhere");
        }
    }

    private static void writeArray(DataOutputStream out, Field field, Object value) throws IOException {
        double[] numbers = value == null ? new double[0] : numbers(field, value);
        if (field.isVariable()) {
            out.writeInt(numbers.length);
        } else {
            int length = Integer.parseInt(field.arraysize());
            if (value != null && numbers.length != length) {
                throw misfit(field, value);
            }
            int before = numbers.length;
            numbers = Arrays.copyOf(numbers, length);
            Arrays.fill(numbers, before, length, Double.NaN);
        }
        for (double number : numbers) {
            writeScalar(out, field, Double.isNaN(number) && !isReal(field) ? null : element(field, number));
        }
    }

    private static boolean isReal(Field field) {
        return field.datatype() == Datatype.DOUBLE || field.datatype() == Datatype.FLOAT;
    }

    private static Object element(Field field, double number) {
        return isReal(field) ? (Object) number : (Object) (long) number;
    }

    private static boolean logical(Field field, Object value) {
        if (value instanceof Boolean logical) {
            return logical;
        }
        throw misfit(field, value);
    }

    private static long integer(Field field, Object value, long least, long most) {
        long number = switch (value) {
            case null -> 0;
            case BigInteger big when big.bitLength() < 64 -> big.longValue();
            case Long _, Integer _, Short _, Byte _ -> ((Number) value).longValue();
            default -> throw misfit(field, value);
        };
        if (number < least || number > most) {
            throw misfit(field, value);
        }
        return number;
    }

    private static double real(Field field, Object value) {
        return switch (value) {
            case null -> Double.NaN;
            case Number number -> number.doubleValue();
            default -> throw misfit(field, value);
        };
    }

    private static double[] numbers(Field field, Object value) {
        return switch (value) {
            case double[] numbers -> numbers;
            case byte[] bytes -> {
                double[] numbers = new double[bytes.length];
                Arrays.setAll(numbers, i -> Byte.toUnsignedInt(bytes[i]));
                yield numbers;
            }
            case String text -> parse(field, text);
            default -> throw misfit(field, value);
        };
    }

    private static double[] parse(Field field, String text) {
        try {
            return NumberList.parse(text);
        } catch (NumberFormatException _) {
            throw misfit(field, text);
        }
    }

    private static IllegalArgumentException misfit(Field field, Object value) {
        return new IllegalArgumentException("column %s (%s %s) can't hold %s"
                .formatted(field.name(), field.datatype().word(), field.arraysize(), value));
    }
}
