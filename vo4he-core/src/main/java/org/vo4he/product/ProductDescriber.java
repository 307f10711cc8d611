// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.Severity;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.fits.UnreadableFitsException;
import org.vo4he.mapping.EnergyTwins;
import org.vo4he.mapping.FileContents;
import org.vo4he.mapping.Inference;
import org.vo4he.mapping.MappingFinding;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.profile.ProfileMatch;
import org.vo4he.profile.Profiles;
import org.vo4he.provenance.RecordedInference;
import org.vo4he.votags.VoTags;

/// Describes files: the archivist's rules before the file's own VO-TAGS before inference, column by column; the
/// defaults of a product profile for what none of them states.
///
/// Immutable; may be used by several threads at once. Reads headers, and small parts of tables where those
/// decide.
public final class ProductDescriber {

    /// Changes when the same file would be described otherwise.
    private static final int VERSION = 32;

    private final Rules rules;
    private final Profiles profiles;
    private final boolean recalls;

    public ProductDescriber(Rules rules) {
        this(rules, Profiles.none());
    }

    public ProductDescriber(Rules rules, Profiles profiles) {
        this(rules, profiles, true);
    }

    /// @param recalls whether inference that a product's tags remember is taken as long as it holds
    ProductDescriber(Rules rules, boolean recalls) {
        this(rules, Profiles.none(), recalls);
    }

    private ProductDescriber(Rules rules, Profiles profiles, boolean recalls) {
        this.rules = rules;
        this.profiles = profiles;
        this.recalls = recalls;
    }

    /// When this differs from the version that described a file, describe it again.
    public static int version() {
        return VERSION;
    }

    /// All that a file says of itself. Whatever is wrong with the content is told by outcome and findings.
    public FileDescription describe(Path file, Siblings siblings) {
        try (FitsFile fits = FitsFile.open(file)) {
            return describe(fits, siblings);
        } catch (NotFitsException e) {
            boolean compressed = e.reason().contains("compress");
            return without(
                    file,
                    Outcome.NOT_FITS,
                    finding(file, compressed ? ProductFinding.COMPRESSED : ProductFinding.NOT_FITS, e.reason()));
        } catch (UnreadableFitsException e) {
            return without(file, Outcome.FAILED, e.finding());
        } catch (AccessDeniedException _) {
            return without(file, Outcome.FAILED, finding(file, ProductFinding.UNREADABLE, "permission denied"));
        } catch (IOException e) {
            return without(file, Outcome.FAILED, finding(file, ProductFinding.UNREADABLE, e.toString()));
        } catch (RuntimeException e) {
            return without(file, Outcome.FAILED, finding(file, ProductFinding.INTERNAL, fault(e)));
        }
    }

    /// The same of a file that is open already.
    FileDescription describe(FitsFile file, Siblings siblings) {
        try {
            return description(file, siblings);
        } catch (RuntimeException e) {
            return without(file.path(), Outcome.FAILED, finding(file.path(), ProductFinding.INTERNAL, fault(e)));
        }
    }

    private static String fault(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e + (trace.length > 0 ? " at " + trace[0] : "");
    }

    private static Finding finding(Path file, FindingCode code, String message) {
        return new Finding(code, file.getFileName().toString(), message);
    }

    private static FileDescription without(Path file, Outcome outcome, Finding finding) {
        return new FileDescription(file, outcome, List.of(), List.of(finding), Optional.empty(), List.of());
    }

