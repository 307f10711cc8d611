// SPDX-License-Identifier: Apache-2.0
package org.vo4he.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vo4he.mapping.YamlPart;
import org.vo4he.reprocess.ArgumentVector;
import org.vo4he.reprocess.Confinement;
import org.vo4he.reprocess.Confinement.Wish;
import org.vo4he.reprocess.Container;
import org.vo4he.reprocess.ExternalProgram;
import org.vo4he.reprocess.Limits;
import org.vo4he.reprocess.Parameter;

/// Reads the operator's file of programs: which may be run, and how. A product only ever names one of them.
public final class ProgramsFile {

    private static final long MEGABYTE = 1_000_000L;
    private static final Set<String> KEYS = Set.of(
            "version",
            "description",
            "command",
            "directory",
            "environment",
            "inherit",
            "seconds",
            "memory-mb",
            "output-mb",
            "output-files",
            "log-mb",
            "copy-inputs",
            "confine",
            "writable",
            "network",
            "container",
            "arguments");

    private ProgramsFile() {}

    /// @throws PipelineException with file, line, column and the value, at the first fault
    public static List<ExternalProgram> read(Path file) throws PipelineException {
        Keys root = Keys.ofFile(file, Set.of("programs"));
        List<ExternalProgram> programs = new ArrayList<>();
        for (YamlPart.Entry entry :
                Keys.mapping("programs", root.required("programs").value()).entries()) {
            if (!entry.key().matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+-]{0,99}")) {
                throw new PipelineException(entry.place(), "'" + entry.key() + "' is no name of a program");
            }
            programs.add(program(entry.key(), Keys.of("program " + entry.key(), entry.value(), KEYS)));
        }
        return programs;
    }

    private static ExternalProgram program(String name, Keys keys) throws PipelineException {
        Optional<List<Parameter>> arguments = keys.entry("arguments").isPresent()
                ? Optional.of(ParameterKeys.all(
                        keys.what(), keys.required("arguments").value()))
                : Optional.empty();
        ArgumentVector command = command(keys);
        if (arguments.isPresent()) {
            checkPlaces(keys, command, arguments.get());
        }
        return new ExternalProgram.Builder(name, keys.text("version").orElse(""), command)
                .description(keys.text("description").orElse(""))
                .directory(keys.text("directory", "an absolute path", text -> text.startsWith("/"))
                        .map(Path::of))
                .environment(keys.texts("environment"))
                .inherited(keys.entry("inherit").isPresent() ? keys.list("inherit") : List.of("PATH"))
                .limits(limits(keys))
                .copyInputs(keys.flag("copy-inputs").orElse(false))
                .confinement(confinement(keys))
                .container(container(keys))
                .arguments(arguments)
                .build();
    }

    /// A word stands for itself; a list of words is left out as a whole with an argument it names.
    private static ArgumentVector command(Keys keys) throws PipelineException {
        List<List<String>> groups = new ArrayList<>();
        for (YamlPart part : keys.sequence("command")) {
            if (part instanceof YamlPart.Sequence(YamlPart.Place _, List<YamlPart> parts)) {
                List<String> words = new ArrayList<>();
                for (YamlPart word : parts) {
                    words.add(keys.word(word, "command"));
                }
                groups.add(words);
            } else {
                groups.add(List.of(keys.word(part, "command")));
            }
        }
        try {
            return new ArgumentVector(groups);
        } catch (IllegalArgumentException e) {
            throw new PipelineException(keys.required("command").place(), keys.what() + ": " + e.getMessage());
        }
    }

    private static void checkPlaces(Keys keys, ArgumentVector command, List<Parameter> arguments)
            throws PipelineException {
        for (String place : command.names()) {
            if (arguments.stream().noneMatch(argument -> argument.name().equals(place))) {
                throw new PipelineException(
                        keys.required("command").place(),
                        "the command of " + keys.what() + " has a place for {" + place
                                + "}, which is none of its arguments");
            }
        }
    }

    private static Limits limits(Keys keys) throws PipelineException {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                keys.whole("seconds").map(Duration::ofSeconds).orElse(usual.time()),
                keys.text("memory-mb", "a whole number; 0: not limited", text -> text.matches("[0-9]{1,9}"))
                        .map(text -> Long.parseLong(text) * MEGABYTE)
                        .orElse(usual.memoryBytes()),
                keys.whole("output-mb").map(mb -> mb * MEGABYTE).orElse(usual.outputBytes()),
                keys.whole("output-files").map(Math::toIntExact).orElse(usual.outputFiles()),
                keys.whole("log-mb").map(mb -> mb * MEGABYTE).orElse(usual.logBytes()));
    }

    private static Confinement confinement(Keys keys) throws PipelineException {
        List<String> words = Arrays.stream(Wish.values()).map(Wish::word).toList();
        Wish wish = keys.text("confine", "one of " + String.join(", ", words), words::contains)
                .map(word -> Wish.values()[words.indexOf(word)])
                .orElse(Confinement.DEFAULT.wish());
        List<Path> writable = new ArrayList<>();
        for (String place : keys.list("writable")) {
            if (!place.startsWith("/")) {
                throw keys.refused("writable", "absolute paths", place);
            }
            writable.add(Path.of(place));
        }
        return Confinement.DEFAULT
                .wished(wish)
                .writing(writable)
                .withNetwork(keys.flag("network").orElse(false));
    }

    private static Optional<Container> container(Keys keys) throws PipelineException {
        if (keys.entry("container").isEmpty()) {
            return Optional.empty();
        }
        Keys container = Keys.of(
                "container of " + keys.what(),
                keys.required("container").value(),
                Set.of("engine", "image", "options"));
        String engine = container
                .text(
                        "engine",
                        "podman, docker, or a path to one of them",
                        text -> text.matches("(?:/.*/)?(?:podman|docker)[A-Za-z0-9_.-]*"))
                .orElse("podman");
        Optional<String> image = container.text(
                "image",
                "a name, best with its @sha256: digest",
                text -> text.matches("[A-Za-z0-9][A-Za-z0-9_.:/@-]*"));
        return Optional.of(new Container(
                engine,
                image.orElseThrow(
                        () -> new PipelineException(container.place(), container.what() + " needs the key 'image'")),
                container.list("options")));
    }
}
