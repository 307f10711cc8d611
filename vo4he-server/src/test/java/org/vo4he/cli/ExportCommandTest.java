// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.samples.TracedFiles;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.Verdict;

/// `vo4he export`, with and without a server, read back by others: astropy, STILTS and DuckDB.
@Timeout(180)
class ExportCommandTest {

    private static final int PRODUCTS = 6;

    @TempDir
    private static Path folder;

    private static Path products;
    private static Path state;

    @BeforeAll
    static void harvest() throws Exception {
        products = Files.createDirectory(folder.resolve("products"));
        state = folder.resolve("state");
        TracedFiles files = new TracedFiles(products, "ivo://unregistered.vo4he/products?");
        files.chain();
        files.product("é + 'x'.pha");
        files.product("z.pha");
        assertThat(CommandRun.of("harvest", products, "--state", state, "--no-progress")
                        .exitCode())
                .isZero();
    }

    private static CommandRun export(Object... more) {
        Object[] words = new Object[more.length + 3];
        words[0] = "export";
        System.arraycopy(more, 0, words, 1, more.length);
        words[more.length + 1] = "--state";
        words[more.length + 2] = state;
        CommandRun run = CommandRun.of(words);
        assertThat(run.exitCode()).as(run.toString()).isZero();
        return run;
    }

    @Test
    void parquetHasTheTypesOfTheColumnsAndTheirUnitsBesideTheRows() throws Exception {
        Path file = folder.resolve("all.parquet");
        export("obscore", "--format", "parquet", "--out", file);

        assertThat(asked("SELECT count(*), count(access_url) FROM '" + file + "'"))
                .isEqualTo(PRODUCTS + "|0");
        assertThat(asked("""
                SELECT string_agg(column_type, ' ' ORDER BY column_name) FROM (DESCRIBE FROM '%s')
                WHERE column_name IN ('access_estsize', 'calib_level', 'obs_id', 'obs_release_date', 's_ra')""".formatted(file))).isEqualTo("BIGINT INTEGER VARCHAR TIMESTAMP DOUBLE");
        assertThat(asked("SELECT decode(value) FROM parquet_kv_metadata('" + file
                        + "') WHERE decode(key) = 'IVOA.VOTable-Parquet.content'"))
                .contains("<FIELD", "name=\"t_exptime\"", "unit=\"s\"");
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private static String asked(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            StringBuilder texts = new StringBuilder(String.valueOf(row.getObject(1)));
            for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
                texts.append('|').append(row.getObject(i));
            }
            return texts.toString();
        }
    }

    @Test
    void jsonLinesAreOneObjectForEachRowWithNumbersAndNulls() throws Exception {
        List<String> lines = export("--format", "jsonl", "--where", "obs_publisher_did LIKE '%z.pha'")
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(1);
        JsonNode row = new ObjectMapper().readTree(lines.getFirst());
        assertThat(row.get("calib_level").isInt()).isTrue();
        assertThat(row.get("s_ra").isNull()).isTrue();
        assertThat(row.get("dataproduct_type").textValue()).isEqualTo("spectrum");
    }

    @Test
    void astropyAndStiltsReadTheVotableAndTheCsv() {
        Path votable = folder.resolve("all.vot");
        Path csv = folder.resolve("all.csv");
        export("obscore", "--format", "votable", "--out", votable);
        export("obscore", "--format", "csv", "--out", csv);

        Verdict astropy = Judges.python("""
                import sys
                from astropy.table import Table
                table = Table.read(sys.argv[1], format='votable')
                text = Table.read(sys.argv[2], format='ascii.csv')
                print(len(table), len(text), table['t_exptime'].unit, table['access_estsize'].dtype, len(table.colnames),
                      table.colnames == text.colnames)
                """, votable.toString(), csv.toString());
        Verdict stilts = Judges.stilts("tpipe", "in=" + csv, "ifmt=csv", "omode=count");

        assertThat(astropy.out()).contains("6 6 s int64 60 True");
        assertThat(stilts.text()).contains("rows: " + PRODUCTS);
        assertThat(Judges.stilts("votlint", votable.toString()).text()).isBlank();
    }

    @Test
    void aRunningServerGivesEveryRowWhateverItsLimitsAndItsAddresses() throws Exception {
        try (Vo4heProcess server = Vo4heProcess.serve(products, state)) {
            String url = server.ready();
            Path file = folder.resolve("served.parquet");
            export("obscore", "--format", "parquet", "--out", file);
            export("obscore_hea", "--format", "csv", "--out", folder.resolve("hea.csv"));
            export("provenance.entity", "--format", "csv", "--out", folder.resolve("entities.csv"));

            assertThat(asked("SELECT count(*), any_value(access_url) FROM '" + file + "'"))
                    .startsWith(PRODUCTS + "|" + url.replaceAll("/$", "") + "/files?ID=");
            assertThat(folder.resolve("hea.csv")).content().startsWith("obs_publisher_did");
            assertThat(Files.readAllLines(folder.resolve("entities.csv"))).hasSize(1 + PRODUCTS);
        }
    }

    @Test
    void whatCannotBeExportedIsRefusedWithASentenceAndLeavesNoFile() {
        Path file = folder.resolve("none.csv");
        CommandRun table = CommandRun.of("export", "nosuch", "--format", "csv", "--state", state, "--out", file);
        CommandRun where =
                CommandRun.of("export", "--format", "csv", "--where", "nosuch = 1", "--state", state, "--out", file);
        CommandRun toTerminal = CommandRun.of("export", "--format", "parquet", "--state", state);

        assertThat(table.err()).contains("there is no table 'ivoa.nosuch'");
        assertThat(where.err()).contains("found nosuch, expected a column");
        assertThat(toTerminal.err()).contains("--format parquet needs --out");
        assertThat(List.of(table.exitCode(), where.exitCode(), toTerminal.exitCode()))
                .containsExactly(3, 3, 2);
        assertThat(file).doesNotExist();
    }
}
