// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.store.FileEntry;
import org.vo4he.store.FileEntry.ProductEntry;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FileRows;
import org.vo4he.store.FileStamp;
import org.vo4he.store.LedgerChange;
import org.vo4he.store.LinkRecord;
import org.vo4he.store.Observation;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import org.vo4he.store.StoreSettings;

/// Fills a new state directory with synthetic products as the harvest writes them, 500 files a transaction, and prints
/// how long that took. Every 20 are an observation: an event list, an image, and six sources with a spectrum, its
/// background and its effective area; the spectra of 1,000 observations share one matrix. There are no files behind
/// them.
public final class LinkLoader {

    static final int OF_OBSERVATION = 20;

    private static final int BATCH = 500;
    private static final int OBSERVATIONS_OF_MATRIX = 1_000;
    private static final Origin SYNTHETIC = new Origin.Card("#1", "SYNTHETIC");
    private static final ObsCoreRow NO_ROW = ObsCoreRow.builder().build();

    private LinkLoader() {}

    /// @param arguments the state directory, and how many products
    public static void main(String[] arguments) throws StoreException {
        int products = Integer.parseInt(arguments[1]);
        long start = System.nanoTime();
        try (Store store = Store.open(Path.of(arguments[0]), StoreSettings.defaults())) {
            for (int first = 0; first < products; first += BATCH) {
                List<FileRows> files = new ArrayList<>();
                for (int i = first; i < Math.min(products, first + BATCH); i++) {
                    files.add(FileRows.of(file(i)));
                }
                store.ledger().write(new LedgerChange(Set.of(), files, List.of(), List.of()));
            }
            store.ledger().settle();
        }
        System.out.printf(Locale.ROOT, "%d products written in %.1f s%n", products, (System.nanoTime() - start) / 1e9);
    }

    static String did(int number) {
        return "ivo://vo4he.bench/synthetic?" + path(number);
    }

    private static String path(int number) {
        int observation = number / OF_OBSERVATION;
        int place = number % OF_OBSERVATION;
        return switch (place) {
            case 0 -> "obs%07d/events.fits".formatted(observation);
            case 1 ->
                observation % OBSERVATIONS_OF_MATRIX == 0
                        ? matrix(observation)
                        : "obs%07d/image.fits".formatted(observation);
            default ->
                "obs%07d/source%d.%s"
                        .formatted(
                                observation,
                                (place - 2) / 3,
                                List.of("pha", "bkg", "arf").get((place - 2) % 3));
        };
    }

    private static String matrix(int observation) {
        return "matrix%04d.rmf".formatted(observation / OBSERVATIONS_OF_MATRIX);
    }

    private static FileEntry file(int number) {
        String path = path(number);
        String role = path.endsWith(".arf") ? "RESPONSE_ARF" : path.endsWith(".rmf") ? "RESPONSE_RMF" : "PRODUCT";
        FileRecord file = new FileRecord(
                path,
                new FileStamp(2_880L * (1 + number % 1000), number, ""),
                role.equals("PRODUCT") ? "PUBLISHED" : "ASSOCIATED",
                "application/fits",
                Optional.empty(),
                "synthetic",
                List.of(),
                List.of(),
                Integer.toString(number));
        return new FileEntry(file, List.of(product(number, path, role)), List.of());
    }

    private static ProductEntry product(int number, String path, String role) {
        boolean published = role.equals("PRODUCT");
        int observation = number / OF_OBSERVATION;
        ProductRecord record = new ProductRecord(
                did(number),
                "s" + Integer.toString(number, 36),
                path,
                1,
                "PRODUCT",
                role,
                published,
                "synthetic",
                2_880L * (1 + number % 1000),
                "application/fits",
                Optional.empty(),
                Optional.empty(),
                false);
        String source = path.contains("source") ? path.replaceAll(".*source(\\d+).*", "$1") : "";
        return new ProductEntry(
                record,
                published ? row(number, observation, path) : NO_ROW,
                Map.of(),
                Map.of(),
                Optional.empty(),
                links(number, observation, path),
                published ? Optional.of(new Observation("SYNTHETIC " + observation, source)) : Optional.empty(),
                Optional.empty());
    }

    private static List<LinkRecord> links(int number, int observation, String path) {
        if (!path.endsWith(".pha")) {
            return List.of();
        }
        String stem = path.substring(0, path.length() - "pha".length());
        return List.of(
                link(number, "RESPFILE", matrix(observation)),
                link(number, "ANCRFILE", stem + "arf"),
                link(number, "BACKFILE", stem + "bkg"),
                link(number, "FILIN001", "obs%07d/events.fits".formatted(observation)));
    }

    private static LinkRecord link(int number, String keyword, String path) {
        return new LinkRecord(did(number), keyword, path, Optional.of(path));
    }

    private static ObsCoreRow row(int number, int observation, String path) {
        SyntheticRow place = SyntheticRow.of(observation);
        return ObsCoreRow.builder()
                .set(
                        ObsCoreColumn.DATAPRODUCT_TYPE,
                        path.endsWith("events.fits") ? "event" : path.endsWith("image.fits") ? "image" : "spectrum",
                        SYNTHETIC)
                .set(ObsCoreColumn.CALIB_LEVEL, 2, SYNTHETIC)
                .set(ObsCoreColumn.OBS_ID, Integer.toString(observation), SYNTHETIC)
                .set(ObsCoreColumn.OBS_COLLECTION, "synthetic", SYNTHETIC)
                .set(ObsCoreColumn.OBS_PUBLISHER_DID, did(number), SYNTHETIC)
                .set(ObsCoreColumn.FACILITY_NAME, "SYNTHETIC", SYNTHETIC)
                .set(ObsCoreColumn.INSTRUMENT_NAME, "CCD", SYNTHETIC)
                .set(ObsCoreColumn.S_RA, place.raDeg(), SYNTHETIC)
                .set(ObsCoreColumn.S_DEC, place.decDeg(), SYNTHETIC)
                .build();
    }
}
