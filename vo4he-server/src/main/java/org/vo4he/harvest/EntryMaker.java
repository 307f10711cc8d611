// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vo4he.diagnostics.Finding;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Membership;
import org.vo4he.product.Outcome;
import org.vo4he.product.Product;
import org.vo4he.product.ProductFinding;
import org.vo4he.product.ProductRole;
import org.vo4he.store.FileEntry;
import org.vo4he.store.FileEntry.ProductEntry;
import org.vo4he.store.FileRecord;
import org.vo4he.store.FileRecord.Consulted;
import org.vo4he.store.FindingRecord;
import org.vo4he.store.LinkRecord;
import org.vo4he.store.Observation;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.ProductVersion;

/// Makes the rows of a file from its description: gives DIDs, fills the publisher's columns, resolves references.
final class EntryMaker {

    private final CalibratedFiles files;
    private final Collection collection;
    private final String describedBy;

    /// Whose products they are.
    ///
    /// @param minted whether the name is that of the folder, not the archivist's
    record Collection(String authority, String name, boolean minted, boolean responsesAsRows) {

        String didPrefix() {
            return PublisherDid.prefix(authority, name);
        }
    }

    EntryMaker(CalibratedFiles files, Collection collection, String describedBy) {
        this.files = files;
        this.collection = collection;
        this.describedBy = describedBy;
    }

    /// @param mainDid of the file's main product
    FileEntry entry(Described described, String mainDid) {
        FileDescription description = complete(described);
        List<ProductEntry> products = products(described, description, mainDid);
        List<FindingRecord> findings = Stream.concat(
                        description.findings().stream(), UnresolvedReferences.of(described, description).stream())
                .map(finding -> record(described.file().path(), finding))
                .toList();
        return new FileEntry(fileRecord(described, description, products, findings), products, findings);
    }

    private static FindingRecord record(String path, Finding finding) {
        return new FindingRecord(path, finding.code().id(), finding.severity(), finding.where(), finding.message());
    }

    /// A description whose product lacks a value that may not be NULL would break the whole transaction.
    private FileDescription complete(Described described) {
        FileDescription description = described.description();
        for (Product product : description.products()) {
            for (ObsCoreColumn column : needed(product)) {
                if (!product.row().get(column).isPresent()) {
                    return Described.failed(
                            described.file(),
                            HarvestFinding.INCOMPLETE,
                            "HDU " + product.hduName() + " gives no " + column.columnName());
                }
            }
        }
        return description;
    }

    /// Columns that may not be NULL and are not the harvest's to fill.
    private List<ObsCoreColumn> needed(Product product) {
        if (!isRow(product)) {
            return List.of();
        }
        return product.role().isResponse()
                ? List.of(ObsCoreColumn.OBS_ID)
                : List.of(ObsCoreColumn.OBS_ID, ObsCoreColumn.CALIB_LEVEL);
    }

    private boolean isRow(Product product) {
        return product.role() == ProductRole.PRODUCT
                || collection.responsesAsRows() && product.role().isResponse();
    }

    private List<ProductEntry> products(Described described, FileDescription description, String mainDid) {
        List<ProductEntry> entries = new ArrayList<>();
        Map<String, Integer> versions = new HashMap<>();
        Set<String> given = new HashSet<>();
        for (Product product : description.products()) {
            int version = versions.merge(product.hduName(), 1, Integer::sum);
            String did = entries.isEmpty() ? mainDid : PublisherDid.ofPeer(mainDid, product.hduName(), version);
            if (given.add(did)) {
                entries.add(productEntry(described, description, product, did));
            }
        }
        return entries;
    }

