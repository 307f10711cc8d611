// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.vo4he.extract.ExtractResult;
import org.vo4he.extract.ExtractStep;
import org.vo4he.reprocess.Arguments;
import org.vo4he.reprocess.Finished;
import org.vo4he.reprocess.Parameter.Role;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.PlannedInput;
import org.vo4he.reprocess.PlannedStep;
import org.vo4he.reprocess.RunListener;
import org.vo4he.reprocess.Step;
import org.vo4he.reprocess.StepDefinition;
import org.vo4he.reprocess.StepException;
import org.vo4he.reprocess.StepListener;
import org.vo4he.reprocess.Workspace;

/// The step `extract` with arguments of the command line, run and recorded as steps of every plan are; what it counted
/// is kept.
record ExtractRun(ExtractStep step) {

    private static final int PERMILLE = 1000;

    /// @param files with VO-TAGS and provenance, the background of a spectrum among them
    record Made(ExtractResult result, List<Path> files) {}

    /// Only counts.
    ExtractResult counted(Arguments arguments, Workspace workspace) throws StepException, IOException {
        try (Bar bar = Bar.of()) {
            return step.extract(arguments, workspace, bar.step());
        }
    }

    /// @param folder private to the run
    Made made(Arguments arguments, Path folder, Describing describing)
            throws StepException, IOException, InterruptedException {
        Keeping keeping = new Keeping(step, new AtomicReference<>());
        try (Bar bar = Bar.of()) {
            Finished finished = Remakers.executor(describing, Integer.MAX_VALUE, Long.MAX_VALUE)
                    .run(plan(keeping, arguments, describing), folder, bar.run());
            return new Made(
                    keeping.result.get(),
                    finished.outputs().stream().map(Finished.Output::file).toList());
        }
    }

    private static Plan plan(Step step, Arguments arguments, Describing describing) throws IOException {
        Map<String, String> values = new LinkedHashMap<>(arguments.values());
        Map<String, PlannedInput> inputs = new LinkedHashMap<>();
        for (var input : step.definition().of(Role.INPUT)) {
            Optional<Path> file = arguments.file(input.name());
            if (file.isPresent()) {
                values.remove(input.name());
                inputs.put(input.name(), PlannedInput.Stored.of(file.get(), describing.declaredDid(file.get())));
            }
        }
        PlannedStep only = new PlannedStep(0, step, step.definition(), values, inputs, Map.of());
        return new Plan(List.of(only), Optional.empty(), List.of(), List.of());
    }

    /// Keeps what the step counted.
    private record Keeping(ExtractStep step, AtomicReference<ExtractResult> result) implements Step {

        @Override
        public StepDefinition definition() {
            return step.definition();
        }

        @Override
        public List<String> companions(Arguments arguments) {
            return step.companions(arguments);
        }

        @Override
        public void run(Arguments arguments, Workspace workspace, StepListener listener)
                throws StepException, IOException {
            result.set(step.extract(arguments, workspace, listener));
        }
    }

    /// A bar where somebody looks.
    private record Bar(Optional<ProgressBar> bar) implements AutoCloseable {

        static Bar of() {
            return new Bar(
                    Terminal.isOne()
                            ? Optional.of(new ProgressBarBuilder()
                                    .setTaskName("extract")
                                    .setInitialMax(PERMILLE)
                                    .setStyle(ProgressBarStyle.ASCII)
                                    .build())
                            : Optional.empty());
        }

        private void stepTo(double fraction) {
            bar.ifPresent(shown -> shown.stepTo((long) (fraction * PERMILLE)));
        }

        StepListener step() {
            return new StepListener() {
                @Override
                public void progress(double fraction) {
                    stepTo(fraction);
                }

                @Override
                public void log(String line) {
                    // the pass has nothing to say but how far it is
                }
            };
        }

        RunListener run() {
            return new RunListener() {
                @Override
                public void step(int number, int of, String name) {
                    // there is one
                }

                @Override
                public void progress(double fraction) {
                    stepTo(fraction);
                }

                @Override
                public void log(String line) {
                    // it lies in the private folder, and goes with it
                }
            };
        }

        @Override
        public void close() {
            bar.ifPresent(ProgressBar::close);
        }
    }
}
