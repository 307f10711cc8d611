// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import org.vo4he.diagnostics.Severity;

/// A finding as stored: its code by name, so that findings of an older version stay readable.
///
/// @param path of the file it is about, relative to the published folder
public record FindingRecord(String path, String code, Severity severity, String where, String message) {}
