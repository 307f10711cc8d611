// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vo4he.store.ProductCard;
import org.vo4he.store.PublishedFolder;
import org.vo4he.votable.Datatype;
import org.vo4he.votable.Field;
import org.vo4he.votable.Head;
import org.vo4he.votable.TableFormat;
import org.vo4he.votable.TableWriter;

/// Writes a zip while it is sent (PKWARE APPNOTE 6.3.10): files as they are stored, not compressed, Zip64 where needed.
///
/// A zip tells the checksum of a file before the file: each is read twice. One that changes between the two breaks the
/// zip off, so that nobody takes it for a whole one; one that is gone is told in the manifest, which comes last.
final class BundleWriter {

    private static final List<Field> MANIFEST = List.of(
            Field.text("path", "", "In this zip, as below the archive's folder"),
            new Field("bytes", Datatype.LONG, "", "", "byte", "", "", "Size"),
            Field.text("sha256", "", "SHA-256 of the file"),
            Field.text("state", "", "What became of it"),
            Field.text("relation", "", "Why it is here"),
            Field.text("of", "", "The product it belongs to"),
            Field.text("obs_publisher_did", "", "The product of this file"));

    private final Contents contents;
    private final PublishedFolder folder;
    private final String name;
    private final String baseUrl;
    private final Map<String, Outcome> outcomes = new HashMap<>();

    /// @param name of the folder in the zip
    BundleWriter(Contents contents, PublishedFolder folder, String name, String baseUrl) {
        this.contents = contents;
        this.folder = folder;
        this.name = name;
        this.baseUrl = baseUrl;
    }

    private record Outcome(String state, Long bytes, String sha256) {

        static Outcome without(String state) {
            return new Outcome(state, null, null);
        }
    }

    void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        text(zip, free("README.txt"), readme());
        for (ProductCard file : contents.files().values()) {
            outcomes.put(file.path(), file(zip, file));
        }
        zip.setMethod(ZipOutputStream.DEFLATED);
        zip.putNextEntry(entry(free("MANIFEST.csv"), Instant.now()));
        manifest(zip);
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private Outcome file(ZipOutputStream zip, ProductCard file) throws IOException {
        Path path;
        Checked checked;
        try {
            path = folder.file(file.path());
            checked = Checked.of(path);
        } catch (NoSuchFileException _) {
            return Outcome.without("missing: it is not in the archive's folder any more");
        } catch (IOException _) {
            return Outcome.without("missing: it can't be read");
        }
        ZipEntry entry = entry(place(file), checked.modified());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(checked.bytes());
        entry.setCompressedSize(checked.bytes());
        entry.setCrc(checked.crc());
        zip.putNextEntry(entry);
        try (InputStream in = Files.newInputStream(path)) {
            in.transferTo(zip);
        }
        zip.closeEntry();
        String state = checked.bytes() == file.size() ? "present" : "present, changed since it was published";
        return new Outcome(state, checked.bytes(), checked.sha256());
    }

    private ZipEntry entry(String path, Instant modified) {
        ZipEntry entry = new ZipEntry(name + "/" + path);
        entry.setTime(modified.toEpochMilli());
        return entry;
    }

    private void text(ZipOutputStream zip, String path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = entry(path, Instant.now());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /// The path of a file within the zip: as in the published folder; files of calibration folders have a folder of
    /// their own there.
    private String place(ProductCard file) {
        if (!file.path().startsWith(PublishedFolder.CALIBRATION)) {
            return file.path();
        }
        String calibration = "calibration/";
        while (isTaken(calibration)) {
            calibration = "_" + calibration;
        }
        return calibration + file.path().substring(PublishedFolder.CALIBRATION.length());
    }

    private boolean isTaken(String place) {
        return contents.files().keySet().stream().anyMatch(path -> path.startsWith(place));
    }

    /// No file of a product has this name.
    private String free(String wanted) {
        String free = wanted;
        while (contents.files().containsKey(free)) {
            free = "_" + free;
        }
        return free;
    }

    private void manifest(OutputStream out) throws IOException {
        TableWriter table = TableFormat.CSV.writer(out);
        table.begin(Head.of(MANIFEST));
        for (Contents.Line line : contents.lines()) {
            ProductCard file = line.product();
            Outcome outcome = outcomes.get(file.path());
            table.row(new Object[] {
                place(file),
                outcome.bytes(),
                outcome.sha256(),
                outcome.state(),
                line.relation(),
                line.of().orElse(null),
                file.did()
            });
        }
        for (Contents.Lost lost : contents.lost()) {
            table.row(new Object[] {null, null, null, lost.why(), "product", null, lost.id()});
        }
        table.end();
    }

    private static String counted(long products) {
        return products == 1 ? "1 product was" : products + " products were";
    }

    /// One line for each ID: whoever typed it may have put anything there.
    private String lost() {
        return contents.lost().isEmpty()
                ? "."
                : contents.lost().stream()
                        .map(lost -> lost.why() + ": " + lost.id().replaceAll("\\p{Cntrl}", " "))
                        .collect(Collectors.joining(
                                "\n    ",
                                ", of which " + contents.lost().size() + " could not be found:\n\n    ",
                                "\n"));
    }

    private String readme() {
        long asked = contents.lines().stream()
                .filter(line -> line.relation().equals("product"))
                .count();
        return """
                A selection of products from %s/
                made %s

                %s asked for%s
                With the background spectra, redistribution matrices and effective areas that belong to them these are
                %d files. They lie in the folders in which the archive has them, so that
                names in headers (BACKFILE, RESPFILE, ANCRFILE) lead from file to file as they do there.

                MANIFEST.csv says of each file: its path, bytes and SHA-256, whether it is present, and why it is here;
                "of" is the product that a response or background belongs to. A file that vanished from the archive
                while this was made is listed as missing.

                A product's page, with the origin of each value and how to cite it, is found by its obs_publisher_did at
                %s/datalink/links?ID=
                """.formatted(
                        baseUrl,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        counted(asked + contents.lost().size()),
                        lost(),
                        contents.files().size(),
                        baseUrl);
    }
}
