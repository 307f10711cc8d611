// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vo4he.store.FeedEvent;
import org.vo4he.store.FeedFilter;
import org.vo4he.store.FeedKind;
import org.vo4he.store.FeedPage;
import org.vo4he.store.FirstSchema;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;

/// [Feed] and [Store#revision] as harvests of real folders make them.
class FeedTest extends HarvestedFolder {

    @Test
    void theLifeOfAProductIsPublishedSupersededWithdrawnAndPublishedAgain() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        write("a.fits", EVENTS + "more=1\n");
        harvest();
        Files.delete(folder.resolve("a.fits"));
        harvest();
        write("a.fits", EVENTS);
        harvest();

        assertThat(told())
                .containsExactly(
                        "1 published a.fits", "2 superseded a.fits", "3 withdrawn a.fits", "4 published a.fits");
        FeedEvent first = all().getFirst();
        assertThat(first.did()).isEqualTo(DID + "a.fits");
        assertThat(store.products().byShortId(first.shortId())).isPresent();
        assertThat(first.dataproductType()).contains("event");
        assertThat(first.size()).isEqualTo(EVENTS.length());
        assertThat(all().get(2).dataproductType()).as("of what is gone").contains("event");
    }

    @Test
    void whatIsHarvestedAgainWithoutChangeIsNoEventAndNoNewRevision() throws Exception {
        write("a.fits", EVENTS);
        write("b.txt", "hello");
        harvest();
        long revision = store.revision();
        Files.setLastModifiedTime(folder.resolve("a.fits"), java.nio.file.attribute.FileTime.fromMillis(0));

        harvest();

        assertThat(told()).hasSize(1);
        assertThat(store.revision()).isEqualTo(revision);
    }

    @Test
    void aMovedFileKeepsItsDidAndIsSupersededUnderItsNewPath() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        Files.move(folder.resolve("a.fits"), folder.resolve("b.fits"));
        harvest();

        assertThat(told()).containsExactly("1 published a.fits", "2 superseded b.fits");
        assertThat(all()).extracting(FeedEvent::did).containsOnly(DID + "a.fits");
    }

    @Test
    void aProductThatComesBackMuchLaterUnderAnotherNameIsPublishedAgainUnderItsDid() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        Files.delete(folder.resolve("a.fits"));
        harvest();
        write("other.fits", "obs=other\n");
        harvest();
        reopen(StoreSettings.defaults());
        write("sub-b.fits", EVENTS);
        harvest();

        assertThat(told())
                .containsExactly(
                        "1 published a.fits", "2 withdrawn a.fits", "3 published other.fits", "4 published sub-b.fits");
        assertThat(all().getLast().did()).isEqualTo(DID + "a.fits");
    }

    @Test
    void aProductWhoseResponseArrivesIsSupersededAndTheResponseItselfIsNoEvent() throws Exception {
        write("spectrum.fits", "rmf=x.rmf\n");
        harvest();
        write("x.rmf", "role=RESPONSE_RMF\n");
        harvest();

        assertThat(told()).containsExactly("1 published spectrum.fits", "2 superseded spectrum.fits");
    }

    @Test
    void aFileThatBreaksWithdrawsItsProducts() throws Exception {
        write("a.fits", EVENTS + "peer=SRC2\n");
        harvest();
        write("a.fits", "broken");
        harvest();

        assertThat(told())
                .containsExactly(
                        "1 published a.fits", "2 published a.fits", "3 withdrawn a.fits", "4 withdrawn a.fits");
        assertThat(replayed()).isEmpty();
    }

    @Test
    void theNumbersGoOnWithoutGapAfterARestartAndTheRevisionNeverFallsBack() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        long revision = store.revision();
        reopen(StoreSettings.defaults());
        assertThat(store.revision()).isEqualTo(revision);
        write("b.fits", EVENTS);
        harvest();

        assertThat(store.revision()).isGreaterThan(revision);
        assertThat(told()).containsExactly("1 published a.fits", "2 published b.fits");
        assertThat(replayed()).isEqualTo(live());
    }

    @Test
    void aStateFromBeforeThereWasAFeedBeginsWithWhatIsLive() throws Exception {
        write("a.fits", EVENTS);
        write("b.fits", EVENTS);
        write("x.rmf", "role=RESPONSE_RMF\n");
        harvest();
        Files.delete(folder.resolve("b.fits"));
        harvest();
        store.close();
        FirstSchema.write(temporary.resolve("state"), temporary.resolve("old"));
        store = Store.open(temporary.resolve("old"), StoreSettings.defaults());

        assertThat(told()).containsExactly("1 published a.fits");
        assertThat(all().getFirst().dataproductType()).contains("event");
        assertThat(Duration.between(all().getFirst().time(), java.time.Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void onlyTheNewestEventsAreKeptAndAnOldCursorCanTell() throws Exception {
        reopen(new StoreSettings(128, 2, 2, Duration.ofSeconds(1), 10));
        for (int i = 0; i < 25; i++) {
            write(i + ".fits", EVENTS + "obs=" + i + "\n");
            harvest();
        }

        FeedPage page = store.feed().after(0, 100, FeedFilter.all());

        assertThat(page.last()).isEqualTo(25);
        assertThat(page.first()).isBetween(15L, 16L);
        assertThat(page.events()).hasSize((int) (26 - page.first()));
        reopen(new StoreSettings(128, 2, 2, Duration.ofSeconds(1), 10));
        assertThat(store.feed().after(0, 100, FeedFilter.all()).first()).isEqualTo(page.first());
    }

    @Test
    void aFilteredReaderIsLedPastWhatItDoesNotWant() throws Exception {
        write("a.fits", EVENTS);
        write("b.fits", EVENTS);
        harvest();
        Files.delete(folder.resolve("a.fits"));
        harvest();
        write("c.fits", EVENTS);
        harvest();

        FeedPage withdrawn =
                store.feed().after(0, 10, new FeedFilter(Set.of(FeedKind.WITHDRAWN), Set.of("event", "image")));

        assertThat(withdrawn.events()).extracting(FeedEvent::sequence).containsExactly(3L);
        assertThat(withdrawn.next()).isEqualTo(4);
        assertThat(store.feed().after(0, 2, FeedFilter.all()).next()).isEqualTo(2);
        assertThat(store.feed()
                        .after(0, 9, new FeedFilter(Set.of(), Set.of("image")))
                        .events())
                .isEmpty();
    }

    @Test
    void whoWaitsIsWokenByTheNextEvent() throws Exception {
        write("a.fits", EVENTS);
        long start = System.nanoTime();
        Thread harvester = Thread.ofVirtual().start(() -> {
            try {
                harvest();
            } catch (StoreException | HarvestException e) {
                throw new IllegalStateException(e);
            }
        });

        store.feed().await(0, Duration.ofSeconds(30));

        assertThat(store.feed().last()).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        harvester.join();
    }

    private void reopen(StoreSettings settings) throws StoreException {
        store.close();
        store = Store.open(temporary.resolve("state"), settings);
    }

    private List<FeedEvent> all() throws StoreException {
        return store.feed().after(0, 10_000, FeedFilter.all()).events();
    }

    private List<String> told() throws StoreException {
        return all().stream()
                .map(event -> event.sequence() + " " + event.kind().word() + " " + event.path())
                .toList();
    }

    private Set<String> replayed() throws StoreException {
        Set<String> live = new TreeSet<>();
        for (FeedEvent event : all()) {
            if (event.kind() == FeedKind.WITHDRAWN) {
                live.remove(event.did());
            } else {
                live.add(event.did());
            }
        }
        return live;
    }

    private Set<String> live() throws StoreException {
        return new TreeSet<>(Rows.of(store, "SELECT obs_publisher_did FROM ivoa.obscore"));
    }
}
