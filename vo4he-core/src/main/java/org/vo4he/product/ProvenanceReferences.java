// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.InputListFile;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceStep;

/// The files that a product's provenance names: what went into its making, and what came out of it besides.
///
/// A file recorded with a DID is meant by that; another by its name, if one is there. A file that is there but has
/// another size or checksum than recorded is not the one that was used.
final class ProvenanceReferences {

    private final Path file;
    private final Siblings siblings;
    private final List<Finding> findings;
    private final Set<Path> consulted;
    private final Set<Reference> references = new LinkedHashSet<>();

    private ProvenanceReferences(Path file, Siblings siblings, List<Finding> findings, Set<Path> consulted) {
        this.file = file;
        this.siblings = siblings;
        this.findings = findings;
        this.consulted = consulted;
    }

    /// @param findings gets what differs
    /// @param consulted gets the files whose content was compared
    static List<Reference> of(
            Path file, ProvenanceDocument document, Siblings siblings, List<Finding> findings, Set<Path> consulted) {
        ProvenanceReferences found = new ProvenanceReferences(file, siblings, findings, consulted);
        found.read(document);
        return List.copyOf(found.references);
    }

    private void read(ProvenanceDocument document) {
        document.parentDid()
                .filter(did -> !did.isBlank())
                .ifPresent(did -> references.add(new Reference(Reference.PROVENANCE_INPUT, did.strip())));
        for (ProvenanceStep step : document.steps()) {
            for (Argument argument : step.arguments()) {
                switch (argument) {
                    case Argument.Input input -> {
                        if (step.program().filter(input::equals).isEmpty()) {
                            add(Reference.PROVENANCE_INPUT, input.file());
                        }
                    }
                    case Argument.InputList list -> addMembers(list);
                    case Argument.Output output -> add(Reference.PROVENANCE_OUTPUT, output.file());
                    case Argument.Parameter _, Argument.Unrecognised _ -> {}
                }
            }
        }
    }

    /// The list itself is no input of the product: what it lists is, when it is there and is the one that was used.
    private void addMembers(Argument.InputList list) {
        String name = nameOf(list.list());
        Optional<Path> path = name.isEmpty() ? Optional.empty() : siblings.find(file, name);
        path.ifPresent(consulted::add);
        InputListFile.Listed listed = InputListFile.listed(list, path);
        listed.fault()
                .ifPresent(words -> findings.add(
                        new Finding(ProductFinding.INPUT_LIST, file.getFileName() + " provenance", words)));
        listed.files().forEach(member -> add(Reference.PROVENANCE_INPUT, member));
    }

    private void add(String keyword, DataFile named) {
        Optional<String> did = named.did().map(String::strip).filter(text -> !text.isEmpty());
        if (did.isPresent()) {
            references.add(new Reference(keyword, did.get()));
            return;
        }
        String name = nameOf(named);
        boolean itself = lastPart(name).equals(file.getFileName().toString());
        if (!name.isEmpty() && !itself && isTheOne(name, named)) {
            references.add(new Reference(keyword, name));
        }
    }

    private boolean isTheOne(String name, DataFile named) {
        Optional<Path> path = siblings.find(file, name);
        if (path.isEmpty()) {
            return true;
        }
        try {
            Optional<String> difference = difference(path.get(), named);
            difference.ifPresent(words -> findings.add(new Finding(
                    ProductFinding.INPUT_DIFFERS,
                    file.getFileName() + " provenance",
                    "'" + name + "' is recorded with " + words)));
            return difference.isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Optional<String> difference(Path path, DataFile named) throws IOException {
        if (named.sizeBytes().isEmpty() && named.checksum().isEmpty()) {
            return Optional.empty();
        }
        consulted.add(path);
        return named.differenceFrom(path);
    }

    /// With its folder where that is told apart: files of one name in several folders are several.
    private static String nameOf(DataFile file) {
        String path = file.path().strip();
        boolean isBare = lastPart(path).equals(path) && !path.isEmpty();
        return isBare && file.location().startsWith("/") ? file.wholePath().strip() : path;
    }

    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
