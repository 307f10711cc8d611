// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.ArrayList;
import java.util.List;
import org.vo4he.web.Html.Element;

/// The sections of a long page, and its table of contents. Not thread-safe; lives while a page is made.
final class Sections {

    private final Element contents = element("ul");
    private final List<Html> sections = new ArrayList<>();

    /// @param id of the section's heading
    /// @param section one that is empty is left out
    Sections add(String title, String id, Html section) {
        if (!section.equals(Html.none())) {
            contents.add(element("li").add(link("#" + id, title)));
            sections.add(section);
        }
        return this;
    }

    Html html() {
        return new Html.Pieces(List.of(
                element("nav")
                        .with("class", "contents")
                        .with("aria-label", "On this page")
                        .add(contents),
                new Html.Pieces(sections)));
    }
}
