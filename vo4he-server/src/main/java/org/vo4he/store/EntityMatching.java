// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/// Finds the products that the files named in provenance are, for many at once. See [EntityMatch] for the order.
///
/// What may have to be told anew after a change: what the changed products name, what led or now leads to one of them
/// by DID, checksum, path or name, and what several products could be.
final class EntityMatching {

    private static final String PENDING = """
            CREATE OR REPLACE TEMPORARY TABLE prov_pending AS
            SELECT product, ref, alone, did, checksum, size, plain_name, target_path, candidates
            FROM vo4he.prov_entities WHERE matched <> 'ITSELF'
            """;

    private static final String TOUCHED = """
            AND (product IN (SELECT did FROM prov_changed)
                OR did IN (SELECT did FROM prov_changed UNION ALL
                           SELECT declared FROM prov_changed WHERE declared IS NOT NULL)
                OR checksum IN (SELECT checksum FROM vo4he.prov_entities
                                WHERE product IN (SELECT did FROM prov_changed) AND checksum IS NOT NULL)
                OR checksum IN (SELECT checksum FROM vo4he.datasums WHERE did IN (SELECT did FROM prov_changed))
                OR entity IN (SELECT did FROM prov_changed)
                OR target_path IN (SELECT path FROM prov_changed)
                OR plain_name IN (SELECT plain_name FROM prov_changed WHERE present = 0)
                OR matched = 'AMBIGUOUS')""";

    private static final String BY_DID = """
            SELECT e.product, e.ref, p.obs_publisher_did AS entity, 'DID' AS matched, 1 AS rank
            FROM prov_pending e JOIN vo4he.products p ON p.obs_publisher_did = e.did""";

    /// A tombstone is meant only where nothing present is.
    private static final String BY_DECLARED_DID = """
            SELECT product, ref, min(found), if(count(DISTINCT found) = 1, 'DECLARED_DID', 'AMBIGUOUS'),
                if(count(DISTINCT found) = 1, 2, 6)
            FROM (SELECT e.product, e.ref, p.obs_publisher_did AS found
                  FROM prov_pending e JOIN vo4he.products p ON p.declared_did = e.did
                  QUALIFY p.withdrawn = min(p.withdrawn) OVER (PARTITION BY e.product, e.ref))
            GROUP BY product, ref""";

    /// Digests known of products: as their own provenance records them, as their DATASUM card has it, and as found
    /// where a
    /// name led to a file. The last kind is only of SHA-256, which was compared with the file.
    private static final String BY_CHECKSUM = """
            SELECT product, ref, min(found), if(count(DISTINCT found) = 1, 'CHECKSUM', 'AMBIGUOUS'),
                if(count(DISTINCT found) = 1, 3, 7)
            FROM (SELECT e.product, e.ref, k.entity AS found
                  FROM prov_pending e JOIN (
                      SELECT checksum, entity, size, plain_name FROM vo4he.prov_entities
                      WHERE matched = 'ITSELF' AND checksum IS NOT NULL
                      UNION ALL
                      SELECT checksum, did, size, plain_name FROM vo4he.datasums
                      UNION ALL
                      SELECT n.checksum, t.did, n.size, n.plain_name FROM vo4he.prov_entities n
                      JOIN main_products t ON t.path = n.target_path
                      WHERE n.checksum LIKE 'sha256:%') k ON k.checksum = e.checksum
                  WHERE NOT regexp_matches(e.checksum, '^(datasum|crc|cksum|adler)')
                      OR k.plain_name = e.plain_name OR k.size = e.size)
            GROUP BY product, ref""";

    private static final String BY_NAME = """
            SELECT e.product, e.ref, t.did, 'NAME', 4
            FROM prov_pending e JOIN main_products t ON t.path = e.target_path""";

    private static final String BY_NAME_OF_WITHDRAWN = """
            SELECT product, ref, min(found), if(count(DISTINCT found) = 1, 'NAME', 'AMBIGUOUS'),
                if(count(DISTINCT found) = 1, 5, 8)
            FROM (SELECT e.product, e.ref, w.did AS found
                  FROM prov_pending e JOIN withdrawn w ON w.plain_name = e.plain_name
                  WHERE e.did IS NULL AND e.target_path IS NULL AND e.candidates = 0
                      AND (e.size IS NULL OR e.size = w.file_size) AND w.did <> e.product)
            GROUP BY product, ref""";

