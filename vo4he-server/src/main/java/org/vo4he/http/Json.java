// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/// JSON text.
final class Json {

    private Json() {}

    static String string(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
