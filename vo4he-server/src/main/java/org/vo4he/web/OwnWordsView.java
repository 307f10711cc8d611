// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import java.util.Map;
import org.vo4he.web.Html.Element;

/// What a file says of itself, word by word: a section of a product's page, if there are any.
///
/// @param id of the heading
record OwnWordsView(String title, String id, String meaning, Map<String, String> words) {

    Html html() {
        if (words.isEmpty()) {
            return Html.none();
        }
        Element body = element("tbody");
        words.forEach((name, value) -> body.add(element("tr")
                .add(element("th").with("scope", "row").add(element("code", name)))
                .add(element("td", value))));
        return element("section")
                .with("aria-labelledby", id)
                .add(element("h2", title).with("id", id))
                .add(element("p", meaning))
                .add(element("table")
                        .with("class", "words")
                        .add(element("caption", title).with("class", "aside-text"))
                        .add(body));
    }
}
