// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A list of input files that lies beside the product, because provenance in a FITS table holds up to 28,799
/// characters and a mosaic may have thousands of inputs.
///
/// It is a text in UTF-8 with a file on each line: either an object with the keys of `inputdata`, as we write it, or
/// the plain name of a file, as lists for `@list` arguments are; blank lines and lines from `#` on are passed over.
public final class InputListFile {

    private static final long LONGEST_BYTES = 64L << 20;

    private InputListFile() {}

    /// The files of the list.
    public static List<DataFile> read(Path list) throws IOException, ProvenanceFormatException {
        if (Files.size(list) > LONGEST_BYTES) {
            throw new ProvenanceFormatException(list.getFileName() + " has more than " + LONGEST_BYTES + " bytes");
        }
        List<DataFile> files = new ArrayList<>();
        int number = 0;
        for (String line : Files.readString(list, StandardCharsets.UTF_8).split("\\R")) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                files.add(file(text, number));
            }
        }
        return files;
    }

    private static DataFile file(String line, int number) throws ProvenanceFormatException {
        if (!line.startsWith("{")) {
            return new DataFile("", false, "", line);
        }
        try {
            JsonNode node = ProvenanceJson.MAPPER.readTree(line);
            return ArgumentReader.file(node);
        } catch (JsonProcessingException e) {
            throw new ProvenanceFormatException("line " + number + " is not JSON: " + JsonFault.sentence(e));
        }
    }

    /// Writes all inputs of a document, except programs, into lists, and says the same document by reference.
    ///
    /// @param folder where the lists are written: `<name>.step<n>.inputs.jsonl`
    /// @param name of the product, for the names of the lists
    /// @param most a step with more inputs than this has them moved
    public static ProvenanceDocument byReference(ProvenanceDocument document, Path folder, String name, int most)
            throws IOException {
        List<ProvenanceStep> steps = new ArrayList<>();
        for (ProvenanceStep step : document.steps()) {
            List<Argument.Input> inputs = inputs(step);
            if (inputs.size() <= most) {
                steps.add(step);
                continue;
            }
            Path list = folder.resolve(name + ".step" + steps.size() + ".inputs.jsonl");
            write(list, inputs);
            steps.add(step.with(arguments(step, inputs, list)));
        }
        return document.withSteps(steps);
    }

    private static List<Argument.Input> inputs(ProvenanceStep step) {
        return step.arguments().stream()
                .filter(Argument.Input.class::isInstance)
                .map(Argument.Input.class::cast)
                .filter(input -> step.program().filter(input::equals).isEmpty())
                .toList();
    }

    private static void write(Path list, List<Argument.Input> inputs) throws IOException {
        StringBuilder lines = new StringBuilder();
        inputs.forEach(input -> lines.append(ProvenanceJson.printable(ProvenanceTree.file(input.file())))
                .append('\n'));
        Files.writeString(list, lines);
    }

    private static List<Argument> arguments(ProvenanceStep step, List<Argument.Input> inputs, Path list)
            throws IOException {
        List<Argument> arguments = new ArrayList<>(step.arguments());
        arguments.removeAll(inputs);
        DataFile file = new DataFile(
                "files that were read",
                inputs.stream().anyMatch(input -> input.file().editable()),
                "",
                list.getFileName().toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Sha256.of(list)),
                OptionalLong.of(Files.size(list)),
                OtherKeys.NONE);
        arguments.add(new Argument.InputList(inputs.getFirst().index(), file, OptionalLong.of(inputs.size())));
        return arguments;
    }
}
