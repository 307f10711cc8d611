// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;

/// The library's side of `annotate.sh`, as a pipeline calls it: VO-TAGS into each file of a folder, in place, or read
/// back from each, by one thread or several.
///
/// `write` puts a row that the caller has, made before the clock starts; `annotate` infers each file's row first;
/// `read` reads keywords and provenance.
public final class TagFiles {

    private TagFiles() {}

    private interface Work {
        void on(Path file) throws IOException, NotFitsException;
    }

    /// @param arguments `write`, `annotate` or `read`; the folder; the number of threads, 1 when left out
    public static void main(String[] arguments)
            throws IOException, ProvenanceFormatException, InterruptedException, ExecutionException {
        if (arguments.length < 2 || arguments.length > 3) {
            throw new IllegalArgumentException(
                    "two or three arguments are expected: write, annotate or read, a folder, the number of threads");
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[1]))) {
            files = all.filter(path -> path.toString().endsWith(".fits"))
                    .sorted()
                    .toList();
        }
        int threads = arguments.length == 3 ? Integer.parseInt(arguments[2]) : 1;
        Work work = work(arguments[0], files.getFirst());
        long start = System.nanoTime();
        run(work, files, threads);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%.3f %d%n", seconds, files.size());
    }

    private static Work work(String name, Path example) throws ProvenanceFormatException {
        return switch (name) {
            case "write" -> write(row(example), options());
            case "annotate" -> annotate(new ProductDescriber(Rules.none()), options());
            case "read" -> TagFiles::read;
            default -> throw new IllegalArgumentException("'" + name + "' is none of write, annotate, read");
        };
    }

    /// Each thread takes the next file that none has taken.
    private static void run(Work work, List<Path> files, int threads) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Void>> ends = pool.invokeAll(Collections.nCopies(threads, () -> {
                for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                    work.on(files.get(i));
                }
                return null;
            }));
            for (Future<Void> end : ends) {
                end.get();
            }
        }
    }

    private static Work write(ObsCoreRow row, WriteOptions options) {
        return file -> requireWritten(file, VoTags.write(file, file, row, options));
    }

    private static Work annotate(ProductDescriber describer, WriteOptions options) {
        return file -> {
            FileDescription description = describer.describe(file, Siblings.sameFolder());
            requireWritten(
                    file,
                    VoTags.write(file, file, description.products().getFirst().row(), options));
        };
    }

    private static void read(Path file) throws IOException, NotFitsException {
        VoTags tags = VoTags.read(file).orElseThrow();
        if (tags.values().isEmpty() || tags.provenance().steps().isEmpty()) {
            throw new IllegalStateException(file + ": " + tags.findings());
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
    static WriteOptions options() throws ProvenanceFormatException {
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
