// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.NotFitsException;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.VoTagsReader;
import org.vo4he.votags.VoTagsWriter;
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;

/// The library's side of `annotate.sh`, as a pipeline of one thread calls it: VO-TAGS into each file of a folder, in
/// place, or read back from each.
///
/// `write` puts a row that the caller has; `annotate` infers each file's row first; `read` reads keywords and
/// provenance.
public final class TagFiles {

    private TagFiles() {}

    /// @param arguments `write`, `annotate` or `read`; the folder
    public static void main(String[] arguments) throws IOException, NotFitsException, ProvenanceFormatException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("two arguments are expected: write, annotate or read, and a folder");
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[1]))) {
            files = all.filter(path -> path.toString().endsWith(".fits"))
                    .sorted()
                    .toList();
        }
        long start = System.nanoTime();
        switch (arguments[0]) {
            case "write" -> write(files);
            case "annotate" -> annotate(files);
            case "read" -> read(files);
            default -> throw new IllegalArgumentException("'" + arguments[0] + "' is none of write, annotate, read");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%.3f %d%n", seconds, files.size());
    }

    private static void write(List<Path> files) throws IOException, NotFitsException, ProvenanceFormatException {
        ObsCoreRow row = row(files.getFirst());
        WriteOptions options = options();
        for (Path file : files) {
            requireWritten(file, VoTagsWriter.annotate(file, file, row, options));
        }
    }

    private static void annotate(List<Path> files) throws IOException, NotFitsException, ProvenanceFormatException {
        ProductDescriber describer = new ProductDescriber(Rules.none());
        WriteOptions options = options();
        for (Path file : files) {
            FileDescription description = describer.describe(file, Siblings.sameFolder());
            requireWritten(
                    file,
                    VoTagsWriter.annotate(
                            file, file, description.products().getFirst().row(), options));
        }
    }

    private static void read(List<Path> files) throws IOException, NotFitsException, ProvenanceFormatException {
        for (Path file : files) {
            try (FitsFile fits = FitsFile.open(file)) {
                VoTags tags = VoTagsReader.read(fits).orElseThrow();
                ProvenanceJson.read(tags.provenanceJson().orElseThrow());
            }
        }
    }

    private static ObsCoreRow row(Path file) {
        return new ProductDescriber(Rules.none())
                .describe(file, Siblings.sameFolder())
                .products()
                .getFirst()
                .row();
    }

    /// A step of 30 parameters, as the peers write it: near 3,000 characters.
    private static WriteOptions options() throws ProvenanceFormatException {
        StringBuilder json = new StringBuilder("{\"provenance\": [{\"args\": [");
        for (int i = 0; i < 30; i++) {
            json.append(i == 0 ? "" : ", ")
                    .append(
                            "{\"index\": %d, \"parameter\": {\"description\": \"param %d\", \"editable\": %b, \"value\": \"value %d\"}}"
                                    .formatted(i, i, i % 2 == 1, i));
        }
        ProvenanceDocument document =
                ProvenanceJson.read(json.append("]}]}").toString()).document();
        return WriteOptions.DEFAULT.withProvenance(Optional.of(document));
    }

    private static void requireWritten(Path file, WriteReport report) {
        if (report.outcome() != WriteReport.Outcome.WRITTEN) {
            throw new IllegalStateException(file + ": " + report);
        }
    }
}
