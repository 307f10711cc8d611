// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A document whose longest lists of inputs are said by reference, and the lists, which have yet to be written beside
/// the product.
///
/// The name of a list has a part of its SHA-256, so that a product always refers to the list that it was written with,
/// whatever is written later and whenever a crash comes between.
public final class InputLists {

    private static final int DIGITS_IN_NAME = 8;

    private final ProvenanceDocument document;
    private final Map<String, byte[]> contents = new LinkedHashMap<>();

    private InputLists(ProvenanceDocument document) {
        this.document = document;
    }

    /// The document as it is.
    public static InputLists none(ProvenanceDocument document) {
        return new InputLists(document);
    }

    /// Moves the inputs of steps, except programs, into lists, the longest first, until the document is short enough.
    /// If
    /// it never is, it stays as it was.
    ///
    /// @param product name of the file, for the names of the lists: `<name>.step<n>.<digits>.inputs.jsonl`
    public static InputLists movedOutOf(
            ProvenanceDocument document, String product, Predicate<ProvenanceDocument> isShort) {
        List<ProvenanceStep> steps = new ArrayList<>(document.steps());
        Map<String, byte[]> contents = new LinkedHashMap<>();
        Set<Integer> moved = new HashSet<>();
        ProvenanceDocument shorter = document;
        Optional<Integer> next = longest(steps, moved);
        while (next.isPresent() && !isShort.test(shorter)) {
            int number = next.get();
            List<Argument.Input> inputs = inputs(steps.get(number));
            byte[] list = text(inputs).getBytes(StandardCharsets.US_ASCII);
            String digest = Sha256.of(list);
            String name = product + ".step" + number + "."
                    + digest.substring(digest.indexOf(':') + 1).substring(0, DIGITS_IN_NAME) + ".inputs.jsonl";
            contents.put(name, list);
            steps.set(number, byReference(steps.get(number), inputs, name, digest, list.length));
            moved.add(number);
            shorter = document.withSteps(steps);
            next = longest(steps, moved);
        }
        if (!isShort.test(shorter)) {
            return none(document);
        }
        InputLists lists = new InputLists(shorter);
        lists.contents.putAll(contents);
        return lists;
    }

    /// The lists that a document refers to and that lie in a folder as recorded, to be written into another folder.
    public static InputLists carried(ProvenanceDocument document, Path folder) throws IOException {
        InputLists lists = new InputLists(document);
        for (Argument.InputList list : of(document)) {
            Path file = InputListFile.beside(folder, list);
            boolean isBare = file.getFileName().toString().equals(list.list().wholePath());
            if (isBare && InputListFile.listed(list, Optional.of(file)).fault().isEmpty()) {
                lists.contents.put(list.list().path(), Files.readAllBytes(file));
            }
        }
        return lists;
    }

    /// All that a document refers to.
    public static List<Argument.InputList> of(ProvenanceDocument document) {
        return document.steps().stream()
                .flatMap(step -> step.arguments().stream())
                .filter(Argument.InputList.class::isInstance)
                .map(Argument.InputList.class::cast)
                .toList();
    }

    /// Which refers to the lists.
    public ProvenanceDocument document() {
        return document;
    }

    /// The names of the files to be written.
    public List<String> names() {
        return List.copyOf(contents.keySet());
    }

    /// Writes each list whole or not at all; one that is there already is left alone.
    ///
    /// @param durable whether to return only when they are on the disk
    public void write(Path folder, boolean durable) throws IOException {
        for (Map.Entry<String, byte[]> list : contents.entrySet()) {
            Path target = folder.resolve(list.getKey());
            if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), list.getValue())) {
                continue;
            }
            Path part = folder.resolve("." + list.getKey() + "." + UUID.randomUUID() + ".part");
            try {
                write(part, list.getValue(), durable);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private static void write(Path part, byte[] content, boolean durable) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            if (durable) {
                channel.force(true);
            }
        }
    }

    private static Optional<Integer> longest(List<ProvenanceStep> steps, Set<Integer> moved) {
        return IntStream.range(0, steps.size())
                .boxed()
                .filter(number -> !moved.contains(number))
                .filter(number -> inputs(steps.get(number)).size() > 1)
                .max(Comparator.comparingInt((Integer number) ->
                                text(inputs(steps.get(number))).length())
                        .thenComparing(Comparator.reverseOrder()));
    }

    private static List<Argument.Input> inputs(ProvenanceStep step) {
        return step.arguments().stream()
                .filter(Argument.Input.class::isInstance)
                .map(Argument.Input.class::cast)
                .filter(input -> step.program().filter(input::equals).isEmpty())
                .toList();
    }

    private static String text(List<Argument.Input> inputs) {
        return text(inputs.stream().map(Argument.Input::file));
    }

    private static String text(Stream<DataFile> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach(file -> lines.append(ProvenanceJson.printable(ProvenanceTree.file(file)))
                .append('\n'));
        return lines.toString();
    }

    /// A list as it lies beside a product.
    public static byte[] list(List<DataFile> files) {
        return text(files.stream()).getBytes(StandardCharsets.US_ASCII);
    }

    private static ProvenanceStep byReference(
            ProvenanceStep step, List<Argument.Input> inputs, String name, String digest, long sizeBytes) {
        List<Argument> arguments = new ArrayList<>(step.arguments());
        arguments.removeAll(new HashSet<>(inputs));
        DataFile file = new DataFile(
                "files that were read",
                inputs.stream().anyMatch(input -> input.file().editable()),
                "",
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.of(digest),
                OptionalLong.of(sizeBytes),
                OtherKeys.NONE);
        arguments.add(new Argument.InputList(inputs.getFirst().index(), file, OptionalLong.of(inputs.size())));
        return step.with(arguments);
    }
}
