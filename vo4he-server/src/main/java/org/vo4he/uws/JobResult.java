// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

/// One file that a job made, in the job's folder.
///
/// @param id by which it is asked for: `result`; letters, digits, `.`, `_` and `-`
/// @param file its name in the job's folder; a plain name, no path
/// @param bytes its size
public record JobResult(String id, String file, String mediaType, long bytes) {

    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9._-]{0,99}";

    public JobResult {
        if (!id.matches(NAME) || !file.matches(NAME)) {
            throw new IllegalArgumentException(
                    "a result is named by letters, digits and . _ -, found '" + id + "' in the file '" + file + "'");
        }
    }
}
