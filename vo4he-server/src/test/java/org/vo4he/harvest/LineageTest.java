// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.provenance.ProvGraph;
import org.vo4he.samples.TracedFiles;
import org.vo4he.store.EntityMatch;
import org.vo4he.store.Lineage;
import org.vo4he.store.Lineage.Direction;
import org.vo4he.store.LinkRecord;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;

/// The graph over products after harvests of small real files: what one's provenance names as input is another's
/// output, by DID, checksum and name. The judge is what each document says.
class LineageTest {

    private static final String DID = "ivo://unregistered.vo4he/files?";

    @TempDir
    Path temporary;

    private Path folder;
    private TracedFiles files;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectories(temporary.resolve("files"));
        files = new TracedFiles(folder, DID);
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void harvest() throws Exception {
        new Harvest(store, new FitsDescriber(), HarvestSettings.defaults()).run(folder, Progress.silent());
    }

    private Lineage back(String path) throws Exception {
        return store.products().lineage(DID + path, Direction.BACK, 20, 100);
    }

    /// `file` or `file (withdrawn)` of the products, and how each was found.
    private static List<String> told(Lineage lineage) {
        return lineage.graph().entities().stream()
                .map(entity -> entity.name()
                        + (lineage.products().containsKey(entity.id()) ? " product" : "")
                        + (lineage.matches().containsKey(entity.id())
                                ? " " + lineage.matches().get(entity.id())
                                : ""))
                .sorted()
                .toList();
    }

    /// A sum of 32 bits alone is no evidence: the name or the size must be the same.
    @Test
    void anInputIsFoundByTheDatasumCardOfAPublishedFileWhicheverComesFirst() throws Exception {
        files.product(
                "late.pha", TracedFiles.step("group", "in /far/early.pha checksum=datasum:123456", "out late.pha"));
        files.product(
                "other.pha", TracedFiles.step("group", "in /far/unlike.pha checksum=datasum:77", "out other.pha"));
        harvest();
        assertThat(told(back("late.pha"))).containsExactly("early.pha NONE", "late.pha product");

        files.summed("deep/down/early.pha", "123456");
        files.summed("deep/other/early.pha", "654321");
        files.summed("deep/down/sum77.pha", "77");
        harvest();

        assertThat(told(back("late.pha"))).containsExactly("early.pha product CHECKSUM", "late.pha product");
        assertThat(back("late.pha").products()).containsKey(DID + "deep/down/early.pha");
        assertThat(told(back("other.pha"))).containsExactly("other.pha product", "unlike.pha NONE");

        files.summed("deep/down/early.pha", "99");
        harvest();
        assertThat(told(back("late.pha"))).doesNotContain("early.pha product CHECKSUM");
    }

    @Test
    void outputsOfOneAreInputsOfAnotherByDidByChecksumAndByName() throws Exception {
        files.chain();
        harvest();

        Lineage lineage = back("plot/b.pha");

        assertThat(told(lineage))
                .containsExactly(
                        "a.pha product NAME", "b.pha product", "obs.evt product CHECKSUM", "obs.evt product DID");
        assertThat(lineage.graph().activities())
                .extracting(ProvGraph.Activity::name)
                .containsExactlyInAnyOrder("group", "extract", "calibrate");
        assertThat(lineage.isWhole()).isTrue();
        assertThat(lineage.cycles()).isEmpty();
        assertThat(store.products()
                        .lineage(DID + "raw/obs.evt", Direction.FORTH, 20, 100)
                        .products())
                .containsOnlyKeys(DID + "raw/obs.evt", DID + "clean/obs.evt", DID + "spec/a.pha", DID + "plot/b.pha");
    }

    @Test
    void theOrderInWhichTheFilesArriveDoesNotMatter() throws Exception {
        files.chain();
        List<Path> paths = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (String path : List.of("raw/obs.evt", "clean/obs.evt", "spec/a.pha", "plot/b.pha")) {
            paths.add(folder.resolve(path));
            contents.add(Files.readAllBytes(folder.resolve(path)));
            Files.delete(folder.resolve(path));
        }
        List<Integer> order = new ArrayList<>(List.of(3, 2, 1, 0));
        Collections.shuffle(order, new Random(7));
        for (int place : order) {
            Files.write(paths.get(place), contents.get(place));
            harvest();
        }

        assertThat(told(back("plot/b.pha")))
                .containsExactly(
                        "a.pha product NAME", "b.pha product", "obs.evt product CHECKSUM", "obs.evt product DID");
    }

    @Test
    void whatIsNotHereOrCouldBeSeveralStaysAnEntityOfItsOwnUnderTheNameFound() throws Exception {
        files.product("one/a.evt");
        files.product("two/a.evt");
        files.product("x.pha", TracedFiles.step("extract", "in a.evt", "in gone.evt", "out x.pha"));
        harvest();

        assertThat(told(back("x.pha"))).containsExactly("a.evt AMBIGUOUS", "gone.evt NONE", "x.pha product");
    }

    @Test
    void aWithdrawnInputStaysInTheGraphWithWhatItWasMadeOf() throws Exception {
        files.chain();
        harvest();
        Files.delete(folder.resolve("spec/a.pha"));
        harvest();

        Lineage lineage = back("plot/b.pha");

        assertThat(told(lineage))
                .containsExactly(
                        "a.pha product NAME", "b.pha product", "obs.evt product CHECKSUM", "obs.evt product DID");
        assertThat(lineage.products().get(DID + "spec/a.pha").withdrawn()).isTrue();
    }

