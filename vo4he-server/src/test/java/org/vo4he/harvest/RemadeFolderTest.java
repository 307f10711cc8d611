// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.PublishedFolder;

/// Products that were remade here lie in a folder of their own and are published like those of the harvested one.
class RemadeFolderTest extends HarvestedFolder {

    private Path remade(String path) throws Exception {
        Path file = store.directory().resolve("published").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, EVENTS);
    }

    private Optional<ProductRecord> product(String path) throws Exception {
        return store.products().byPath(path).stream().findFirst();
    }

    @Test
    void aFileInItIsAProductWithADidOfItsOwnAndIsServedFromThere() throws Exception {
        write("events.fits", "ra=10.0\n");
        Path file = remade("ab12/events.fits");

        harvest();

        ProductRecord product = product("remade:/ab12/events.fits").orElseThrow();
        assertThat(product.did()).isEqualTo(DID + "remade%3A/ab12/events.fits");
        PublishedFolder served = new PublishedFolder(
                folder, List.of(), Optional.of(HarvestSettings.defaults().remadeFolder(store.directory())));
        assertThat(served.file(product.path())).isEqualTo(file);
        assertThat(harvest().unchanged()).isEqualTo(2);
    }

    @Test
    void oneFileCanBeTakenWithoutALookAtTheRestAndIsWithdrawnWhenItIsGone() throws Exception {
        harvest();
        Path file = remade("ab12/new.fits");
        Harvest harvest = new Harvest(store, describer, HarvestSettings.defaults());

        harvest.run(folder, Set.of("remade:/ab12/new.fits"), Readiness.ALWAYS);
        assertThat(product("remade:/ab12/new.fits")).isPresent();

        Files.delete(file);
        assertThat(harvest.differences(folder)).containsExactly("remade:/ab12/new.fits");
        harvest();
        assertThat(product("remade:/ab12/new.fits").orElseThrow().withdrawn()).isTrue();
    }

    @Test
    void aFolderOfTheOperatorsBelowThePublishedOneIsNotPublishedTwice() throws Exception {
        write("new/ab12/new.fits", EVENTS);
        HarvestSettings settings = HarvestSettings.defaults().withRemade(folder.resolve("new"));

        new Harvest(store, describer, settings).run(folder, Progress.silent());

        assertThat(only().path()).isEqualTo("remade:/ab12/new.fits");
    }
}
