// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vo4he.config.Settings;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.HduSums;
import org.vo4he.fits.NotFitsException;
import org.vo4he.mapping.FileContents;
import org.vo4he.mapping.RuleReport;
import org.vo4he.mapping.Rules;
import org.vo4he.mapping.RulesException;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.product.Annotator;
import org.vo4he.product.Assessment;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Product;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Reference;
import org.vo4he.product.Siblings;
import org.vo4he.profile.ProfileException;
import org.vo4he.profile.Profiles;
import org.vo4he.provenance.CalibrationInput;
import org.vo4he.steps.TagStep;
import org.vo4he.votags.WriteOptions;

/// Describes files that were named on the command line, by the configured rules and profiles.
final class Describing {

    private final Rules rules;
    private final Profiles profiles;
    private final ProductDescriber describer;
    private final Annotator annotator;
    private final Siblings siblings;

    Describing(Settings settings) {
        this.rules = rules(settings);
        this.profiles = profiles(settings);
        this.describer = new ProductDescriber(rules, profiles);
        this.annotator = new Annotator(describer);
        this.siblings = settings.calibration().after(Siblings.sameFolder());
    }

    /// @throws CommandFailure when the rules file can't be used
    static Rules rules(Settings settings) {
        Optional<Path> file = settings.rules();
        try {
            return file.isEmpty() ? Rules.none() : Rules.read(file.get());
        } catch (RulesException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    /// @throws CommandFailure when the folder of profiles, or one of them, can't be used
    static Profiles profiles(Settings settings) {
        Optional<Path> folder = settings.profiles();
        try {
            return folder.isEmpty() ? Profiles.none() : Profiles.read(folder.get());
        } catch (ProfileException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    /// @throws CommandFailure when there is no such file, or it is no ordinary one
    FileDescription describe(Path file) {
        requireFile(file);
        return describer.describe(file, siblings);
    }

    /// The publisher DID that a file's tags declare.
    Optional<String> declaredDid(Path file) {
        return describe(file).products().stream()
                .findFirst()
                .map(product -> product.declared().get(ObsCoreColumn.OBS_PUBLISHER_DID));
    }

    /// By what a file's main product says that it was calibrated.
    List<CalibrationInput> calibration(Path file) {
        return describe(file).products().stream()
                .findFirst()
                .map(Product::calibration)
                .orElse(List.of());
    }

    /// Describes the file and writes its VO-TAGS; the values given win over what is inferred.
    Annotator.Annotated annotate(Path in, Path out, UnaryOperator<ObsCoreRow> given, WriteOptions options)
            throws IOException {
        return annotator.annotate(in, out, siblings, given, options);
    }

    /// The same without inference: what the file's tags say, and the values given.
    Annotator.Annotated annotateAsGiven(Path in, Path out, UnaryOperator<ObsCoreRow> given, WriteOptions options)
            throws IOException {
        return annotator.annotateAsGiven(in, out, given, options);
    }

    /// The step that tags as this does.
    TagStep tagStep(String version) {
        return new TagStep(version, annotator, siblings);
    }

    /// How ready for ObsTAP it is; reads all of the file, for its checksums.
    Assessment assess(FileDescription description) {
        Path file = description.file();
        try (FitsFile fits = FitsFile.open(file)) {
            List<Reference> unreachable = description.products().stream()
                    .flatMap(product -> product.references().stream())
                    .filter(reference -> reference.isWanted()
                            && siblings.find(file, reference.name()).isEmpty())
                    .distinct()
                    .toList();
            boolean tagged = fits.hdu("VO-TAGS").isPresent();
            return Assessment.of(description, new Assessment.Circumstances(tagged, HduSums.faults(fits), unreachable));
        } catch (IOException | NotFitsException _) {
            return Assessment.of(description, new Assessment.Circumstances(false, List.of(), List.of()));
        }
    }

    /// What each entry of the rules file does for the file's main product; empty when it can't be read, or is none.
    List<RuleReport> explain(Path file) {
        FileDescription unruled = new ProductDescriber(Rules.none(), profiles).describe(file, siblings);
        if (unruled.products().isEmpty()) {
            return List.of();
        }
        Product product = unruled.products().getFirst();
        try (FitsFile fits = FitsFile.open(file)) {
            HeaderChain headers = HeaderChain.of(
                    fits.hdus().get(product.hduIndex()), fits.hdus().getFirst());
            return rules.explain(
                    fits, headers, FileContents.of(fits).kind(), product.row().with());
        } catch (IOException | NotFitsException e) {
            throw new CommandFailure(file + " can't be read: " + e.getMessage(), e);
        }
    }

    /// A pipe or a device would be waited for without end.
    ///
    /// @throws CommandFailure saying what the path is instead
    static void requireFile(Path file) {
        if (file.toString().isEmpty()) {
            throw new CommandFailure("'' names no file");
        }
        if (Files.isRegularFile(file)) {
            return;
        }
        if (!Files.exists(file)) {
            throw new CommandFailure("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new CommandFailure(file + " is a folder; a file is wanted");
        }
        throw new CommandFailure(file + " is a pipe or a device; an ordinary file is wanted");
    }
}
