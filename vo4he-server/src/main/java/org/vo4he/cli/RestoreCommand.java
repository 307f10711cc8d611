// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vo4he.backup.Backup;
import org.vo4he.backup.BackupException;
import org.vo4he.backup.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he restore`: a state folder out of a backup.
@Command(
        name = "restore",
        description = {
            "Make a state folder of a backup: all of it, or nothing.",
            "A damaged backup, one of a newer vo4he, and a folder that is not empty are refused."
        },
        footer = {"", "Examples:", "  vo4he restore vo4he-backup.zip --state S2", "  vo4he serve /data/xmm --state S2"})
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Path state = StateOption.required(spec, SettingOptions.settings(spec));
        try {
            Manifest manifest = new Backup(file).restore(state);
            spec.commandLine()
                    .getOut()
                    .println(state + ": " + manifest.bytes() + " bytes, " + manifest.publishedFiles()
                            + " published files, schema " + manifest.schema() + ", backup of " + manifest.made());
            return ExitCode.DONE;
        } catch (BackupException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }
}
