// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.vo4he.config.Configuration;
import org.vo4he.config.Setting;
import org.vo4he.http.HttpServer;
import org.vo4he.security.Token;
import org.vo4he.store.ServerFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he serve`: harvests a folder, then serves it until it is stopped.
@Command(
        name = "serve",
        description = {
            "Harvest a folder of FITS files and serve it: TAP, DataLink, files and web pages.",
            "When every endpoint answers, one line is printed: ready http://…/",
            "Ctrl-C stops the server (exit code 130)."
        },
        footer = {
            "",
            "Examples:",
            "  vo4he serve examples/products",
            "  vo4he serve /data/xmm --port 9000 --state /var/lib/vo4he --base-url https://archive.example.org/vo"
        })
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder to publish; it is only read.")
    private Path folder;

    @Option(names = "--no-progress", description = "No progress bar.")
    private boolean noProgress;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Configuration configuration = SettingOptions.read(spec);
        Path published = PublishedFolder.real(folder);
        Path state = configuration.path(Setting.STATE).orElseGet(() -> StateFolder.of(published, System.getenv()));
        PublishedFolder.note(state, published);
        Token token = Token.random();
        Assembly assembly = Assembly.open(configuration, state, published);
        Shutdown shutdown = new Shutdown(assembly);
        try {
            HttpServer server = assembly.listen(token);
            shutdown.also(server);
            shutdown.also(() -> ServerFile.delete(state));
            new ServerFile(
                            configuration.text(Setting.HOST).orElseThrow(),
                            server.port(),
                            token.secret(),
                            ProcessHandle.current().pid())
                    .write(state);
            spec.commandLine().getOut().println("ready " + server.url() + "/");
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } finally {
            shutdown.run();
        }
    }
}
