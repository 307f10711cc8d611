// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.provenance.ProvGraph;
import org.vo4he.store.EntityMatch;
import org.vo4he.store.Lineage;
import org.vo4he.store.Lineage.Direction;
import org.vo4he.store.Store;
import org.vo4he.store.StoreSettings;
import org.vo4he.testkit.FitsBuilder;

/// The graph over products after harvests of small real files: what one's provenance names as input is another's
/// output, by DID, checksum and name. The judge is what each document says.
class LineageTest {

    private static final String DID = "ivo://unregistered.vo4he/files?";
    private static final String SHA = "sha256:" + "ab12".repeat(16);

    @TempDir
    Path temporary;

    private Path folder;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectories(temporary.resolve("files"));
        store = Store.open(temporary.resolve("state"), StoreSettings.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void harvest() throws Exception {
        new Harvest(store, new FitsDescriber(), HarvestSettings.defaults()).run(folder, Progress.silent());
    }

    /// A spectrum that carries these steps; no two files alike.
    private void product(String path, String... steps) throws Exception {
        String json = "{\"provenance\":[" + String.join(",", steps) + "]}";
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("ORIGNAME", path);
        fits.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 4, 5);
        if (steps.length > 0) {
            fits.table("VO-TAGS").column("provenance", json.length() + "A", json);
        }
        Files.createDirectories(folder.resolve(path).getParent());
        fits.write(folder.resolve(path));
    }

    /// A step in the superset; each argument is `in path key=value …`, `out path …`.
    private static String step(String name, String... files) {
        List<String> args = new ArrayList<>();
        for (String file : files) {
            String[] words = file.split(" ");
            StringBuilder keys = new StringBuilder("\"path\":\"" + words[1] + "\"");
            for (int i = 2; i < words.length; i++) {
                String[] pair = words[i].split("=", 2);
                String value = pair[0].equals("size") ? pair[1] : "\"" + pair[1] + "\"";
                keys.append(",\"").append(pair[0]).append("\":").append(value);
            }
            args.add("{\"index\":" + args.size() + ",\"" + (words[0].equals("in") ? "inputdata" : "outputdata")
                    + "\":{\"description\":\"d\",\"editable\":false,\"location\":\"/far\"," + keys + "}}");
        }
        return "{\"name\":\"" + name + "\",\"started\":\"2026-03-01T12:00:00\",\"args\":[" + String.join(",", args)
                + "]}";
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

    private void writeChain() throws Exception {
        product("raw/obs.evt");
        product(
                "clean/obs.evt",
                step("calibrate", "in raw/obs.evt did=" + DID + "raw/obs.evt", "out obs.evt checksum=" + SHA));
        product("spec/a.pha", step("extract", "in other-name.evt checksum=" + SHA, "out a.pha"));
        product("plot/b.pha", step("group", "in a.pha", "out b.pha"));
    }

    @Test
    void outputsOfOneAreInputsOfAnotherByDidByChecksumAndByName() throws Exception {
        writeChain();
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
        writeChain();
        List<Path> files = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (String path : List.of("raw/obs.evt", "clean/obs.evt", "spec/a.pha", "plot/b.pha")) {
            files.add(folder.resolve(path));
            contents.add(Files.readAllBytes(folder.resolve(path)));
            Files.delete(folder.resolve(path));
        }
        List<Integer> order = new ArrayList<>(List.of(3, 2, 1, 0));
        Collections.shuffle(order, new Random(7));
        for (int place : order) {
            Files.write(files.get(place), contents.get(place));
            harvest();
        }

        assertThat(told(back("plot/b.pha")))
                .containsExactly(
                        "a.pha product NAME", "b.pha product", "obs.evt product CHECKSUM", "obs.evt product DID");
    }

    @Test
    void whatIsNotHereOrCouldBeSeveralStaysAnEntityOfItsOwnUnderTheNameFound() throws Exception {
        product("one/a.evt");
        product("two/a.evt");
        product("x.pha", step("extract", "in a.evt", "in gone.evt", "out x.pha"));
        harvest();

        assertThat(told(back("x.pha"))).containsExactly("a.evt AMBIGUOUS", "gone.evt NONE", "x.pha product");
    }

    @Test
    void aWithdrawnInputStaysInTheGraphWithWhatItWasMadeOf() throws Exception {
        writeChain();
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
        product("a.pha", step("one", "in b.pha", "out a.pha"));
        product("b.pha", step("two", "in a.pha", "out b.pha"));
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
        writeChain();
        harvest();

        assertThat(store.products()
                        .lineage(DID + "plot/b.pha", Direction.BACK, 1, 100)
                        .graph()
                        .activities())
                .hasSize(1);
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
    void aRunRecordedInSeveralProductsIsOneRun() throws Exception {
        String calibrate = step("calibrate", "in raw.evt", "out clean.evt");
        product("clean.evt", calibrate);
        product("a.pha", calibrate, step("extract", "in clean.evt", "out a.pha"));
        harvest();

        Lineage lineage = back("a.pha");

        assertThat(lineage.graph().activities()).hasSize(2);
        assertThat(told(lineage)).containsExactly("a.pha product", "clean.evt product NAME", "raw.evt NONE");
    }

    @Test
    void aCorrectedDocumentReplacesWhatItToldBefore() throws Exception {
        product("in.evt");
        product("x.pha", step("extract", "in wrong.evt", "out x.pha"));
        harvest();
        assertThat(told(back("x.pha"))).containsExactly("wrong.evt NONE", "x.pha product");

        product("x.pha", step("extract", "in in.evt", "out x.pha"));
        harvest();
        assertThat(told(back("x.pha"))).containsExactly("in.evt product NAME", "x.pha product");
        assertThat(back("x.pha").matches()).containsEntry(DID + "in.evt", EntityMatch.NAME);
    }
}
