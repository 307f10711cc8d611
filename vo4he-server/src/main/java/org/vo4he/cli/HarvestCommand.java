// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vo4he.config.Configuration;
import org.vo4he.config.Setting;
import org.vo4he.config.Settings;
import org.vo4he.config.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he harvest`: brings a state folder up to date with a folder of files, also one that a server has open.
@Command(
        name = "harvest",
        description = {
            "Bring a state folder up to date with a folder of FITS files.",
            "Files that did not change are not read again. A running server on the state does it itself."
        },
        footer = {
            "",
            "Examples:",
            "  vo4he harvest /data/xmm --state S",
            "  vo4he harvest /data/xmm --state S --report harvest.jsonl",
            "  vo4he harvest /data/xmm --state S --dry-run"
        })
final class HarvestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder to publish; it is only read.")
    private Path folder;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write one line of JSON for each file, and a last one with the sums.")
    private Path report;

    @Option(names = "--dry-run", description = "Look and report; write nothing to the state.")
    private boolean dryRun;

    @Option(names = "--no-progress", description = "No progress bar.")
    private boolean noProgress;

    @Option(names = "--strict", description = "Warnings too make the exit code 1.")
    private boolean strict;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = SettingOptions.read(spec);
        Settings settings = SettingOptions.settings(spec, configuration);
        Path published = PublishedFolder.real(folder);
        Path state = StateFolder.of(settings, published);
        long start = System.nanoTime();
        Optional<StateServer> running = StateServer.running(state);
        HarvestSummary summary =
                running.isPresent() ? there(running.get(), published, configuration) : here(state, published, settings);
        spec.commandLine().getErr().println(summary.text((System.nanoTime() - start) / 1e9));
        return summary.exitCode(strict);
    }

    private HarvestSummary here(Path state, Path published, Settings settings) {
        try (Shutdown shutdown = new Shutdown()) {
            Assembly assembly = shutdown.closing(Assembly.openToHarvest(settings, state, published));
            HarvestProgress progress = shutdown.closing(new HarvestProgress(!noProgress));
            return HarvestSummary.of(assembly.harvest(Optional.ofNullable(report), dryRun, progress));
        }
    }

    /// The server's own settings hold there: to set others here and see them ignored would be a trap.
    private HarvestSummary there(StateServer server, Path published, Configuration configuration) throws IOException {
        for (Setting setting : Setting.values()) {
            boolean given = configuration
                    .value(setting)
                    .filter(value -> value.source() instanceof Source.Option)
                    .isPresent();
            if (given && setting != Setting.STATE) {
                throw new CommandFailure(
                        "a server runs on this state and keeps its own settings: stop it, or leave out "
                                + setting.option());
            }
        }
        String form = "FOLDER=" + URLEncoder.encode(published.toString(), StandardCharsets.UTF_8) + "&DRYRUN=" + dryRun;
        try (server) {
            try (InputStream body = Accepted.body(server.post("/api/harvest", form))) {
                return new HarvestSummary(
                        new ObjectMapper().readTree(lastLine(body)).path("sums"));
            }
        }
    }

    /// Copies the lines into the report file, if one is wanted.
    private String lastLine(InputStream lines) throws IOException {
        OutputStream copy = report == null ? OutputStream.nullOutputStream() : Files.newOutputStream(report);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
                BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(copy, StandardCharsets.UTF_8))) {
            String last = "{}";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                writer.write(line + "\n");
                last = line;
            }
            return last;
        }
    }
}
