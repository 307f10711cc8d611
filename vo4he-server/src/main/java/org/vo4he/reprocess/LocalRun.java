// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.diagnostics.Finding;
import org.vo4he.reprocess.RoomWatch.Room;

/// One run of a plan on this machine.
final class LocalRun {

    private final Plan plan;
    private final Path data;
    private final LocalExecutor executor;
    private final long mostBytes;
    private final RunListener listener;
    private final RunFile log;
    private final RunProvenance provenance;
    private final Map<PlannedInput.Made, Path> made = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long copies;

    /// @param mostBytes that may lie in the folder, copies of inputs apart
    LocalRun(Plan plan, Path data, LocalExecutor executor, long mostBytes, RunListener listener, RunFile log) {
        this.plan = plan;
        this.data = data;
        this.executor = executor;
        this.mostBytes = mostBytes;
        this.listener = listener;
        this.log = log;
        this.provenance = new RunProvenance(plan, executor.host());
    }

    /// What the steps said of their outputs.
    List<Finding> findings() {
        return findings;
    }

    List<Finished.Output> outputs() throws StepException, IOException, InterruptedException {
        log.line("plan " + plan.hash());
        plan.findings().forEach(finding -> log.line(finding.toString()));
        List<Finished.Output> outputs = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            outputs.addAll(run(plan.steps().get(i), i));
        }
        return outputs;
    }

    private List<Finished.Output> run(PlannedStep step, int place)
            throws StepException, IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the run was cancelled");
        }
        int all = plan.steps().size();
        listener.step(place + 1, all, step.name());
        log.line("step %d of %d: %s %s"
                .formatted(place + 1, all, step.name(), step.step().version()));
        checkInputs(step, "was planned");
        Map<String, Path> inputs = inputs(step);
        Map<String, String> values = new LinkedHashMap<>(step.values());
        inputs.forEach((name, file) -> values.put(name, file.toString()));
        Map<String, List<Path>> lists = new LinkedHashMap<>();
        listed(step).forEach((name, list) -> {
            values.put(name, list.list());
            lists.put(name, list.files().stream().map(PlannedInput.Stored::file).toList());
        });
        Arguments arguments = Arguments.of(step.definition(), values).withLists(lists);
        Workspace workspace =
                new Workspace(Files.createDirectories(data.resolve(step.number() + "-" + plain(step.name()))));
        Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        RoomWatch.during(
                () -> step.step().run(arguments, workspace, partly(place, all)),
                step.name(),
                workspace.folder(),
                room(step.step(), read(inputs, lists)));
        checkInputs(step, "began");
        List<Finished.Output> outputs = collected(step, arguments, workspace);
        List<Finished.Output> beside = lists(step, workspace);
        provenance.ran(step, made, started, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        for (Finished.Output output : outputs) {
            executor.tags()
                    .write(output.file(), provenance.of(step, output), read(inputs, lists))
                    .forEach(log::line);
            made.put(new PlannedInput.Made(step.number(), output.name()), output.file());
        }
        listener.progress((place + 1.0) / all);
        return Stream.concat(outputs.stream(), beside.stream()).toList();
    }

    private static Map<String, PlannedInput.Listed> listed(PlannedStep step) {
        Map<String, PlannedInput.Listed> listed = new LinkedHashMap<>();
        step.inputs().forEach((name, input) -> {
            if (input instanceof PlannedInput.Listed list) {
                listed.put(name, list);
            }
        });
        return listed;
    }

    private static List<Path> read(Map<String, Path> inputs, Map<String, List<Path>> lists) {
        return Stream.concat(inputs.values().stream(), lists.values().stream().flatMap(List::stream))
                .toList();
    }

    /// Writes the lists that the outputs will refer to; they go where the outputs go.
    private List<Finished.Output> lists(PlannedStep step, Workspace workspace) throws IOException {
        List<Finished.Output> written = new ArrayList<>();
        for (Map.Entry<String, PlannedInput.Listed> input : listed(step).entrySet()) {
            RecordedList list = RecordedList.of(input.getKey(), input.getValue());
            Path file = workspace.output(list.file());
            Files.writeString(file, list.content());
            written.add(new Finished.Output(step.number(), list.file(), file, step == plan.target()));
        }
        return written;
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    private Map<String, Path> inputs(PlannedStep step) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Parameter parameter : step.definition().parameters()) {
            Optional.ofNullable(step.inputs().get(parameter.name()))
                    .flatMap(input -> switch (input) {
                        case PlannedInput.Stored stored -> Optional.of(stored.file());
                        case PlannedInput.Listed _ -> Optional.<Path>empty();
                        case PlannedInput.Made earlier -> Optional.of(made.get(earlier));
                    })
                    .ifPresent(file -> files.put(parameter.name(), file));
        }
        return files;
    }

    /// What the outputs would say of an input that is another one by now would be wrong.
    private static void checkInputs(PlannedStep step, String since) throws StepException, IOException {
        for (PlannedInput input : step.inputs().values()) {
            for (PlannedInput.Stored stored : input.stored()) {
                if (!stored.isTheSame()) {
                    throw new StepException("the input %s changed since the run %s"
                            .formatted(stored.file().getFileName(), since));
                }
            }
        }
    }

    private StepListener partly(int place, int all) {
        return new StepListener() {
            @Override
            public void progress(double fraction) {
                listener.progress((place + Math.clamp(fraction, 0, 1)) / all);
            }

            @Override
            public void log(String line) {
                log.line(line);
            }

            @Override
            public void finding(Finding finding) {
                log.line(finding.toString());
                findings.add(finding);
            }
        };
    }

    private List<Finished.Output> collected(PlannedStep step, Arguments arguments, Workspace workspace)
            throws StepException {
        boolean wanted = step == plan.target();
        List<Finished.Output> outputs = new ArrayList<>();
        for (Parameter output : arguments.wantedOutputs()) {
            Path file = workspace.output(arguments.text(output.name()).orElseThrow());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new StepException("%s ended without a fault, but its output %s (%s) is not there"
                        .formatted(step.name(), file.getFileName(), output.name()));
            }
            outputs.add(new Finished.Output(step.number(), output.name(), file, wanted));
        }
        for (String companion : step.step().companions(arguments)) {
            Path file = workspace.output(companion);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                outputs.add(new Finished.Output(step.number(), companion, file, wanted));
            }
        }
        return outputs;
    }

    /// What is left of the room of the run; inputs that are put there take none of it. A step with limits of its own
    /// keeps to these by itself.
    private Room room(Step step, List<Path> inputs) throws IOException {
        for (Path input : inputs) {
            copies += Files.size(input);
        }
        long left = mostBytes
                + Math.min(copies, Long.MAX_VALUE - mostBytes)
                - FolderSize.of(data).bytes();
        return step.limits().isPresent()
                ? new Room(Math.max(0, left), Integer.MAX_VALUE)
                : new Room(Math.clamp(left, 0, executor.maxBytes()), executor.maxFiles());
    }
}
