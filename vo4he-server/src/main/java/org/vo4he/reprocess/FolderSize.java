// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// How much lies in a folder that is being written to. Links are not followed, and count as files of no size.
final class FolderSize extends SimpleFileVisitor<Path> {

    private long bytes;
    private int files;

    static FolderSize of(Path folder) throws IOException {
        FolderSize size = new FolderSize();
        Files.walkFileTree(folder, size);
        return size;
    }

    long bytes() {
        return bytes;
    }

    int files() {
        return files;
    }

    /// @param staged what was put there for the program
    /// @throws StepException when it is more than the program may write
    static void check(Path folder, ExternalProgram program, Staging staged) throws IOException, StepException {
        FolderSize size = of(folder);
        Limits limits = program.limits();
        if (size.files - staged.count() > limits.outputFiles()) {
            throw new StepException(
                    "%s was stopped: it made more than %d files".formatted(program.name(), limits.outputFiles()));
        }
        if (size.bytes - staged.copiedBytes() > limits.outputBytes()) {
            throw new StepException("%s was stopped: its files have more than %d bytes"
                    .formatted(program.name(), limits.outputBytes()));
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files++;
        bytes += attributes.isRegularFile() ? attributes.size() : 0;
        return FileVisitResult.CONTINUE;
    }

    /// Removed while we looked.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
        return FileVisitResult.CONTINUE;
    }
}
