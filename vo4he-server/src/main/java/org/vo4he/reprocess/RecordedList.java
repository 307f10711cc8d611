// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vo4he.provenance.Argument;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.InputLists;
import org.vo4he.provenance.OtherKeys;
import org.vo4he.provenance.Sha256;

/// A list of inputs as outputs refer to it: it lies beside them.
///
/// @param file name, with the first digits of its SHA-256: the same list has the same
record RecordedList(String file, String checksum, String content, int count) {

    private static final int DIGITS = 8;

    /// @param argument by which the step knows the list
    static RecordedList of(String argument, PlannedInput.Listed listed) {
        List<DataFile> files = listed.files().stream().map(RecordedList::told).toList();
        String content = new String(InputLists.list(files), java.nio.charset.StandardCharsets.US_ASCII);
        String checksum = Sha256.of(content);
        String digits = checksum.substring(checksum.indexOf(':') + 1).substring(0, DIGITS);
        return new RecordedList(argument + "." + digits + ".inputs.jsonl", checksum, content, files.size());
    }

    private static DataFile told(PlannedInput.Stored stored) {
        FileIdentity identity = stored.identity();
        return new DataFile(
                "",
                false,
                "",
                stored.file().getFileName().toString(),
                Optional.empty(),
                identity.did(),
                identity.checksum(),
                identity.sizeBytes(),
                OtherKeys.NONE);
    }

    /// In the place of one input.
    Argument.InputList argument(int index, DataFile file) {
        DataFile list = new DataFile(
                file.description(),
                file.editable(),
                "",
                this.file,
                file.name(),
                Optional.empty(),
                Optional.of(checksum),
                OptionalLong.of(content.length()),
                OtherKeys.NONE);
        return new Argument.InputList(index, list, OptionalLong.of(count));
    }
}
