// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds the file that a product means by a name such as that of its RESPFILE card.
///
/// The harvester answers from the published folder only; nothing that a header says may lead out of it.
@FunctionalInterface
public interface Siblings {

    /// @param from the file that names the other
    /// @param name as the header writes it
    /// @return a readable file, or empty
    Optional<Path> find(Path from, String name);

    /// No other file is ever found.
    static Siblings none() {
        return (_, _) -> Optional.empty();
    }

    /// Looks in the folder of the product only: the last part of the name, as it is, with `.gz` added, or with
    /// `.gz` taken off.
    static Siblings sameFolder() {
        return (from, name) -> {
            String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            if (last.isBlank() || last.indexOf('\0') >= 0 || last.equals("..") || last.equals(".")) {
                return Optional.empty();
            }
            List<String> spellings = last.endsWith(".gz")
                    ? List.of(last, last.substring(0, last.length() - ".gz".length()))
                    : List.of(last, last + ".gz");
            return spellings.stream()
                    .map(from::resolveSibling)
                    .filter(Files::isRegularFile)
                    .findFirst();
        };
    }
}
