// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.diagnostics.Finding;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Outcome;
import org.vo4he.product.Product;
import org.vo4he.provenance.CarriedProvenance;
import org.vo4he.provenance.ProvGraph;
import org.vo4he.provenance.ProvGraph.Subject;
import org.vo4he.provenance.ProvGraph.Used;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;
import org.vo4he.provenance.ProvenanceJson;

/// How files were made, followed from one to those that lie beside it or where its provenance says.
record FileAncestry(Describing describing) {

    private static final int LONGEST_JSON_BYTES = 16 << 20;

    /// What a file tells of its making: a FITS product, or provenance JSON itself.
    ///
    /// @throws CommandFailure if it is neither
    Optional<ProvenanceDocument> document(Path file) throws IOException {
        FileDescription description = describing.describe(file);
        if (description.outcome() == Outcome.NOT_FITS) {
            return Optional.of(json(file, description.findings()));
        }
        try {
            Optional<String> making = description.products().stream()
                    .map(Product::making)
                    .flatMap(Optional::stream)
                    .map(CarriedProvenance::json)
                    .findFirst();
            return making.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ProvenanceJson.read(making.get()).document());
        } catch (ProvenanceFormatException e) {
            throw new CommandFailure("the provenance of " + file + " can't be read: " + e.getMessage());
        }
    }

    /// @param notFits why it is no FITS
    private static ProvenanceDocument json(Path file, List<Finding> notFits) throws IOException {
        String noFits = file + " is neither FITS ("
                + notFits.stream().map(Finding::message).collect(Collectors.joining("; ")) + ") nor provenance JSON";
        if (Files.size(file) > LONGEST_JSON_BYTES) {
            throw new CommandFailure(noFits);
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return ProvenanceJson.read(text).document();
        } catch (ProvenanceFormatException e) {
            throw new CommandFailure(noFits + " (" + e.getMessage() + ")");
        }
    }

    /// The graph of a file's document, joined with those of its inputs.
    ///
    /// @param depth how many documents one after the other
    ProvGraph graph(Path file, ProvenanceDocument document, int depth) throws IOException {
        return graph(file, document, depth, new LinkedHashMap<>());
    }

    /// The document of a file, then those of its inputs.
    Map<Path, ProvenanceDocument> documents(Path file, ProvenanceDocument document, int depth) throws IOException {
        Map<Path, ProvenanceDocument> known = new LinkedHashMap<>();
        graph(file, document, depth, known);
        return known;
    }

    private ProvGraph graph(Path file, ProvenanceDocument document, int depth, Map<Path, ProvenanceDocument> known)
            throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        ProvGraph graph = ProvGraph.of(document, subject(whole));
        known.put(whole, document);
        if (depth <= 1) {
            return graph;
        }
        for (String entity : graph.used().stream().map(Used::entity).distinct().toList()) {
            Optional<Path> input = input(graph, entity, whole).filter(path -> !known.containsKey(path));
            Optional<ProvenanceDocument> made = input.isPresent() ? readable(input.get()) : Optional.empty();
            if (made.isPresent()) {
                String id = subject(input.get()).id();
                graph = graph.renamed(name -> name.equals(entity) ? id : name)
                        .and(graph(input.get(), made.get(), depth - 1, known));
            }
        }
        return graph;
    }

    /// What can't be read tells nothing.
    private Optional<ProvenanceDocument> readable(Path file) throws IOException {
        try {
            return describing.describe(file).outcome() == Outcome.NOT_FITS ? Optional.empty() : document(file);
        } catch (CommandFailure _) {
            return Optional.empty();
        }
    }

    private static Subject subject(Path file) {
        return new Subject(file.toUri().toString(), file.getFileName().toString());
    }

    /// The file itself where its path says, else the file of its name beside the product.
    private static Optional<Path> input(ProvGraph graph, String entity, Path product) {
        try {
            List<Path> places = graph.entity(entity).stream()
                    .flatMap(file -> file.location().stream()
                            .flatMap(path ->
                                    List.of(product.resolveSibling(path), product.resolveSibling(file.name()))
                                            .stream()))
                    .map(Path::normalize)
                    .toList();
            return places.stream()
                    .filter(path -> !path.equals(product) && Files.isRegularFile(path))
                    .findFirst();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
