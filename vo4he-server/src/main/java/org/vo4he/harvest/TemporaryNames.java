// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.util.List;
import java.util.Locale;

/// Names that programs give to files while they write them, to rename them in the end. Neither a harvest nor a watch
/// takes them.
public final class TemporaryNames {

    /// As browsers, copying programs and editors have them.
    private static final List<String> ENDINGS =
            List.of(".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp", "~");

    private TemporaryNames() {}

    /// Whether the path leads to such a file, or through a hidden folder. rsync writes to `.name.XXXXXX`.
    ///
    /// @param path relative to the published folder, `/` between its parts
    public static boolean lie(String path) {
        if (path.startsWith(".") || path.contains("/.")) {
            return true;
        }
        String lower = path.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
