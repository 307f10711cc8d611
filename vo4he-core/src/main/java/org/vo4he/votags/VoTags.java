// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Card;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;
import org.vo4he.provenance.CarriedProvenance;
import org.vo4he.provenance.InputListFile;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.RecordedInference;

/// What the VO-TAGS extension of a file says; and the four things that a pipeline does with it: [#read], [#write],
/// [#check] and [#strip].
///
/// @param values those that are set, each with the origin [Origin.Tag]; never a column of the publisher
/// @param recorded where a value came from when `annotate` wrote it, unless the value was edited since
/// @param inference what inference said when `annotate` wrote these values, unless any of them was edited since
/// @param declared the publisher's columns as the tags have them
/// @param others cards that are no ObsCore keywords, such as `DISC_TYP`; kept when the file is annotated
///     again
/// @param provenanceJson the cell of the column `provenance` as it is
/// @param provenance what that says; nothing where it can't be read
public record VoTags(
        Map<ObsCoreColumn, Value> values,
        Map<ObsCoreColumn, Origin> recorded,
        Optional<RecordedInference> inference,
        Map<ObsCoreColumn, String> declared,
        List<Card> others,
        Optional<String> provenanceJson,
        ProvenanceDocument provenance,
        List<Finding> findings) {

    public VoTags {
        values = copy(values);
        recorded = copy(recorded);
        declared = copy(declared);
        others = List.copyOf(others);
        findings = List.copyOf(findings);
    }

    /// What the tags of a file say.
    ///
    /// @param file plain or gzip
    /// @return empty when the file has no VO-TAGS
    /// @throws NotFitsException if the content is no FITS
    public static Optional<VoTags> read(Path file) throws IOException, NotFitsException {
        try (FitsFile fits = FitsFile.open(file)) {
            return VoTagsReader.read(fits).map(tags -> tags.withListsChecked(file));
        }
    }

    /// The same of a file that is open; lists of inputs are not looked for.
    public static Optional<VoTags> read(FitsFile file) {
        return VoTagsReader.read(file);
    }

    /// The HDU that holds the tags, of several the one that counts.
    public static Optional<Hdu> extension(FitsFile file) {
        return VoTagsReader.extension(file);
    }

    /// Lists of inputs are looked for beside the file.
    private VoTags withListsChecked(Path file) {
        List<String> faults =
                InputListFile.faults(provenance, file.toAbsolutePath().getParent());
        if (faults.isEmpty()) {
            return this;
        }
        List<Finding> all = new ArrayList<>(findings);
        String where = file.getFileName() + " " + VoTagsReader.EXTNAME;
        faults.forEach(fault -> all.add(new Finding(VoTagsFinding.INPUT_LIST, where, fault)));
        return new VoTags(values, recorded, inference, declared, others, provenanceJson, provenance, all);
    }

    /// Writes a row, and provenance, as the VO-TAGS of a file; no other HDU changes by a byte.
    ///
    /// A value of the row whose origin is a tag keeps the origin that was recorded with it. The publisher's
    /// columns are written only if given on the command line, with a warning; as declared in the file they stay.
    /// A row is refused of which [#read] would leave values out again, as of `t_min` above `t_max`.
    ///
    /// @param in plain or gzip
    /// @param out the same file for annotating it in place; another one that exists there is replaced
    /// @return with the outcome REFUSED and the reason as a finding, the file is as it was
    /// @throws NotFitsException if the content is no FITS
    public static WriteReport write(Path in, Path out, ObsCoreRow row, WriteOptions options)
            throws IOException, NotFitsException {
        return VoTagsWriter.annotate(in, out, row, options);
    }

    /// The same of a file that is open, which is refused when it changed since.
    public static WriteReport write(FitsFile in, Path out, ObsCoreRow row, WriteOptions options) throws IOException {
        return VoTagsWriter.annotate(in, out, row, options);
    }

    /// What is odd about the tags of a file, and what of it is lost to a reader. Empty when all is as this program
    /// would write it.
    ///
    /// @throws NotFitsException if the content is no FITS
    public static List<Finding> check(Path file) throws IOException, NotFitsException {
        try (FitsFile fits = FitsFile.open(file)) {
            List<Finding> findings = new ArrayList<>(fits.findings());
            VoTagsReader.read(fits)
                    .ifPresentOrElse(
                            tags -> findings.addAll(tags.withListsChecked(file).findings()),
                            () -> findings.add(new Finding(
                                    VoTagsFinding.NONE,
                                    file.getFileName().toString(),
                                    "the file has no VO-TAGS extension")));
            return List.copyOf(findings);
        }
    }

    /// Takes VO-TAGS out of a file: what remains is the file as it was before they were written.
    ///
    /// @param out the same file for stripping it in place; another one that exists there is replaced
    /// @throws NotFitsException if the content is no FITS
    public static WriteReport strip(Path in, Path out, WriteOptions options) throws IOException, NotFitsException {
        return VoTagsWriter.strip(in, out, options);
    }

    /// Whether the tag's value was inferred by an earlier `annotate`: then it is no evidence of its own, and
    /// newer inference replaces it.
    public boolean inferred(ObsCoreColumn column) {
        return recorded.containsKey(column) && isInference(recorded.get(column));
    }

    /// The cell of the column `provenance` with what it says.
    public Optional<CarriedProvenance> carried() {
        boolean unreadable =
                findings.stream().anyMatch(finding -> finding.code() == VoTagsFinding.PROVENANCE_UNREADABLE);
        return provenanceJson.map(
                json -> new CarriedProvenance(json, unreadable ? Optional.empty() : Optional.of(provenance)));
    }

    private static boolean isInference(Origin origin) {
        return switch (origin) {
            case Origin.Card _,
                    Origin.Column _,
                    Origin.Wcs _,
                    Origin.LinkedFile _,
                    Origin.Profile _,
                    Origin.Minted _,
                    Origin.Standard _,
                    Origin.Derived _ -> true;
            case Origin.Tag _, Origin.Rule _, Origin.Publisher _, Origin.Given _, Origin.Absent _ -> false;
        };
    }

    private static <V> Map<ObsCoreColumn, V> copy(Map<ObsCoreColumn, V> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(map));
    }
}
