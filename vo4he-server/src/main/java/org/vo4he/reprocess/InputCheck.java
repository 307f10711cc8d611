// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduSums;
import org.vo4he.fits.NotFitsException;
import org.vo4he.provenance.DataFile;
import org.vo4he.provenance.Sha256;

/// Whether a file that was found is the one that the provenance records.
///
/// @param sha256 of the file as it is now
/// @param proven whether the record has this SHA-256, or that of the file before it was tagged
/// @param finding what differs, or that nothing was recorded to compare
record InputCheck(String sha256, boolean proven, Optional<Finding> finding) {

    private static final String DATASUM = "datasum:";

    /// @param where JSON pointer of the input
    /// @param sums counts them, or knows them from before
    /// @throws IOException when the file can't be read
    static InputCheck of(Path file, DataFile recorded, String where, InputSums sums) throws IOException {
        String now = sums.sha256(file);
        Optional<Finding> finding = finding(file, recorded, now, where, sums);
        boolean strong = recorded.checksum()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(Sha256::isOne)
                .isPresent();
        return new InputCheck(now, strong && finding.isEmpty(), finding);
    }

    private static Optional<Finding> finding(Path file, DataFile recorded, String now, String where, InputSums sums)
            throws IOException {
        Optional<String> checksum = recorded.checksum()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty());
        if (checksum.isPresent() && Sha256.isOne(checksum.get())) {
            boolean same = now.equals(checksum.get())
                    || sums.of(file, "untagged", InputCheck::untagged).equals(checksum.get());
            return same ? Optional.empty() : changed(file, where, now, checksum.get());
        }
        if (checksum.isPresent() && checksum.get().startsWith(DATASUM)) {
            String wanted = checksum.get().substring(DATASUM.length()).strip();
            String all = sums.of(file, "datasums", InputCheck::dataSums);
            return List.of(all.split(", ")).contains(wanted)
                    ? Optional.empty()
                    : changed(file, where, "the DATASUMs " + all, checksum.get());
        }
        long size = Files.size(file);
        if (recorded.sizeBytes().isPresent() && recorded.sizeBytes().getAsLong() != size) {
            return changed(file, where, size + " bytes", recorded.sizeBytes().getAsLong() + " bytes");
        }
        return Optional.of(unverified(file.getFileName(), checksum, where));
    }

    private static Finding unverified(Path name, Optional<String> checksum, String where) {
        return new Finding(
                ReprocessFinding.INPUT_UNVERIFIED,
                where,
                checksum.map(text -> name + " is taken for the input, whose checksum '" + Shown.text(text)
                                + "' is of no kind known here")
                        .orElse(name + " is taken for the input, of which no checksum is recorded"));
    }

    private static Optional<Finding> changed(Path file, String where, String now, String was) {
        return Optional.of(new Finding(
                ReprocessFinding.INPUT_CHANGED,
                where,
                "%s has %s, the input that was used had %s".formatted(file.getFileName(), now, Shown.text(was))));
    }

    /// SHA-256 without VO-TAGS, which are written behind the data: what the file was before. Empty where it has none.
    private static String untagged(Path file) throws IOException {
        try (FitsFile fits = FitsFile.open(file)) {
            Optional<Hdu> tags = fits.hdu("VO-TAGS");
            boolean last = tags.isPresent() && tags.get() == fits.hdus().getLast();
            return last && !fits.gzipped() ? Sha256.ofFirst(tags.get().headerOffset(), file) : "";
        } catch (NotFitsException _) {
            return "";
        }
    }

    private static String dataSums(Path file) throws IOException {
        try (FitsFile fits = FitsFile.open(file)) {
            List<String> sums = new ArrayList<>();
            for (Hdu hdu : fits.hdus()) {
                sums.add(Long.toString(HduSums.of(fits, hdu).data()));
            }
            return String.join(", ", sums);
        } catch (NotFitsException _) {
            return "";
        }
    }
}
