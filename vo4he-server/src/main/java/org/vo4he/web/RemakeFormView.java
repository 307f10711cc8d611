// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vo4he.reprocess.Remake;
import org.vo4he.reprocess.Remake.Choice;
import org.vo4he.web.Html.Element;

/// The form by which a product is made again with other values. It posts to `/reprocessing`, which answers with the
/// page of the job, or with this form and what is wrong; where scripts run, `remake.js` checks what is typed by
/// planning it.
///
/// @param did of the product
/// @param shortId of the product
record RemakeFormView(String did, String shortId, Remake remake, RemakeFormState state, Links links) {

    /// Parameter of the page of a product, repeated: `ADDRESS=VALUE`, as `/reprocessing` has it.
    static final String EDIT = "EDIT";

    static final String ID = "remake";
    static final String SCRIPT = "remake.js";
    private static final String SAID = "remake-said";

    Html html() {
        return element("section")
                .with("class", "remake")
                .with("aria-labelledby", ID)
                .add(element("h2", "Make it again").with("id", ID))
                .add(content());
    }

    /// Without its heading.
    Html content() {
        return Html.pieces(intention(), token().standing(), form());
    }

    private TokenView token() {
        return new TokenView(state.visitor(), state.tokenFault(), links);
    }

    private Element intention() {
        return element(
                "p",
                "Runs " + names() + " once more over the same input, with the values you choose. You see what comes out"
                        + " before anything is published."
                        + (state.visitor().mayRun() ? "" : " This archive does so for who has a token."));
    }

    private String names() {
        return remake.stages().stream().map(RemakeFormView::title).collect(Collectors.joining(", then "));
    }

    private static String title(Remake.Stage stage) {
        return stage.name() + (stage.version().isBlank() ? "" : " " + stage.version());
    }

    private Element form() {
        Element form = element("form")
                .with("method", "post")
                .with("action", links.at("/reprocessing"))
                .with("class", "remake-form")
                .with("aria-label", "Make it again")
                .add(element("input").with("type", "hidden").with("name", "ID").with("value", did));
        int number = 0;
        for (Remake.Stage stage : remake.stages()) {
            form.add(stage(stage, number));
            number += stage.open().size();
        }
        if (!state.visitor().mayRun() || state.tokenFault().isPresent()) {
            form.add(token().field());
        }
        return form.add(accept())
                .add(force())
                .add(element("div")
                        .with("class", "actions")
                        .add(element("button", "Make it again").with("type", "submit"))
                        .add(asTheyWere())
                        .add(element("output", said()).with("class", "hint").with("id", SAID)));
    }

    private String said() {
        List<String> words = new ArrayList<>();
        if (!state.errors().isEmpty()) {
            int wrong = state.errors().size();
            words.add(wrong == 1 ? "One value can’t be used." : wrong + " values can’t be used.");
        }
        words.addAll(state.others());
        return String.join(" ", words);
    }

    private Element force() {
        Element box = element("input")
                .with("type", "checkbox")
                .with("id", ID + "-force")
                .with("name", "FORCE")
                .with("value", "true")
                .flag("checked", state.force());
        return element("div")
                .with("class", "tick")
                .add(box)
                .add(element("label", "Run again even if the same was run before")
                        .with("for", ID + "-force"));
    }

    /// Hidden while nothing is known of changed inputs; `remake.js` shows it when it learns of some.
    private Element accept() {
        String said = ID + "-accept-said";
        Element box = element("input")
                .with("type", "checkbox")
                .with("id", ID + "-accept")
                .with("name", "ACCEPTCHANGEDINPUTS")
                .with("value", "true")
                .with("aria-describedby", said)
                .flag("checked", state.accept());
        return element("div")
                .with("class", "accept")
                .flag("hidden", state.changed().isEmpty() && !state.accept())
                .add(element("p", String.join(" ", state.changed()))
                        .with("class", "error")
                        .with("id", said)
                        .with("aria-live", "polite"))
                .add(element("div")
                        .with("class", "tick")
                        .add(box)
                        .add(element("label", "Take it all the same: what comes out may differ for this reason, too")
                                .with("for", ID + "-accept")));
    }

    private Element asTheyWere() {
        String words = "Values as they were";
        return state.isTouched()
                ? Html.link(links.product(shortId, Map.of(), ID), words)
                : element("button", words).with("type", "reset").with("class", "quiet");
    }

    private Element stage(Remake.Stage stage, int first) {
        Map<String, Element> groups = new LinkedHashMap<>();
        for (int i = 0; i < stage.open().size(); i++) {
            Choice choice = stage.open().get(i);
            groups.computeIfAbsent(purpose(choice), _ -> element("div").with("class", "fields"))
                    .add(new RemakeField(
                                    stage.number(),
                                    choice,
                                    ID + "-" + (first + i),
                                    state.value(choice),
                                    state.error(choice))
                            .html());
        }
        Element all = element("fieldset").add(element("legend", title(stage)));
        groups.forEach((purpose, fields) -> all.add(
                purpose.isEmpty()
                        ? fields
                        : element("fieldset")
                                .with("class", "purpose")
                                .add(element("legend", purpose))
                                .add(fields)));
        return all.add(fixed(stage));
    }

    /// Empty for what has to do with all that the step makes.
    private static String purpose(Choice choice) {
        return choice.parameter().outputs().isEmpty()
                ? ""
                : "for " + String.join(", ", new TreeSet<>(choice.parameter().outputs()));
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
}