    private static final String SEVERAL_OF_THE_NAME = """
            SELECT product, ref, alone, 'AMBIGUOUS', 9 FROM prov_pending WHERE candidates > 1""";

    /// The first product of each file, and of each withdrawn one.
    private static final String PRODUCTS = """
            main_products AS MATERIALIZED (
                SELECT path, arg_min(obs_publisher_did, hdu_index) AS did FROM vo4he.products
                WHERE withdrawn = 0 AND path IN (
                    SELECT target_path FROM vo4he.prov_entities WHERE target_path IS NOT NULL)
                GROUP BY path),
            withdrawn AS MATERIALIZED (
                SELECT arg_min(obs_publisher_did, hdu_index) AS did, any_value(file_size) AS file_size,
                    regexp_replace(regexp_replace(lower(regexp_extract(path, '[^/]*$')), '(\\.gz)+$', ''),
                        '\\.ftz$', '.fit') AS plain_name
                FROM vo4he.products WHERE withdrawn = 1 GROUP BY path)""";

    private static final String FOUND = """
            CREATE OR REPLACE TEMPORARY TABLE prov_found AS
            WITH %s
            SELECT f.product, f.ref, if(f.matched = 'AMBIGUOUS', e.alone, f.entity) AS entity, f.matched
            FROM (%s) f JOIN prov_pending e ON e.product = f.product AND e.ref = f.ref
            QUALIFY row_number() OVER (PARTITION BY f.product, f.ref ORDER BY f.rank) = 1""".formatted(
                    PRODUCTS,
                    String.join(
                            "\nUNION ALL ",
                            BY_DID,
                            BY_DECLARED_DID,
                            BY_CHECKSUM,
                            BY_NAME,
                            BY_NAME_OF_WITHDRAWN,
                            SEVERAL_OF_THE_NAME,
                            "SELECT product, ref, alone, 'NONE', 10 FROM prov_pending"));

    private static final String TELL = """
            UPDATE vo4he.prov_entities e SET entity = f.entity, matched = f.matched
            FROM prov_found f
            WHERE f.product = e.product AND f.ref = e.ref AND (f.entity <> e.entity OR f.matched <> e.matched)""";

    /// Inputs found by checksum are links of their product like those found by DID: as such the DID is told.
    private static final String FORGET_LINKS = """
            DELETE FROM vo4he.links
            WHERE keyword = 'PROVENANCE_CHECKSUM' AND did IN (SELECT product FROM prov_pending)""";

    private static final String TELL_LINKS = """
            INSERT INTO vo4he.links
            SELECT DISTINCT e.product, 'PROVENANCE_CHECKSUM', e.entity, NULL
            FROM vo4he.prov_entities e
            JOIN vo4he.products p ON p.obs_publisher_did = e.product AND p.withdrawn = 0
            JOIN vo4he.prov_used u ON u.product = e.product AND u.ref = e.ref
            WHERE e.matched = 'CHECKSUM' AND e.target_path IS NULL AND e.entity <> e.product
                AND e.product IN (SELECT product FROM prov_pending)""";

    private final DuckDBConnection connection;

    EntityMatching(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// What the products in the temporary table `prov_changed` touch.
    void ofChanged() throws SQLException {
        match(PENDING + TOUCHED);
    }

    void ofAll() throws SQLException {
        match(PENDING);
    }

    private void match(String pending) throws SQLException {
        Sql.execute(connection, pending);
        if (Sql.first(connection, row -> row.getBoolean(1), "SELECT EXISTS (FROM prov_pending)")
                .orElseThrow()) {
            Sql.execute(connection, FOUND);
            Sql.execute(connection, TELL);
            Sql.execute(connection, FORGET_LINKS);
            Sql.execute(connection, TELL_LINKS);
            Sql.execute(connection, "DROP TABLE prov_found");
        }
        Sql.execute(connection, "DROP TABLE prov_pending");
    }
}
