// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.FindingCode;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.mapping.FileContents;
import org.vo4he.mapping.Inference;
import org.vo4he.mapping.InferenceFindings;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.provenance.RecordedInference;
import org.vo4he.votags.VoTags;

/// Inference that is remembered in a product's tags in place of being run again.
///
/// It is remembered only of what depends on nothing but the product: not where inference asked for a linked file,
/// and not for one of several products of a file. It is recalled while name and headers of the file, all tags and
/// the version of the inference are those of then. Data that were changed below an unchanged header are not noticed.
final class Recollection {

    private Recollection() {}

    /// What to remember; nothing where a finding is not about the file.
    static Optional<RecordedInference> of(FitsFile fits, Inference.Inferred inferred) {
        Map<String, String> absent = new LinkedHashMap<>();
        for (ObsCoreColumn column : inferred.row().told()) {
            if (inferred.row().get(column).origin() instanceof Origin.Absent(String why)) {
                absent.put(column.columnName(), why);
            }
        }
        String file = fits.path().getFileName().toString();
        List<RecordedInference.Remark> findings = new ArrayList<>();
        for (Finding finding : inferred.findings()) {
            if (!finding.where().startsWith(file)) {
                return Optional.empty();
            }
            String where = finding.where().substring(file.length());
            findings.add(new RecordedInference.Remark(finding.code().id(), where, finding.message()));
        }
        return Optional.of(
                new RecordedInference(ProductDescriber.version(), file, fits.fingerprint(), "", absent, findings));
    }

    /// What is remembered of a product whose tags these are, if it still holds: to be merged with the tags.
    static Optional<Inference.Inferred> recall(FitsFile fits, FileContents contents, Hdu hdu, VoTags tags) {
        String file = fits.path().getFileName().toString();
        return tags.inference()
                .filter(then -> then.mapper() == ProductDescriber.version()
                        && then.file().equals(file)
                        && then.headers().equals(fits.fingerprint()))
                .flatMap(then -> findings(then, file)
                        .map(findings -> Inference.recalled(fits, contents, hdu, row(then, tags), findings)));
    }

    /// With the values of the tags: what completes inference must see what there is.
    private static ObsCoreRow row(RecordedInference then, VoTags tags) {
        ObsCoreRow.Builder row = ObsCoreRow.builder();
        then.absent().forEach((name, why) -> ObsCoreColumn.named(name).ifPresent(column -> row.absent(column, why)));
        tags.values().forEach(row::set);
        return row.build();
    }

    /// Empty when one has a code that nobody knows.
    private static Optional<List<Finding>> findings(RecordedInference then, String file) {
        List<Finding> findings = new ArrayList<>();
        for (RecordedInference.Remark remark : then.findings()) {
            Optional<FindingCode> code = InferenceFindings.named(remark.code());
            if (code.isEmpty()) {
                return Optional.empty();
            }
            findings.add(new Finding(code.get(), file + remark.where(), remark.message()));
        }
        return Optional.of(findings);
    }
}
