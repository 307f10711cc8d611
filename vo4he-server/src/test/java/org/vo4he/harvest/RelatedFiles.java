// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsHdu;
import org.vo4he.testkit.FitsTable;

/// Small real files in a folder that is harvested again and again, and what then belongs to each.
abstract class RelatedFiles {

    static final String DID = "ivo://unregistered.vo4he/files?";

    @TempDir
    Path temporary;

    Path folder;
    Store store;

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectories(temporary.resolve("files"));
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    void harvest() throws Exception {
        new Harvest(store, new FitsDescriber(), HarvestSettings.defaults()).run(folder, Progress.silent());
    }

    /// `semantics label file` of each thing that belongs to a file.
    List<String> related(String path) throws Exception {
        LinkedProduct product = store.products().linked(List.of(DID + path)).get(DID + path);
        return product.related().stream()
                .map(each -> each.semantics() + " " + each.relation().label() + " "
                        + each.target().path())
                .toList();
    }

    List<String> findings(String path) throws Exception {
        return store.products().findings(path).stream()
                .filter(finding -> finding.code().startsWith("harvest-reference")
                        || finding.code().startsWith("product-"))
                .map(finding -> finding.code() + ": " + finding.where() + ": " + finding.message())
                .toList();
    }

    /// No two alike: a file of the same content elsewhere has moved.
    static FitsBuilder file(String path) {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("ORIGNAME", path);
        return fits;
    }

    FitsTable spectrum(FitsBuilder fits) {
        return fits.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("DETCHANS", 3)
                .card("CHANTYPE", "PI")
                .column("CHANNEL", "I", 1, 2, 3)
                .column("COUNTS", "J", 4, 5, 6);
    }

    void writeSpectrum(String path, String... cards) {
        FitsBuilder fits = file(path);
        add(spectrum(fits), cards);
        fits.write(folder.resolve(path));
    }

    static void add(FitsHdu<?> hdu, String... cards) {
        for (int i = 0; i < cards.length; i += 2) {
            hdu.card(cards[i], cards[i + 1]);
        }
    }

    void writeEvents(String path, String... cards) {
        FitsBuilder fits = file(path);
        add(
                fits.table("EVENTS")
                        .card("HDUCLASS", "OGIP")
                        .card("HDUCLAS1", "EVENTS")
                        .column("TIME", "D", 1, 2)
                        .column("PI", "J", 3, 4),
                cards);
        fits.write(folder.resolve(path));
    }

    void writeMatrix(String path, int channels, String type) {
        FitsBuilder fits = file(path);
        double[] channel = new double[channels];
        java.util.Arrays.setAll(channel, i -> i + 1);
        fits.table("EBOUNDS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "EBOUNDS")
                .card("CHANTYPE", type)
                .card("DETCHANS", channels)
                .column("CHANNEL", "I", channel)
                .column("E_MIN", "E", channel)
                .column("E_MAX", "E", channel);
        fits.table("MATRIX")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "RESPONSE")
                .card("HDUCLAS2", "RSP_MATRIX")
                .card("CHANTYPE", type)
                .card("DETCHANS", channels)
                .column("ENERG_LO", "E", 1)
                .column("ENERG_HI", "E", 2)
                .column("N_GRP", "I", 0);
        fits.write(folder.resolve(path));
    }

    void writeArea(String path, String... cards) {
        FitsBuilder fits = file(path);
        add(
                fits.table("SPECRESP")
                        .card("HDUCLASS", "OGIP")
                        .card("HDUCLAS1", "RESPONSE")
                        .card("HDUCLAS2", "SPECRESP")
                        .column("ENERG_LO", "E", 1)
                        .column("ENERG_HI", "E", 2)
                        .column("SPECRESP", "E", 3),
                cards);
        fits.write(folder.resolve(path));
    }
}
