// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.ProvenanceStep;
import org.vo4he.provenance.ShownPath;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductCard;
import org.vo4he.web.Html.Element;

/// One step of the making of a product: the program, what it read, its parameters and what it wrote.
record StepView(ProvenanceStep step, Optional<LinkedProduct> linked, Links links) {

    Element html() {
        Element item = element("li").add(element("h3", step.title()));
        String run = run();
        if (!run.isEmpty()) {
            item.add(element("p", run).with("class", "second"));
        }
        return item.add(files(
                        "Read",
                        arguments(Argument.Input.class)
                                .filter(input ->
                                        step.program().filter(input::equals).isEmpty())
                                .map(Argument.Input::file)
                                .toList()))
                .add(lists())
                .add(parameters())
                .add(files(
                        "Wrote",
                        arguments(Argument.Output.class)
                                .map(Argument.Output::file)
                                .toList()))
                .add(unrecognised());
    }

    private <T extends Argument> Stream<T> arguments(Class<T> kind) {
        return step.arguments().stream().filter(kind::isInstance).map(kind::cast);
    }

    private String run() {
        return Stream.of(
                        step.program()
                                .map(input -> input.file().shownPath())
                                .filter(path -> !path.equals(step.title())),
                        step.program().map(input -> meaning(input.file())).filter(text -> !text.isEmpty()),
                        step.observed().map(where -> "observed in the header (" + where + ")"),
                        step.version().map(version -> "version " + version),
                        step.started().map(started -> "started " + started),
                        step.ended().map(ended -> "ended " + ended),
                        step.exitCode().map(code -> "exit code " + code),
                        step.host().map(host -> "on " + host),
                        step.image().map(image -> "image " + image))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private Html files(String title, List<DataFile> files) {
        if (files.isEmpty()) {
            return Html.none();
        }
        Element list = element("ul").with("class", "step-files");
        files.forEach(file -> list.add(item(file)));
        return Html.pieces(element("h4", title), list);
    }

    private Element item(DataFile file) {
        Element item = element("li");
        Optional<ProductCard> product = found(file);
        boolean itself = product.isPresent()
                && linked.filter(each ->
                                each.product().did().equals(product.get().did()))
                        .isPresent();
        Element path = element("code", file.shownPath());
        item.add(product.filter(_ -> !itself)
                .<Html>map(card -> link(links.product(card.shortId()), "").add(path))
                .orElse(path));
        if (itself) {
            item.text(" – this product");
        }
        String second = Stream.concat(
                        Stream.of(meaning(file)).filter(text -> !text.isEmpty()),
                        Stream.of(
                                        file.checksum(),
                                        file.sizeBytes().isPresent()
                                                ? Optional.of(Shown.size(
                                                        file.sizeBytes().getAsLong() / 1e3))
                                                : Optional.<String>empty())
                                .flatMap(Optional::stream))
                .collect(Collectors.joining(", "));
        return second.isEmpty() ? item : item.add(element("span", second).with("class", "second"));
    }

    /// The product of this archive that is meant: the one with its identifier, else the only one of that file name
    /// among those that belong to this product.
    private Optional<ProductCard> found(DataFile file) {
        List<ProductCard> near = linked.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.product()), each.related().stream().map(LinkedProduct.Related::target)))
                .distinct()
                .toList();
        List<ProductCard> named = near.stream()
                .filter(card -> card.fileName().equals(file.fileName()))
                .toList();
        return near.stream()
                .filter(card -> file.did().filter(card.did()::equals).isPresent())
                .findFirst()
                .or(() -> named.stream().filter(_ -> named.size() == 1).findFirst());
    }

    /// Lists of inputs that lie elsewhere.
    private Html lists() {
        List<Argument.InputList> lists = arguments(Argument.InputList.class).toList();
        if (lists.isEmpty()) {
            return Html.none();
        }
        Element all = element("ul").with("class", "step-files");
        for (Argument.InputList each : lists) {
            String words = Stream.of(
                            each.count().isPresent()
                                    ? Optional.of(each.count().getAsLong() + " files")
                                    : Optional.<String>empty(),
                            each.list().checksum())
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
            all.add(element("li")
                    .add(element("code", each.list().shownPath()))
                    .add(element("span", words).with("class", "second")));
        }
        return Html.pieces(element("h4", "Read, as listed in"), all);
    }

    private Html parameters() {
        List<Argument.Parameter> parameters =
                arguments(Argument.Parameter.class).toList();
        if (parameters.isEmpty()) {
            return Html.none();
        }
        Element body = element("tbody");
        parameters.forEach(parameter -> body.add(row(parameter)));
        return Html.pieces(
                element("h4", "Parameters"),
                element("table")
                        .add(element("caption", "Parameters of " + step.title()).with("class", "aside-text"))
                        .add(element("thead")
                                .add(element("tr")
                                        .add(heading("Parameter"))
                                        .add(heading("Value"))
                                        .add(heading("May be edited"))))
                        .add(body));
    }

    private static Element row(Argument.Parameter parameter) {
        String name = parameter.name().orElse("");
        Element words = element("th").with("scope", "row");
        if (name.isBlank()) {
            words.text(parameter.description().isBlank() ? "argument " + parameter.index() : parameter.description());
        } else {
            words.add(element("code", name))
                    .add(element("span", parameter.description()).with("class", "second"));
        }
        return element("tr")
                .add(words)
                .add(element("td")
                        .with("data-label", "Value")
                        .add(element("code", ShownPath.inText(parameter.value())))
                        .text(parameter.unit().map(unit -> " " + unit).orElse("")))
                .add(element("td").with("data-label", "May be edited").text(editing(parameter)));
    }

    private static String editing(Argument.Parameter parameter) {
        if (!parameter.editable()) {
            return "no";
        }
        String limits = Stream.of(
                        parameter.type(),
                        parameter.minimum().map(least -> "from " + least),
                        parameter.maximum().map(most -> "to " + most),
                        Optional.of(String.join(" or ", parameter.choices())).filter(words -> !words.isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return limits.isEmpty() ? "yes" : "yes: " + limits;
    }

    private Html unrecognised() {
        List<Argument.Unrecognised> others =
                arguments(Argument.Unrecognised.class).toList();
        if (others.isEmpty()) {
            return Html.none();
        }
        Element list = element("ul").with("class", "step-files");
        others.forEach(other -> list.add(element("li").add(element("code", ShownPath.inText(other.json())))));
        return Html.pieces(element("h4", "Not understood"), list);
    }

    private static String meaning(DataFile file) {
        return Stream.of(file.name().orElse(""), file.description())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(": "));
    }

    private static Element heading(String text) {
        return element("th", text).with("scope", "col");
    }
}
