// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he get`: any request to the server, also where none runs.
@Command(
        name = "get",
        description = "Ask the server of a state folder, or one started for this question, and print its answer.",
        footer = {
            "",
            "Examples:",
            "  vo4he get /tap/capabilities --state S",
            "  vo4he get '/tap/sync?LANG=ADQL&FORMAT=csv&QUERY=SELECT+obs_id+FROM+ivoa.obscore' --state S"
        })
final class GetCommand implements Callable<Integer> {

    static final int FIRST_ERROR_STATUS = 400;

    private final OutputStream out;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "Path and query of the address, from the first / on.")
    private String path;

    /// @param out the answer goes there byte for byte
    GetCommand(OutputStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (!path.startsWith("/")) {
            throw new ParameterException(spec.commandLine(), "the path must start with /, found '" + path + "'");
        }
        try (StateServer server = StateOption.server(spec)) {
            HttpResponse<InputStream> response = server.get(path);
            try (InputStream body = response.body()) {
                body.transferTo(out);
                out.flush();
            }
            if (response.statusCode() >= FIRST_ERROR_STATUS) {
                throw new CommandFailure("the server answered with status " + response.statusCode());
            }
            return ExitCode.DONE;
        }
    }
}
