// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vo4he.api.SentForm;
import org.vo4he.api.Visitor;
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

    private static final Visitor ANYBODY = new Visitor(Optional.empty(), true);
    private static final Visitor STRANGER = new Visitor(Optional.empty(), false);

    private static Document page(RemakeFormState state) {
        Html view = new RemakeFormView(DID, "abc", REMAKE, state, new Links("http://archive.example/vo")).html();
        return PageText.parse("<!DOCTYPE html>\n<html>" + view.markup() + "</html>");
    }

    private static Document page(Visitor visitor, String... edits) {
        return page(RemakeFormState.of(List.of(edits), visitor));
    }

    @Test
    void everyArgumentThatMayBeChangedIsAFieldUnderItsAddressWithItsValue() {
        Document page = page(ANYBODY);

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
        Document page = page(ANYBODY);

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
        Document page = page(ANYBODY, "RADIUS=7\"><b>", "0:4=all", "flag=false", "=1", "nothing", "other=1");

        assertThat(PageText.all(page, "//input[@type='text']/@value")).containsExactly("7\"><b>", "");
        assertThat(PageText.all(page, "//select/option[@selected]")).containsExactly("all", "false");
        assertThat(PageText.all(page, "//*[@data-was]/@data-was")).containsExactly("20", "", "0-4", "true");
        assertThat(PageText.all(page, "//form//a/@href")).containsExactly("/vo/products/abc#remake");
    }

    @Test
    void whatStaysAsItWasIsText() {
        assertThat(PageText.all(page(ANYBODY), "//details//div")).containsExactly("events/data/\"e\".fits");
    }

    @Test
    void whoNeedsATokenHasAFieldForItThatNoOneReadsOrRemembers() {
        Document page = page(STRANGER);

        assertThat(PageText.text(page, "//section/p[1]")).contains("for who has a token");
        assertThat(PageText.all(page, "//form[@method='post']//input[@type='password']/@name"))
                .containsExactly("TOKEN");
        assertThat(PageText.all(page, "//input[@type='password']/@autocomplete"))
                .containsExactly("off");
        assertThat(PageText.all(page, "//input[@type='password']/@value")).isEmpty();
        assertThat(PageText.all(page(ANYBODY), "//input[@type='password']")).isEmpty();
    }

    @Test
    void whoGaveATokenIsNamedAndMayHaveItForgotten() {
        Document page = page(new Visitor(Optional.of("ann"), true));

        assertThat(PageText.all(page, "//input[@type='password']")).isEmpty();
        assertThat(PageText.text(page, "//form[@action='/vo/session']")).contains("token of ann");
        assertThat(PageText.all(page, "//form[@action='/vo/session']/button/@value"))
                .containsExactly("forget");
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndWhatWasTypedStays() {
        SentForm sent = new SentForm(
                DID,
                Map.of("RADIUS", "-1", "ENERGY", "2-7"),
                true,
                false,
                List.of(),
                List.of(
                        new SentForm.Fault(Optional.of("radius"), "radius takes from 0.5 to 600 arcsec, not -1"),
                        new SentForm.Fault(Optional.empty(), "/steps/0/events: e.fits is not there")),
                Optional.of("this token is not known here"),
                STRANGER);
        Document page = page(RemakeFormState.of(sent, REMAKE.open()));

        assertThat(PageText.all(page, "//input[@aria-invalid='true']/@name")).containsExactly("radius", "TOKEN");
        assertThat(PageText.all(page, "//p[@class='error'][text()]"))
                .containsExactly("radius takes from 0.5 to 600 arcsec, not -1.", "This token is not known here.");
        assertThat(PageText.all(page, "//input[@type='text']/@value")).containsExactly("-1", "2-7");
        assertThat(PageText.all(page, "//input[@name='FORCE']/@checked")).hasSize(1);
        assertThat(PageText.text(page, "//output"))
                .isEqualTo("One value can’t be used. /steps/0/events: e.fits is not there.");
    }

    @Test
    void anInputThatIsAnotherNowIsSaidAboveABoxByWhichItIsTaken() {
        String box = "//input[@name='ACCEPTCHANGEDINPUTS']";
        assertThat(PageText.all(page(ANYBODY), "//div[@class='accept']/@hidden"))
                .hasSize(1);
        SentForm sent = new SentForm(
                DID, Map.of(), false, false, List.of("e.fits was others"), List.of(), Optional.empty(), ANYBODY);
        Document page = page(RemakeFormState.of(sent, REMAKE.open()));

        assertThat(PageText.all(page, "//div[@class='accept']/@hidden")).isEmpty();
        assertThat(PageText.all(page, "//*[@id=" + box + "/@aria-describedby]")).containsExactly("e.fits was others.");
        assertThat(PageText.all(page, box + "/@checked")).isEmpty();
        assertThat(PageText.all(page, "//label[@for=" + box + "/@id]"))
                .singleElement(STRING)
                .startsWith("Take it");
        assertThat(PageText.text(page, "//output")).isEmpty();
    }

    @Test
    void whatHasToDoWithSomeOutputsOnlyStandsTogetherUnderTheirNames() {
        Remake remake = new Remake(List.of(new Stage(
                0,
                "extract",
                "",
                List.of(
                        new Choice(
                                "bin",
                                Parameter.value("bin", ParameterType.REAL, "").changingOnly("curve"),
                                "1"),
                        new Choice("region", Parameter.value("region", ParameterType.TEXT, ""), "")),
                List.of())));
        Html view = new RemakeFormView(
                        DID, "abc", remake, RemakeFormState.of(List.of(), ANYBODY), new Links("http://archive.example"))
                .html();
        Document page = PageText.parse("<!DOCTYPE html>\n<html>" + view.markup() + "</html>");

        assertThat(PageText.all(page, "//fieldset[@class='purpose']/legend")).containsExactly("for curve");
        assertThat(PageText.all(page, "//fieldset[@class='purpose']//input/@name"))
                .containsExactly("bin");
        assertThat(PageText.all(page, "//form//input[@type='text']/@id")).doesNotHaveDuplicates();
    }
}
