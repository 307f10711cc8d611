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

    /// What a list that provenance refers to says.
    ///
    /// @param files none unless it is the list that was recorded
    /// @param fault why it is not, or what is odd about it
    public record Listed(List<DataFile> files, Optional<String> fault) {

        public Listed {
            files = List.copyOf(files);
        }

        private static Listed not(String fault) {
            return new Listed(List.of(), Optional.of(fault));
        }
    }

    /// Compares a list with what provenance records of it, and reads it.
    ///
    /// @param there where it was found; empty if nowhere
    public static Listed listed(Argument.InputList list, Optional<Path> there) {
        String name = "'" + list.list().fileName() + "', a list of inputs,";
        if (there.filter(Files::isRegularFile).isEmpty()) {
            return Listed.not(name + " is not there");
        }
        try {
            Optional<String> difference = list.list().differenceFrom(there.get());
            if (difference.isPresent()) {
                return Listed.not(name + " is recorded with " + difference.get());
            }
            List<DataFile> files = read(there.get());
            boolean all = list.count().isEmpty() || list.count().getAsLong() == files.size();
            return new Listed(
                    files,
                    all
                            ? Optional.empty()
                            : Optional.of(name + " is recorded with "
                                    + list.count().getAsLong() + " entries and lists " + files.size()));
        } catch (IOException | ProvenanceFormatException e) {
            return Listed.not(name + " can't be read: " + e.getMessage());
        }
    }

    /// Where a list is expected that lies beside the product.
    public static Path beside(Path folder, Argument.InputList list) {
        return folder.resolve(list.list().fileName());
    }

    /// What is wrong with the lists that a document refers to, as they lie beside the product.
    public static List<String> faults(ProvenanceDocument document, Path folder) {
        return InputLists.of(document).stream()
                .map(list -> listed(list, Optional.of(beside(folder, list))).fault())
                .flatMap(Optional::stream)
                .toList();
    }
}