    @Test
    void filesThatAreSaidToComeFromEachOtherAreARingThatIsToldAndEndsTheSearch() throws Exception {
        files.product("a.pha", TracedFiles.step("one", "in b.pha", "out a.pha"));
        files.product("b.pha", TracedFiles.step("two", "in a.pha", "out b.pha"));
        harvest();

        Lineage lineage = back("a.pha");

        assertThat(lineage.graph().entities()).hasSize(2);
        assertThat(lineage.cycles())
                .singleElement()
                .satisfies(ring ->
                        assertThat(ring).hasSize(5).startsWith(ring.getLast()).contains(DID + "a.pha", DID + "b.pha"));
    }

    @Test
    void theDepthCountsRelationsAndTheLimitCountsNodes() throws Exception {
        files.chain();
        harvest();

        assertThat(store.products()
                        .lineage(DID + "plot/b.pha", Direction.BACK, 1, 100)
                        .graph()
                        .activities())
                .hasSize(1);
        assertThat(store.products()
                        .lineage(DID + "plot/b.pha", Direction.BACK, 5, 100)
                        .goesOn())
                .as("a sixth relation leads to the raw file")
                .isTrue();
        assertThat(store.products()
                        .lineage(DID + "plot/b.pha", Direction.BACK, 6, 100)
                        .goesOn())
                .isFalse();
        assertThat(store.products()
                        .lineage(DID + "plot/b.pha", Direction.BACK, 2, 100)
                        .products())
                .containsOnlyKeys(DID + "plot/b.pha", DID + "spec/a.pha");
        Lineage limited = store.products().lineage(DID + "plot/b.pha", Direction.BACK, 20, 4);
        assertThat(limited.isWhole()).isFalse();
        assertThat(limited.graph().entities().size()
                        + limited.graph().activities().size())
                .isEqualTo(4);
    }

    @Test
    void inputsOfOneNameAreToldApartByTheirRecordedFolders() throws Exception {
        files.product("one/a.evt");
        files.product("two/a.evt");
        files.product("three/a.evt");
        files.product(
                "three/x.pha", TracedFiles.step("merge", "in a.evt location=" + folder.resolve("one"), "out x.pha"));
        files.product("y.pha", TracedFiles.step("merge", "in a.evt location=/data/two", "out y.pha"));
        harvest();

        assertThat(back("three/x.pha").products()).containsOnlyKeys(DID + "three/x.pha", DID + "one/a.evt");
        assertThat(back("y.pha").products()).containsOnlyKeys(DID + "y.pha", DID + "two/a.evt");
    }

    @Test
    void aRunRecordedInSeveralProductsIsOneRun() throws Exception {
        String calibrate = TracedFiles.step("calibrate", "in raw.evt", "out clean.evt");
        files.product("clean.evt", calibrate);
        files.product("a.pha", calibrate, TracedFiles.step("extract", "in clean.evt", "out a.pha"));
        harvest();

        Lineage lineage = back("a.pha");

        assertThat(lineage.graph().activities()).hasSize(2);
        assertThat(told(lineage)).containsExactly("a.pha product", "clean.evt product NAME", "raw.evt NONE");
    }

    @Test
    void aCorrectedDocumentReplacesWhatItToldBefore() throws Exception {
        files.product("in.evt");
        files.product("x.pha", TracedFiles.step("extract", "in wrong.evt", "out x.pha"));
        harvest();
        assertThat(told(back("x.pha"))).containsExactly("wrong.evt NONE", "x.pha product");

        files.product("x.pha", TracedFiles.step("extract", "in in.evt", "out x.pha"));
        harvest();
        assertThat(told(back("x.pha"))).containsExactly("in.evt product NAME", "x.pha product");
        assertThat(back("x.pha").matches()).containsEntry(DID + "in.evt", EntityMatch.NAME);
    }

    /// Whether all is looked at, or only what a watcher was told of.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aListOfInputsThatArrivesLaterIsReadByTheNextPass(boolean whole) throws Exception {
        String list = "in.evt\n";
        String sum = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8)));
        files.product("in.evt");
        files.product(
                "mosaic.pha",
                "{\"name\":\"mosaic\",\"args\":[{\"index\":1,\"inputlist\":{\"path\":\"mosaic.inputs.jsonl\",\"count\":1,"
                        + "\"checksum\":\"sha256:" + sum + "\"}}]}");
        harvest();
        assertThat(store.products().findings("mosaic.pha"))
                .anyMatch(one -> one.code().equals("product-input-list"));
        assertThat(store.products().links(DID + "mosaic.pha")).isEmpty();

        Files.writeString(folder.resolve("mosaic.inputs.jsonl"), list);
        if (whole) {
            harvest();
        } else {
            new Harvest(store, new FitsDescriber(), HarvestSettings.defaults())
                    .run(folder, Set.of("mosaic.inputs.jsonl"), Readiness.ALWAYS);
        }

        assertThat(store.products().findings("mosaic.pha"))
                .noneMatch(one -> one.code().equals("product-input-list"));
        assertThat(store.products().links(DID + "mosaic.pha"))
                .extracting(LinkRecord::targetPath)
                .containsExactly(Optional.of("in.evt"));
    }
}
