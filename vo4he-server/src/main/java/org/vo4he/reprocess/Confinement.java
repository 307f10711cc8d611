// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// Whether the kernel keeps a program that runs without a container from changing files outside its folder.
///
/// @param wish of the operator
/// @param writable folders and files that the program may change besides its own folder
public record Confinement(Wish wish, List<Path> writable) {

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
    public static final Confinement DEFAULT = new Confinement(Wish.IF_POSSIBLE, List.of());

    /// Where nothing is kept that others see.
    private static final List<Path> DEVICES = Stream.of("/dev/null", "/dev/zero", "/dev/full", "/dev/tty")
            .map(Path::of)
            .toList();

    public Confinement {
        writable = List.copyOf(writable);
    }

    /// What an operator should know when programs are read: which of them nothing keeps to their folders, though nobody
    /// said that it need not.
    public static Optional<String> warning(List<ExternalProgram> programs) {
        return warning(programs, Landlock.here());
    }

    static Optional<String> warning(List<ExternalProgram> programs, Optional<Landlock> system) {
        List<String> free = programs.stream()
                .filter(program -> program.container().isEmpty()
                        && program.confinement().wish() == Wish.IF_POSSIBLE
                        && system.isEmpty())
                .map(ExternalProgram::name)
                .toList();
        return free.isEmpty()
                ? Optional.empty()
                : Optional.of("this system has no Landlock (Linux 5.13 or later): nothing keeps these programs from"
                        + " writing outside their folders: " + String.join(", ", free));
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
                if (system.isEmpty()) {
                    throw new StepException(program + " has 'confine: required', and this system can't confine it:"
                            + " it has no Landlock (Linux 5.13 or later)");
                }
                yield system;
            }
        };
    }

    /// Starts a program on a thread of its own, which gives up its rights first: the program inherits what the thread
    /// has. No other thread is touched, but for the JDK's that waits for processes to end and does nothing else.
    ///
    /// @param folder in which it may change everything
    Process start(Landlock landlock, ProcessBuilder builder, Path folder) throws IOException {
        List<Path> places = new ArrayList<>(writable);
        places.add(folder);
        DEVICES.stream().filter(Files::exists).forEach(places::add);
        FutureTask<Process> start = new FutureTask<>(() -> {
            landlock.confineThisThread(places);
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
