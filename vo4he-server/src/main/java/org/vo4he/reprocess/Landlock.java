// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Landlock of the Linux kernel, by its system calls: a thread gives up rights for good, for itself and for whatever it
/// starts. It needs no privileges and no library. Source: landlock(7) and the kernel's userspace-api/landlock.
///
/// What is given up is what changes files; reading, as far as it is wanted; from ABI 4 on TCP; from ABI 6 on signals to
/// processes outside and abstract sockets of theirs, too. Listing folders and executing stay as they are.
final class Landlock {

    /// The numbers are the same on every architecture but Alpha.
    private static final long CREATE_RULESET = 444;

    private static final long ADD_RULE = 445;
    private static final long RESTRICT_SELF = 446;
    private static final int ASK_VERSION = 1;
    private static final int PATH_BENEATH = 1;
    private static final int NO_NEW_PRIVILEGES = 38;

    private static final long WRITE_FILE = 1 << 1;
    private static final long READ_FILE = 1 << 2;

    /// REMOVE_DIR, REMOVE_FILE, MAKE_CHAR, MAKE_DIR, MAKE_REG, MAKE_SOCK, MAKE_FIFO, MAKE_BLOCK, MAKE_SYM: bits 4 to
    /// 12.
    private static final long CHANGE_FOLDER = 0x1FF0;

    /// From ABI 2 on: to link and rename from one folder to another.
    private static final long REFER = 1 << 13;

    /// From ABI 3 on.
    private static final long TRUNCATE = 1 << 14;

    /// To bind and to connect, from ABI 4 on.
    private static final long TCP = 3;

    private static final int ABI_OF_TCP = 4;

    /// Abstract sockets and signals, from ABI 6 on.
    private static final long SCOPES = 3;

    private static final int ABI_OF_SCOPES = 6;
    private static final int ENOENT = 2;
    private static final int EACCES = 13;
    private static final int O_PATH_CLOEXEC = 0x200000 | 0x80000;

    private final int abi;
    private final Calls calls;

    private Landlock(int abi, Calls calls) {
        this.abi = abi;
        this.calls = calls;
    }

    /// What this machine's kernel gives.
    private static final class Here {
        private static final Optional<Landlock> LANDLOCK = find();

        private static Optional<Landlock> find() {
            boolean linux =
                    System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");
            if (!linux || ADDRESS.byteSize() != Long.BYTES) {
                return Optional.empty();
            }
            try {
                Calls calls = new Calls();
                int abi = calls.createRuleset(MemorySegment.NULL, 0, ASK_VERSION);
                return Optional.of(new Landlock(abi, calls));
            } catch (IOException | IllegalCallerException _) {
                return Optional.empty();
            }
        }
    }

    /// Empty when the kernel has none, or does not let us use it.
    static Optional<Landlock> here() {
        return Here.LANDLOCK;
    }

    /// What a thread keeps.
    ///
    /// @param writable folders with all that is in them, and single files
    /// @param readable the same; empty: everything
    /// @param network whether TCP may be used
    record Rights(List<Path> writable, Optional<List<Path>> readable, boolean network) {

        private long writing(int abi) {
            return WRITE_FILE | CHANGE_FOLDER | (abi < 2 ? 0 : REFER) | (abi < 3 ? 0 : TRUNCATE) | reading();
        }

        private long reading() {
            return readable.isPresent() ? READ_FILE : 0;
        }
    }

    /// Whether it can keep programs from TCP.
    boolean knowsNetwork() {
        return abi >= ABI_OF_TCP;
    }