    private FileDescription description(FitsFile fits, Siblings siblings) {
        List<Finding> findings = new ArrayList<>(fits.findings());
        FileContents contents = FileContents.of(fits);
        Optional<VoTags> tags = VoTags.read(fits);
        tags.ifPresent(read -> findings.addAll(read.findings()));
        Optional<ProfileMatch> profile = profiles.match(fits);
        profile.ifPresent(match -> findings.addAll(match.findings()));
        if (contents.kind().isEmpty()) {
            return associated(fits, contents, tags, profile, siblings, findings);
        }
        Hdu main = contents.products().getFirst();
        if (!main.isComplete()) {
            findings.add(finding(fits.path(), ProductFinding.INCOMPLETE, main + " breaks off"));
            return failed(fits, findings);
        }
        Set<Path> consulted = new LinkedHashSet<>();
        List<Product> products = new ArrayList<>();
        for (Hdu hdu : contents.products()) {
            Siblings within = CannedMatrix.of(
                            hdu, HeaderChain.of(hdu, fits.hdus().getFirst()))
                    .map(canned -> canned.within(siblings))
                    .orElse(siblings);
            Said said = inference(fits, contents, hdu, tags, within);
            findings.addAll(said.inferred().findings());
            consulted.addAll(said.inferred().consulted());
            List<Reference> references =
                    references(fits, hdu, tags.filter(_ -> hdu == main), siblings, findings, consulted);
            products.add(product(fits, contents, said, tags.filter(_ -> hdu == main), profile, references, findings));
        }
        return new FileDescription(
                fits.path(),
                Outcome.PUBLISHED,
                products,
                findings.stream().distinct().toList(),
                Optional.of(fits.fingerprint()),
                profile.map(ProfileMatch::identity),
                List.copyOf(consulted));
    }

    /// What inference says of a product, now or as its tags remember it.
    ///
    /// @param alone whether it depends on nothing but the file
    /// @param remembered as the tags have it, which is remembered on without a change
    private record Said(Inference.Inferred inferred, boolean alone, Optional<RecordedInference> remembered) {

        Optional<RecordedInference> toRemember(FitsFile fits) {
            return remembered.map(then -> then.sealed("")).or(() -> Recollection.of(fits, inferred));
        }
    }

    private Said inference(FitsFile fits, FileContents contents, Hdu hdu, Optional<VoTags> tags, Siblings siblings) {
        boolean single = contents.products().size() == 1;
        Optional<Inference.Inferred> recalled = single && recalls
                ? tags.flatMap(read -> Recollection.recall(fits, contents, hdu, read))
                : Optional.empty();
        if (recalled.isPresent()) {
            return new Said(recalled.get(), true, tags.flatMap(VoTags::inference));
        }
        List<String> asked = new ArrayList<>();
        Inference.Inferred inferred = Inference.infer(fits, contents, hdu, name -> {
            asked.add(name);
            return siblings.find(fits.path(), name);
        });
        return new Said(inferred, single && asked.isEmpty(), Optional.empty());
    }

    /// What headers and provenance name; a matrix among it is compared with the spectrum.
    private static List<Reference> references(
            FitsFile fits,
            Hdu hdu,
            Optional<VoTags> tags,
            Siblings siblings,
            List<Finding> findings,
            Set<Path> consulted) {
        HeaderChain headers = HeaderChain.of(hdu, fits.hdus().getFirst());
        Set<Reference> references = new LinkedHashSet<>(References.of(fits.path(), hdu, headers));
        references.addAll(HduIndex.of(fits.path(), hdu, siblings, consulted));
        tags.ifPresent(read -> references.addAll(
                ProvenanceReferences.of(fits.path(), read.provenance(), siblings, findings, consulted)));
        List<Reference> all = CannedMatrix.of(hdu, headers)
                .map(canned -> canned.resolve(fits.path(), List.copyOf(references), siblings, findings))
                .orElseGet(() -> List.copyOf(references));
        if (HduContent.of(hdu) == HduContent.SPECTRUM) {
            ResponseCheck.run(fits.path(), hdu, headers, all, siblings, findings, consulted);
        }
        return all;
    }

    private Product product(
            FitsFile fits,
            FileContents contents,
            Said said,
            Optional<VoTags> tags,
            Optional<ProfileMatch> profile,
            List<Reference> references,
            List<Finding> findings) {
        Inference.Inferred inferred = said.inferred();
        HeaderChain headers = HeaderChain.of(inferred.hdu(), fits.hdus().getFirst());
        ObsCoreRow.Builder row = inferred.row().with();
        EnergyTwins energies = new EnergyTwins(row);
        XmmName.of(fits.path(), headers).ifPresent(name -> XmmColumns.fill(name, row));
        energies.settle();
        tags.ifPresent(read -> merge(read, row));
        energies.settle();
        ObsCoreRow unruled = row.build();
        profile.ifPresent(match -> match.fill(row));
        findings.addAll(rules.apply(fits, headers, contents.kind(), row));
        energies.settle();
        ObsCoreRow ruled = row.build();
        return new Product(
                inferred.hdu().index(),
                inferred.hdu().name(),
                ProductRole.PRODUCT,
                ruled,
                references,
                tags.flatMap(VoTags::carried),
                Making.observed(fits, inferred.hdu(), tags.flatMap(VoTags::carried)),
                inferred.nativeValues(),
                CalibrationIdentity.of(fits, inferred.hdu(), headers),
                tags.map(VoTags::declared).orElse(Map.of()),
                said.alone() && unruled.isCoveredBy(ruled) ? said.toRemember(fits) : Optional.empty());
    }

