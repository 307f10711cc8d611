// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the text of a query, the SQL that it becomes only reads tables of the catalogue through functions of
/// ours.
class SandboxTest {

    /// Words of the SQL we print, outside of quotes.
    private static final Pattern PRINTED = Pattern.compile(
            "(?i)\\b(COPY|ATTACH|INSTALL|LOAD|PRAGMA|SET|EXPORT|IMPORT"
                    + "|INSERT|UPDATE|DELETE|DROP|CREATE|ALTER|CALL|read_\\w+|glob|getenv|query|query_table|duckdb_\\w+|\\w+_scan)\\b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM \"/etc/passwd\"",
                "SELECT * FROM \"https://example.org/x.parquet\"",
                "SELECT * FROM information_schema.tables",
                "SELECT * FROM pg_catalog.pg_tables",
                "SELECT * FROM duckdb_settings()",
                "SELECT * FROM duckdb_settings",
                "SELECT * FROM \"ivoa.obscore; DROP TABLE x\"",
                "SELECT getenv('HOME') FROM obscore",
                "SELECT \"getenv\"('HOME') FROM obscore",
                "SELECT getvariable('base_url') FROM obscore",
                "SELECT rowid FROM obscore",
                "SELECT vo4he_region_area(s_region) FROM obscore",
                "SELECT query('SELECT 1') FROM obscore",
                "SELECT current_setting('x') FROM obscore",
                "WITH w AS (INSERT INTO x VALUES (1)) SELECT * FROM w",
                "SELECT 1 FROM obscore WHERE s_ra = (SELECT 1 FROM obscore)"
            })
    void whatIsNoTableOrFunctionOfTheServiceIsRefused(String adql) {
        assertThatThrownBy(() -> AdqlChecker.check(AdqlParser.parse(adql), TestCatalogue.OBSCORE))
                .isInstanceOf(AdqlException.class);
    }

    @Test
    void noTextOrNameOfAQueryEverStandsOutsideQuotes() throws Exception {
        String words = "COPY ATTACH read_csv PRAGMA '; DROP \"x\"";
        String text = "'" + words.replace("'", "''") + "'";
        String name = "\"" + words.replace("\"", "\"\"") + "\"";
        for (String adql : List.of(
                "SELECT " + text + " AS " + name + " FROM obscore AS " + name + " WHERE obs_id = " + text,
                "SELECT " + name + "." + name + " FROM (SELECT obs_id AS " + name + " FROM obscore) AS " + name,
                "WITH " + name + " AS (SELECT 1 AS " + name + " FROM obscore) SELECT * FROM " + name,
                "SELECT obs_id AS " + name + " FROM obscore ORDER BY " + name,
                "SELECT obs_id FROM obscore WHERE obs_id LIKE " + text + " OR obs_id IN (" + text + ")")) {
            assertThat(outsideQuotes(print(adql))).doesNotContainPattern(PRINTED);
        }
    }

    /// 200 queries put together at random from fragments that an attacker would try.
    @Test
    void randomFragmentsNeverPrintMoreThanAQuery() {
        List<String> fragments = List.of(
                "SELECT",
                "*",
                "FROM",
                "obscore",
                "WHERE",
                "obs_id",
                "=",
                "'x'",
                "''",
                "'",
                "\"",
                "--",
                "/*",
                "*/",
                ";",
                "COPY",
                "ATTACH",
                "read_csv('x')",
                "(",
                ")",
                ",",
                "UNION",
                "1",
                "\\",
                "$$",
                "\n",
                "TOP 1",
                "AS",
                "||",
                "s_ra",
                ".",
                "IN",
                "EXISTS",
                "AND",
                "NOT",
                "\u0000",
                "\u2019",
                "CAST(",
                "AS VARCHAR)",
                "%",
                "::");
        Random random = new Random(61);
        int printed = 0;
        for (int i = 0; i < 200; i++) {
            StringBuilder adql = new StringBuilder("SELECT obs_id FROM obscore ");
            for (int j = 0; j < 1 + random.nextInt(6); j++) {
                adql.append(fragments.get(random.nextInt(fragments.size()))).append(' ');
            }
            try {
                String sql = print(adql.toString());
                printed++;
                assertThat(outsideQuotes(sql))
                        .as(adql.toString())
                        .doesNotContainPattern(PRINTED)
                        .doesNotContain(";");
            } catch (AdqlException refused) {
                assertThat(refused).hasMessageStartingWith("line ");
            }
        }
        assertThat(printed).isPositive();
    }

    private static String print(String adql) throws AdqlException {
        return new DuckDbDialect()
                .print(AdqlChecker.check(AdqlParser.parse(adql), TestCatalogue.OBSCORE), 10)
                .sql();
    }

    private static String outsideQuotes(String sql) {
        String outside = sql.replaceAll("'(?:[^']|'')*'", " ").replaceAll("\"(?:[^\"]|\"\")*\"", " ");
        assertThat(outside).doesNotContain("'").doesNotContain("\"");
        return outside;
    }
}
