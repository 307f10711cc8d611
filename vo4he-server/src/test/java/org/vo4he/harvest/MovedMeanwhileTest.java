// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Siblings;
import org.vo4he.store.FileStamp;

/// Files that are moved or deleted while a harvest is under way: at the moment when a certain file is read.
class MovedMeanwhileTest extends HarvestedFolder {

    /// Something done to the folder.
    private interface Deed {
        void run() throws IOException;
    }

    private final Map<String, Deed> whenRead = new HashMap<>();
    private String rules = "rules 1";

    @Override
    HarvestReport harvest() throws org.vo4he.store.StoreException, HarvestException {
        Describer inner = new TextDescriber(rules);
        Describer disturbed = new Describer() {
            @Override
            public FileDescription describe(Path file, Siblings siblings) {
                try {
                    FileDescription description = inner.describe(file, siblings);
                    Deed deed = whenRead.remove(file.getFileName().toString());
                    if (deed != null) {
                        deed.run();
                    }
                    return description;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public String program() {
                return inner.program();
            }

            @Override
            public String rules() {
                return inner.rules();
            }
        };
        return new Harvest(store, disturbed, HarvestSettings.defaults()).run(folder, Progress.silent());
    }

    @Test
    void aFileThatWasSeenUnderBothItsNamesKeepsItsDid() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        write("z.fits", EVENTS);
        whenRead.put("z.fits", () -> Files.delete(folder.resolve("a.fits")));

        HarvestReport report = harvest();

        assertThat(report.moved()).isEqualTo(1);
        assertThat(only().did()).isEqualTo(DID + "a.fits");
        assertThat(only().path()).isEqualTo("z.fits");
        assertThat(harvest().changedAnything()).isFalse();
        assertThat(store.feed().last()).as("published and superseded").isEqualTo(2);
    }

    @Test
    void aFileThatIsMovedWhileItIsReadStaysAsItWasUntilTheNextHarvest() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        rules = "rules 2";
        whenRead.put("a.fits", () -> Files.move(folder.resolve("a.fits"), folder.resolve("z.fits")));

        HarvestReport report = harvest();

        assertThat(report.changedAnything()).isFalse();
        assertThat(store.products().findings("a.fits")).isEmpty();
        assertThat(only().path()).isEqualTo("a.fits");
        assertThat(harvest().moved()).isEqualTo(1);
        assertThat(only().did()).isEqualTo(DID + "a.fits");
        assertThat(store.feed().last()).isEqualTo(2);
    }

    @Test
    void aFileThatComesAndGoesIsNotPublished() throws Exception {
        write("a.fits", EVENTS);
        whenRead.put("a.fits", () -> Files.delete(folder.resolve("a.fits")));

        assertThat(harvest().seen()).isZero();
        assertThat(store.products().all()).isEmpty();
        assertThat(store.ledger().files()).isEmpty();
    }

    @Test
    void whatMayNotBeWithdrawnYetStaysAndIsSupersededWhenItsNewNameIsReady() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        Files.move(folder.resolve("a.fits"), folder.resolve("z.fits"));
        Readiness newNameIsNotReady = new Readiness() {
            @Override
            public boolean isReady(String path, Path file, FileStamp stamp) {
                return false;
            }

            @Override
            public boolean mayBeWithdrawn(String path) {
                return false;
            }
        };

        HarvestReport report = new Harvest(store, describer, HarvestSettings.defaults())
                .run(folder, newNameIsNotReady, Progress.silent());

        assertThat(report.withdrawn()).isZero();
        assertThat(only().path()).isEqualTo("a.fits");
        assertThat(harvest().moved()).isEqualTo(1);
        assertThat(store.feed().last()).isEqualTo(2);
    }
}
