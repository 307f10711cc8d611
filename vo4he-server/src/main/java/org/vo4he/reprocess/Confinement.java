// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the kernel keeps a program from that runs without a container: changing files outside its folder, the network,
/// and reading what is hidden from it.
///
/// @param wish of the operator
/// @param writable folders and files that the program may change besides its own folder
/// @param network whether it may use the network; this is of containers, too
/// @param hidden folders and files whose content it may not read, but for its own folder and its inputs
public record Confinement(Wish wish, List<Path> writable, boolean network, List<Path> hidden) {

    /// What the operator can say.
    public enum Wish {
        /// The program does not run where it can't be confined.
        REQUIRED("required"),
        /// The log says where it is not.
        IF_POSSIBLE("if-possible"),
        NO("no");

        private final String word;

        Wish(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// Where it can be, and to its folder alone.
    public static final Confinement DEFAULT = new Confinement(Wish.IF_POSSIBLE, List.of(), false, List.of());

    private static final String NOTHING = "Landlock (Linux 5.13 or later)";
    private static final String NO_NETWORK = "Landlock that knows of networks (Linux 6.7 or later)";

    /// Where nothing is kept that others see.
    private static final List<Path> DEVICES = Stream.of("/dev/null", "/dev/zero", "/dev/full", "/dev/tty")
            .map(Path::of)
            .toList();

    public Confinement {
        writable = List.copyOf(writable);
        hidden = List.copyOf(hidden);
    }

    public Confinement wished(Wish other) {
        return new Confinement(other, writable, network, hidden);
    }

    public Confinement writing(List<Path> places) {
        return new Confinement(wish, places, network, hidden);
    }

    public Confinement withNetwork(boolean open) {
        return new Confinement(wish, writable, open, hidden);
    }

    /// The same that may not read these besides.
    public Confinement hiding(List<Path> more) {
        return new Confinement(
                wish,
                writable,
                network,
                Stream.concat(hidden.stream(), more.stream()).toList());
    }

    /// What an operator should know when programs are read: which of them nothing keeps to their folders, though nobody
    /// said that it need not.
    public static Optional<String> warning(List<ExternalProgram> programs) {
        return warning(programs, Landlock.here());
    }

    static Optional<String> warning(List<ExternalProgram> programs, Optional<Landlock> system) {
        List<ExternalProgram> here = programs.stream()
                .filter(program ->
                        program.container().isEmpty() && program.confinement().wish() == Wish.IF_POSSIBLE)
                .toList();
        if (system.isEmpty()) {
            return told(NOTHING + ": nothing keeps these programs from writing outside their folders: ", here);
        }
        return system.get().knowsNetwork()
                ? Optional.empty()
                : told(
                        NO_NETWORK + ": nothing keeps these programs from the network: ",
                        here.stream()
                                .filter(program -> !program.confinement().network())
                                .toList());
    }

    private static Optional<String> told(String words, List<ExternalProgram> programs) {
        return programs.isEmpty()
                ? Optional.empty()
                : Optional.of("this system has no " + words
                        + programs.stream().map(ExternalProgram::name).collect(Collectors.joining(", ")));
    }

    /// What would hold on a system.
    ///
    /// @param system empty when it can't confine
    /// @throws StepException when that does not suffice
    Optional<Landlock> on(Optional<Landlock> system, String program) throws StepException {
        return switch (wish) {
            case NO -> Optional.empty();
            case IF_POSSIBLE -> system;
            case REQUIRED -> {
                if (system.isEmpty() || !network && !system.get().knowsNetwork()) {
                    throw new StepException(program + " has 'confine: required', and this system can't confine it:"
                            + " it has no " + (system.isEmpty() ? NOTHING : NO_NETWORK));
                }
                yield system;
            }
        };
    }

    /// Starts a program on a thread of its own, which gives up its rights first: the program inherits what the thread
    /// has. No other thread is touched, but for the JDK's that waits for processes to end and does nothing else.
    ///
    /// @param folder in which it may change everything
    /// @param inputs that it may read wherever they lie
    Process start(Landlock landlock, ProcessBuilder builder, Path folder, Collection<Path> inputs) throws IOException {
        List<Path> places = new ArrayList<>(writable);
        places.add(folder);
        DEVICES.stream().filter(Files::exists).forEach(places::add);
        Landlock.Rights rights = new Landlock.Rights(places, Hidden.of(hidden).others(inputs), network);
        FutureTask<Process> start = new FutureTask<>(() -> {
            landlock.confineThisThread(rights);
            return builder.start();
        });
        Thread.ofPlatform().name("vo4he-confined-start").start(start);
        return started(start);
    }

    /// Waits also when interrupted: the process may run already, and somebody has to end it.
    private static Process started(FutureTask<Process> start) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return start.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
