// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.Severity;
import org.vo4he.events.EventList;
import org.vo4he.events.EventsException;
import org.vo4he.events.Extraction;
import org.vo4he.events.Selection;
import org.vo4he.events.Sink;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.mapping.Rules;
import org.vo4he.plot.Companions;
import org.vo4he.plot.Plot;
import org.vo4he.plot.PlotKind;
import org.vo4he.plot.PlotOptions;
import org.vo4he.plot.ProductPlots;
import org.vo4he.plot.UndrawableException;
import org.vo4he.product.Annotator;
import org.vo4he.product.Assessment;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Outcome;
import org.vo4he.product.Product;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.ProductFinding;
import org.vo4he.product.Siblings;
import org.vo4he.votags.VoTags;
import org.vo4he.votags.WriteOptions;
import org.vo4he.votags.WriteReport;

/// All that is done to one damaged file.
final class Survival {

    private static final ProductDescriber DESCRIBER = new ProductDescriber(Rules.none());
    private static final PlotOptions SMALL = PlotOptions.standard().withSize(160, 100);

    /// What an SVG holds besides numbers: words may come from cards, as those of TELESCOP.
    private static final Pattern WORDS =
            Pattern.compile("(?s)<title.*?</title>|<desc.*?</desc>|(?<=>)[^<]+(?=</text>)|base64,[^\"]*");

    private final Path file;
    private final byte[] mutant;

    /// @param file holds the mutant
    Survival(Path file, byte[] mutant) {
        this.file = file;
        this.mutant = mutant;
    }

    /// What became of it.
    enum End {
        WRITTEN,
        ASSOCIATED,
        REFUSED
    }

    /// @param used whether pictures are drawn and events are extracted, too
    End through(boolean used) throws Exception {
        FileDescription description = describe();
        check(description);
        if (used) {
            for (Product product : description.products()) {
                draw(product.hduIndex());
            }
            extract();
        }
        stripToCopy();
        assertThat(Files.readAllBytes(file)).as("after reading").isEqualTo(mutant);
        return switch (description.outcome()) {
            case PUBLISHED -> annotate(true);
            case ASSOCIATED -> {
                annotate(false);
                yield End.ASSOCIATED;
            }
            case NOT_FITS, FAILED -> annotate(false);
        };
    }

    private FileDescription describe() {
        FileDescription description = DESCRIBER.describe(file, Siblings.sameFolder());
        assertThat(description.findings()).noneMatch(finding -> finding.code() == ProductFinding.INTERNAL);
        assertThat(description.findings()).allSatisfy(Survival::requireSentence);
        if (description.outcome() == Outcome.FAILED || description.outcome() == Outcome.NOT_FITS) {
            assertThat(description.findings()).as("why it is not published").isNotEmpty();
        }
        return description;
    }

    private static void requireSentence(Finding finding) {
        assertThat(finding.where()).isNotBlank();
        assertThat(finding.message()).matches("(?s).{10,}");
    }

    private void check(FileDescription description) throws IOException {
        Assessment.of(description, new Assessment.Circumstances(false, List.of(), List.of()));
        try {
            VoTags.check(file).forEach(Survival::requireSentence);
        } catch (NotFitsException | IOException e) {
            assertThat(e).hasMessageMatching("(?s).{10,}");
        }
    }

    private void draw(int hdu) {
        try {
            ProductPlots plots = ProductPlots.of(file, hdu, Companions.none());
            for (PlotKind kind : plots.kinds()) {
                Plot plot = plots.plot(kind, SMALL);
                assertThat(plot.svg()).contains("</svg>");
                assertThat(WORDS.matcher(plot.svg()).replaceAll("")).doesNotContain("NaN");
                assertThat(plot.png()).hasSizeGreaterThan(100);
                plot.data();
            }
        } catch (UndrawableException | IOException e) {
            assertThat(e.getMessage()).matches("(?s).{10,}").doesNotEndWith("null");
        }
    }

