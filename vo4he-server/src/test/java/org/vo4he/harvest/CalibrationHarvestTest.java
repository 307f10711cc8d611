// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.datalink.FilesService;
import org.vo4he.http.HttpServer;
import org.vo4he.http.HttpSettings;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.product.CalibrationFolders;
import org.vo4he.samples.Asking;
import org.vo4he.store.LinkedProduct;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.PublishedFolder;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.EpicFiles;

/// Responses in a calibration folder, through harvests, links and the files that are served. The judge is the folder.
class CalibrationHarvestTest {

    private static final String DID = "ivo://unregistered.vo4he/files?";
    private static final String MATRIX = "PN/epn_ff20_sdY9_v21.0.rmf";

    @TempDir
    Path temporary;

    private Path folder;
    private Path calibration;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectories(temporary.resolve("files"));
        calibration = Files.createDirectories(temporary.resolve("calibration"));
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
        EpicFiles.spectrum(
                folder.resolve("a.ds"),
                "EPN",
                "RESPFILE",
                "epn_ff20_sdY9.rmf",
                "SASVERS",
                "xmmsas_20230412_1735-21.0.0");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void writeMatrix(String path) {
        EpicFiles.matrix(calibration, path);
    }

    private Harvest harvest() {
        return new Harvest(
                store, new FitsDescriber(), HarvestSettings.defaults(), CalibrationFolders.of(List.of(calibration)));
    }

    private HarvestReport whole() throws Exception {
        return harvest().run(folder, Progress.silent());
    }

    private List<String> related(String did) throws Exception {
        return Optional.ofNullable(store.products().linked(List.of(did)).get(did))
                .map(LinkedProduct::related)
                .orElse(List.of())
                .stream()
                .map(each -> each.semantics() + " " + each.target().path())
                .toList();
    }

    private List<String> paths() throws Exception {
        return store.products().all().stream()
                .filter(product -> !product.withdrawn())
                .map(ProductRecord::path)
                .sorted()
                .toList();
    }

    private Optional<Double> shortest() throws Exception {
        return store.products().row(DID + "a.ds").flatMap(row -> row.number(ObsCoreColumn.EM_MIN));
    }

    @Test
    void aMatrixThatArrivesIsLinkedGivesItsEnergiesAndIsWithdrawnWhenItGoes() throws Exception {
        whole();
        assertThat(related(DID + "a.ds")).isEmpty();
        assertThat(shortest()).isEmpty();
        assertThat(store.products().findings("a.ds"))
                .anyMatch(finding -> finding.code().equals("product-canned-matrix-wanted"));

        writeMatrix(MATRIX);
        writeMatrix("PN/nobody_asked.rmf");
        whole();
        assertThat(related(DID + "a.ds")).containsExactly("#calibration calibration:/" + MATRIX);
        assertThat(shortest().orElseThrow()).isCloseTo(1.2398e-10, org.assertj.core.data.Offset.offset(1e-14));
        assertThat(store.products().findings("a.ds"))
                .noneMatch(finding -> finding.code().startsWith("product-canned")
                        || finding.code().startsWith("harvest-reference"));
        assertThat(paths()).containsExactly("a.ds", "calibration:/" + MATRIX);

        assertThat(whole().read()).isZero();

        Files.delete(calibration.resolve(MATRIX));
        whole();
        assertThat(related(DID + "a.ds")).isEmpty();
        assertThat(paths()).containsExactly("a.ds");
        assertThat(shortest()).isEmpty();
    }

    @Test
    void whatNoProductNamesAnyMoreIsWithdrawn() throws Exception {
        writeMatrix(MATRIX);
        whole();
        Files.delete(folder.resolve("a.ds"));

        whole();

        assertThat(paths()).isEmpty();
    }

    @Test
    void aPassOverSomePathsPublishesTheMatrixToo() throws Exception {
        writeMatrix(MATRIX);

        harvest().run(folder, Set.of("a.ds"), Readiness.ALWAYS);

        assertThat(related(DID + "a.ds")).containsExactly("#calibration calibration:/" + MATRIX);
        assertThat(harvest().differences(folder)).isEmpty();
    }

    @Test
    void theFileIsServedByItsDidAndNoOtherOfItsFolderIs() throws Exception {
        writeMatrix(MATRIX);
        writeMatrix("PN/nobody_asked.rmf");
        whole();
        String did = store.products().all().stream()
                .map(ProductRecord::did)
                .filter(each -> each.contains("epn_ff20"))
                .findFirst()
                .orElseThrow();

        try (HttpServer server = HttpServer.start(
                HttpSettings.local(),
                List.of(new FilesService(store, new PublishedFolder(folder, List.of(calibration)))))) {
            HttpResponse<byte[]> answer = Asking.get(server.url() + "/files?" + Asking.query("ID", did));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(Files.readAllBytes(calibration.resolve(MATRIX)));
            assertThat(Asking.get(server.url() + "/files?"
                                    + Asking.query("ID", did.replace("epn_ff20_sdY9_v21.0", "nobody_asked")))
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
