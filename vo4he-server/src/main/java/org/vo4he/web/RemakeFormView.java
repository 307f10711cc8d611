// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vo4he.reprocess.Edit;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.ParameterType;
import org.vo4he.reprocess.Remake;
import org.vo4he.reprocess.Remake.Choice;
import org.vo4he.web.Html.Element;

/// The form by which a product is made again with other values. It posts to `/reprocessing`, which answers with the
/// page of the job; where scripts run, `remake.js` checks what is typed by planning it.
///
/// @param did of the product
/// @param shortId of the product
/// @param wanted values that the fields begin with, by address in upper case; others begin with the recorded one
/// @param anybody whether visitors may have that done: they show no token
record RemakeFormView(
        String did, String shortId, Remake remake, Map<String, String> wanted, boolean anybody, Links links) {

    /// Parameter of the page of a product, repeated: `ADDRESS=VALUE`, as `/reprocessing` has it.
    static final String EDIT = "EDIT";

    static final String ID = "remake";
    static final String SCRIPT = "remake.js";
    private static final String SAID = "remake-said";

    /// Values to begin with, as an address tells them; what is no edit is passed over.
    static Map<String, String> wanted(List<String> edits) {
        Map<String, String> wanted = new HashMap<>();
        edits.stream()
                .filter(text -> text.indexOf('=') > 0)
                .map(Edit::parse)
                .forEach(edit -> wanted.put(edit.address().toUpperCase(Locale.ROOT), edit.value()));
        return wanted;
    }

    Html html() {
        Element section = element("section")
                .with("class", "remake")
                .with("aria-labelledby", ID)
                .add(element("h2", "Make it again").with("id", ID));
        return anybody ? section.add(intention(), form()) : section.add(intention(), refusal());
    }

    private Element intention() {
        return element(
                "p",
                "Runs " + names() + " once more over the same input, with the values you choose. You see what comes out"
                        + " before anything is published.");
    }

    private String names() {
        return remake.stages().stream().map(RemakeFormView::title).collect(Collectors.joining(", then "));
    }

    private static String title(Remake.Stage stage) {
        return stage.name() + (stage.version().isBlank() ? "" : " " + stage.version());
    }

    private Element refusal() {
        return element("p")
                .with("class", "notice")
                .text("This archive does so for who has a token: POST to ")
                .add(element("code", links.absolute(links.at("/reprocessing"))))
                .text(" what may be changed of it, which the ")
                .add(Html.link(links.datalink(did), "DataLink document"))
                .text(" lists.");
    }

    private Element form() {
        Element form = element("form")
                .with("method", "post")
                .with("action", links.at("/reprocessing"))
                .with("class", "remake-form")
                .with("aria-labelledby", ID)
                .add(element("input").with("type", "hidden").with("name", "ID").with("value", did));
        int number = 0;
        for (Remake.Stage stage : remake.stages()) {
            form.add(group(stage, number));
            number += stage.open().size();
        }
        return form.add(element("div")
                .with("class", "actions")
                .add(element("button", "Make it again").with("type", "submit"))
                .add(asTheyWere())
                .add(element("output").with("class", "hint").with("id", SAID)));
    }

    private Element asTheyWere() {
        String words = "Values as they were";
        return wanted.isEmpty()
                ? element("button", words).with("type", "reset").with("class", "quiet")
                : Html.link(links.product(shortId, Map.of(), ID), words);
    }

    private Element group(Remake.Stage stage, int first) {
        Element fields = element("div").with("class", "fields");
        for (int i = 0; i < stage.open().size(); i++) {
            fields.add(field(stage.number(), stage.open().get(i), ID + "-" + (first + i)));
        }
        return element("fieldset")
                .add(element("legend", title(stage)))
                .add(fields)
                .add(fixed(stage));
    }

    private static Html fixed(Remake.Stage stage) {
        if (stage.fixed().isEmpty()) {
            return Html.none();
        }
        Element list = element("dl").with("class", "remake-fixed");
        stage.fixed()
                .forEach(each -> list.add(element("div")
                        .add(element("dt", each.label()))
                        .add(element("dd").add(element("code", each.value())))));
        return element("details")
                .add(element("summary", "What stays as it was"))
                .add(list);
    }

    private Element field(int step, Choice choice, String id) {
        Parameter parameter = choice.parameter();
        Element label = element("label").with("for", id).text(parameter.name());
        parameter
                .unit()
                .filter(unit -> !unit.isBlank())
                .ifPresent(unit -> label.add(element("span", " (" + unit + ")").with("class", "unit")));
        Element control = control(choice)
                .with("id", id)
                .with("name", choice.address())
                .with("data-was", choice.value())
                .with("data-argument", step + " " + parameter.name())
                .with("aria-describedby", id + "-hint " + id + "-error");
        return element("div")
                .with("class", wide(choice) ? "field wide" : "field")
                .add(label)
                .add(control)
                .add(element("p", hint(choice)).with("class", "hint").with("id", id + "-hint"))
                .add(element("p")
                        .with("class", "error")
                        .with("id", id + "-error")
                        .with("aria-live", "polite"));
    }

    private static boolean wide(Choice choice) {
        return choice.parameter().type() == ParameterType.TEXT
                && choice.parameter().choices().isEmpty();
    }

    private Element control(Choice choice) {
        String value = wanted.getOrDefault(choice.address().toUpperCase(Locale.ROOT), choice.value());
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

    private static String hint(Choice choice) {
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
