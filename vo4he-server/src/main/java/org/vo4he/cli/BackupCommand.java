// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vo4he.backup.Backup;
import org.vo4he.backup.BackupException;
import org.vo4he.backup.Manifest;
import org.vo4he.config.Settings;
import org.vo4he.store.Snapshot;
import org.vo4he.store.Store;
import org.vo4he.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `vo4he backup`: a state folder in one file, also while a server has it open.
@Command(
        name = "backup",
        description = {
            "Write a state folder into one file (zip), also while a server serves it: queries go on, a harvest waits for"
                    + " the moment of the copy.",
            "The file is checked before it gets its name; an earlier one of that name is replaced then.",
            "Products that were remade and published here are in it, with their files. The published folder is not, nor are jobs,"
                    + " what was made and not published, previews, logs and settings."
        },
        footer = {"", "Examples:", "  vo4he backup --state S --out vo4he-backup.zip"})
final class BackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Settings settings = SettingOptions.settings(spec);
        Path state = StateOption.required(spec, settings);
        Path folder = out.toAbsolutePath().getParent();
        if (Files.isDirectory(out) || folder == null || !Files.isDirectory(folder)) {
            throw new CommandFailure("can't write " + out + ": it is a folder, or its folder is not there");
        }
        Path draft = folder.resolve(
                "." + out.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            write(state, settings, draft);
            Manifest manifest = new Backup(draft).check();
            Files.move(draft, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            spec.commandLine().getOut().println(sentence(manifest));
            keptJobs(state).ifPresent(spec.commandLine().getOut()::println);
            return ExitCode.DONE;
        } catch (BackupException e) {
            throw new CommandFailure("the backup did not come whole: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private String sentence(Manifest manifest) throws IOException {
        return out + ": " + manifest.bytes() + " bytes of the state in " + Files.size(out) + ", "
                + manifest.publishedFiles() + " published files, schema " + manifest.schema() + ", " + manifest.made();
    }

    /// What an operator could expect in it, and would miss.
    private static Optional<String> keptJobs(Path state) throws IOException {
        long jobs = folders(state.resolve("jobs/reprocessing/jobs"));
        return jobs == 0
                ? Optional.empty()
                : Optional.of("not in it: " + (jobs == 1 ? "one job" : jobs + " jobs")
                        + " of products made again, with what they made and nobody published: publish what is to last, or"
                        + " copy " + state.resolve("jobs") + " while no server runs");
    }

    private static long folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).count();
        }
    }

    private static void write(Path state, Settings settings, Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream file = Channels.newOutputStream(channel)) {
            Optional<StateServer> running = StateServer.running(state);
            if (running.isPresent()) {
                fetch(running.get(), file);
            } else {
                writeHere(state, settings, file);
            }
            channel.force(true);
        }
    }

    private static void fetch(StateServer server, OutputStream file) throws IOException {
        try (server) {
            try (InputStream body = Accepted.body(server.post("/api/backup", ""))) {
                body.transferTo(file);
            }
        }
    }

    private static void writeHere(Path state, Settings settings, OutputStream file) throws IOException {
        if (!Files.exists(state.resolve(Store.fileNames().getFirst()))) {
            throw new CommandFailure(
                    "there is no state in the folder " + state + ": 'vo4he serve' or 'harvest' makes one");
        }
        try (Store store = Store.open(state, settings.store());
                Snapshot snapshot = store.snapshot()) {
            Backup.write(snapshot, settings.harvest().remadeFolder(store.directory()), Vo4he.version(), file);
        } catch (StoreException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }
}
