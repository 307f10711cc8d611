// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.Optional;
import org.vo4he.api.Visitor;
import org.vo4he.web.Html.Element;

/// Where a token is typed, and what is said of the one that was given. It is sent in the body of a form to this server,
/// which has the browser hold a session in its place; no script and no address sees it.
record TokenView(Visitor visitor, Optional<String> fault, Links links) {

    static final String NAME = "TOKEN";
    private static final String ID = "token";

    /// The field, with its label and what is wrong.
    Element field() {
        Element control = element("input")
                .with("type", "password")
                .with("id", ID)
                .with("name", NAME)
                .with("autocomplete", "off")
                .with("spellcheck", "false")
                .with("aria-describedby", ID + "-hint " + ID + "-error");
        return element("div")
                .with("class", "field token")
                .add(element("label", "Token").with("for", ID))
                .add(fault.isPresent() ? control.with("aria-invalid", "true") : control)
                .add(element("p", hint()).with("class", "hint").with("id", ID + "-hint"))
                .add(element("p", fault.map(RemakeFormState::sentence).orElse(""))
                        .with("class", "error")
                        .with("id", ID + "-error")
                        .with("aria-live", "polite"));
    }

    private static String hint() {
        return "The operator of this archive gives tokens out. Yours is sent with this form only and kept nowhere; this"
                + " browser is let in until you close it, for half a day at most.";
    }

    /// Whose token this browser gave; nothing when it gave none.
    Html standing() {
        return visitor.name()
                .<Html>map(name -> element("form")
                        .with("method", "post")
                        .with("action", links.at("/session"))
                        .with("class", "session")
                        .add(element("p")
                                .text("You gave the token of ")
                                .add(element("strong", name))
                                .text("."))
                        .add(element("button", "Forget it")
                                .with("type", "submit")
                                .with("name", "action")
                                .with("value", "forget")
                                .with("class", "quiet")))
                .orElseGet(Html::none);
    }
}
