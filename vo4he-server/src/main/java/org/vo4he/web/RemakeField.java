// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.ParameterType;
import org.vo4he.reprocess.Remake.Choice;
import org.vo4he.web.Html.Element;

/// One argument in the form by which a product is made again: its name, unit, value, meaning, range, and what is wrong
/// with it.
///
/// @param step number in the provenance
/// @param value to begin with
/// @param error empty when nothing is wrong
record RemakeField(int step, Choice choice, String id, String value, String error) {

    Element html() {
        Parameter parameter = choice.parameter();
        Element label = element("label").with("for", id).text(parameter.name());
        parameter
                .unit()
                .filter(unit -> !unit.isBlank())
                .ifPresent(unit -> label.add(element("span", " (" + unit + ")").with("class", "unit")));
        Element control = control()
                .with("id", id)
                .with("name", choice.address())
                .with("data-was", choice.value())
                .with("data-argument", step + " " + parameter.name())
                .with("aria-describedby", id + "-hint " + id + "-error");
        return element("div")
                .with("class", wide() ? "field wide" : "field")
                .add(label)
                .add(error.isEmpty() ? control : control.with("aria-invalid", "true"))
                .add(element("p", hint()).with("class", "hint").with("id", id + "-hint"))
                .add(element("p", error)
                        .with("class", "error")
                        .with("id", id + "-error")
                        .with("aria-live", "polite"));
    }

    private boolean wide() {
        return choice.parameter().type() == ParameterType.TEXT
                && choice.parameter().choices().isEmpty();
    }

    private Element control() {
        List<String> words = words(choice.parameter());
        if (words.isEmpty()) {
            return element("input")
                    .with("type", "text")
                    .with("value", value)
                    .with("inputmode", keyboard(choice.parameter().type()))
                    .with("autocomplete", "off")
                    .with("spellcheck", "false");
        }
        Element select = element("select");
        boolean foreign = !words.contains(value) && !value.isEmpty();
        boolean leftOut = !choice.parameter().required() || value.isEmpty();
        Stream.of(
                        leftOut ? Stream.of("") : Stream.<String>empty(),
                        foreign ? Stream.of(value) : Stream.<String>empty(),
                        words.stream())
                .flatMap(each -> each)
                .forEach(word -> select.add(element("option", word.isEmpty() ? "left out" : word)
                        .with("value", word)
                        .flag("selected", word.equals(value))));
        return select;
    }

    private static List<String> words(Parameter parameter) {
        return parameter.type() == ParameterType.BOOLEAN && parameter.choices().isEmpty()
                ? List.of("true", "false")
                : parameter.choices();
    }

    private static String keyboard(ParameterType type) {
        return switch (type) {
            case INTEGER, REAL -> "decimal";
            case TEXT, BOOLEAN, FILE -> "text";
        };
    }

    private String hint() {
        Parameter parameter = choice.parameter();
        String range = Stream.of(
                        parameter.minimum().map(least -> "from " + least),
                        parameter.maximum().map(most -> "to " + most))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        String was = choice.value().isEmpty() ? "left out so far" : "was " + choice.value();
        String mayBeEmpty = parameter.required() ? "" : "may be empty";
        return Stream.of(parameter.description(), range, was, choice.value().isEmpty() ? "" : mayBeEmpty)
                .filter(words -> !words.isBlank())
                .collect(Collectors.collectingAndThen(Collectors.joining("; "), words -> Shown.sentence(words) + "."));
    }
}
