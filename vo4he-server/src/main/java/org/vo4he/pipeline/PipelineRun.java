// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.Executor;
import org.vo4he.reprocess.Finished;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.RunListener;
import org.vo4he.reprocess.StepException;

/// Runs a pipeline in a private folder and gives out the files that are kept.
///
/// @param dids the identifier that a file says it has
public record PipelineRun(Pipeline pipeline, Executor executor, Function<Path, Optional<String>> dids) {

    /// What was made, by step and argument: `group.output`. A companion, such as a background, has its file name for an
    /// argument.
    ///
    /// @param log of the run
    /// @param findings of the steps, warnings only
    public record Made(Map<String, Path> files, Path log, List<Finding> findings) {}

    /// The plan for these files, checked.
    public Plan plan(Map<String, Path> files) throws PipelineException, IOException {
        return PipelinePlan.of(pipeline, files, dids);
    }

    /// @param folder private to the run; what is made lies in it, and its log, whatever the end
    public Made run(Plan plan, Path folder, RunListener listener)
            throws StepException, IOException, InterruptedException {
        Finished finished = executor.run(plan, folder, listener);
        Map<String, Path> files = new LinkedHashMap<>();
        for (Finished.Output output : finished.outputs()) {
            Pipeline.Stage stage = pipeline.steps().get(output.step());
            if (stage.keep()) {
                files.put(stage.name() + "." + output.name(), output.file());
            }
        }
        return new Made(files, finished.log(), finished.findings());
    }

    /// Deletes a private folder.
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> rest = Files.walk(folder)) {
            List<Path> all = rest.sorted(Comparator.reverseOrder()).toList();
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
