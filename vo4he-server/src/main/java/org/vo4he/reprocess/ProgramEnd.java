// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.RunLog.Complaint;

/// What is told of how a program ended: its exit code, what is known to end programs with that, and what its own log
/// says of the reason.
///
/// @param confined whether anything keeps it to its folder
record ProgramEnd(ExternalProgram program, RunLog log, boolean confined) {

    /// Of engines of containers (podman-run(1), docker run): the engine itself failed.
    private static final int ENGINE_FAILED = 125;

    /// Of shells and engines (POSIX, 2.8.2).
    private static final int NOT_EXECUTABLE = 126;

    private static final int NOT_FOUND = 127;

    /// Added to the number of a signal, as shells and Java have it.
    private static final int SIGNALLED = 128;

    private static final int KILLED = 9;

    /// SIGXFSZ, signal(7).
    private static final int FILE_TOO_LARGE = 25;

    private static final int LAST_SIGNAL = 64;

    /// @throws StepException when it was none without a fault
    void check(int exitCode) throws StepException {
        if (exitCode != 0) {
            throw new StepException("%s ended with exit code %d%s%s"
                    .formatted(program.name(), exitCode, meaning(exitCode), reason(exitCode)));
        }
    }

    /// What should be known though it ended without a fault.
    Optional<Finding> finding() {
        return confined && log.tellsOf(Complaint.REFUSED)
                ? Optional.of(new Finding(
                        ReprocessFinding.REFUSED,
                        program.name(),
                        program.name() + " ended without a fault" + refused() + ": look whether its outputs are whole"))
                : Optional.empty();
    }

    private String meaning(int exitCode) {
        int signal = exitCode - SIGNALLED;
        if (exitCode == FILE_TOO_LARGE + SIGNALLED) {
            return " (a file grew beyond " + program.limits().outputBytes() + " bytes)";
        }
        if (signal >= 1 && signal <= LAST_SIGNAL) {
            return " (killed by signal " + signal + killer(signal) + ")";
        }
        boolean container = program.container().isPresent();
        return switch (exitCode) {
            case ENGINE_FAILED -> container ? " (the engine could not run its container: the log says why)" : "";
            case NOT_EXECUTABLE -> " (a command may not be executed: the log says which)";
            case NOT_FOUND -> " (a command was not found: the log says which)";
            default ->
                container && log.tellsOf(Complaint.NO_COMMAND) ? " (its command was not found in the container)" : "";
        };
    }

    /// The kernel kills what takes more memory than a container has, and nobody tells.
    private String killer(int signal) {
        return signal == KILLED
                        && program.container().isPresent()
                        && program.limits().memoryBytes() > 0
                ? ", as is what takes more than the " + program.limits().memoryBytes()
                        + " bytes of memory that its container has"
                : "";
    }

    private String reason(int exitCode) {
        if (log.tellsOf(Complaint.NO_MEMORY) && program.limits().memoryBytes() > 0) {
            return "; its log says that memory was refused to it: it may have "
                    + program.limits().memoryBytes() + " bytes";
        }
        return confined && log.tellsOf(Complaint.REFUSED) && exitCode < SIGNALLED ? refused() : "";
    }

    private String refused() {
        return "; its log says that something was refused to it: it may change files in its own folder only"
                + (program.confinement().network() ? "" : ", and not use the network")
                + (program.confinement().hidden().isEmpty() ? "" : ", nor read what vo4he keeps secret");
    }
}
