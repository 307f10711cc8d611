// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.vo4he.diagnostics.Severity;
import org.vo4he.obscore.ObsCoreRow;

/// Reads what the harvest wrote, product by product. Each call uses a connection of its own: safe on any
/// thread.
public final class Products {

    private static final String COLUMNS = """
            SELECT obs_publisher_did, short_id, path, hdu_index, hdu_name, role, published, obs_collection, file_size,
                   media_type, fingerprint, declared_did, withdrawn
            FROM vo4he.products
            """;

    /// Outcome twice, number of files, offset.
    private static final String PAGE_OF_FILES = """
             FROM vo4he.files
            WHERE ? = '' OR outcome = ?
            ORDER BY path
            LIMIT ? OFFSET ?""";

    private final DuckDBConnection connection;
    private final LinkLookups lookups;

    Products(DuckDBConnection connection, LinkLookups lookups) {
        this.connection = connection;
        this.lookups = lookups;
    }

    /// The product of that publisher DID, withdrawn or not.
    public Optional<ProductRecord> byDid(String did) throws StoreException {
        return one(COLUMNS + "WHERE obs_publisher_did = ?", did);
    }

    /// The products whose tags declare that publisher DID: more than one when two files claim it.
    public List<ProductRecord> byDeclaredDid(String did) throws StoreException {
        return many(COLUMNS + "WHERE declared_did = ? ORDER BY obs_publisher_did", did);
    }

    public Optional<ProductRecord> byShortId(String shortId) throws StoreException {
        return one(COLUMNS + "WHERE short_id = ?", shortId);
    }

    /// The products of a file: none when it is not FITS or failed.
    ///
    /// @param path relative to the published folder
    public List<ProductRecord> byPath(String path) throws StoreException {
        return many(COLUMNS + "WHERE path = ? ORDER BY hdu_index, obs_publisher_did", path);
    }

    /// The products whose files have this name, wherever they lie; by path.
    public List<ProductRecord> byFileName(String name) throws StoreException {
        return many(
                COLUMNS + "WHERE withdrawn = 0 AND (path = ? OR ends_with(path, '/' || ?)) ORDER BY path, hdu_index",
                name,
                name);
    }

    /// The products whose files have, or had when provenance was last matched, this checksum; by path.
    ///
    /// @param checksum `sha256:` and 64 digits, or `datasum:` and a DATASUM
    public List<ProductRecord> byChecksum(String checksum) throws StoreException {
        return many(COLUMNS + """
                WHERE withdrawn = 0 AND obs_publisher_did IN (
                    SELECT did FROM vo4he.datasums WHERE checksum = ?
                    UNION ALL
                    SELECT entity FROM vo4he.prov_entities WHERE checksum = ? AND matched NOT IN ('AMBIGUOUS', 'NONE'))
                ORDER BY path, hdu_index""", checksum, checksum);
    }

    /// The products of files with this fingerprint, withdrawn ones too, by path.
    List<ProductRecord> byFingerprint(String fingerprint) throws StoreException {
        return many(COLUMNS + "WHERE fingerprint = ? ORDER BY path, hdu_index, obs_publisher_did", fingerprint);
    }

    /// Every product, also withdrawn ones, by path.
    public List<ProductRecord> all() throws StoreException {
        return many(COLUMNS + "ORDER BY path, hdu_index, obs_publisher_did");
    }

    /// The published products observed last, newest first.
    public List<ProductRecord> latest(int count) throws StoreException {
        return many("""
                SELECT p.obs_publisher_did, short_id, path, hdu_index, hdu_name, role, published, p.obs_collection,
                       file_size, media_type, fingerprint, declared_did, withdrawn
                FROM vo4he.products p JOIN ivoa.obscore o ON o.obs_publisher_did = p.obs_publisher_did
                ORDER BY o.t_min DESC NULLS LAST, p.obs_publisher_did
                LIMIT ?""", count);
    }

    /// The row of a published or associated product with the origin of each value. The columns of the publisher are
    /// among them, but `access_url`. Empty for a withdrawn product.
    public Optional<ObsCoreRow> row(String did) throws StoreException {
        return text("SELECT origins FROM vo4he.details WHERE did = ?", did).map(StoredJson::row);
    }

