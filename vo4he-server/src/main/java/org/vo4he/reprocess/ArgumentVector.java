// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The words of a command line with places for arguments: `{radius}` is the value of the argument, `{arguments}` alone
/// all values in their order, `{folder}` the private folder, `{{` and `}}` a brace. A value fills its place within one
/// word, whatever it holds: no shell reads it. An input that is a list of files is the name of a text with a name on
/// each line; `{arguments}` puts an `@` before it, as programs that take such lists want it.
///
/// A group of words of which one names an argument that was left out is left out as a whole.
public record ArgumentVector(List<List<String>> groups) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{|\\}\\}|\\{([^{}]+)\\}");
    private static final String ALL = "arguments";
    private static final String FOLDER = "folder";

    public ArgumentVector {
        groups = groups.stream().map(List::copyOf).toList();
        if (groups.isEmpty() || groups.getFirst().isEmpty()) {
            throw new IllegalArgumentException("a command has at least a program");
        }
        if (PLACE.matcher(groups.getFirst().getFirst()).find()) {
            throw new IllegalArgumentException(
                    "the program of a command is fixed, '" + groups.getFirst().getFirst() + "' is not");
        }
    }

    /// A vector of words of which none is left out with others.
    public static ArgumentVector of(String... words) {
        return new ArgumentVector(List.of(words).stream().map(List::of).toList());
    }

    /// What is executed.
    String program() {
        return groups.getFirst().getFirst();
    }

    /// Words of the operator's that are the same in every run.
    Stream<String> fixedWords() {
        return groups.stream()
                .flatMap(List::stream)
                .filter(word -> !PLACE.matcher(word).find());
    }

    /// The words for a run.
    ///
    /// @throws StepException when a place names no argument of the step, or a text would be taken for an option
    List<String> fill(Arguments arguments, Map<String, String> files, String folder) throws StepException {
        List<String> words = new ArrayList<>();
        for (List<String> group : groups) {
            if (isWanted(group, arguments)) {
                for (String word : group) {
                    add(words, word, arguments, files, folder);
                }
            }
        }
        return words;
    }

    private static boolean isWanted(List<String> group, Arguments arguments) throws StepException {
        for (String word : group) {
            for (MatchResult place : places(word)) {
                String name = place.group(1);
                if (!name.equals(ALL)
                        && !name.equals(FOLDER)
                        && value(name, arguments).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void add(
            List<String> words, String word, Arguments arguments, Map<String, String> files, String folder)
            throws StepException {
        if (word.equals("{" + ALL + "}")) {
            for (String name : arguments.values().keySet()) {
                words.add((arguments.list(name).isPresent() ? "@" : "") + alone(name, arguments, files));
            }
            return;
        }
        Matcher places = PLACE.matcher(word);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(filled, "");
            filled.append(
                    switch (places.group()) {
                        case "{{" -> "{";
                        case "}}" -> "}";
                        case "{" + FOLDER + "}" -> folder;
                        default ->
                            places.group().length() == word.length()
                                    ? alone(places.group(1), arguments, files)
                                    : text(places.group(1), arguments, files);
                    });
        }
        words.add(places.appendTail(filled).toString());
    }

    /// A value that is a word of its own: a text from a product must not be an option of the program.
    private static String alone(String name, Arguments arguments, Map<String, String> files) throws StepException {
        String text = text(name, arguments, files);
        boolean number = arguments
                .definition()
                .parameter(name)
                .filter(parameter -> parameter.type().number(text).isPresent())
                .isPresent();
        if (text.startsWith("-") && !number) {
            throw new StepException("the value '%s' of %s begins with '-' and would be taken for an option"
                    .formatted(Shown.text(text), name));
        }
        return text;
    }

    private static String text(String name, Arguments arguments, Map<String, String> files) throws StepException {
        String file = files.get(name);
        return file != null ? file : value(name, arguments).orElse("");
    }

    private static Optional<String> value(String name, Arguments arguments) throws StepException {
        if (arguments.definition().parameter(name).isEmpty()) {
            throw new StepException("the command of %s has a place for {%s}, which is no argument of the step"
                    .formatted(arguments.definition().name(), name));
        }
        return arguments.text(name);
    }

    private static List<MatchResult> places(String word) {
        return PLACE.matcher(word)
                .results()
                .filter(place -> place.group(1) != null)
                .toList();
    }

    /// Names of arguments that have a place of their own.
    public List<String> names() {
        return groups.stream()
                .flatMap(List::stream)
                .flatMap(word -> places(word).stream())
                .map(place -> place.group(1))
                .filter(name -> !name.equals(ALL) && !name.equals(FOLDER))
                .distinct()
                .toList();
    }
}
