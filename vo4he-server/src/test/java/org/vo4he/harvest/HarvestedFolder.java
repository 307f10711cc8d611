// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;

/// A folder that is harvested again and again into a real store, by a describer that reads lines of text.
abstract class HarvestedFolder {

    static final String EVENTS = "ra=83.6\ndec=22.0\nobs=0001\n";
    static final String DID = "ivo://unregistered.vo4he/my%20data?";

    @TempDir
    Path temporary;

    Path folder;
    Store store;
    TextDescriber describer = new TextDescriber("rules 1");

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectory(temporary.resolve("my data")).toRealPath();
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    HarvestReport harvest() throws StoreException, HarvestException {
        return new Harvest(store, describer, HarvestSettings.defaults()).run(folder, Progress.silent());
    }

    ProductRecord only() throws StoreException {
        assertThat(store.products().all()).hasSize(1);
        return store.products().all().getFirst();
    }

    void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