    /// The file's own words, such as TIMESYS and TSTART.
    public Map<String, String> nativeValues(String did) throws StoreException {
        return text("SELECT native_values FROM vo4he.details WHERE did = ?", did)
                .map(StoredJson::texts)
                .orElse(Map.of());
    }

    /// The publisher's columns as the file's tags declare them: column name and value.
    public Map<String, String> declared(String did) throws StoreException {
        return text("SELECT declared FROM vo4he.details WHERE did = ?", did)
                .map(StoredJson::texts)
                .orElse(Map.of());
    }

    /// The provenance JSON that the file's tags carry.
    public Optional<String> provenance(String did) throws StoreException {
        return text("SELECT provenance FROM vo4he.details WHERE did = ? AND provenance IS NOT NULL", did);
    }

    /// What a product was made of, or what was made of it, as the provenance of all products together tells it.
    ///
    /// @param did of a product of this archive, withdrawn or not
    /// @param depth how many relations are followed, one after the other
    /// @param mostNodes how many files and runs are told of
    public Lineage lineage(String did, Lineage.Direction direction, int depth, int mostNodes) throws StoreException {
        try (DuckDBConnection own = connection.duplicate()) {
            return new LineageSearch(own).from(did, direction, depth, mostNodes);
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
    }

    /// The newest version of a product, if that is another one.
    public Optional<NewestVersion> newest(String did) throws StoreException {
        return list(NewestVersion::read, NewestVersion.QUERY, did).stream().findFirst();
    }

    /// What is left of a product that was withdrawn.
    public Tombstone tombstone(String did) throws StoreException {
        return new Tombstone(
                list(Tombstone::instant, Tombstone.SINCE, did).stream().findFirst(),
                list(row -> NeighbourTable.card(row, 0), Tombstone.SUCCESSORS, did, did, did));
    }

    /// The files a product names, in the order of its header.
    public List<LinkRecord> links(String did) throws StoreException {
        return list(
                Products::link,
                "SELECT did, keyword, name, target_path FROM vo4he.links WHERE did = ? ORDER BY rowid",
                did);
    }

    /// Many products and what belongs to them, by the ID asked for: a DID, or one that the tags of a single
    /// file declare. An ID without product is missing in the answer; a withdrawn product is not.
    public Map<String, LinkedProduct> linked(Collection<String> ids) throws StoreException {
        return look(lookup -> lookup.find(ids));
    }

    /// Which of these IDs lead to no product because the tags of several declare them.
    public Map<String, Contested> contested(Collection<String> ids) throws StoreException {
        return look(lookup -> lookup.contested(ids));
    }

    /// Those of these DIDs whose products carry provenance that tells of a run.
    public Set<String> traced(Collection<String> dids) throws StoreException {
        return look(lookup -> lookup.traced(dids));
    }

    /// The provenance JSON that the files' tags carry, by DID.
    public Map<String, String> provenance(Collection<String> dids) throws StoreException {
        return look(lookup -> lookup.provenance(dids));
    }

    private <T> T look(LinkLookups.Look<T> look) throws StoreException {
        try {
            return lookups.look(look);
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
    }

    /// The products that name a file.
    public List<LinkRecord> linksTo(String path) throws StoreException {
        return list(
                Products::link,
                "SELECT did, keyword, name, target_path FROM vo4he.links WHERE target_path = ? ORDER BY did, keyword",
                path);
    }

    /// The findings about a file, in the order they were made.
    public List<FindingRecord> findings(String path) throws StoreException {
        return list(
                Products::finding,
                "SELECT path, code, severity, place, message FROM vo4he.findings WHERE path = ? ORDER BY number",
                path);
    }

    /// The files of the published folder by path, a page of them. Three queries, whatever the page holds.
    ///
    /// @param outcome name of an outcome; empty for every file
    public List<FileReport> files(Optional<String> outcome, int count, long offset) throws StoreException {
        Object[] page = {outcome.orElse(""), outcome.orElse(""), count, offset};
        Map<String, List<ProductRecord>> products =
                many(COLUMNS + "WHERE path IN (SELECT path" + PAGE_OF_FILES + ") ORDER BY path, hdu_index", page)
                        .stream()
                        .collect(Collectors.groupingBy(ProductRecord::path));
        Map<String, List<FindingRecord>> findings =
                list(Products::finding, """
                        SELECT path, code, severity, place, message FROM vo4he.findings
                        WHERE path IN (SELECT path""" + PAGE_OF_FILES + ") ORDER BY path, number", page).stream()
                        .collect(Collectors.groupingBy(FindingRecord::path));
        return list(
                row -> new FileReport(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        products.getOrDefault(row.getString(1), List.of()),
                        findings.getOrDefault(row.getString(1), List.of())),
                "SELECT path, size, outcome" + PAGE_OF_FILES,
                page);
    }

    List<FindingRecord> allFindings() throws StoreException {
        return list(
                Products::finding,
                "SELECT path, code, severity, place, message FROM vo4he.findings ORDER BY path, number, code, message");
    }

    /// Findings of these codes, about any file.
    List<FindingRecord> findingsOf(List<String> codes) throws StoreException {
        return list(Products::finding, """
                SELECT path, code, severity, place, message FROM vo4he.findings
                WHERE code IN (SELECT unnest(string_split(?, chr(10))))""", String.join("\n", codes));
    }

    /// How many files ended how: `PUBLISHED`, `ASSOCIATED`, `NOT_FITS`, `FAILED`.
    public Map<String, Long> fileCounts() throws StoreException {
        return counts("SELECT outcome, count(*) FROM vo4he.files GROUP BY outcome ORDER BY outcome");
    }

    /// How many published products each `dataproduct_type` has; those without one count as the empty text.
    public Map<String, Long> productTypes() throws StoreException {
        return counts("""
                SELECT coalesce(dataproduct_type, ''), count(*) FROM ivoa.obscore GROUP BY 1 ORDER BY 1""");
    }

    /// How many findings of each severity there are.
    public Map<String, Long> findingCounts() throws StoreException {
        return counts("SELECT severity, count(*) FROM vo4he.findings GROUP BY severity ORDER BY severity");
    }

    private Map<String, Long> counts(String sql) throws StoreException {
        Map<String, Long> counts = new java.util.LinkedHashMap<>();
        list(row -> counts.put(row.getString(1), row.getLong(2)), sql);
        return counts;
    }

    private Optional<ProductRecord> one(String sql, Object... binds) throws StoreException {
        return many(sql, binds).stream().findFirst();
    }

    private List<ProductRecord> many(String sql, Object... binds) throws StoreException {
        return list(Products::product, sql, binds);
    }

    private Optional<String> text(String sql, Object... binds) throws StoreException {
        return list(row -> row.getString(1), sql, binds).stream().findFirst();
    }

    private <T> List<T> list(Sql.RowReader<T> reader, String sql, Object... binds) throws StoreException {
        try (DuckDBConnection own = connection.duplicate()) {
            return Sql.list(own, reader, sql, binds);
        } catch (SQLException failure) {
            throw new StoreException.Failed(failure);
        }
    }

    static ProductRecord product(ResultSet row) throws SQLException {
        return product(row, 0);
    }

    /// @param before columns of the result in front of the product's
    static ProductRecord product(ResultSet row, int before) throws SQLException {
        return new ProductRecord(
                row.getString(before + 1),
                row.getString(before + 2),
                row.getString(before + 3),
                row.getInt(before + 4),
                row.getString(before + 5),
                row.getString(before + 6),
                row.getInt(before + 7) == 1,
                row.getString(before + 8),
                row.getLong(before + 9),
                row.getString(before + 10),
                Optional.ofNullable(row.getString(before + 11)),
                Optional.ofNullable(row.getString(before + 12)),
                row.getInt(before + 13) == 1);
    }

    static LinkRecord link(ResultSet row) throws SQLException {
        return new LinkRecord(
                row.getString(1), row.getString(2), row.getString(3), Optional.ofNullable(row.getString(4)));
    }

    private static FindingRecord finding(ResultSet row) throws SQLException {
        return new FindingRecord(
                row.getString(1),
                row.getString(2),
                Severity.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5));
    }
}
