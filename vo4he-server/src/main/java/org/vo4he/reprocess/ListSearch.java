// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.Severity;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.InputListFile;
import org.vo4he.provenance.ProvenanceFormatException;

/// Finds the files of an input that is a list of them: one by reference (`inputlist`), or one of the name `@list`. The
/// list must be the one recorded, and each file in it as any input.
///
/// @param products identifiers of those beside which the list may lie
record ListSearch(InputSearch search, List<String> products) {

    /// More are counted only.
    private static final int MOST_TOLD = 20;

    static boolean isOne(DataFile file) {
        return file.fileName().startsWith("@");
    }

    /// @param argument name for the list in the folder of the step
    /// @param count how many files are recorded to be listed
    /// @param findings are added to
    Optional<PlannedInput> find(
            DataFile recorded, OptionalLong count, String argument, String place, List<Finding> findings) {
        Optional<PlannedInput.Stored> list = list(recorded, place, findings);
        List<PlannedInput.Stored> files = new ArrayList<>();
        List<Finding> ofFiles = new ArrayList<>();
        for (DataFile file : list.isPresent() ? read(list.get().file(), count, place, findings) : List.<DataFile>of()) {
            InputSearch.Answer answer = search.find(file, place + "/" + files.size(), false);
            ofFiles.addAll(answer.findings());
            answer.file().ifPresent(files::add);
        }
        told(ofFiles, place, findings);
        return files.isEmpty() ? Optional.empty() : Optional.of(new PlannedInput.Listed(argument + ".lis", files));
    }

    /// Where inputs are, else beside a product.
    private Optional<PlannedInput.Stored> list(DataFile recorded, String place, List<Finding> findings) {
        DataFile plain = isOne(recorded) ? in("", recorded.fileName().substring(1), recorded) : recorded;
        InputSearch.Answer anywhere = search.find(plain, place, false);
        Optional<InputSearch.Answer> beside = anywhere.file().isPresent()
                ? Optional.empty()
                : products.stream()
                        .flatMap(did -> search.folder(did).stream())
                        .map(folder -> search.find(in(folder.toString(), plain.fileName(), plain), place, false))
                        .filter(answer -> answer.file().isPresent())
                        .findFirst();
        InputSearch.Answer answer = beside.orElse(anywhere);
        findings.addAll(answer.findings());
        return answer.file();
    }

    private static DataFile in(String folder, String name, DataFile file) {
        return new DataFile(
                file.description(),
                file.editable(),
                folder,
                name,
                file.name(),
                file.did(),
                file.checksum(),
                file.sizeBytes(),
                file.others());
    }

    private static List<DataFile> read(Path list, OptionalLong count, String place, List<Finding> findings) {
        try {
            List<DataFile> files = InputListFile.read(list);
            if (files.isEmpty() || count.isPresent() && count.getAsLong() != files.size()) {
                findings.add(new Finding(
                        ReprocessFinding.INPUT_CHANGED,
                        place,
                        "the list %s has %d files%s"
                                .formatted(
                                        list.getFileName(),
                                        files.size(),
                                        count.isPresent() ? ", not " + count.getAsLong() + " as recorded" : "")));
            }
            return files;
        } catch (IOException | ProvenanceFormatException e) {
            findings.add(new Finding(
                    ReprocessFinding.INPUT_MISSING,
                    place,
                    "the list %s can't be read: %s".formatted(list.getFileName(), Shown.text(e.getMessage()))));
            return List.of();
        }
    }

    private static void told(List<Finding> ofFiles, String place, List<Finding> findings) {
        Stream.concat(
                        ofFiles.stream().filter(finding -> finding.severity() == Severity.ERROR),
                        ofFiles.stream().filter(finding -> finding.severity() != Severity.ERROR))
                .limit(MOST_TOLD)
                .forEach(findings::add);
        if (ofFiles.size() > MOST_TOLD) {
            findings.add(new Finding(
                    ReprocessFinding.INPUT_UNVERIFIED,
                    place,
                    "the same is so of " + (ofFiles.size() - MOST_TOLD) + " more files of the list, or like it"));
        }
    }
}
