// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductCard;
import org.vo4he.store.Relation;

class StepViewTest {

    private static final Links LINKS = new Links("http://archive.example/vo");

    private static String markup(String arguments, LinkedProduct linked) {
        String json =
                "{\"provenance\":[{\"name\":\"extract\",\"version\":\"2.1\",\"args\":[%s]}]}".formatted(arguments);
        return new ProvenanceView(json, Optional.of(linked), LINKS, Html.none())
                .html()
                .markup();
    }

    private static LinkedProduct linked(ProductCard... inputs) {
        return new LinkedProduct(
                card("made.pha"),
                List.of(inputs).stream()
                        .map(card -> new LinkedProduct.Related(Relation.PROGENITOR, card))
                        .toList(),
                List.of());
    }

    private static ProductCard card(String path) {
        return new ProductCard(
                "ivo://archive.example/x?" + path,
                path.replaceAll("[^a-z]", ""),
                path,
                "PRODUCT",
                Optional.empty(),
                Optional.empty(),
                "application/fits",
                1,
                false);
    }

    private static String input(int index, String path, String more) {
        return "{\"index\":%d,\"inputdata\":{\"description\":\"\",\"editable\":false,\"location\":\"\",\"path\":\"%s\"%s}}"
                .formatted(index, path, more);
    }

    @Test
    void anInputThatBelongsToTheProductIsALinkToItsPage() {
        assertThat(markup(input(1, "/elsewhere/events.fits", ""), linked(card("obs/events.fits"))))
                .contains("<a href=\"/vo/products/obseventsfits\"><code>events.fits</code></a>");
    }

    @Test
    void anInputIsFoundByItsIdentifierWhateverItsName() {
        assertThat(markup(
                        input(1, "renamed.fits", ",\"did\":\"ivo://archive.example/x?obs/events.fits\""),
                        linked(card("obs/events.fits"))))
                .contains("href=\"/vo/products/obseventsfits\"");
    }

    @Test
    void aNameOfTwoProductsOrOfNoneIsNoLink() {
        LinkedProduct linked = linked(card("a/events.fits"), card("b/events.fits"));

        assertThat(markup(input(1, "events.fits", "") + "," + input(2, "other.fits", ""), linked))
                .contains("<code>events.fits</code>")
                .contains("<code>other.fits</code>")
                .doesNotContain("<a ");
    }

    @Test
    void aParameterIsShownWithItsUnitAndWhatItMayBecome() {
        assertThat(markup("""
                        {"index":1,"parameter":{"description":"cell","editable":true,"value":"2","name":"cell",
                         "type":"integer","unit":"pixel","min":"1","max":"8"}},
                        {"index":2,"parameter":{"description":"mode","editable":false,"value":"quiet"}}""", linked()))
                .contains("<code>2</code> pixel")
                .contains(">yes: integer from 1 to 8<")
                .contains(">no<");
    }

    @Test
    void aListOfInputsIsToldWithItsNumberAndItsChecksum() {
        assertThat(markup(
                        "{\"index\":1,\"inputlist\":{\"path\":\"orbit.lst\",\"count\":125,\"checksum\":\"sha256:00\"}}",
                        linked()))
                .contains("Read, as listed in", "<code>orbit.lst</code>", "125 files, sha256:00");
    }

    @Test
    void whatWasObservedInTheHeaderIsCalledSo() {
        String json = "{\"provenance\":[{\"name\":\"evselect\",\"observed\":\"XPROC0 of PRIMARY\",\"args\":[]}]}";

        assertThat(new ProvenanceView(json, Optional.empty(), LINKS, Html.none())
                        .html()
                        .markup())
                .contains("carries no provenance of its own", "1 step observed in the header")
                .contains("observed in the header (XPROC0 of PRIMARY)");
    }
}
