// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder for each job that has run, side by side in one. Links in them are deleted, never followed.
///
/// @param all the folder of the folders
record JobFolders(Path all) {

    private static final Logger LOG = LoggerFactory.getLogger(JobFolders.class);

    Path of(String id) {
        return all.resolve(id);
    }

    /// Makes it, or empties it.
    Path empty(String id) throws IOException {
        Path folder = of(id);
        deleteTree(folder);
        return Files.createDirectories(folder);
    }

    /// A folder that can't be deleted now is deleted when the queue is opened again.
    void delete(String id) {
        try {
            deleteTree(of(id));
        } catch (IOException e) {
            LOG.warn("the folder of job {} could not be deleted: {}", id, e.toString());
        }
    }

    /// Deletes the folders that nobody needs: of jobs that are gone, of runs that were cut short.
    void deleteAllBut(Predicate<String> needed) throws IOException {
        Files.createDirectories(all);
        List<Path> left;
        try (Stream<Path> folders = Files.list(all)) {
            left = folders.filter(folder -> !needed.test(folder.getFileName().toString()))
                    .toList();
        }
        for (Path folder : left) {
            deleteTree(folder);
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException _) {
            // There is nothing to delete.
        }
    }
}