    /// From now on this thread, threads and processes that it starts, and theirs, have these rights only. Not to be
    /// undone: for a thread that ends soon.
    ///
    /// @throws IOException when a writable place can't be opened, or the kernel refuses
    void confineThisThread(Rights rights) throws IOException {
        int ruleset = -1;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(3L * Long.BYTES, Long.BYTES);
            attributes.set(JAVA_LONG, 0, rights.writing(abi));
            attributes.set(JAVA_LONG, Long.BYTES, rights.network() ? 0 : TCP);
            attributes.set(JAVA_LONG, 2L * Long.BYTES, SCOPES);
            ruleset = calls.createRuleset(attributes, attributesBytes(), 0);
            for (Path place : rights.writable()) {
                long all = rights.writing(abi);
                allow(ruleset, place, Files.isDirectory(place) ? all : all & (WRITE_FILE | TRUNCATE | READ_FILE));
            }
            for (Path place : rights.readable().orElse(List.of())) {
                allowIfThere(ruleset, place);
            }
            calls.noNewPrivileges();
            calls.restrictSelf(ruleset);
        } finally {
            calls.close(ruleset);
        }
    }

    /// What this kernel knows of them.
    private long attributesBytes() {
        return abi < ABI_OF_TCP ? Long.BYTES : abi < ABI_OF_SCOPES ? 2L * Long.BYTES : 3L * Long.BYTES;
    }

    /// What was removed since it was listed, or what we can't come to ourselves, needs no leave.
    private void allowIfThere(int ruleset, Path place) throws IOException {
        try {
            allow(ruleset, place, READ_FILE);
        } catch (NoSuchFileException | AccessDeniedException _) {
            return;
        }
    }

    private void allow(int ruleset, Path place, long rights) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int file = calls.open(arena.allocateFrom(place.toString()), place);
            try {
                MemorySegment rule = arena.allocate(Long.BYTES + Integer.BYTES, Long.BYTES);
                rule.set(JAVA_LONG, 0, rights);
                rule.set(JAVA_INT, Long.BYTES, file);
                calls.addRule(ruleset, rule);
            } finally {
                calls.close(file);
            }
        }
    }

    /// The calls themselves. glibc and musl have no functions for Landlock, but `syscall`.
    @SuppressWarnings("restricted")
    private static final class Calls {

        private static final Linker LINKER = Linker.nativeLinker();
        private static final long ERRNO =
                Linker.Option.captureStateLayout().byteOffset(MemoryLayout.PathElement.groupElement("errno"));

        private final MethodHandle createRuleset = syscall(ADDRESS, JAVA_LONG, JAVA_INT);
        private final MethodHandle addRule = syscall(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
        private final MethodHandle restrictSelf = syscall(JAVA_INT, JAVA_INT);
        private final MethodHandle prctl =
                variadic("prctl", 1, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
        private final MethodHandle open = variadic("open", 2, JAVA_INT, ADDRESS, JAVA_INT);
        private final MethodHandle close = variadic("close", 1, JAVA_INT, JAVA_INT);

        private static MethodHandle syscall(MemoryLayout... arguments) {
            MemoryLayout[] all = new MemoryLayout[arguments.length + 1];
            all[0] = JAVA_LONG;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return variadic("syscall", 1, JAVA_LONG, all);
        }

        /// @param fixed how many arguments the function declares by their types
        private static MethodHandle variadic(String name, int fixed, MemoryLayout result, MemoryLayout... arguments) {
            return LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow(name),
                    FunctionDescriptor.of(result, arguments),
                    Linker.Option.firstVariadicArg(fixed),
                    Linker.Option.captureCallState("errno"));
        }

        int createRuleset(MemorySegment attributes, long bytes, int flags) throws IOException {
            return result("landlock_create_ruleset", errno ->
                    (long) createRuleset.invokeExact(errno, CREATE_RULESET, attributes, bytes, flags));
        }

        void addRule(int ruleset, MemorySegment rule) throws IOException {
            result("landlock_add_rule", errno ->
                    (long) addRule.invokeExact(errno, ADD_RULE, ruleset, PATH_BENEATH, rule, 0));
        }

        void restrictSelf(int ruleset) throws IOException {
            result("landlock_restrict_self", errno ->
                    (long) restrictSelf.invokeExact(errno, RESTRICT_SELF, ruleset, 0));
        }

        void noNewPrivileges() throws IOException {
            result("prctl", errno -> (int) prctl.invokeExact(errno, NO_NEW_PRIVILEGES, 1L, 0L, 0L, 0L));
        }

        int open(MemorySegment name, Path place) throws IOException {
            return result("open of " + place, errno -> (int) open.invokeExact(errno, name, O_PATH_CLOEXEC));
        }

        void close(int file) throws IOException {
            if (file >= 0) {
                result("close", errno -> (int) close.invokeExact(errno, file));
            }
        }

        @FunctionalInterface
        private interface Call {
            long invoke(MemorySegment errno) throws Throwable;
        }

        private static int result(String what, Call call) throws IOException {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
                long result = call.invoke(state);
                if (result < 0) {
                    int errno = state.get(JAVA_INT, ERRNO);
                    String failure = what + " failed with errno " + errno;
                    throw switch (errno) {
                        case ENOENT -> new NoSuchFileException(failure);
                        case EACCES -> new AccessDeniedException(failure);
                        default -> new IOException(failure);
                    };
                }
                return (int) result;
            } catch (IOException | RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(what, e);
            }
        }
    }
}
