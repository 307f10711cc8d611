// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.web.Html.Element;

/// The steps that made a product, as it carries them.
///
/// @param json as read from the product
record ProvenanceView(String json) {

    /// Nothing when the document holds no step.
    Html html() {
        try {
            ProvenanceDocument document = ProvenanceJson.read(json).document();
            return document.steps().isEmpty() ? Html.none() : section(steps(document));
        } catch (ProvenanceFormatException e) {
            return section(element("p", "The product carries provenance that can't be read: " + e.getMessage() + ".")
                    .with("class", "notice"));
        }
    }

    private static Element section(Html content) {
        return element("section")
                .with("aria-labelledby", "provenance")
                .add(element("h2", "How it was made").with("id", "provenance"))
                .add(content);
    }

    private static Element steps(ProvenanceDocument document) {
        Element steps = element("ol").with("class", "steps");
        document.steps().forEach(step -> steps.add(step(step)));
        return steps;
    }

    private static Element step(ProvenanceStep step) {
        Element item = element("li").add(element("h3", title(step)));
        String run = run(step);
        if (!run.isEmpty()) {
            item.add(element("p", run).with("class", "second"));
        }
        if (step.arguments().isEmpty()) {
            return item;
        }
        Element body = element("tbody");
        step.arguments().forEach(argument -> body.add(row(argument)));
        return item.add(element("table")
                .add(element("caption", "Arguments of " + title(step)).with("class", "aside-text"))
                .add(element("thead")
                        .add(element("tr")
                                .add(heading("#"))
                                .add(heading("Kind"))
                                .add(heading("Meaning"))
                                .add(heading("Value"))))
                .add(body));
    }

    /// The program, which the seed writes as argument 0.
    private static String title(ProvenanceStep step) {
        return step.name()
                .or(() -> step.arguments().stream()
                        .filter(Argument.Input.class::isInstance)
                        .map(argument -> ((Argument.Input) argument).file().path())
                        .findFirst())
                .filter(name -> !name.isBlank())
                .orElse("Step without a name");
    }

    private static String run(ProvenanceStep step) {
        return Stream.of(
                        step.version().map(version -> "version " + version),
                        step.started().map(started -> "started " + started),
                        step.ended().map(ended -> "ended " + ended),
                        step.exitCode().map(code -> "exit code " + code),
                        step.host().map(host -> "on " + host),
                        step.image().map(image -> "image " + image))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Element row(Argument argument) {
        return switch (argument) {
            case Argument.Input(int index, DataFile file) -> row(index, "input", meaning(file), path(file));
            case Argument.Output(int index, DataFile file) -> row(index, "output", meaning(file), path(file));
            case Argument.Parameter parameter ->
                row(
                        parameter.index(),
                        parameter.editable() ? "parameter, editable" : "parameter",
                        meaning(parameter.name(), parameter.description()),
                        parameter.value()
                                + parameter.unit().map(unit -> " " + unit).orElse(""));
            case Argument.Unrecognised(int index, String json) -> row(index, "not understood", "", json);
        };
    }

    private static String meaning(DataFile file) {
        return meaning(file.name(), file.description());
    }

    private static String meaning(Optional<String> name, String description) {
        return Stream.of(name.orElse(""), description)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(": "));
    }

    private static String path(DataFile file) {
        boolean whole = file.location().isEmpty() || file.path().startsWith("/");
        return whole ? file.path() : file.location() + (file.location().endsWith("/") ? "" : "/") + file.path();
    }

    private static Element row(int index, String kind, String meaning, String value) {
        return element("tr")
                .add(element("td", Integer.toString(index)))
                .add(element("td", kind))
                .add(element("td", meaning))
                .add(element("td").add(element("code", value)));
    }

    private static Element heading(String text) {
        return element("th", text).with("scope", "col");
    }
}
