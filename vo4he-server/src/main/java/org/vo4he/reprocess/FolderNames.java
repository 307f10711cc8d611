// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folders of this machine that a run works with, as steps and programs name them in their messages. Who reads
/// the log of a run need not know where the files of an archive lie.
///
/// @param prefixes the longest first, each with a slash at its end
record FolderNames(List<String> prefixes) {

    /// The folder of a run, those of its inputs, and those in which the operator's programs and their files lie.
    static FolderNames of(Plan plan, Path run) {
        Stream<Path> programs = plan.steps().stream()
                .map(PlannedStep::step)
                .filter(ExternalStep.class::isInstance)
                .flatMap(step -> ((ExternalStep) step).program().places().map(Path::getParent));
        Stream<Path> inputs = plan.steps().stream()
                .flatMap(step -> step.inputs().values().stream())
                .flatMap(input -> input.stored().stream())
                .map(stored -> stored.file().toAbsolutePath().getParent());
        return new FolderNames(Stream.of(inputs, programs, Stream.of(run.toAbsolutePath()))
                .flatMap(folders -> folders)
                .filter(folder -> folder != null && folder.getNameCount() > 0)
                .map(folder -> folder + "/")
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /// Words with the names of files only.
    String leftOut(String words) {
        String told = words;
        for (String prefix : prefixes) {
            told = told.replace(prefix, "");
        }
        return told;
    }
}
