// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `application/x-www-form-urlencoded`, read strictly: the server library drops a value it can't decode, and a query
/// without one of its parameters is another query.
final class FormEncoding {

    private FormEncoding() {}

    /// Adds the parameters of `text` to `values`.
    ///
    /// @throws ServiceException.Usage when a percent sign is not followed by two hexadecimal digits, or the bytes
    ///     are not UTF-8
    static void addTo(Map<String, List<String>> values, String text) {
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
    }

    static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        addTo(values, text);
        return values;
    }

    private static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            switch (raw[i]) {
                case '+' -> bytes.write(' ');
                case '%' -> {
                    bytes.write(16 * hexDigit(raw, i + 1, text) + hexDigit(raw, i + 2, text));
                    i += 2;
                }
                default -> bytes.write(raw[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ServiceException.Usage("a parameter is not UTF-8: " + Parameters.quoted(text));
        }
    }

    private static int hexDigit(byte[] raw, int at, String text) {
        int digit = at < raw.length ? Character.digit(raw[at], 16) : -1;
        if (digit < 0) {
            throw new ServiceException.Usage(
                    "a percent sign must be followed by two hexadecimal digits, found " + Parameters.quoted(text));
        }
        return digit;
    }
}
