// SPDX-License-Identifier: Apache-2.0
/// The command line: one class for each subcommand, and the one place that wires everything.
///
/// May know every package; nobody imports it. Start at [org.vo4he.cli.Vo4he].
package org.vo4he.cli;
