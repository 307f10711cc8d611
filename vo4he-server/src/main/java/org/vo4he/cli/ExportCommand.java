// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vo4he.store.ParquetFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he export`: all rows of a table as one file.
@Command(
        name = "export",
        description = {
            "Write all rows of a table into a file: for archives that want only the table. Also while a server has the"
                    + " state folder open; its limits of queries don't count.",
            "The address of each file (access_url) is that of the running server; without one it is absent."
        },
        footer = {
            "",
            "Examples:",
            "  vo4he export obscore --format parquet --state S --out obscore.parquet",
            "  vo4he export obscore --format csv --state S --where \"dataproduct_type = 'spectrum'\" > spectra.csv",
            "  vo4he export obscore_hea --format votable --state S --out hea.vot"
        })
final class ExportCommand implements Callable<Integer> {

    /// The forms of a file.
    enum Format {
        parquet,
        votable,
        csv,
        jsonl
    }

    private final OutputStream standardOut;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TABLE",
            defaultValue = "obscore",
            description = "obscore, obscore_hea, or any table of TAP_SCHEMA by its full name (default: obscore).")
    private String table;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "parquet, votable (BINARY2), csv, or jsonl (a JSON object a line).")
    private Format format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write; an earlier one is replaced when the new one is whole. Else the standard"
                    + " output, but for parquet.")
    private Optional<Path> out;

    @Option(names = "--where", paramLabel = "ADQL", description = "Only rows of this condition.")
    private Optional<String> where;

    /// @param standardOut for rows without `--out`
    ExportCommand(OutputStream standardOut) {
        this.standardOut = standardOut;
    }

    @Override
    public Integer call() throws IOException {
        if (out.isEmpty()) {
            if (format == Format.parquet) {
                throw new ParameterException(spec.commandLine(), "--format parquet needs --out");
            }
            try (StateServer server = StateOption.server(spec)) {
                copy(server, standardOut);
            }
            standardOut.flush();
            return ExitCode.DONE;
        }
        Path target = out.get();
        Path folder = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target) || folder == null || !Files.isDirectory(folder)) {
            throw new CommandFailure("can't write " + target + ": it is a folder, or its folder is not there");
        }
        Path draft = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try (StateServer server = StateOption.server(spec)) {
            if (format == Format.parquet) {
                parquet(server, draft);
            } else {
                try (OutputStream file = Files.newOutputStream(draft)) {
                    copy(server, file);
                }
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return ExitCode.DONE;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void copy(StateServer server, OutputStream to) throws IOException {
        try (InputStream rows = rows(server, format)) {
            rows.transferTo(to);
        }
    }

    private void parquet(StateServer server, Path draft) throws IOException {
        Path scratch = Files.createTempDirectory("vo4he-export");
        byte[] head = head(server);
        List<ParquetFile.Column> columns = ExportedRows.columns(head);
        try (ExportedRows rows = new ExportedRows(columns, rows(server, Format.jsonl))) {
            ParquetFile.write(draft, columns, rows, votableOf(head), scratch);
        } catch (UncheckedIOException broken) {
            throw new CommandFailure("the rows did not come whole: " + broken.getMessage(), broken);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    /// Units, UCDs and descriptions, by the convention VOParquet 1.0: a VOTable without data beside the rows.
    private static Map<String, String> votableOf(byte[] head) {
        return Map.of(
                "IVOA.VOTable-Parquet.version",
                "1.0",
                "IVOA.VOTable-Parquet.content",
                new String(head, StandardCharsets.UTF_8));
    }

    private byte[] head(StateServer server) throws IOException {
        String query = "SELECT * FROM " + qualified();
        HttpResponse<InputStream> response =
                server.post("/tap/sync", "LANG=ADQL&MAXREC=0&RESPONSEFORMAT=votable&QUERY=" + encoded(query));
        try (InputStream body = Accepted.body(response)) {
            return body.readAllBytes();
        }
    }

    private InputStream rows(StateServer server, Format wire) throws IOException {
        String form = "TABLE=" + encoded(qualified()) + "&FORMAT=" + wire.name()
                + (server.isOurOwn() ? "&LINKS=no" : "")
                + where.map(condition -> "&WHERE=" + encoded(condition)).orElse("");
        return Accepted.body(server.post("/api/export", form));
    }

    private String qualified() {
        return table.contains(".") ? table : "ivoa." + table;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
