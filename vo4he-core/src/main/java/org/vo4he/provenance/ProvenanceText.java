// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A document as a list of steps for a person at a terminal. Each argument is told with its address, `step:index`, by
/// which an edit names it.
public final class ProvenanceText {

    private ProvenanceText() {}

    /// The steps in their order, ending with a line feed.
    public static String write(ProvenanceDocument document) {
        StringBuilder text = new StringBuilder();
        document.parentDid()
                .ifPresent(did -> text.append("remade from ").append(did).append("\n\n"));
        int number = 0;
        for (ProvenanceStep step : document.steps()) {
            text.append(number > 0 ? "\n" : "")
                    .append("step ")
                    .append(number)
                    .append(": ")
                    .append(step.title());
            text.append('\n');
            run(step).ifPresent(run -> text.append("  ").append(run).append('\n'));
            for (Argument argument : step.arguments()) {
                String address = number + ":" + argument.index();
                text.append("  ").append(address).append(" ".repeat(Math.max(1, 7 - address.length())));
                text.append(words(step, argument)).append('\n');
            }
            number++;
        }
        return text.isEmpty() ? "no step is recorded\n" : text.toString();
    }

    private static Optional<String> run(ProvenanceStep step) {
        String run = Stream.of(
                        step.observed().map(where -> "observed in " + where),
                        step.version().map(version -> "version " + version),
                        step.started().map(time -> "started " + time),
                        step.ended().map(time -> "ended " + time),
                        step.exitCode().map(code -> "exit code " + code),
                        step.host().map(host -> "on " + host),
                        step.image().map(image -> "image " + image))
                .flatMap(Optional::stream)
                .map(ProvenanceText::line)
                .collect(Collectors.joining(", "));
        return Optional.of(run).filter(words -> !words.isEmpty());
    }

    private static String words(ProvenanceStep step, Argument argument) {
        return switch (argument) {
            case Argument.Input input ->
                (step.program().filter(input::equals).isPresent() ? "program    " : "input      ") + file(input.file());
            case Argument.InputList list ->
                "inputs     " + file(list.list())
                        + (list.count().isPresent()
                                ? ", a list of " + list.count().getAsLong()
                                : ", a list");
            case Argument.Output output -> "output     " + file(output.file());
            case Argument.Parameter parameter -> "parameter  " + parameter(parameter);
            case Argument.Unrecognised unrecognised -> "unknown    " + line(unrecognised.json());
        };
    }

    private static String file(DataFile file) {
        String path = file.wholePath().isEmpty() ? file.did().orElse("no path") : file.wholePath();
        String rest = Stream.of(
                        file.did().filter(did -> !did.equals(path)),
                        file.checksum(),
                        file.sizeBytes().isPresent()
                                ? Optional.of(file.sizeBytes().getAsLong() + " bytes")
                                : Optional.<String>empty(),
                        file.editable() ? Optional.of("editable") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return line(meaning(file.name(), file.description()) + path + (rest.isEmpty() ? "" : "  (" + rest + ")"));
    }

    private static String parameter(Argument.Parameter parameter) {
        String limits = Stream.of(
                        parameter.type(),
                        parameter.minimum().map(least -> "from " + least),
                        parameter.maximum().map(most -> "to " + most),
                        Optional.of(String.join(" or ", parameter.choices())).filter(words -> !words.isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        String editable = parameter.editable() ? "  (editable" + (limits.isEmpty() ? "" : ": " + limits) + ")" : "";
        return line(meaning(parameter.name(), parameter.description())
                + "= "
                + parameter.value()
                + parameter.unit().map(unit -> " " + unit).orElse("")
                + editable);
    }

    private static String meaning(Optional<String> name, String description) {
        String words = name.filter(text -> !text.isBlank()).orElse(description);
        return words.isBlank() ? "" : words + " ";
    }

    /// What a terminal would take for more than text becomes a blank.
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