    private ProductEntry productEntry(Described described, FileDescription description, Product product, String did) {
        FoundFile file = described.file();
        ObsCoreRow row = publishersColumns(product, described, did);
        Map<String, String> declared = new LinkedHashMap<>();
        product.declared().forEach((column, value) -> declared.put(column.columnName(), value));
        ProductRecord record = new ProductRecord(
                did,
                PublisherDid.shortId(did),
                file.path(),
                product.hduIndex(),
                product.hduName(),
                product.role().name(),
                isRow(product),
                row.text(ObsCoreColumn.OBS_COLLECTION).orElseThrow(),
                file.stamp().size(),
                described.mediaType(),
                description.fingerprint(),
                Optional.ofNullable(declared.get(ObsCoreColumn.OBS_PUBLISHER_DID.columnName())),
                false);
        List<LinkRecord> links = product.references().stream()
                .map(reference -> new LinkRecord(
                        did,
                        reference.keyword(),
                        reference.name(),
                        reference.isDid()
                                ? Optional.empty()
                                : described.siblings().lookup(reference.name()).path()))
                .toList();
        return new ProductEntry(
                record,
                row,
                product.fileWords(),
                declared,
                product.making(),
                links,
                Membership.of(product, record.fileName())
                        .map(of -> new Observation(of.observation(), of.source().orElse(""))),
                description
                        .identity()
                        .filter(_ -> product == description.products().getFirst())
                        .map(of ->
                                new ProductVersion(of.profile(), of.card(), of.key(), of.version(), of.searchable())));
    }

    private ObsCoreRow publishersColumns(Product product, Described described, String did) {
        ObsCoreRow.Builder row = product.row().with();
        if (product.role().isResponse() && !row.get(ObsCoreColumn.CALIB_LEVEL).isPresent()) {
            row.set(ObsCoreColumn.CALIB_LEVEL, 2, new Origin.Minted("calib_level of a response, ready for use"));
        }
        if (!row.get(ObsCoreColumn.OBS_COLLECTION).isPresent()) {
            row.set(
                    ObsCoreColumn.OBS_COLLECTION,
                    collection.name(),
                    collection.minted()
                            ? new Origin.Minted("name of the published folder")
                            : new Origin.Publisher("the collection's name in the configuration"));
        }
        long kilobytes = Math.max(1, Math.ceilDiv(described.file().stamp().size(), 1000));
        return row.set(
                        ObsCoreColumn.OBS_PUBLISHER_DID,
                        did,
                        new Origin.Publisher("made from authority, collection and path"))
                .set(
                        ObsCoreColumn.PUBLISHER_ID,
                        "ivo://" + collection.authority(),
                        new Origin.Publisher("the configured authority"))
                .set(
                        ObsCoreColumn.ACCESS_FORMAT,
                        described.mediaType(),
                        new Origin.Publisher("first bytes of the file"))
                .set(ObsCoreColumn.ACCESS_ESTSIZE, kilobytes, new Origin.Publisher("size of the file"))
                .absent(ObsCoreColumn.ACCESS_URL, "made from the server's address whenever it is asked for")
                .build();
    }

    private FileRecord fileRecord(
            Described described,
            FileDescription description,
            List<ProductEntry> products,
            List<FindingRecord> findings) {
        List<Consulted> consulted = consulted(description);
        Outcome outcome = description.outcome();
        return new FileRecord(
                described.file().path(),
                described.file().stamp(),
                outcome.name(),
                described.mediaType(),
                description.fingerprint(),
                wasRead(findings) ? describedBy : "",
                described.siblings().lookups(),
                consulted,
                ContentHash.of(outcome, described.mediaType(), description.fingerprint(), products, findings));
    }

    /// A file that could not be read looks the same when it can: it is tried again by each harvest.
    private static boolean wasRead(List<FindingRecord> findings) {
        return findings.stream().noneMatch(finding -> finding.code().equals(ProductFinding.UNREADABLE.id()));
    }

    private List<Consulted> consulted(FileDescription description) {
        return description.consulted().stream()
                .map(files::pathOf)
                .flatMap(path -> files.at(path).stream())
                .map(found -> new Consulted(found.path(), found.stamp()))
                .toList();
    }
}
