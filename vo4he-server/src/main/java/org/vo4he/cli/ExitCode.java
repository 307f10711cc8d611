// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

/// What a command tells its caller: the same five numbers for every subcommand.
final class ExitCode {

    /// Done; there may be warnings.
    static final int DONE = 0;

    /// Done, and something has a finding of severity error (with `--strict`: a warning).
    static final int FINDINGS = 1;

    /// The command line itself is wrong.
    static final int USAGE = 2;

    /// Failed, or refused.
    static final int FAILED = 3;

    /// Stopped by Ctrl-C or a signal.
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
