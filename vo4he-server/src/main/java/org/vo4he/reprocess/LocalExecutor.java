// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;

/// Runs plans in this process, one step after the other, each in a folder of its own below `runtime_data`. The log
/// is `run.log`; it stays, however the run ends. Safe on any thread, for different folders.
///
/// @param tags completes what was made
/// @param host name of this machine in provenance
/// @param maxFiles most files that a step may leave that has no limits of its own
/// @param maxBytes most bytes of them together
public record LocalExecutor(OutputTags tags, Optional<String> host, int maxFiles, long maxBytes) implements Executor {

    /// Below the folder of a run: the folders of its steps.
    public static final String DATA = "runtime_data";

    /// In the folder of a run.
    public static final String LOG = "run.log";

    /// With the limits of a program of the operator's that has none of its own.
    public LocalExecutor(OutputTags tags, Optional<String> host) {
        this(tags, host, Limits.DEFAULT.outputFiles(), Limits.DEFAULT.outputBytes());
    }

    @Override
    public Finished run(Plan plan, Path folder, long mostBytes, RunListener listener)
            throws StepException, IOException, InterruptedException {
        Path log = folder.resolve(LOG);
        Path data = Files.createDirectories(folder.resolve(DATA));
        FolderNames folders = FolderNames.of(plan, folder);
        try (RunFile said = new RunFile(log, listener, folders::leftOut)) {
            try {
                LocalRun run = new LocalRun(plan, data, this, mostBytes, listener, said);
                List<Finished.Output> outputs = run.outputs();
                said.line("done");
                return new Finished(
                        outputs,
                        log,
                        run.findings().stream()
                                .map(finding -> told(finding, folders))
                                .toList());
            } catch (StepException e) {
                said.lastLine("failed: " + e.getMessage());
                throw new StepException(folders.leftOut(e.getMessage()), e);
            } catch (InterruptedException e) {
                said.lastLine("cancelled");
                throw e;
            } catch (UncheckedIOException e) {
                throw failure(e.getCause(), said);
            } catch (IOException e) {
                throw failure(e, said);
            } catch (RuntimeException e) {
                said.lastLine("failed: " + e);
                throw e;
            }
        }
    }

    private static Finding told(Finding finding, FolderNames folders) {
        return new Finding(finding.code(), folders.leftOut(finding.where()), folders.leftOut(finding.message()));
    }

    /// Reading a file ends so when the thread is interrupted.
    private static IOException failure(IOException e, RunFile said) throws InterruptedException {
        if (e instanceof ClosedByInterruptException || Thread.currentThread().isInterrupted()) {
            Thread.interrupted();
            said.lastLine("cancelled");
            InterruptedException cancelled = new InterruptedException("the run was cancelled");
            cancelled.initCause(e);
            throw cancelled;
        }
        said.lastLine("failed: " + e);
        return e;
    }
}
