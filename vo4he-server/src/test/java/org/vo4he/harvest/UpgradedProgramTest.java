// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vo4he.store.FeedEvent;
import org.vo4he.store.FeedFilter;
import org.vo4he.store.StoreException;

/// The first harvest by a new version of the program, which says otherwise of every file and makes other fingerprints
/// than the one before.
class UpgradedProgramTest extends HarvestedFolder {

    private static final String PROGRAM = "SELECT t_exptime FROM ivoa.obscore ORDER BY obs_publisher_did";

    @BeforeEach
    void harvestedByTheOlderProgram() throws Exception {
        write("a.fits", EVENTS);
        write("b.fits", EVENTS + "obs=0002\n");
        write("note.txt", "no FITS");
        harvest();
        describer = new TextDescriber("rules 1", 2);
    }

    @Test
    void filesThatAreWhatTheyWereAreDescribedAnewAndAreNoEvents() throws Exception {
        HarvestReport report = harvest();

        assertThat(Rows.of(store, PROGRAM)).containsExactly("2.0", "2.0");
        assertThat(report.anew()).isEqualTo(2);
        assertThat(report.changed()).isZero();
        assertThat(report.unchanged()).as("the note").isEqualTo(1);
        assertThat(told()).containsExactly("published a.fits", "published b.fits");
        assertThat(harvest().read()).isZero();
    }

    @Test
    void aFileThatMovesMeanwhileKeepsItsDid() throws Exception {
        Files.createDirectory(folder.resolve("sub"));
        Files.move(folder.resolve("a.fits"), folder.resolve("sub/c.fits"));

        HarvestReport report = harvest();

        assertThat(report.moved()).isEqualTo(1);
        assertThat(report.withdrawn()).isZero();
        assertThat(store.products().byDid(DID + "a.fits").orElseThrow().path()).isEqualTo("sub/c.fits");
        assertThat(told()).containsExactly("published a.fits", "published b.fits", "superseded sub/c.fits");
    }

    @Test
    void aFileThatIsOtherThanItWasIsSuperseded() throws Exception {
        write("a.fits", EVENTS + "more=1\n");

        HarvestReport report = harvest();

        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.anew()).isEqualTo(1);
        assertThat(told()).containsExactly("published a.fits", "published b.fits", "superseded a.fits");
    }

    @Test
    void anotherFileOfTheSameSizeIsNoFileThatMoved() throws Exception {
        FileTime time = Files.getLastModifiedTime(folder.resolve("a.fits"));
        write("sub/c.fits", EVENTS);
        Files.setLastModifiedTime(folder.resolve("sub/c.fits"), time);
        Files.delete(folder.resolve("a.fits"));

        harvest();

        assertThat(store.products().byDid(DID + "a.fits").orElseThrow().withdrawn())
                .isTrue();
        assertThat(store.products().byDid(DID + "sub/c.fits")).isPresent();
    }

    @Test
    void aFileThatTheProgramUnderstandsNowIsPublished() throws Exception {
        describer = new TextDescriber("rules 1", 2);
        write("later.fits", EVENTS + "since=3\n");
        harvest();
        describer = new TextDescriber("rules 1", 3);

        harvest();

        assertThat(told()).containsExactly("published a.fits", "published b.fits", "published later.fits");
    }

    @Test
    void rulesThatSayOtherwiseAreNewsAlsoOfFilesThatAreWhatTheyWere() throws Exception {
        describer = new TextDescriber("rules 2", 1);

        assertThat(harvest().changed()).isEqualTo(2);
        assertThat(told()).hasSize(4);
    }

    @Test
    void aResponseThatArrivesMeanwhileSupersedesItsSpectrum() throws Exception {
        describer = new TextDescriber("rules 1", 1);
        write("spectrum.fits", "rmf=x.rmf\n");
        harvest();
        write("x.rmf", "role=RESPONSE_RMF\n");
        describer = new TextDescriber("rules 1", 2);

        harvest();

        assertThat(told()).endsWith("published spectrum.fits", "superseded spectrum.fits");
    }

    @Test
    void aPassOverSomePathsTellsTheSame() throws Exception {
        Files.move(folder.resolve("a.fits"), folder.resolve("c.fits"));

        HarvestReport report = new Harvest(store, describer, HarvestSettings.defaults())
                .run(folder, Set.of("a.fits", "b.fits", "c.fits"), Readiness.ALWAYS);

        assertThat(report.moved()).isEqualTo(1);
        assertThat(report.anew()).isEqualTo(1);
        assertThat(told()).containsExactly("published a.fits", "published b.fits", "superseded c.fits");
    }

    private List<String> told() throws StoreException {
        return store.feed().after(0, 100, FeedFilter.all()).events().stream()
                .map((FeedEvent event) -> event.kind().word() + " " + event.path())
                .toList();
    }
}
