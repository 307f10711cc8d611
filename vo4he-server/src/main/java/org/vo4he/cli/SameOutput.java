// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vo4he.fits.NotFitsException;
import org.vo4he.reprocess.Verification;

/// Which output of a run a product is: the one of its name; else the only one; else the only one with its data, as
/// files are renamed when archived.
final class SameOutput {

    private SameOutput() {}

    /// @throws CommandFailure when it can't be told
    static Path of(Path product, List<Path> outputs) throws IOException {
        List<Path> named = outputs.stream()
                .filter(output -> output.getFileName().equals(product.getFileName()))
                .toList();
        if (named.size() == 1 || outputs.size() == 1) {
            return named.isEmpty() ? outputs.getFirst() : named.getFirst();
        }
        List<Path> alike = new ArrayList<>();
        for (Path output : outputs) {
            if (isIdentical(product, output)) {
                alike.add(output);
            }
        }
        if (alike.size() == 1) {
            return alike.getFirst();
        }
        throw new CommandFailure(
                "which output of its run " + product + " is can't be told: none has its name; there are "
                        + outputs.stream()
                                .map(output -> output.getFileName().toString())
                                .collect(Collectors.joining(", ")));
    }

    private static boolean isIdentical(Path product, Path output) throws IOException {
        try {
            return Verification.of(product, output).isIdentical();
        } catch (NotFitsException _) {
            return false;
        }
    }
}
