// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vo4he.config.Settings;
import org.vo4he.pipeline.PipelineException;
import org.vo4he.pipeline.ProgramsFile;
import org.vo4he.reprocess.ExternalProgram;

/// The programs of the setting `steps`.
final class OperatorPrograms {

    private OperatorPrograms() {}

    /// @throws CommandFailure when the file can't be used
    static List<ExternalProgram> of(Settings settings) {
        Optional<Path> file = settings.steps();
        try {
            return file.isEmpty() ? List.of() : ProgramsFile.read(file.get());
        } catch (PipelineException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }
}
