// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.reprocess.Parameter.Role;

/// The files of one run of a program: inputs by their names into the folder, outputs by the names they will have.
final class Staging {

    private record Look(FileTime time, long bytes) {

        static Look at(Path file) throws IOException {
            return new Look(Files.getLastModifiedTime(file), Files.size(file));
        }
    }

    private final ExternalProgram program;
    private final Map<Path, Look> inputs = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private int count;
    private long copiedBytes;

    private Staging(ExternalProgram program) {
        this.program = program;
    }

    static Staging of(ExternalProgram program, Arguments arguments, Workspace workspace)
            throws IOException, StepException {
        Staging staging = new Staging(program);
        for (Parameter input : arguments.definition().of(Role.INPUT)) {
            Optional<List<Path>> list = arguments.list(input.name());
            if (list.isPresent()) {
                staging.list(input, arguments.text(input.name()).orElseThrow(), list.get(), workspace);
            } else if (arguments.text(input.name()).isPresent()) {
                staging.input(input, arguments.file(input.name()).orElseThrow().toRealPath(), workspace);
            }
        }
        for (Parameter output : arguments.wantedOutputs()) {
            String name = arguments.text(output.name()).orElseThrow();
            if (staging.names.containsValue(workspace.output(name).getFileName().toString())) {
                throw new StepException("the output " + name + " has the name of an input");
            }
            staging.names.put(output.name(), name);
        }
        return staging;
    }

    /// The files of a list under their names, those of one name with a number before it, and the list of these names.
    private void list(Parameter input, String name, List<Path> files, Workspace workspace)
            throws IOException, StepException {
        String folder = program.directory().isEmpty() ? "" : program.folder(workspace) + "/";
        Set<String> taken = new HashSet<>();
        StringBuilder lines = new StringBuilder();
        for (Path file : files) {
            String own = file.getFileName().toString();
            String free = own;
            for (int number = 2; !taken.add(free); number++) {
                free = number + "_" + own;
            }
            staged(file, workspace.output(free));
            lines.append(folder).append(free).append('\n');
        }
        Files.writeString(workspace.output(name), lines, StandardOpenOption.CREATE_NEW);
        count++;
        copiedBytes += Files.size(workspace.output(name));
        names.put(input.name(), name);
    }

    private void input(Parameter input, Path file, Workspace workspace) throws IOException, StepException {
        Path staged = workspace.output(file.getFileName().toString());
        staged(file, staged);
        names.put(input.name(), staged.getFileName().toString());
    }

    /// A file that lies in the folder already is an output of an earlier step.
    private void staged(Path file, Path staged) throws IOException, StepException {
        boolean there = Files.exists(staged, LinkOption.NOFOLLOW_LINKS);
        boolean same = there && Files.isSameFile(staged, file);
        if (there && !same) {
            throw new StepException("two inputs of " + program.name() + " are called " + file.getFileName());
        }
        count += there ? 0 : 1;
        if (!there && program.copies()) {
            Files.copy(file, staged);
            copiedBytes += Files.size(staged);
        } else if (!there) {
            Files.createSymbolicLink(staged, file);
        }
        inputs.put(file, Look.at(file));
    }

    /// Names in the folder, by argument.
    Map<String, String> names() {
        return names;
    }

    /// How many files were put into the folder.
    int count() {
        return count;
    }

    /// How much of it: links have none.
    long copiedBytes() {
        return copiedBytes;
    }

    /// The inputs themselves.
    Collection<Path> files() {
        return inputs.keySet();
    }

    /// @throws StepException when one of them was changed meanwhile
    void checkInputs() throws IOException, StepException {
        for (Map.Entry<Path, Look> input : inputs.entrySet()) {
            if (!Files.exists(input.getKey()) || !Look.at(input.getKey()).equals(input.getValue())) {
                throw new StepException("the input " + input.getKey() + " changed while " + program.name() + " ran");
            }
        }
    }
}
