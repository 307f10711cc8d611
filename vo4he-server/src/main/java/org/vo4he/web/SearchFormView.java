// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.SearchField.COLLECTION;
import static org.vo4he.web.SearchField.ENERGY_FROM;
import static org.vo4he.web.SearchField.ENERGY_TO;
import static org.vo4he.web.SearchField.FROM;
import static org.vo4he.web.SearchField.INSTRUMENT;
import static org.vo4he.web.SearchField.POSITION;
import static org.vo4he.web.SearchField.RADIUS;
import static org.vo4he.web.SearchField.TARGET;
import static org.vo4he.web.SearchField.TEXT;
import static org.vo4he.web.SearchField.TO;
import static org.vo4he.web.SearchField.TYPE;

import java.util.List;
import java.util.Optional;
import org.vo4he.web.Html.Element;

/// The search form, with what was typed and what was wrong with it.
record SearchFormView(Search search, Facets facets, Links links) {

    Element html() {
        return element("form")
                .with("action", links.search())
                .with("method", "get")
                .with("role", "search")
                .with("aria-label", "Products")
                .with("class", "search")
                .add(group("Where", input(POSITION, "wide"), input(RADIUS, "narrow")))
                .add(group("When (UTC)", input(FROM, ""), input(TO, "")))
                .add(group("Energy", input(ENERGY_FROM, "narrow"), input(ENERGY_TO, "narrow")))
                .add(group(
                        "What",
                        input(TARGET, "wide"),
                        choice(TYPE, facets.types()),
                        choice(INSTRUMENT, facets.instruments()),
                        choice(COLLECTION, facets.collections()),
                        input(TEXT, "")))
                .add(element("div")
                        .with("class", "actions")
                        .add(element("button", "Search").with("type", "submit")));
    }

    private static Element group(String name, Element... fields) {
        return element("fieldset")
                .add(element("legend", name))
                .add(element("div").with("class", "fields").add(fields));
    }

    private Element input(SearchField field, String width) {
        Element input = element("input")
                .with("type", "text")
                .with("id", field.id())
                .with("name", field.parameter())
                .with("value", search.typed(field).orElse(""))
                .with("maxlength", "200")
                .with("autocomplete", "off")
                .with("spellcheck", "false");
        return labelled(field, input, width);
    }

    private Element choice(SearchField field, List<Facets.Count> counts) {
        Optional<String> chosen = chosen(search.typed(field), counts);
        boolean unstated = counts.stream().anyMatch(count -> count.value().isEmpty());
        Element select = element("select").with("id", field.id()).with("name", field.parameter());
        select.add(element("option", "any").with("value", ""));
        chosen.filter(value -> counts.stream().noneMatch(count -> count.value().equals(chosen)))
                .filter(_ -> !search.unstated(field))
                .ifPresent(value -> select.add(option(value, true)));
        if (field.stated().isPresent() && (unstated || search.unstated(field))) {
            select.add(option(SearchField.NOT_STATED, search.unstated(field)));
        }
        counts.forEach(count -> count.value()
                .ifPresent(value -> select.add(option(value, count.value().equals(chosen)))));
        return labelled(field, select, "");
    }

    /// What was typed, in the spelling in which it is here.
    private static Optional<String> chosen(Optional<String> typed, List<Facets.Count> counts) {
        List<String> here = counts.stream()
                .map(Facets.Count::value)
                .flatMap(Optional::stream)
                .toList();
        return typed.map(text -> here.contains(text)
                ? text
                : here.stream().filter(text::equalsIgnoreCase).findFirst().orElse(text));
    }

    private static Element option(String value, boolean chosen) {
        return element("option", value).with("value", value).flag("selected", chosen);
    }

    private Element labelled(SearchField field, Element control, String width) {
        Element box = element("div").with("class", ("field " + width).strip());
        box.add(element("label", field.label()).with("for", field.id()));
        box.add(control);
        Optional<String> error = search.error(field);
        if (error.isPresent()) {
            String id = field.id() + "-error";
            control.with("aria-invalid", "true").with("aria-describedby", id);
            box.add(element("p", error.get()).with("class", "error").with("id", id));
        } else if (!field.hint().isEmpty()) {
            String id = field.id() + "-hint";
            control.with("aria-describedby", id);
            box.add(element("p", field.hint()).with("class", "hint").with("id", id));
        }
        return box;
    }
}
