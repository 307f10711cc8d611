// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.HduContent;

/// The index of a dataset of gamma-ray telescopes (GADF 0.3, HDU index table): which files hold the responses of an
/// event list. It lies in the folder of the event list or in one of the next above, and is only believed where it names
/// that event list.
final class HduIndex {

    private static final String NAME = "hdu-index.fits.gz";
    private static final List<String> PLACES = List.of(NAME, "../" + NAME, "../../" + NAME, "../../../" + NAME);
    private static final int MOST_ROWS = 1_000_000;

    /// HDU_TYPE of responses, as references.
    private static final Map<String, String> RESPONSES = Map.of(
            "aeff", Reference.GADF_AEFF,
            "edisp", Reference.GADF_EDISP,
            "psf", Reference.GADF_PSF,
            "bkg", Reference.GADF_BKG);

    private final Path folder;
    private final Hdu table;
    private final Optional<String> base;

    private HduIndex(Path index, Hdu table) {
        this.folder = index.toAbsolutePath().normalize().getParent();
        this.table = table;
        this.base = table.header().text("BASE_DIR").map(String::strip).filter(dir -> !dir.isEmpty());
    }

    private record Row(String observation, String type, Path file) {}

    /// The responses of an event list that are in other files; nothing for any other product.
    ///
    /// @param consulted takes the index that was read
    static List<Reference> of(Path file, Hdu hdu, Siblings siblings, Set<Path> consulted) {
        boolean gadf = HduContent.of(hdu) == HduContent.EVENT_LIST
                && hdu.header()
                        .text("HDUCLASS")
                        .filter(word -> word.strip().equalsIgnoreCase("GADF"))
                        .isPresent();
        if (!gadf) {
            return List.of();
        }
        for (String place : PLACES) {
            Optional<Path> index = siblings.find(file, place);
            if (index.isPresent()) {
                consulted.add(index.get());
                List<Reference> found = read(index.get(), file);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /// What can't be read says nothing here: the index is a file of the folder like others and has its own findings.
    private static List<Reference> read(Path index, Path events) {
        try (FitsFile file = FitsFile.open(index)) {
            for (Hdu hdu : file.hdus()) {
                if (hdu.column("HDU_TYPE").isPresent()
                        && hdu.column("FILE_NAME").isPresent()) {
                    return new HduIndex(index, hdu).responses(events);
                }
            }
            return List.of();
        } catch (NotFitsException | IOException | IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    private List<Reference> responses(Path events) throws IOException {
        List<Row> rows = rows();
        Path own = plain(events.toAbsolutePath().normalize());
        Set<Reference> references = new LinkedHashSet<>();
        rows.stream()
                .filter(row -> row.type().equals("events") && plain(row.file()).equals(own))
                .map(Row::observation)
                .findFirst()
                .ifPresent(observation -> rows.stream()
                        .filter(row -> row.observation().equals(observation) && RESPONSES.containsKey(row.type()))
                        .filter(row -> !plain(row.file()).equals(own))
                        .map(row -> new Reference(
                                RESPONSES.get(row.type()),
                                own.getParent().relativize(row.file()).toString()))
                        .forEach(references::add));
        return List.copyOf(references);
    }

    private List<Row> rows() throws IOException {
        int count = (int) Math.min(MOST_ROWS, table.rows());
        List<String> types = texts("HDU_TYPE", count);
        List<String> dirs = texts("FILE_DIR", count);
        List<String> names = texts("FILE_NAME", count);
        List<String> observations = observations(count);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(count, names.size()); i++) {
            String type = types.get(i).strip().toLowerCase(Locale.ROOT);
            Optional<Path> file = place(
                    dirs.isEmpty() ? "" : dirs.get(i).strip(), names.get(i).strip());
            if (file.isPresent()) {
                rows.add(new Row(observations.get(i), type, file.get()));
            }
        }
        return rows;
    }

    private List<String> texts(String column, int count) throws IOException {
        Optional<TableColumn> found = table.column(column).filter(TableColumn::isText);
        return found.isPresent() ? table.texts(found.get(), 0, count) : List.of();
    }

    private List<String> observations(int count) throws IOException {
        TableColumn column = table.column("OBS_ID").orElseThrow(() -> new IOException(table + " has no column OBS_ID"));
        if (column.isText()) {
            return table.texts(column, 0, count);
        }
        List<String> observations = new ArrayList<>(count);
        for (double number : table.numbers(column, 0, count)) {
            observations.add(Double.toString(number));
        }
        return observations;
    }

    /// The file of a row, wherever it is: whether it may be looked at is for others to say.
    private Optional<Path> place(String dir, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    folder.resolve(base.orElse("")).resolve(dir).resolve(name).normalize());
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /// A file is often in gzip where the index does not say so.
    private static Path plain(Path path) {
        String text = path.toString();
        return text.endsWith(".gz") ? Path.of(text.substring(0, text.length() - ".gz".length())) : path;
    }
}
