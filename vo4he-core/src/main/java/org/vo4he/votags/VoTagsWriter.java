// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.Severity;
import org.vo4he.fits.FileChangedException;
import org.vo4he.fits.FitsAppender;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.FitsRewriter;
import org.vo4he.fits.FitsTail;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.fits.OwnerNotKeptException;
import org.vo4he.fits.UnreadableFitsException;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.provenance.InputLists;
import org.vo4he.provenance.ProductRecords;
import org.vo4he.provenance.ProvenanceDocument;
import org.vo4he.provenance.ProvenanceFormatException;

/// Puts a VO-TAGS extension into a FITS file, replaces it, or takes it out; no other HDU changes by a byte.
///
/// A file without VO-TAGS is appended to in one sequential write: cut at any byte, all earlier HDUs are
/// whole, and the next command removes the torn rest with a finding. Everything else is written to a new file
/// that then takes the place of the old one, with its mode and owner; symbolic links are followed.
/// `strip(annotate(x))` is `x` byte for byte; annotating twice gives the same bytes. To a gzip file the
/// extension is appended as a gzip member of its own; inside a member it can only be replaced by compressing
/// all again, which keeps the decompressed bytes.
///
/// A file that is damaged, or has bytes behind its last HDU, is refused and left as it is.
final class VoTagsWriter {

    private final Path target;
    private final FitsFile file;
    private final boolean inPlace;
    private final boolean durable;
    private final List<Finding> findings = new ArrayList<>();
    private InputLists lists = InputLists.none(ProvenanceDocument.EMPTY);

    private VoTagsWriter(Path target, FitsFile file, boolean durable) throws IOException {
        this.target = target;
        this.file = file;
        this.inPlace = target.equals(file.path()) || Files.exists(target) && Files.isSameFile(target, file.path());
        this.durable = durable;
    }

    /// Writes the row and the provenance as VO-TAGS of the file.
    ///
    /// A value of the row whose origin is a tag keeps the origin that was recorded with it. The publisher's
    /// columns are written only if given on the command line, with a warning; as declared in the file they stay.
    /// A row is refused of which our reader would leave values out again, as of `t_min` above `t_max`.
    ///
    /// @param in plain or gzip
    /// @param out the same file for annotating it in place; a file that exists there is replaced
    static WriteReport annotate(Path in, Path out, ObsCoreRow row, WriteOptions options)
            throws IOException, NotFitsException {
        try (FitsFile file = FitsFile.open(in)) {
            return new VoTagsWriter(out, file, options.durable()).annotate(row, options);
        } catch (UnreadableFitsException e) {
            return unreadable(in, e);
        }
    }

    /// The same for a file that is open already, and was not changed since.
    static WriteReport annotate(FitsFile in, Path out, ObsCoreRow row, WriteOptions options) throws IOException {
        return new VoTagsWriter(out, in, options.durable()).annotate(row, options);
    }

    /// Takes VO-TAGS out of the file.
    ///
    /// @param out the same file for stripping it in place; a file that exists there is replaced
    static WriteReport strip(Path in, Path out, WriteOptions options) throws IOException, NotFitsException {
        try (FitsFile file = FitsFile.open(in)) {
            return new VoTagsWriter(out, file, options.durable()).strip();
        } catch (UnreadableFitsException e) {
            return unreadable(in, e);
        }
    }

    private static WriteReport unreadable(Path in, UnreadableFitsException why) {
        Finding refusal = new Finding(
                VoTagsFinding.REFUSED, in.getFileName().toString(), "the file is not whole: " + why.getMessage());
        return new WriteReport(WriteReport.Outcome.REFUSED, List.of(why.finding(), refusal), 0);
    }

    private WriteReport annotate(ObsCoreRow row, WriteOptions options) throws IOException {
        FitsRewriter.sweep(target);
        FitsTail tail = FitsTail.of(file);
        if (!isFit(tail)) {
            return refused();
        }
        List<String> reasons = RowCheck.of(row);
        if (!reasons.isEmpty()) {
            reasons.forEach(this::refuse);
            return refused();
        }
        Optional<byte[]> hdu = hdu(row, options, tail);
        if (hdu.isEmpty()) {
            return refused();
        }
        noteDeclarations(row);
        List<Hdu> present = whole(tail);
        if (!lists.names().isEmpty() && written(this::writeLists).outcome() == WriteReport.Outcome.REFUSED) {
            return refused();
        }
        if (inPlace && !tail.exists() && present.size() == 1 && isSame(present.getFirst(), hdu.get())) {
            return new WriteReport(WriteReport.Outcome.UNCHANGED, findings, 0);
        }
        return written(() -> inPlace && present.isEmpty()
                ? FitsAppender.append(file, tail, hdu.get(), durable)
                : FitsRewriter.rewrite(file, tail, target, present, hdu.get(), durable));
    }

    private WriteReport strip() throws IOException {
        FitsRewriter.sweep(target);
        FitsTail tail = FitsTail.of(file);
        if (!isFit(tail)) {
            return refused();
        }
        List<Hdu> present = whole(tail);
        if (inPlace && !tail.exists() && present.isEmpty()) {
            return new WriteReport(WriteReport.Outcome.UNCHANGED, findings, 0);
        }
        return written(() -> FitsRewriter.rewrite(file, tail, target, present, null, durable));
    }

    /// Who gives a publisher's column may expect it to be published.
    private void noteDeclarations(ObsCoreRow row) {
        row.forEach((column, value) -> {
            if (value.origin() instanceof Origin.Given && VoTagsKeyword.PUBLISHER_COLUMNS.contains(column)) {
                findings.add(new Finding(
                        VoTagsFinding.DECLARED_ONLY,
                        where() + " " + VoTagsKeyword.of(column).name(),
                        column.columnName() + " = '" + value.value()
                                + "' is only declared in the file: a service publishes its own"));
            }
        });
    }

