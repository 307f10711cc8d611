// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.provenance.ProductRecords;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;
import org.vo4he.provenance.RecordedOrigin;

/// Reads VO-TAGS as SVOM and others write them: strings for numbers, `NotSet`, odd spellings. Never throws
/// for what the extension holds: what is odd is a finding, and what can't be understood is left out.
final class VoTagsReader {

    /// EXTNAME of the extension.
    static final String EXTNAME = "VO-TAGS";

    private VoTagsReader() {}

    /// @return empty when the file has no VO-TAGS extension
    static Optional<VoTags> read(FitsFile file) {
        List<Hdu> candidates = extensions(file);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Hdu hdu = chosen(candidates).orElseThrow();
        List<Finding> findings = new ArrayList<>();
        String where = file.path().getFileName() + " " + EXTNAME;
        if (candidates.size() > 1) {
            findings.add(new Finding(
                    VoTagsFinding.SEVERAL,
                    where,
                    candidates.size() + " extensions are named VO-TAGS; HDU " + hdu.index() + " of EXTVER "
                            + hdu.version() + " is read"));
        }
        Optional<String> json = new ProvenanceCell(hdu, where, findings).read();
        checkVersion(hdu, where, findings);
        TagCards cards = TagCards.of(hdu.header().cards(), where, findings);
        ProvenanceDocument document = document(json, where, findings);
        ProductRecords records = ProductRecords.of(document);
        TagValues values = new TagValues(cards.with(records.texts()), () -> FileClock.of(file), where, findings);
        new RecordCheck(records, where, findings)
                .check(values.content(ObsCoreColumn.FLUX_MODEL), values.content(ObsCoreColumn.ENERGY_BAND));
        Map<ObsCoreColumn, Origin> recorded = origins(document, values, where, findings);
        recorded.forEach(values::cameFrom);
        return Optional.of(new VoTags(
                values.values(),
                recorded,
                document.inference().filter(inference -> inference.seal().equals(values.seal())),
                values.declared(),
                cards.others(),
                json,
                document,
                findings));
    }

    /// The extension that is read: of several the one of the highest EXTVER, the last of equals.
    static Optional<Hdu> extension(FitsFile file) {
        return chosen(extensions(file));
    }

    private static Optional<Hdu> chosen(List<Hdu> candidates) {
        return candidates.stream().max(Comparator.comparingLong(Hdu::version).thenComparingInt(Hdu::index));
    }

    /// A version of ours to come may mean other things; one of none is the seed's.
    private static void checkVersion(Hdu hdu, String where, List<Finding> findings) {
        hdu.header()
                .text("VOT_VER")
                .filter(version -> !version.strip().equals(VoTagsHdu.VERSION))
                .ifPresent(version -> findings.add(new Finding(
                        VoTagsFinding.VERSION,
                        where + " VOT_VER",
                        "VOT_VER is '" + version.strip() + "'; it is read as version " + VoTagsHdu.VERSION)));
    }

    /// All extensions of that name, in the order of the file. The primary HDU is never one, nor is a torn
    /// extension: without its provenance nobody knows which of its values were inferred.
    static List<Hdu> extensions(FitsFile file) {
        List<Hdu> extensions = new ArrayList<>();
        for (Hdu hdu : file.hdus()) {
            if (hdu.index() > 0 && hdu.isComplete() && hdu.name().equalsIgnoreCase(EXTNAME)) {
                extensions.add(hdu);
            }
        }
        return extensions;
    }

    private static ProvenanceDocument document(Optional<String> json, String where, List<Finding> findings) {
        if (json.isEmpty()) {
            return ProvenanceDocument.EMPTY;
        }
        try {
            ProvenanceJson.Reading reading = ProvenanceJson.read(json.get());
            reading.remarks().forEach(remark -> findings.add(new Finding(VoTagsFinding.PROVENANCE_ODD, where, remark)));
            return reading.document();
        } catch (ProvenanceFormatException e) {
            findings.add(new Finding(
                    VoTagsFinding.PROVENANCE_UNREADABLE, where, "the provenance is unreadable: " + e.getMessage()));
            return ProvenanceDocument.EMPTY;
        }
    }

    private static Map<ObsCoreColumn, Origin> origins(
            ProvenanceDocument document, TagValues values, String where, List<Finding> findings) {
        Map<ObsCoreColumn, Origin> recorded = new EnumMap<>(ObsCoreColumn.class);
        document.origins()
                .forEach((name, origin) -> ObsCoreColumn.named(name).ifPresent(column -> {
                    if (!values.isSealed(column, origin.seal())) {
                        return;
                    }
                    try {
                        recorded.put(column, Origin.of(origin.kind(), origin.detail()));
                    } catch (IllegalArgumentException e) {
                        findings.add(new Finding(
                                VoTagsFinding.PROVENANCE_ODD,
                                where,
                                "the recorded origin of " + name + " can't be read: " + e.getMessage()));
                    }
                }));
        return recorded;
    }

    /// The origin of a value as it is recorded, sealed with the value.
    static RecordedOrigin record(Origin origin, Object value) {
        return new RecordedOrigin(origin.kind(), origin.detail(), Seal.of(value));
    }
}
