// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// One column of a binary table: its form (TFORM) and, for each row, its bytes.
///
/// @param rows the field of each row; of a variable-length column, the array that goes to the heap
record FitsColumn(String name, String form, boolean variable, List<byte[]> rows) {

    /// Bytes of one field in the table proper.
    int width() {
        return variable ? 8 : repeat(form) * size(code(form));
    }

    /// The letter of a form: `D` of `1D`, `E` of `PE(12)`.
    static char code(String form) {
        String letters = form.replaceAll("^[0-9]*", "");
        return letters.charAt(0) == 'P' ? letters.charAt(1) : letters.charAt(0);
    }

    static int repeat(String form) {
        String digits = form.replaceAll("[^0-9].*$", "");
        return digits.isEmpty() ? 1 : Integer.parseInt(digits);
    }

    static int size(char code) {
        return switch (code) {
            case 'L', 'B', 'A' -> 1;
            case 'I' -> 2;
            case 'J', 'E' -> 4;
            case 'K', 'D' -> 8;
            default -> throw new IllegalArgumentException("no column has the form " + code);
        };
    }

    static byte[] numbers(String form, double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * size(code(form)));
        for (double value : values) {
            put(buffer, code(form), value);
        }
        return buffer.array();
    }

    /// Text padded with blanks to the width of `nA`, or cut to it.
    static byte[] text(String form, String value) {
        byte[] field = new byte[repeat(form)];
        Arrays.fill(field, (byte) ' ');
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, field, 0, Math.min(encoded.length, field.length));
        return field;
    }

    static void put(ByteBuffer buffer, char code, double value) {
        switch (code) {
            case 'L' -> buffer.put((byte) (value == 0 ? 'F' : 'T'));
            case 'A', 'B' -> buffer.put((byte) (int) value);
            case 'I' -> buffer.putShort((short) value);
            case 'J' -> buffer.putInt((int) value);
            case 'K' -> buffer.putLong((long) value);
            case 'E' -> buffer.putFloat((float) value);
            case 'D' -> buffer.putDouble(value);
            default -> throw new IllegalArgumentException("no number has the form " + code);
        }
    }
}
