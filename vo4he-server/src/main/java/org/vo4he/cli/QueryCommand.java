// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he query`: ADQL from the terminal, by the path that every client's query takes.
@Command(
        name = "query",
        description = "Ask a state folder in ADQL and print the rows.",
        footer = {
            "",
            "Examples:",
            "  vo4he query \"SELECT obs_id, t_exptime FROM ivoa.obscore\" --state S",
            "  vo4he query \"SELECT * FROM ivoa.obscore\" --format votable --state S > all.vot"
        })
final class QueryCommand implements Callable<Integer> {

    private final OutputStream out;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ADQL", description = "The query, as one argument.")
    private String adql;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv, tsv, votable or votable/b2 (default: csv).")
    private String format;

    /// @param out the rows go there
    QueryCommand(OutputStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        String form = "LANG=ADQL&RESPONSEFORMAT=" + encoded(format) + "&QUERY=" + encoded(adql);
        try (StateServer server = StateOption.server(spec)) {
            try (InputStream body = Accepted.body(server.post("/tap/sync", form))) {
                body.transferTo(out);
                out.flush();
            }
            return ExitCode.DONE;
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
