// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import org.vo4he.web.Html.Element;

/// What every page has around its content.
record Page(WebSettings settings, Links links) {

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
                .add(element("link").with("rel", "stylesheet").with("href", links.at("/web/style.css")));
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
