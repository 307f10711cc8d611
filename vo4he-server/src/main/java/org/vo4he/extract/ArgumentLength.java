// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import java.util.Comparator;
import java.util.Map;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.StepException;

/// How long the texts of a run may be. What is made carries them in its provenance, of which a FITS file takes 28,799
/// characters in one row; the rest is for files, origins of values and the steps' own words.
final class ArgumentLength {

    private static final int MOST = 20_000;

    private ArgumentLength() {}

    /// @throws StepException naming the longest, when there are too many characters
    static void require(Arguments arguments) throws StepException {
        int all = arguments.values().values().stream().mapToInt(String::length).sum();
        if (all > MOST) {
            Map.Entry<String, String> longest = arguments.values().entrySet().stream()
                    .max(Comparator.comparingInt(entry -> entry.getValue().length()))
                    .orElseThrow();
            throw new StepException(
                    longest.getKey() + " has " + longest.getValue().length()
                            + " characters, and all arguments together may have " + MOST
                            + ", since what is made carries them in its provenance: ask for a simpler one");
        }
    }
}