    private void extract() throws IOException {
        List<Sink<?>> sinks = List.of(
                new Sink.Spectrum(Optional.empty()),
                new Sink.LightCurve(10, Optional.empty()),
                new Sink.Image(1, List.of()));
        for (Sink<?> sink : sinks) {
            try (EventList events = EventList.open(file)) {
                Extraction.run(events, Selection.ALL, Optional.empty(), List.of(sink), _ -> {});
            } catch (NotFitsException | EventsException | IOException e) {
                assertThat(e).hasMessageMatching("(?s).{10,}");
            }
        }
    }

    /// Of the mutant as it is, whatever tags it has.
    private void stripToCopy() throws Exception {
        Path copy = file.resolveSibling("stripped.fits");
        Files.deleteIfExists(copy);
        try {
            WriteReport report = VoTags.strip(file, copy, WriteOptions.DEFAULT);
            report.findings().forEach(Survival::requireSentence);
            if (report.outcome() == WriteReport.Outcome.REFUSED) {
                assertThat(report.findings()).anyMatch(finding -> finding.severity() == Severity.ERROR);
                assertThat(copy).doesNotExist();
            } else {
                assertThat(hashes(copy)).as("stripped to a copy").isEqualTo(hashes(file));
            }
        } catch (NotFitsException | IOException e) {
            assertThat(e).hasMessageMatching("(?s).{10,}");
            assertThat(copy).doesNotExist();
        }
    }

    private End annotate(boolean described) throws Exception {
        List<String> others = hashes(file);
        boolean tagged = tagged();
        Optional<WriteReport> first = write(described);
        if (first.isEmpty() || first.get().outcome() == WriteReport.Outcome.REFUSED) {
            first.ifPresent(
                    report -> assertThat(report.findings()).anyMatch(finding -> finding.severity() == Severity.ERROR));
            assertThat(Files.readAllBytes(file)).as("refused").isEqualTo(mutant);
            return End.REFUSED;
        }
        boolean torn = first.get().findings().stream()
                .anyMatch(finding -> finding.code().id().equals("votags-torn-tail"));
        byte[] once = Files.readAllBytes(file);
        assertThat(hashes(file)).as("annotated").isEqualTo(others);
        Optional<WriteReport> again = write(described);
        assertThat(again.orElseThrow().outcome()).as("annotated again").isEqualTo(WriteReport.Outcome.UNCHANGED);
        assertThat(Files.readAllBytes(file)).as("annotated again").isEqualTo(once);
        assertThat(VoTags.strip(file, file, WriteOptions.DEFAULT).outcome()).isEqualTo(WriteReport.Outcome.WRITTEN);
        assertThat(hashes(file)).as("stripped").isEqualTo(others);
        if (!tagged && !torn) {
            assertThat(Files.readAllBytes(file)).as("stripped").isEqualTo(mutant);
        }
        return End.WRITTEN;
    }

    private Optional<WriteReport> write(boolean described) throws IOException {
        Annotator annotator = new Annotator(DESCRIBER);
        return (described
                        ? annotator.annotate(file, file, Siblings.none(), row -> row, WriteOptions.DEFAULT)
                        : annotator.annotateAsGiven(file, file, row -> row, WriteOptions.DEFAULT))
                .report();
    }

    private boolean tagged() throws IOException {
        try {
            return VoTags.read(file).isPresent();
        } catch (NotFitsException | IOException _) {
            return false;
        }
    }

    /// SHA-256 of the stored bytes of each HDU that is whole and not the tags.
    private static List<String> hashes(Path file) throws Exception {
        List<String> hashes = new ArrayList<>();
        try (FitsFile fits = FitsFile.open(file)) {
            for (Hdu hdu : fits.hdus()) {
                boolean tags = hdu.index() > 0 && hdu.name().equalsIgnoreCase("VO-TAGS");
                if (!tags && hdu.isComplete()) {
                    byte[] sha = MessageDigest.getInstance("SHA-256").digest(hdu.stored());
                    hashes.add(HexFormat.of().formatHex(Arrays.copyOf(sha, 16)));
                }
            }
        } catch (NotFitsException | IOException _) {
            return hashes;
        }
        return hashes;
    }
}
