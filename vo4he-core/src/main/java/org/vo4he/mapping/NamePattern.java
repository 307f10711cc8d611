// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A pattern over the end of a path: `*.evt*` for a name, `2024/**/*.fits` for folders too, and parts of the name
/// that templates can use: `lc_<band>_<version>.fits`, `P<obs:10>*.FTZ` for a part of ten characters.
public final class NamePattern {

    private static final Pattern PART = Pattern.compile("([a-z][a-z0-9_]*)(?::([1-9][0-9]{0,2}))?");

    private final String text;
    private final Pattern regex;
    private final List<String> parts;

    private NamePattern(String text, Pattern regex, List<String> parts) {
        this.text = text;
        this.regex = regex;
        this.parts = List.copyOf(parts);
    }

    /// @throws IllegalArgumentException with a sentence's end that says what is wrong
    public static NamePattern of(String text) {
        List<String> parts = new ArrayList<>();
        try {
            return new NamePattern(text, Pattern.compile(new Translation(text, parts).regex()), parts);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("is no pattern: " + e.getDescription(), e);
        }
    }

    /// The names of its parts.
    List<String> parts() {
        return parts;
    }

    /// The parts of the name, if the path ends as the pattern says.
    public Optional<Map<String, String>> match(Path file) {
        Path path = file.normalize();
        for (int from = 0; from < path.getNameCount(); from++) {
            String end = path.subpath(from, path.getNameCount())
                    .toString()
                    .replace(path.getFileSystem().getSeparator(), "/");
            Matcher matcher = regex.matcher(end);
            if (matcher.matches()) {
                return Optional.of(parts(matcher));
            }
        }
        return Optional.empty();
    }

    private Map<String, String> parts(Matcher matcher) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            values.put(parts.get(i), matcher.group(i + 1));
        }
        return values;
    }

    @Override
    public String toString() {
        return text;
    }

    /// From a glob to a regular expression, character by character.
    private static final class Translation {

        private final String glob;
        private final List<String> parts;
        private final StringBuilder regex = new StringBuilder("(?s)");
        private int at;
        private boolean choosing;

        Translation(String glob, List<String> parts) {
            this.glob = glob;
            this.parts = parts;
        }

        String regex() {
            while (at < glob.length()) {
                translate(glob.charAt(at++));
            }
            if (choosing) {
                throw new IllegalArgumentException("is no pattern: { without }");
            }
            return regex.toString();
        }

        private void translate(char letter) {
            switch (letter) {
                case '*' -> star();
                case '?' -> regex.append("[^/]");
                case '[' -> letters();
                case '<' -> part();
                case '{' -> choice();
                case '}' -> {
                    regex.append(choosing ? ")" : "\\}");
                    choosing = false;
                }
                case ',' -> regex.append(choosing ? "|" : ",");
                case '\\' -> quote(at < glob.length() ? glob.charAt(at++) : '\\');
                default -> quote(letter);
            }
        }

        private void star() {
            if (at < glob.length() && glob.charAt(at) == '*') {
                at++;
                regex.append(".*");
            } else {
                regex.append("[^/]*");
            }
        }

        private void letters() {
            int end = glob.indexOf(']', at + 1);
            if (end < 0) {
                throw new IllegalArgumentException("is no pattern: [ without ]");
            }
            String inside = glob.substring(at, end);
            boolean not = inside.startsWith("!");
            String set = (not ? inside.substring(1) : inside).replaceAll("([\\[\\\\^&])", "\\\\$1");
            regex.append("[[^/]&&[").append(not ? "^" : "").append(set).append("]]");
            at = end + 1;
        }

        private void choice() {
            if (choosing) {
                throw new IllegalArgumentException("is no pattern: { within {");
            }
            choosing = true;
            regex.append("(?:");
        }

        private void part() {
            int end = glob.indexOf('>', at);
            Matcher part = PART.matcher(end < 0 ? "" : glob.substring(at, end));
            if (!part.matches()) {
                throw new IllegalArgumentException(
                        "is no pattern: a part is written <name> or <name:10>, the name in lower case");
            }
            if (parts.contains(part.group(1))) {
                throw new IllegalArgumentException("names the part <" + part.group(1) + "> twice");
            }
            parts.add(part.group(1));
            regex.append(part.group(2) == null ? "([^/]+)" : "([^/]{" + part.group(2) + "})");
            at = end + 1;
        }

        private void quote(char letter) {
            regex.append(Pattern.quote(String.valueOf(letter)));
        }
    }
}
