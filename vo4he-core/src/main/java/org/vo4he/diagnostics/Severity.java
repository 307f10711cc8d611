// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diagnostics;

/// How much a finding matters: only an [#ERROR] makes a command fail.
public enum Severity {
    INFO,
    WARNING,
    ERROR
}
