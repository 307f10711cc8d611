// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.vo4he.config.Settings;
import org.vo4he.http.HttpServer;
import org.vo4he.reprocess.Leftovers;
import org.vo4he.security.Token;
import org.vo4he.store.ServerFile;
import org.vo4he.watch.FolderWatch;
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
            "With --watch, files that arrive later are published as soon as they are whole.",
            "Ctrl-C stops the server (exit code 130)."
        },
        footer = {
            "",
            "Examples:",
            "  vo4he serve examples/products",
            "  vo4he serve /data/incoming --watch",
            "  vo4he serve /data/xmm --port 9000 --state /var/lib/vo4he",
            "  vo4he serve /data/xmm --base-url https://archive.example.org/vo"
        })
final class ServeCommand implements Callable<Integer> {

    /// Files that came just before the server started are there when it is ready; those still being written are not
    /// waited for.
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder to publish; it is only read.")
    private Path folder;

    @Option(names = "--no-progress", description = "No progress bar.")
    private boolean noProgress;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Settings settings = SettingOptions.settings(spec);
        Path published = PublishedFolder.real(folder);
        Path state = StateFolder.of(settings, published);
        Token token = Token.random();
        Leftovers.sweep();
        try (Shutdown shutdown = new Shutdown()) {
            try {
                Assembly assembly = shutdown.closing(Assembly.open(settings, state, published));
                Operations operations = shutdown.closing(assembly.operations());
                HttpServer server = shutdown.closing(assembly.listen(token, operations));
                shutdown.closing(() -> ServerFile.delete(state));
                note(state, settings.http().host(), server.port(), token);
                assembly.webhook(server.url()).ifPresent(shutdown::closing);
                Optional<FolderWatch> watch = assembly.watch();
                watch.ifPresent(shutdown::closing);
                harvest(assembly, shutdown);
                assembly.preparePages();
                if (watch.isPresent()) {
                    watch.get().start();
                    watch.get().awaitQuiet(FIRST_PATIENCE);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("told to stop while the last harvest was written");
                }
                spec.commandLine()
                        .getOut()
                        .println("ready " + server.url() + "/" + (watch.isPresent() ? " (watching)" : ""));
                new CountDownLatch(1).await();
                return ExitCode.DONE;
            } catch (InterruptedException | CommandFailure e) {
                if (shutdown.stopping()) {
                    return ExitCode.INTERRUPTED;
                }
                throw e;
            }
        }
    }

    /// Where our other commands find this server. It listens before it harvests, so that a port in use is told at once.
    private static void note(Path state, String host, int port, Token token) throws IOException {
        ServerFile.ofThisProcess(host, port, token.secret(), Vo4he.version()).write(state);
    }

    private void harvest(Assembly assembly, Shutdown shutdown) {
        long start = System.nanoTime();
        HarvestProgress progress = shutdown.closing(new HarvestProgress(!noProgress));
        HarvestSummary summary = HarvestSummary.of(assembly.harvest(Optional.empty(), false, progress));
        progress.close();
        spec.commandLine().getErr().println(summary.text((System.nanoTime() - start) / 1e9));
    }
}
