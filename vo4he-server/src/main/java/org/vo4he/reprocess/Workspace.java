// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// The private folder of one run, `runtime_data`: where a step works, and the only place from which outputs are taken.
///
/// @param folder absolute
public record Workspace(Path folder) {

    /// Letters, digits and a few marks; neither hidden nor an option.
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.,+@=%~-]{0,199}");

    public Workspace {
        folder = folder.toAbsolutePath().normalize();
    }

    /// Whether a file of this name can be an output: a plain name, no path.
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// The path of an output.
    ///
    /// @throws IllegalArgumentException when the name could lead out of the folder
    public Path output(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + Shown.text(name) + "' is no plain name of a file");
        }
        return folder.resolve(name);
    }
}
