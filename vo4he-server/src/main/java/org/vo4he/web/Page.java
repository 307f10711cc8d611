// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.List;
import org.vo4he.web.Html.Element;

/// What every page has around its content.
///
/// @param scripts names of our own files that better the page where scripts run; it reads and downloads without them
/// @param styles names of style sheets beside the one of every page
/// @param lookAgainSeconds where no scripts run, the page is loaded again after that; 0: never
record Page(WebSettings settings, Links links, List<String> scripts, List<String> styles, int lookAgainSeconds) {

    Page(WebSettings settings, Links links) {
        this(settings, links, List.of(), List.of(), 0);
    }

    Page withScripts(String... names) {
        return new Page(settings, links, List.of(names), styles, lookAgainSeconds);
    }

    Page withStyles(String... names) {
        return new Page(settings, links, scripts, List.of(names), lookAgainSeconds);
    }

    Page lookingAgainAfter(int seconds) {
        return new Page(settings, links, scripts, styles, seconds);
    }

    String document(String title, Html... content) {
        Element html = element("html")
                .with("lang", "en")
                .add(head(title))
                .add(element("body")
                        .add(link("#content", "Skip to the content").with("class", "skip"))
                        .add(header())
                        .add(element("main").with("id", "content").add(content))
                        .add(footer()));
        return "<!DOCTYPE html>\n" + html.markup() + "\n";
    }

    private Element head(String title) {
        String full = title.equals(settings.title()) ? title : title + " · " + settings.title();
        return element("head")
                .add(element("meta").with("charset", "utf-8"))
                .add(element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"))
                .add(element("meta").with("name", "color-scheme").with("content", "light dark"))
                .add(element("title", full))
                .add(element("link")
                        .with("rel", "icon")
                        .with("type", "image/svg+xml")
                        .with("href", links.at("/web/icon.svg")))
                .add(styleSheet("style.css"))
                .add(styles.stream().map(this::styleSheet).toList())
                .add(scripts.stream().map(this::script).toList())
                .add(lookingAgain());
    }

    private Html lookingAgain() {
        return lookAgainSeconds == 0
                ? Html.none()
                : element("noscript")
                        .add(element("meta")
                                .with("http-equiv", "refresh")
                                .with("content", String.valueOf(lookAgainSeconds)));
    }

    private Element styleSheet(String name) {
        return element("link").with("rel", "stylesheet").with("href", links.at("/web/" + name));
    }

    /// Deferred: it runs when the page is read, in the order of the list.
    private Element script(String name) {
        return element("script").with("src", links.at("/web/" + name)).flag("defer", true);
    }

    private Element header() {
        return element("header")
                .with("class", "site")
                .add(element("div")
                        .with("class", "frame")
                        .add(link(links.front(), settings.title()).with("class", "name"))
                        .add(element("nav")
                                .with("aria-label", "Site")
                                .add(element("ul")
                                        .add(element("li").add(link(links.search(), "Search")))
                                        .add(element("li").add(link(links.files("", 1), "Files")))
                                        .add(element("li").add(link(links.front() + "#services", "Services"))))));
    }

    private Element footer() {
        return element("footer")
                .with("class", "site")
                .add(element("div")
                        .with("class", "frame")
                        .add(element("p")
                                .text("Published with vo4he in the standards of the ")
                                .add(link("https://www.ivoa.net/", "International Virtual Observatory Alliance"))
                                .text(".")));
    }
}
