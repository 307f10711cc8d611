// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.util.List;
import java.util.Optional;
import org.vo4he.api.RemakePages;
import org.vo4he.api.SentForm;
import org.vo4he.api.Visitor;
import org.vo4he.http.ServiceException;
import org.vo4he.reprocess.Remake;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductCard;
import org.vo4he.store.Products;
import org.vo4he.store.StoreException;
import org.vo4he.web.Html.Element;

/// The form that makes a product again on a page of its own, after it could not be done as it was sent; and the page
/// where a browser gives a token.
record RemakePage(WebSettings settings, Products products, ProductRemakes remakes) implements RemakePages {

    @Override
    public Optional<String> again(SentForm sent, String baseUrl) {
        try {
            Optional<ProductCard> product = Optional.ofNullable(
                            products.linked(List.of(sent.did())).get(sent.did()))
                    .map(LinkedProduct::product);
            Optional<Remake> remake = products.provenance(sent.did()).flatMap(remakes::of);
            return product.flatMap(card -> remake.map(each -> page(card, each, sent, new Links(baseUrl))));
        } catch (StoreException e) {
            throw new ServiceException.Internal("the product can't be read from the store", e);
        }
    }

    private String page(ProductCard product, Remake remake, SentForm sent, Links links) {
        String title = "Make " + product.fileName() + " again";
        RemakeFormState state = RemakeFormState.of(sent, remake.open());
        return new Page(settings, links)
                .withScripts(RemakeFormView.SCRIPT)
                .document(
                        title,
                        element("h1", title),
                        element("p", why(sent)).with("class", "notice").with("role", "alert"),
                        new RemakeFormView(product.did(), product.shortId(), remake, state, links).content(),
                        element("p").add(link(links.product(product.shortId()), "The page of " + product.fileName())));
    }

    private static String why(SentForm sent) {
        return "Nothing was run. "
                + (sent.tokenFault().isPresent()
                        ? "What was typed for the token does not open this: see there."
                        : "What is wrong is said below, where it is.");
    }

    @Override
    public String session(Visitor visitor, Optional<String> fault, String baseUrl) {
        Links links = new Links(baseUrl);
        TokenView token = new TokenView(visitor, fault, links);
        Element form = element("form")
                .with("method", "post")
                .with("action", links.at("/session"))
                .with("class", "remake-form")
                .add(token.field())
                .add(element("div")
                        .with("class", "actions")
                        .add(element("button", "Give it").with("type", "submit")));
        String title = "Your token";
        return new Page(settings, links)
                .document(
                        title,
                        element("h1", title),
                        element(
                                "p",
                                "Who has a token of this archive may have products made again, and sees the jobs that"
                                        + " were run with it."),
                        token.standing(),
                        visitor.name().isPresent() && fault.isEmpty() ? Html.none() : form,
                        element("p").add(link(links.at("/reprocessing"), "Your jobs")));
    }

    @Override
    public String jobs(List<Entry> jobs, Visitor visitor, String baseUrl) {
        return new JobListPage(settings, jobs, visitor, new Links(baseUrl)).document();
    }
}
