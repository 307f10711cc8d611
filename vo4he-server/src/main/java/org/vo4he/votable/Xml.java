// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

/// Text as it may stand in an XML 1.0 document.
public final class Xml {

    private Xml() {}

    /// For element content and attribute values in double quotes. Characters that XML 1.0 (section 2.2) can't hold in
    /// any form become U+FFFD; tab and line ends become references, so that they survive attribute normalisation.
    public static String escape(String text) {
        int clean = 0;
        while (clean < text.length() && isPlain(text.charAt(clean))) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, clean);
        for (int i = clean; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            append(out, codePoint);
            i += Character.charCount(codePoint);
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0xD800 && c != '&' && c != '<' && c != '>' && c != '"';
    }

    private static void append(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\t', '\n', '\r' -> out.append("&#").append(codePoint).append(';');
            default -> out.appendCodePoint(isXml(codePoint) ? codePoint : 0xFFFD);
        }
    }

    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
