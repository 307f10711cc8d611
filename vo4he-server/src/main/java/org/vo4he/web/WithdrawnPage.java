// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Tombstone;
import org.vo4he.web.Html.Element;

/// What is said of a product that is not published any more.
record WithdrawnPage(ProductRecord product, Tombstone tombstone, WebSettings settings) {

    private static final int DAY_LENGTH = "2026-11-23".length();

    Response answer(Request request) {
        Page page = new Page(settings, new Links(request.baseUrl()));
        return Response.html(page.document(
                        "Withdrawn: " + product.fileName(),
                        element("h1", product.fileName()),
                        element(
                                        "p",
                                        "Withdrawn"
                                                + tombstone
                                                        .since()
                                                        .map(time -> " on "
                                                                + time.toString()
                                                                        .substring(0, DAY_LENGTH))
                                                        .orElse(""))
                                .with("class", "withdrawn"),
                        element("p")
                                .text("This product was published here as ")
                                .add(element("code", product.did()))
                                .text(". Its file is no longer in the published folder."),
                        successors(page.links()),
                        element("p").add(link(page.links().search(), "Search the products that are here"))))
                .status(410);
    }

    private Html successors(Links links) {
        if (tombstone.successors().isEmpty()) {
            return Html.none();
        }
        Element list = element("ul");
        tombstone
                .successors()
                .forEach(each -> list.add(element("li")
                        .add(link(links.product(each.shortId()), each.fileName()))
                        .text(" ")
                        .add(element("code", each.did()))));
        return Html.pieces(element("p", "Here instead:"), list);
    }
}