    /// Tags win over inference, but what an earlier inference of ours wrote is no evidence against a newer one
    /// that says otherwise.
    private static void merge(VoTags tags, ObsCoreRow.Builder row) {
        tags.values().forEach((column, value) -> {
            Value inferred = row.get(column);
            boolean yields = tags.inferred(column)
                    && inferred.isPresent()
                    && !inferred.value().equals(value.value());
            if (!yields) {
                row.set(column, value);
            }
        });
    }

    private FileDescription associated(
            FitsFile fits,
            FileContents contents,
            Optional<VoTags> tags,
            Optional<ProfileMatch> profile,
            Siblings siblings,
            List<Finding> findings) {
        Map.Entry<Hdu, HduContent> associated = contents.associated();
        Hdu hdu = associated.getKey();
        boolean damaged = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        if (damaged && (!hdu.isComplete() || associated.getValue() == HduContent.EMPTY)) {
            findings.add(finding(
                    fits.path(), ProductFinding.NO_PRODUCT_LEFT, "what can be read of the file holds no product"));
            return failed(fits, findings);
        }
        Inference.Inferred inferred = Inference.inferAssociated(fits, contents, hdu);
        findings.addAll(inferred.findings());
        HeaderChain headers = HeaderChain.of(hdu, fits.hdus().getFirst());
        ObsCoreRow.Builder row = inferred.row().with();
        EnergyTwins energies = new EnergyTwins(row);
        XmmName.of(fits.path(), headers).ifPresent(name -> XmmColumns.fill(name, row));
        energies.settle();
        tags.ifPresent(read -> merge(read, row));
        energies.settle();
        profile.ifPresent(match -> match.fill(row));
        findings.addAll(rules.apply(fits, headers, Optional.empty(), row));
        energies.settle();
        ProductRole role = role(associated.getValue(), row);
        if (role == ProductRole.OTHER) {
            String what = associated.getValue() == HduContent.EMPTY ? " holds no data" : " is no data product";
            findings.add(finding(fits.path(), MappingFinding.NO_PRODUCT, hdu + what));
        }
        Set<Path> consulted = new LinkedHashSet<>();
        List<Reference> references = references(fits, hdu, tags, siblings, findings, consulted);
        Product product = new Product(
                hdu.index(),
                hdu.name(),
                role,
                row.build(),
                references,
                tags.flatMap(VoTags::carried),
                Making.observed(fits, hdu, tags.flatMap(VoTags::carried)),
                inferred.nativeValues(),
                CalibrationIdentity.of(fits, hdu, headers),
                tags.map(VoTags::declared).orElse(Map.of()),
                Optional.empty());
        return new FileDescription(
                fits.path(),
                role == ProductRole.PRODUCT ? Outcome.PUBLISHED : Outcome.ASSOCIATED,
                List.of(product),
                findings.stream().distinct().toList(),
                Optional.of(fits.fingerprint()),
                profile.map(ProfileMatch::identity),
                List.copyOf(consulted));
    }

    /// What tags or rules give a product type is a product, also where inference sees none.
    private static ProductRole role(HduContent content, ObsCoreRow.Builder row) {
        if (!row.get(ObsCoreColumn.DATAPRODUCT_TYPE).isPresent()) {
            return ProductRole.of(content);
        }
        if (!row.get(ObsCoreColumn.CALIB_LEVEL).isPresent()) {
            row.set(ObsCoreColumn.CALIB_LEVEL, 2, new Origin.Minted("calib_level of a product known by tags or rules"));
        }
        return ProductRole.PRODUCT;
    }

    private static FileDescription failed(FitsFile fits, List<Finding> findings) {
        return new FileDescription(
                fits.path(), Outcome.FAILED, List.of(), findings, Optional.of(fits.fingerprint()), List.of());
    }
}
