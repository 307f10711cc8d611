// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A piece of a page. Text becomes markup in one place, [#print], where everything is escaped: there is no way to put
/// markup in as text. What comes out is also well-formed XML.
sealed interface Html {

    /// Plain text.
    record Text(String text) implements Html {}

    /// Pieces in a row, without an element around them.
    record Pieces(List<Html> pieces) implements Html {}

    /// An element being filled. Not thread-safe; lives while a page is made.
    final class Element implements Html {

        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<Html> children = new ArrayList<>();

        private Element(String name) {
            this.name = name;
        }

        Element with(String attribute, String value) {
            attributes.put(attribute, value);
            return this;
        }

        /// An attribute that has no value in HTML, such as `selected`, if `on`.
        Element flag(String attribute, boolean on) {
            return on ? with(attribute, attribute) : this;
        }

        Element add(Html... pieces) {
            children.addAll(List.of(pieces));
            return this;
        }

        Element add(Optional<? extends Html> piece) {
            piece.ifPresent(children::add);
            return this;
        }

        Element add(List<? extends Html> pieces) {
            children.addAll(pieces);
            return this;
        }

        Element text(String text) {
            children.add(new Text(text));
            return this;
        }
    }

    /// Elements that have no end tag (HTML, section 13.1.2).
    Set<String> VOID_ELEMENTS = Set.of("br", "col", "hr", "img", "input", "link", "meta", "source");

    static Element element(String name) {
        return new Element(name);
    }

    static Element element(String name, String text) {
        return new Element(name).text(text);
    }

    static Element link(String url, String text) {
        return element("a", text).with("href", url);
    }

    static Html text(String text) {
        return new Text(text);
    }

    static Html pieces(Html... pieces) {
        return new Pieces(List.of(pieces));
    }

    static Html none() {
        return new Pieces(List.of());
    }

    /// The markup of this piece.
    default String markup() {
        StringBuilder out = new StringBuilder(4096);
        print(out);
        return out.toString();
    }

    private void print(StringBuilder out) {
        switch (this) {
            case Text(String text) -> escape(text, out);
            case Pieces(List<Html> pieces) -> pieces.forEach(piece -> piece.print(out));
            case Element element -> {
                out.append('<').append(element.name);
                element.attributes.forEach((name, value) -> {
                    out.append(' ').append(name).append("=\"");
                    escape(value, out);
                    out.append('"');
                });
                if (VOID_ELEMENTS.contains(element.name)) {
                    out.append(" />");
                } else {
                    out.append('>');
                    element.children.forEach(child -> child.print(out));
                    out.append("</").append(element.name).append('>');
                }
            }
        }
    }

    /// The one escape of this package: for element content and for attribute values in double quotes. What XML 1.0
    /// (section 2.2) can't hold becomes U+FFFD.
    private static void escape(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
