// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.vo4he.config.Settings;
import org.vo4he.pipeline.Pipeline;
import org.vo4he.pipeline.PipelineException;
import org.vo4he.pipeline.PipelineFile;
import org.vo4he.pipeline.PipelineRun;
import org.vo4he.pipeline.RoutineRuns;
import org.vo4he.reprocess.Leftovers;
import org.vo4he.reprocess.Plan;
import org.vo4he.reprocess.PlannedStep;
import org.vo4he.reprocess.RunListener;
import org.vo4he.watch.FolderWatch;
import org.vo4he.watch.WatchSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vo4he run`: a pipeline, once or for each file that arrives.
@Command(
        name = "run",
        description = {
            "Run the steps of a pipeline (YAML): each output says by which steps, arguments and inputs it was made.",
            "With --watch, the pipeline runs once for each FITS file that arrives in a folder, also while this was not",
            "running; Ctrl-C stops (exit code 130)."
        },
        footer = {
            "",
            "Examples:",
            "  vo4he run spectrum.yaml --input events=m82.fits --out spectra",
            "  vo4he run spectrum.yaml --input events=m82.fits --out spectra --dry-run --json",
            "  vo4he run sas.yaml --steps programs.yaml --input events=pn.fits --out spectra",
            "  vo4he run spectrum.yaml --watch /data/incoming --out /data/spectra"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PIPELINE", description = "File of the pipeline.")
    private Path file;

    @Option(
            names = "--input",
            paramLabel = "NAME=FILE",
            description = "The file for an input of the pipeline; may be repeated.")
    private List<String> inputs = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder that the outputs are written to.")
    private Path out;

    @Option(names = "--watch", paramLabel = "FOLDER", description = "Run for each file that arrives there.")
    private Path watched;

    @Option(
            names = "--names",
            paramLabel = "GLOB",
            defaultValue = "*",
            description = "With --watch: names of the files that count, such as '*.evt*' (default: all that are FITS).")
    private String names;

    @Option(names = "--overwrite", description = "Replace files that are there already.")
    private boolean overwrite;

    @Option(names = "--dry-run", description = "Check everything, tell what would be run, and run nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "As JSON: the plan and the files written.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (watched != null && (dryRun || !inputs.isEmpty())) {
            throw usage("--watch finds the files itself: neither --input nor --dry-run go with it");
        }
        Map<String, Path> files = files();
        Settings settings = SettingOptions.settings(spec);
        return Shutdown.during(shutdown -> {
            try {
                PipelineRun pipeline = pipeline(settings);
                Leftovers.sweep();
                if (watched != null) {
                    watch(pipeline, settings, shutdown);
                    return ExitCode.DONE;
                }
                require(files.keySet(), pipeline.pipeline());
                Plan plan = pipeline.plan(files);
                Map<String, Path> written = dryRun ? Map.of() : run(pipeline, plan);
                tell(plan, written);
                return ExitCode.DONE;
            } catch (PipelineException e) {
                throw new CommandFailure(e.getMessage(), e);
            } catch (IOException e) {
                throw new CommandFailure(FileWriting.reason(e), e);
            }
        });
    }

    private PipelineRun pipeline(Settings settings) throws PipelineException {
        Describing describing = new Describing(settings);
        return new PipelineRun(
                PipelineFile.read(file, Remakers.programs(settings)),
                Remakers.executor(settings),
                describing::declaredDid);
    }

    private Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String input : inputs) {
            int equals = input.indexOf('=');
            if (equals < 1 || equals == input.length() - 1) {
                throw usage("--input " + input + ": NAME=FILE is wanted");
            }
            if (files.put(input.substring(0, equals), Path.of(input.substring(equals + 1))) != null) {
                throw usage("--input " + input + ": this input was given before");
            }
        }
        return files;
    }

    /// What the command line gives is what the pipeline takes.
    private void require(Set<String> given, Pipeline pipeline) {
        for (String name : given) {
            if (!pipeline.inputs().contains(name)) {
                throw usage("--input %s: the pipeline %s has no such input; it has %s"
                        .formatted(name, pipeline.name(), String.join(", ", pipeline.inputs())));
            }
        }
        for (String name : pipeline.inputs()) {
            if (!given.contains(name)) {
                throw usage("--input %s=FILE is missing: the pipeline %s takes it".formatted(name, pipeline.name()));
            }
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /// The log lies with the outputs, whatever the end.
    private Map<String, Path> run(PipelineRun pipeline, Plan plan) throws InterruptedException {
        List<String> names = plan.steps().stream()
                .filter(step -> pipeline.pipeline().keeps(step.number()))
                .flatMap(PlannedStep::outputNames)
                .toList();
        return new PrivateRun(out, out.resolve(pipeline.pipeline().name() + ".log"), overwrite).made(names, folder -> {
            PipelineRun.Made made = pipeline.run(plan, folder, progress());
            made.findings().forEach(spec.commandLine().getErr()::println);
            return made.files();
        });
    }

    private RunListener progress() {
        PrintWriter err = spec.commandLine().getErr();
        return new RunListener() {
            @Override
            public void step(int number, int of, String name) {
                err.println("step " + number + " of " + of + ": " + name);
            }

            @Override
            public void progress(double fraction) {}

            @Override
            public void log(String line) {}
        };
    }

    private void tell(Plan plan, Map<String, Path> written) {
        PrintWriter text = spec.commandLine().getOut();
        if (!json) {
            plan.steps().stream().filter(_ -> dryRun).forEach(step -> text.println(step.name() + ": would be run"));
            written.values().forEach(path -> text.println(path + ": written"));
            return;
        }
        ObjectNode answer = plan.toJson();
        ObjectNode outputs = answer.putObject("outputs");
        written.forEach((name, path) -> outputs.put(name, path.toString()));
        text.println(answer);
    }

    private void watch(PipelineRun pipeline, Settings settings, Shutdown shutdown)
            throws PipelineException, IOException, InterruptedException {
        Path folder = PublishedFolder.real(watched);
        Path target = Files.createDirectories(out).toRealPath();
        WatchSettings how = settings.watch().orElse(WatchSettings.defaults());
        RoutineRuns runs =
                shutdown.closing(RoutineRuns.open(folder, target, pipeline, names, StateFolder.of(settings, folder)));
        FolderWatch watch = shutdown.closing(FolderWatch.of(folder, target, how, runs));
        runs.catchUp(watch.readiness());
        watch.start();
        spec.commandLine().getOut().println("watching " + folder);
        new CountDownLatch(1).await();
    }
}
