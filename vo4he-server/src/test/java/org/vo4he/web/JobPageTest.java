// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vo4he.api.JobStatus;
import org.vo4he.api.JobStatus.Changed;
import org.vo4he.api.JobStatus.Output;
import org.vo4he.api.KeyNumbers;
import org.vo4he.store.ProductCard;
import org.w3c.dom.Document;

/// The page of a job, before and after it is done.
class JobPageTest {

    private static final String DID = "ivo://vo4he.example/x?core.pha";
    private static final String WITHDRAWN = "ivo://vo4he.example/x?remade/core.pha";
    private static final Changed RADIUS = new Changed("0:2", "radius", Optional.of("20"), Optional.empty());

    private static final ParentProduct PARENT = new ParentProduct(
            new ProductCard(
                    DID,
                    "p1",
                    "sub/core.pha",
                    "PRODUCT",
                    Optional.of("spectrum"),
                    Optional.empty(),
                    "application/fits",
                    2_880,
                    false),
            new KeyNumbers(Optional.of(3_267L), Optional.of(857.37)));

    private static Output output(String name, boolean whole, long counts) {
        KeyNumbers numbers = whole ? new KeyNumbers(Optional.of(counts), Optional.of(857.37)) : KeyNumbers.NONE;
        return new Output(name, "application/fits", 5_760, true, whole, numbers);
    }

    private static Document page(String phase, boolean parentKnown, Output... results) {
        return page(phase, parentKnown, 1, 0.5, List.of("a line"), results);
    }

    private static Document page(
            String phase, boolean parentKnown, int step, double progress, List<String> log, Output... results) {
        JobStatus status = new JobStatus(
                "j1",
                phase,
                List.of("COMPLETED", "ERROR", "ABORTED").contains(phase),
                step,
                1,
                "extract",
                progress,
                log,
                List.of(),
                List.of(results),
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(DID),
                List.of(RADIUS),
                List.of(),
                phase.equals("COMPLETED") ? List.of(WITHDRAWN) : List.of(),
                Instant.EPOCH,
                phase.equals("COMPLETED"));
        ParentProduct.Finder parents = _ -> Optional.of(PARENT).filter(_ -> parentKnown);
        return PageText.parse(new JobPage(new WebSettings("Archive"), parents).page(status, "http://archive.example"));
    }

    @Test
    void whatWasMadeStandsBesideWhatItWasMadeAgainAs() {
        Document page = page("COMPLETED", true, output("core.pha", true, 1_638), output("core_lc.fits", true, 1_638));

        assertThat(PageText.all(page, "//div[@class='side-by-side']/figure/figcaption"))
                .containsExactly("Before: core.pha", "Now: core.pha, 5.76 kB");
        assertThat(PageText.all(page, "//div[@class='side-by-side']//img/@src"))
                .containsExactly(
                        "/previews/p1.svg?width=560&height=400",
                        "/preview/j1/core.pha?width=560&height=400&format=svg");
        assertThat(PageText.all(page, "//section[@aria-labelledby='results']//figcaption"))
                .containsExactly("core_lc.fits, 5.76 kB");
        assertThat(PageText.all(page, "//p/a[@href='/products/p1']")).containsExactly("core.pha");
    }

    @Test
    void changedArgumentsCountsAndExposureAreInOneTable() {
        assertThat(PageText.all(
                        page("COMPLETED", true, output("core.pha", true, 1_638)),
                        "//table[@class='comparison']/tbody/tr"))
                .containsExactly("radius20left out", "Counts3,2671,638", "Exposure857.37 s857.37 s");
    }

    @Test
    void whatGrowsHasAnotherAddressEachTimeAndNoNumbersYet() {
        Document page = page("EXECUTING", true, output("core.pha", false, 0));

        assertThat(PageText.all(page, "//div[@class='side-by-side']/figure[2]//img/@src"))
                .containsExactly("/preview/j1/core.pha?bytes=5760&width=560&height=400&format=svg");
        assertThat(PageText.all(page, "//table[@class='comparison']/tbody/tr")).containsExactly("radius20left out");
    }

    @Test
    void withoutTheProductThereIsNothingToCompareWith() {
        Document page = page("COMPLETED", false, output("core.pha", true, 1_638));

        assertThat(PageText.all(page, "//div[@class='side-by-side']")).isEmpty();
        assertThat(PageText.all(page, "//p/code")).contains(DID);
        assertThat(PageText.all(page, "//section[@aria-labelledby='results']//figcaption"))
                .containsExactly("core.pha, 5.76 kB");
    }

    @Test
    void whatWasPublishedAndIsWithdrawnIsSaidAndMayBePublishedOnceMore() {
        Document page = page("COMPLETED", true, output("core.pha", true, 1_638));

        assertThat(PageText.all(page, "//section[@aria-labelledby='withdrawn']//code"))
                .containsExactly(WITHDRAWN);
        assertThat(PageText.all(page, "//button[@value='publish']")).containsExactly("Publish once more");
    }

    @Test
    void aJobThatWaitsSaysForWhatAndHasNoProgress() {
        Document page = page("QUEUED", true, 0, 0, List.of());

        assertThat(PageText.text(page, "//p[contains(@class, 'job-words')]"))
                .isEqualTo("It begins when jobs before it are done.");
        assertThat(PageText.all(page, "//progress")).isEmpty();
        assertThat(PageText.all(page, "//section[@data-phase='QUEUED']")).hasSize(1);
    }

    @Test
    void aStepThatDoesNotTellHowFarItIsHasABarWithoutAValue() {
        Document page = page("EXECUTING", true, 1, 0, List.of());

        assertThat(PageText.text(page, "//p[contains(@class, 'job-words')]")).isEqualTo("Step 1 of 1: extract");
        assertThat(PageText.all(page, "//progress")).hasSize(1);
        assertThat(PageText.all(page, "//progress/@value")).isEmpty();
    }

    @Test
    void aJobThatWasCancelledHasNothingToKeepNorALog() {
        Document page = page("ABORTED", true, 0, 0, List.of());

        assertThat(PageText.text(page, "//p[contains(@class, 'job-words')]")).isEqualTo("Nothing of it was kept.");
        assertThat(PageText.all(page, "//button")).containsExactly("Discard");
        assertThat(PageText.all(page, "//pre")).isEmpty();
    }

    @Test
    void nothingGrowsInAJobThatFailed() {
        Document page = page("ERROR", false, output("run.log", false, 0));

        assertThat(PageText.all(page, "//section[@aria-labelledby='results']//figcaption"))
                .containsExactly("run.log, 5.76 kB");
    }
}
