// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vo4he.store.ProductRecord;

/// Files that move, are copied, vanish and come back between two harvests: what becomes of their DIDs.
class MovedFilesTest extends HarvestedFolder {

    @Test
    void aMovedFileKeepsItsDid() throws Exception {
        write("a.fits", EVENTS);
        write("other.fits", "obs=2\n");
        harvest();
        List<String> others = Rows.of(store, "SELECT * FROM ivoa.obscore WHERE obs_id = '2'");
        Files.createDirectory(folder.resolve("later"));
        Files.move(folder.resolve("a.fits"), folder.resolve("later/renamed.fits"));

        HarvestReport report = harvest();

        assertThat(report.moved()).isEqualTo(1);
        assertThat(report.withdrawn()).isZero();
        assertThat(store.products().byDid(DID + "a.fits").orElseThrow().path()).isEqualTo("later/renamed.fits");
        assertThat(store.products().all()).hasSize(2).noneMatch(ProductRecord::withdrawn);
        assertThat(Rows.of(store, "SELECT * FROM ivoa.obscore WHERE obs_id = '2'"))
                .isEqualTo(others);
        assertThat(harvest().changedAnything()).isFalse();
    }

    @Test
    void aFileMovedOverAnotherKeepsItsDidAndTheOtherIsWithdrawn() throws Exception {
        write("a.fits", EVENTS);
        write("b.fits", "obs=2\n");
        harvest();
        Files.move(folder.resolve("a.fits"), folder.resolve("b.fits"), StandardCopyOption.REPLACE_EXISTING);

        HarvestReport report = harvest();

        assertThat(report.moved()).isEqualTo(1);
        assertThat(store.products().byDid(DID + "a.fits").orElseThrow().path()).isEqualTo("b.fits");
        assertThat(store.products().byDid(DID + "b.fits").orElseThrow().withdrawn())
                .isTrue();
        assertThat(Rows.of(store, "SELECT obs_id FROM ivoa.obscore")).containsExactly("0001");
    }

    @Test
    void aNewFileAtThePathOfAMovedOneGetsADidOfItsOwn() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        Files.move(folder.resolve("a.fits"), folder.resolve("b.fits"));
        harvest();
        write("a.fits", "obs=another\n");

        harvest();

        assertThat(store.products().byPath("b.fits").getFirst().did()).isEqualTo(DID + "a.fits");
        assertThat(store.products().byPath("a.fits").getFirst().did()).isEqualTo(DID + "a.fits~2");
    }

    @Test
    void aCopyGetsADidOfItsOwn() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        Files.copy(folder.resolve("a.fits"), folder.resolve("b.fits"));

        HarvestReport report = harvest();

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.moved()).isZero();
        assertThat(store.products().all())
                .extracting(ProductRecord::did)
                .containsExactly(DID + "a.fits", DID + "b.fits");
    }

    /// Names in the order in which the walk finds them would make each take the place of the other.
    @Test
    void filesOfOneContentThatMoveTogetherKeepTheirIdentitiesByTheirNames() throws Exception {
        write("run1/spectrum.fits", EVENTS);
        write("run2/spectrum.fits", EVENTS);
        write("b.fits", EVENTS);
        write("c.fits", EVENTS);
        harvest();
        Files.createDirectories(folder.resolve("later"));
        Files.move(folder.resolve("run1"), folder.resolve("later/run1"));
        Files.move(folder.resolve("run2"), folder.resolve("later/run2"));
        Files.move(folder.resolve("c.fits"), folder.resolve("later/c.fits"));
        Files.move(folder.resolve("b.fits"), folder.resolve("later/a_b.fits"));

        assertThat(harvest().moved()).isEqualTo(4);

        assertThat(store.products().all())
                .extracting(product -> product.did().substring(DID.length()) + " at " + product.path())
                .containsExactlyInAnyOrder(
                        "run1/spectrum.fits at later/run1/spectrum.fits",
                        "run2/spectrum.fits at later/run2/spectrum.fits",
                        "b.fits at later/a_b.fits",
                        "c.fits at later/c.fits");
    }

    @Test
    void aVanishedFileLeavesATombstoneThatResolves() throws Exception {
        write("a.fits", EVENTS);
        write("b.fits", "obs=2\n");
        harvest();
        Files.delete(folder.resolve("a.fits"));

        HarvestReport report = harvest();

        assertThat(report.withdrawn()).isEqualTo(1);
        assertThat(store.products().byDid(DID + "a.fits").orElseThrow().withdrawn())
                .isTrue();
        assertThat(Rows.of(store, "SELECT obs_id FROM ivoa.obscore")).containsExactly("2");
        assertThat(harvest().changedAnything()).isFalse();

        write("a.fits", EVENTS);
        harvest();
        assertThat(store.products().byDid(DID + "a.fits").orElseThrow().withdrawn())
                .isFalse();
        assertThat(store.products().all()).hasSize(2);
    }

    @Test
    void aFileThatComesBackElsewhereIsKnownAgain() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        Files.delete(folder.resolve("a.fits"));
        harvest();
        write("b.fits", EVENTS);

        assertThat(harvest().moved()).isEqualTo(1);
        assertThat(only().did()).isEqualTo(DID + "a.fits");
        assertThat(only().withdrawn()).isFalse();
    }

    @Test
    void aFileThatBreaksIsWithdrawnUntilItIsMended() throws Exception {
        write("a.fits", EVENTS);
        harvest();
        write("a.fits", "broken");
        harvest();
        assertThat(only().withdrawn()).isTrue();
        assertThat(Rows.of(store, "SELECT count(*) FROM ivoa.obscore")).containsExactly("0");

        write("a.fits", EVENTS);
        harvest();
        assertThat(only().withdrawn()).isFalse();
        assertThat(only().did()).isEqualTo(DID + "a.fits");
    }
}
