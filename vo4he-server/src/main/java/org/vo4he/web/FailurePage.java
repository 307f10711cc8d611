// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import org.vo4he.http.ErrorPage;
import org.vo4he.http.Request;

/// What a browser sees when a request fails.
record FailurePage(WebSettings settings) implements ErrorPage {

    @Override
    public String html(Request request, int status, String message) {
        Links links = new Links(request.baseUrl());
        return new Page(settings, links)
                .document(
                        title(status),
                        element("h1", title(status)),
                        element("p", Shown.sentence(message) + (message.endsWith(".") ? "" : "."))
                                .with("class", "notice"),
                        element("p")
                                .add(link(links.front(), "What is here"))
                                .text(" · ")
                                .add(link(links.search(), "Search")));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "This request can't be understood";
            case 401, 403 -> "Not allowed";
            case 404 -> "Not found";
            case 409 -> "Not as it was";
            case 410 -> "Withdrawn";
            case 503 -> "Try again in a moment";
            default -> status < 500 ? "This can't be done" : "Something went wrong here";
        };
    }
}
