// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.sphere.Healpix;
import org.vo4he.sphere.Region;
import org.vo4he.sphere.SkyCircle;
import org.vo4he.sphere.UnitVector;
import org.vo4he.store.FileEntry.ProductEntry;

/// Records as rows for the appender: values in the order of the columns in `V1__start.sql`.
final class LedgerRows {

    /// After every finding of a single file.
    private static final int LAST = 1_000_000;

    private LedgerRows() {}

    static Object[] file(FileRecord file) {
        return new Object[] {
            file.path(),
            file.stamp().size(),
            file.stamp().modifiedNanos(),
            file.stamp().key(),
            file.outcome(),
            file.mediaType(),
            file.fingerprint().orElse(null),
            file.describedBy(),
            StoredJson.ofLookups(file.lookups()),
            StoredJson.ofConsulted(file.consulted()),
            file.contentHash()
        };
    }

    static List<Object[]> findings(List<FindingRecord> findings) {
        List<Object[]> rows = new ArrayList<>(findings.size());
        for (FindingRecord finding : findings) {
            rows.add(finding(finding, rows.size() + 1));
        }
        return rows;
    }

    static List<Object[]> lastFindings(List<FindingRecord> findings) {
        return findings.stream().map(finding -> finding(finding, LAST)).toList();
    }

    private static Object[] finding(FindingRecord finding, int number) {
        return new Object[] {
            finding.path(), number, finding.code(), finding.severity().name(), finding.where(), finding.message()
        };
    }

    static Object[] product(ProductRecord product) {
        return new Object[] {
            product.did(),
            product.shortId(),
            product.path(),
            product.hduIndex(),
            product.hduName(),
            product.role(),
            product.published() ? 1 : 0,
            product.collection(),
            product.size(),
            product.mediaType(),
            product.fingerprint().orElse(null),
            product.declaredDid().orElse(null),
            product.withdrawn() ? 1 : 0
        };
    }

    static Object[] details(ProductEntry entry) {
        return new Object[] {
            entry.record().did(),
            StoredJson.of(entry.row()),
            StoredJson.of(entry.nativeValues()),
            StoredJson.of(entry.declared()),
            entry.provenanceJson().orElse(null)
        };
    }

    static Object[] link(LinkRecord link) {
        return new Object[] {
            link.did(), link.keyword(), link.name(), link.targetPath().orElse(null)
        };
    }

    /// What the DATASUM card of the product's HDU says.
    static Optional<Object[]> datasum(ProductEntry entry) {
        ProductRecord product = entry.record();
        return Optional.ofNullable(entry.nativeValues().get("DATASUM")).map(sum -> new Object[] {
            product.did(), "datasum:" + sum.replaceFirst("^0+", ""), product.size(), PlainName.of(product.fileName())
        });
    }

    static Object[] observation(ProductRecord product, Observation of) {
        return new Object[] {product.did(), of.name(), of.source()};
    }

    static Object[] version(ProductRecord product, ProductVersion of) {
        return new Object[] {product.did(), of.profile(), of.card(), of.key(), of.version(), null};
    }

    /// The 60 columns, then the sky index of the position and the bounding circle of the region, if there are any.
    static Object[] obscore(ObsCoreRow row) {
        List<ObsCoreColumn> columns = ObsCoreColumn.core();
        Object[] values = new Object[columns.size() + 8];
        for (ObsCoreColumn column : columns) {
            values[column.ordinal()] = row.get(column).value();
        }
        row.number(ObsCoreColumn.S_RA)
                .ifPresent(ra -> row.number(ObsCoreColumn.S_DEC)
                        .filter(dec -> Math.abs(dec) <= 90)
                        .ifPresent(dec -> {
                            UnitVector vector = UnitVector.of(ra, dec);
                            values[columns.size()] = Healpix.index(Healpix.FINEST_ORDER, ra, dec);
                            values[columns.size() + 1] = vector.x();
                            values[columns.size() + 2] = vector.y();
                            values[columns.size() + 3] = vector.z();
                        }));
        row.text(ObsCoreColumn.S_REGION).flatMap(LedgerRows::bounds).ifPresent(bounds -> {
            UnitVector centre = bounds.centre();
            values[columns.size() + 4] = centre.x();
            values[columns.size() + 5] = centre.y();
            values[columns.size() + 6] = centre.z();
            values[columns.size() + 7] = bounds.radiusDeg();
        });
        return values;
    }

    /// The row of `ivoa.obscore_hea` beside that of [#obscore].
    static Object[] highEnergy(ObsCoreRow row) {
        List<ObsCoreColumn> columns = ObsCoreColumn.highEnergy();
        Object[] values = new Object[columns.size() + 1];
        values[0] = row.get(ObsCoreColumn.OBS_PUBLISHER_DID).value();
        for (int i = 0; i < columns.size(); i++) {
            values[i + 1] = row.get(columns.get(i)).value();
        }
        return values;
    }

    /// Empty for a text that is no region: every query then looks at the text itself.
    private static Optional<SkyCircle> bounds(String region) {
        try {
            return Optional.of(Region.parse(region).boundingCircle());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
