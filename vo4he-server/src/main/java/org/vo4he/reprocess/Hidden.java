// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Folders and files that are not to be read. Landlock can only allow: what may be read is everything beside them.
///
/// @param places real paths; those that are there
record Hidden(List<Path> places) {

    static Hidden of(List<Path> named) {
        List<Path> there = new ArrayList<>();
        for (Path place : named) {
            try {
                there.add(place.toRealPath());
            } catch (IOException _) {
                continue; // what is not there needs not be hidden
            }
        }
        return new Hidden(there.stream().distinct().toList());
    }

    /// What may be read: every file and folder beside the way to a hidden place, and what is opened all the same. What
    /// is made on the way later is in none of them. Empty when nothing is hidden.
    ///
    /// @param opened files that may be read though they lie in a hidden folder
    Optional<List<Path>> others(Collection<Path> opened) throws IOException {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<Path> others = new ArrayList<>();
        beside(places.getFirst().getRoot(), others);
        for (Path file : opened) {
            Path real = file.toRealPath();
            if (places.stream().anyMatch(real::startsWith)) {
                others.add(real);
            }
        }
        return Optional.of(others);
    }

    /// A link needs no leave: what it leads to has it, or has it not.
    private void beside(Path folder, List<Path> others) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (places.contains(entry) || Files.isSymbolicLink(entry)) {
                    continue;
                }
                if (places.stream().anyMatch(place -> place.startsWith(entry))) {
                    beside(entry, others);
                } else {
                    others.add(entry);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException _) {
            // removed meanwhile, or not ours to list: what can't be found can't be allowed
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
