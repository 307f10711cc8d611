// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vo4he.config.Settings;
import org.vo4he.pipeline.PipelineException;
import org.vo4he.pipeline.ProgramsFile;
import org.vo4he.reprocess.Confinement;
import org.vo4he.reprocess.ExternalProgram;

/// The programs of the setting `steps`. What is secret is hidden from them.
final class OperatorPrograms {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorPrograms.class);

    private OperatorPrograms() {}

    /// @throws CommandFailure when the file can't be used
    static List<ExternalProgram> of(Settings settings) {
        Optional<Path> file = settings.steps();
        try {
            List<ExternalProgram> programs = file.isEmpty() ? List.of() : ProgramsFile.read(file.get());
            if (!programs.isEmpty()) {
                Confinement.warning(programs).ifPresent(LOG::warn);
            }
            List<Path> secrets = new ArrayList<>(settings.secrets());
            secrets.add(StateFolder.all(System.getenv()));
            return programs.stream()
                    .map(program -> program.confined(program.confinement().hiding(secrets)))
                    .toList();
        } catch (PipelineException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }
}
