// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;
import static org.vo4he.web.Html.link;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vo4he.fits.Card;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.http.Parameters;
import org.vo4he.http.ServiceException;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.PublishedFolder;
import org.vo4he.web.Html.Element;

/// The header cards of every HDU of a product's file, as they are on disk now, and a search in them. Where scripts run,
/// `header-search.js` finds while one types.
record HeaderView(ProductRecord product, PublishedFolder folder, Parameters parameters, Links links) {

    /// More than that are shown HDU by HDU when asked for: some files have hundreds of HDUs.
    private static final int MOST_CARDS = 2_000;

    private static final String FRAGMENT = "header";

    Html html() {
        Element section = element("section")
                .with("aria-labelledby", FRAGMENT)
                .with("class", "header-cards")
                .add(element("h2", "Header").with("id", FRAGMENT));
        try (FitsFile file = FitsFile.open(folder.file(product.path()))) {
            return present(section, file);
        } catch (IOException | NotFitsException _) {
            return section.add(
                    element("p", "The header can't be read from the file now.").with("class", "notice"));
        }
    }

    private Element present(Element section, FitsFile file) {
        String wanted = parameters.one("card").orElse("").strip();
        section.add(form(wanted));
        List<Hdu> hdus = file.hdus();
        boolean all = hdus.stream().mapToInt(hdu -> hdu.header().cards().size()).sum() <= MOST_CARDS;
        if (all) {
            section.with("data-searchable", "all");
        }
        if (!wanted.isEmpty()) {
            section.add(found(hdus, wanted));
        }
        Optional<Integer> asked = askedHdu(hdus);
        for (Hdu hdu : hdus) {
            List<Card> cards = matching(hdu, wanted);
            boolean open = asked.map(index -> index == hdu.index()).orElse(!wanted.isEmpty());
            if (all || open) {
                section.add(wanted.isEmpty() || !cards.isEmpty() ? details(hdu, cards, open) : Html.none());
            } else {
                section.add(element("p")
                        .add(link(
                                links.product(
                                        product.shortId(), Map.of("hdu", Integer.toString(hdu.index())), FRAGMENT),
                                summary(hdu))));
            }
        }
        return section;
    }

    private Optional<Integer> askedHdu(List<Hdu> hdus) {
        return parameters.count("hdu").map(index -> {
            if (index >= hdus.size()) {
                throw new ServiceException.Usage(
                        "parameter hdu must be below " + hdus.size() + ", the number of HDUs, found '" + index + "'");
            }
            return index.intValue();
        });
    }

    private Element form(String wanted) {
        return element("form")
                .with("method", "get")
                .with("action", links.product(product.shortId()) + "#" + FRAGMENT)
                .with("role", "search")
                .with("class", "card-search")
                .add(element("label", "Find a card by keyword, value or comment")
                        .with("for", "card"))
                .add(element("input")
                        .with("id", "card")
                        .with("name", "card")
                        .with("type", "search")
                        .with("autocomplete", "off")
                        .with("value", wanted))
                .add(element("button", "Find").with("type", "submit"))
                .add(element("output").with("id", "cards-found").with("for", "card"));
    }

    private Element found(List<Hdu> hdus, String wanted) {
        int count = hdus.stream().mapToInt(hdu -> matching(hdu, wanted).size()).sum();
        return element("p")
                .with("class", "cards-found")
                .text(Shown.count(count, "card", "cards") + " with ")
                .add(element("q", wanted))
                .text(". ")
                .add(link(links.product(product.shortId()) + "#" + FRAGMENT, "Show all"));
    }

    private static List<Card> matching(Hdu hdu, String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return hdu.header().cards().stream()
                .filter(card -> text(card).toLowerCase(Locale.ROOT).contains(lower))
                .toList();
    }

    private static String text(Card card) {
        return card.keyword() + " " + (card.value() == null ? "" : card.value()) + " " + card.comment();
    }

    private static Element details(Hdu hdu, List<Card> cards, boolean open) {
        Element body = element("tbody");
        cards.forEach(card -> body.add(row(card)));
        return element("details")
                .flag("open", open)
                .add(element("summary", summary(hdu)))
                .add(element("table")
                        .with("class", "cards")
                        .add(element("caption", "Cards of " + hdu).with("class", "aside-text"))
                        .add(element("thead")
                                .with("class", "aside-text")
                                .add(element("tr")
                                        .add(element("th", "Keyword").with("scope", "col"))
                                        .add(element("th", "Value").with("scope", "col"))
                                        .add(element("th", "Comment").with("scope", "col"))))
                        .add(body));
    }

    private static String summary(Hdu hdu) {
        return "HDU " + hdu.index() + " " + hdu.name() + ", "
                + Shown.count(hdu.header().cards().size(), "card", "cards");
    }

    private static Element row(Card card) {
        Element row = element("tr").add(element("th").with("scope", "row").add(element("code", card.keyword())));
        return card.value() == null
                ? row.add(element("td", card.comment()).with("colspan", "2"))
                : row.add(element("td").add(element("code", card.value()))).add(element("td", card.comment()));
    }
}
