// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A command as one types it: a program and `name=value` arguments, values with blanks in single or double quotes.
/// Headers hold damaged ones (SAS overwrites parts of long values): a quote that doesn't close ends with the text.
///
/// @param arguments as they stand, quotes taken off
record CommandLine(String program, List<Argument> arguments) {

    /// @param name empty when there is none
    record Argument(String name, String value) {}

    CommandLine {
        arguments = List.copyOf(arguments);
    }

    /// Empty program when the text is blank.
    static CommandLine of(String text) {
        List<String> words = words(text);
        List<Argument> arguments = new ArrayList<>();
        for (String word : words.subList(Math.min(1, words.size()), words.size())) {
            int equals = word.indexOf('=');
            arguments.add(
                    equals <= 0
                            ? new Argument("", word)
                            : new Argument(word.substring(0, equals), word.substring(equals + 1)));
        }
        return new CommandLine(words.isEmpty() ? "" : words.getFirst(), arguments);
    }

    /// The arguments as parameters and files of a step.
    void addTo(ObservedStep step, FileParameters.Suite suite) {
        Map<String, String> all = new LinkedHashMap<>();
        arguments.forEach(argument -> all.put(
                argument.name().toLowerCase(Locale.ROOT), argument.value().toLowerCase(Locale.ROOT)));
        arguments.forEach(argument -> FileParameters.add(suite, step, argument.name(), argument.value(), all));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if ((c == '\'' || c == '"') && (word.isEmpty() || word.charAt(word.length() - 1) == '=')) {
                quote = c;
            } else if (c == ' ') {
                flush(word, words);
            } else {
                word.append(c);
            }
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
