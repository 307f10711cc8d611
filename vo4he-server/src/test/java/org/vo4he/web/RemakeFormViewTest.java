// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vo4he.reprocess.Parameter;
import org.vo4he.reprocess.ParameterType;
import org.vo4he.reprocess.Remake;
import org.vo4he.reprocess.Remake.Choice;
import org.vo4he.reprocess.Remake.Fixed;
import org.vo4he.reprocess.Remake.Stage;
import org.w3c.dom.Document;

/// The form by which a product is made again, as it reads without scripts.
class RemakeFormViewTest {

    private static final String DID = "ivo://vo4he.example/x?a&b.pha";

    private static final Remake REMAKE = new Remake(List.of(new Stage(
            0,
            "extract",
            "2.1",
            List.of(
                    new Choice(
                            "radius",
                            Parameter.value("radius", ParameterType.REAL, "radius of the region")
                                    .withUnit("arcsec")
                                    .withRange("0.5", "600"),
                            "20"),
                    new Choice(
                            "energy",
                            Parameter.value("energy", ParameterType.TEXT, "").optional(),
                            ""),
                    new Choice(
                            "0:4",
                            Parameter.value("grades", ParameterType.TEXT, "which <grades>")
                                    .withChoices("0", "0-4"),
                            "0-4"),
                    new Choice("flag", Parameter.value("flag", ParameterType.BOOLEAN, "flagged ones"), "true")),
            List.of(new Fixed("events", "/data/\"e\".fits")))));

    private static Document page(boolean anybody) {
        return page(anybody, List.of());
    }

    private static Document page(boolean anybody, List<String> edits) {
        Html view = new RemakeFormView(
                        DID,
                        "abc",
                        REMAKE,
                        RemakeFormView.wanted(edits),
                        anybody,
                        new Links("http://archive.example/vo"))
                .html();
        return PageText.parse("<!DOCTYPE html>\n<html>" + view.markup() + "</html>");
    }

    @Test
    void everyArgumentThatMayBeChangedIsAFieldUnderItsAddressWithItsValue() {
        Document page = page(true);

        assertThat(PageText.all(page, "//form/@action")).containsExactly("/vo/reprocessing");
        assertThat(PageText.all(page, "//form/@method")).containsExactly("post");
        assertThat(PageText.all(page, "//input[@type='hidden'][@name='ID']/@value"))
                .containsExactly(DID);
        assertThat(PageText.all(page, "//*[@data-was]/@name")).containsExactly("radius", "energy", "0:4", "flag");
        assertThat(PageText.all(page, "//input[@type='text']/@value")).containsExactly("20", "");
        assertThat(PageText.all(page, "//select[@name='0:4']/option")).containsExactly("0", "0-4");
        assertThat(PageText.all(page, "//select/option[@selected]")).containsExactly("0-4", "true");
        assertThat(PageText.all(page, "//button[@type='submit']")).containsExactly("Make it again");
    }

    @Test
    void eachFieldSaysItsNameUnitMeaningRangeAndWhatItWas() {
        Document page = page(true);

        assertThat(PageText.all(page, "//label[@for=//*[@data-was]/@id]"))
                .containsExactly("radius (arcsec)", "energy", "grades", "flag");
        assertThat(PageText.all(page, "//p[@class='hint']"))
                .containsExactly(
                        "Radius of the region; from 0.5 to 600; was 20.",
                        "Left out so far.",
                        "Which <grades>; was 0-4.",
                        "Flagged ones; was true.");
        assertThat(PageText.all(page, "//*[@data-was]/@aria-describedby"))
                .allSatisfy(ids -> assertThat(ids.split(" "))
                        .allSatisfy(id -> assertThat(PageText.all(page, "//*[@id='" + id + "']"))
                                .hasSize(1)));
    }

    @Test
    void anAddressMayFillTheFieldsIn() {
        Document page = page(true, List.of("RADIUS=7\"><b>", "0:4=all", "flag=false", "=1", "nothing", "other=1"));

        assertThat(PageText.all(page, "//input[@type='text']/@value")).containsExactly("7\"><b>", "");
        assertThat(PageText.all(page, "//select/option[@selected]")).containsExactly("all", "false");
        assertThat(PageText.all(page, "//*[@data-was]/@data-was")).containsExactly("20", "", "0-4", "true");
        assertThat(PageText.all(page, "//form//a/@href")).containsExactly("/vo/products/abc#remake");
    }

    @Test
    void whatStaysAsItWasIsText() {
        assertThat(PageText.all(page(true), "//details//div")).containsExactly("events/data/\"e\".fits");
    }

    @Test
    void whoNeedsATokenIsToldSoAndHasNoForm() {
        Document page = page(false);

        assertThat(PageText.all(page, "//form")).isEmpty();
        assertThat(PageText.text(page, "//p[@class='notice']"))
                .contains("who has a token")
                .contains("http://archive.example/vo/reprocessing");
    }
}