    /// Whether the file ends well, or in a torn extension of ours.
    private boolean isFit(FitsTail tail) {
        if (!tail.exists()) {
            return true;
        }
        if (tail.end() > 0 && tail.isSeparate() && VoTagsHdu.isTorn(tail.start())) {
            findings.add(new Finding(
                    VoTagsFinding.TORN_TAIL,
                    file.path().getFileName().toString(),
                    "the torn rest of an interrupted annotate at byte " + tail.end() + " is removed"));
            return true;
        }
        String why = file.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .reduce((_, last) -> last)
                .map(Finding::message)
                .orElse("what follows its last HDU, from byte " + tail.end() + " on, is no extension");
        refuse("the file is not whole: " + why);
        return false;
    }

    private Optional<byte[]> hdu(ObsCoreRow row, WriteOptions options, FitsTail tail) throws IOException {
        Optional<VoTags> present = whole(tail).isEmpty() ? Optional.empty() : VoTagsReader.read(file);
        try {
            VoTagsContent content =
                    VoTagsContent.of(row, options, present, target.getFileName().toString());
            lists = options.provenance().isPresent() || inPlace
                    ? content.lists()
                    : InputLists.carried(content.document(), folder(file.path()));
            if (isTooLong(content.json().length(), options) || needsContinue(content, options)) {
                return Optional.empty();
            }
            new RecordCheck(ProductRecords.of(content.document()), where(), findings)
                    .check(content.of(ObsCoreColumn.FLUX_MODEL), content.of(ObsCoreColumn.ENERGY_BAND));
            ProvenanceRows rows = ProvenanceRows.of(content.json());
            return Optional.of(VoTagsHdu.bytes(content.values(), content.others(), rows, where(), findings));
        } catch (ProvenanceFormatException e) {
            refuse("the provenance that the file carries would be lost, because it is unreadable: " + e.getMessage());
            return Optional.empty();
        }
    }

    /// The form that the file's provenance has already needs no permission.
    private boolean isTooLong(int characters, WriteOptions options) {
        if (characters <= ProvenanceRows.WIDEST) {
            return false;
        }
        boolean rows = options.longProvenance() == WriteOptions.LongProvenance.ROWS
                || VoTagsReader.extension(file).filter(hdu -> hdu.rows() > 1).isPresent();
        int most = rows ? ProvenanceRows.LONGEST : ProvenanceRows.WIDEST;
        if (characters <= most) {
            return false;
        }
        findings.add(new Finding(
                VoTagsFinding.PROVENANCE_TOO_LONG,
                where(),
                "the provenance has " + characters + " characters, at most " + most
                        + (rows ? " can be read back" : " fit into one row; --long-provenance rows writes several")));
        return true;
    }

    private long writeLists() throws IOException {
        lists.write(folder(target), durable);
        for (String name : lists.names()) {
            findings.add(new Finding(
                    VoTagsFinding.INPUTS_LISTED, where(), "inputs are listed in '" + name + "', beside the product"));
        }
        return 0;
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }

    /// Whether a text would need CONTINUE cards that are not wanted; those that may be moved into the JSON are told.
    private boolean needsContinue(VoTagsContent content, WriteOptions options) {
        List<String> remaining = new ArrayList<>(content.longCards(options.longText()));
        content.texts().moved().forEach((column, text) -> {
            String keyword = VoTagsKeyword.of(column).name();
            if (options.longText() == WriteOptions.LongText.REFUSE) {
                remaining.add(keyword);
            } else {
                findings.add(new Finding(
                        VoTagsFinding.LONG_TEXT,
                        where() + " " + keyword,
                        column.columnName() + " has " + text.length()
                                + " characters, too many for one card; it is written into the JSON"));
            }
        });
        if (!remaining.isEmpty()) {
            refuse("without CONTINUE cards there is no room for " + String.join(", ", remaining));
        }
        return !remaining.isEmpty();
    }

    /// The extensions to replace, without a torn one.
    private List<Hdu> whole(FitsTail tail) {
        return VoTagsReader.extensions(file).stream()
                .filter(hdu -> hdu.headerOffset() < tail.end())
                .toList();
    }

    private static boolean isSame(Hdu present, byte[] hdu) throws IOException {
        return present.storedSize() == hdu.length && Arrays.equals(present.stored(), hdu);
    }

    private interface Writing {
        long bytes() throws IOException;
    }

    private WriteReport written(Writing writing) throws IOException {
        try {
            long bytes = writing.bytes();
            return new WriteReport(WriteReport.Outcome.WRITTEN, findings, bytes);
        } catch (FileChangedException | OwnerNotKeptException e) {
            refuse(e.getMessage());
        } catch (AccessDeniedException e) {
            refuse("no permission to write " + e.getFile() + ", or its folder");
        } catch (NoSuchFileException _) {
            refuse(target + " can't be written: there is no folder "
                    + target.toAbsolutePath().getParent());
        } catch (FileSystemException e) {
            refuse(target + " can't be written: " + (e.getReason() == null ? e.toString() : e.getReason()));
        } catch (IOException e) {
            refuse(target + " can't be written: " + e.getMessage());
        }
        return refused();
    }

    private void refuse(String why) {
        findings.add(
                new Finding(VoTagsFinding.REFUSED, file.path().getFileName().toString(), why));
    }

    /// Nothing was written, so nothing was removed either.
    private WriteReport refused() {
        findings.removeIf(finding -> finding.code() == VoTagsFinding.TORN_TAIL);
        return new WriteReport(WriteReport.Outcome.REFUSED, findings, 0);
    }

    private String where() {
        return file.path().getFileName() + " " + VoTagsReader.EXTNAME;
    }
}
