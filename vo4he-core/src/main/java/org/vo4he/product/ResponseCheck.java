// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.HeaderChain;

/// Whether the redistribution matrix that a spectrum names is made for its channels: as many, and of the same type
/// (OGIP/92-007, section 3, and CAL/GEN/92-002, section 4: DETCHANS, CHANTYPE).
final class ResponseCheck {

    /// @param count of all possible channels
    /// @param type `PHA` or `PI`
    private record Channels(OptionalLong count, Optional<String> type) {}

    private ResponseCheck() {}

    /// @param consulted gets each matrix that was looked at
    static void run(
            Path file,
            Hdu spectrum,
            HeaderChain headers,
            List<Reference> references,
            Siblings siblings,
            List<Finding> findings,
            Set<Path> consulted) {
        Channels own = ofSpectrum(spectrum, headers);
        for (Reference reference : references) {
            if (reference.keyword().equals("RESPFILE") || reference.keyword().equals(Reference.XMM_RMF)) {
                siblings.find(file, reference.name())
                        .flatMap(path -> ofMatrix(file, path, consulted))
                        .flatMap(matrix -> difference(own, matrix))
                        .ifPresent(words -> findings.add(new Finding(
                                ProductFinding.RESPONSE_MISMATCH,
                                file.getFileName() + " " + spectrum + " " + reference.keyword(),
                                "'" + reference.name() + "' " + words)));
            }
        }
    }

    private static Channels ofSpectrum(Hdu spectrum, HeaderChain headers) {
        OptionalLong stated = whole(spectrum, "DETCHANS");
        boolean typeOne = spectrum.column("CHANNEL")
                .filter(column -> column.isScalarNumber())
                .isPresent();
        OptionalLong rows = typeOne ? OptionalLong.of(spectrum.rows()) : OptionalLong.empty();
        return new Channels(
                stated.isPresent() ? stated : rows,
                headers.text("CHANTYPE").map(card -> card.value().strip().toUpperCase(Locale.ROOT)));
    }

    private static Optional<Channels> ofMatrix(Path file, Path path, Set<Path> consulted) {
        try {
            if (Files.isSameFile(file, path)) {
                return Optional.empty();
            }
            consulted.add(path);
            try (FitsFile matrix = FitsFile.open(path)) {
                return Optional.of(channels(matrix));
            }
        } catch (IOException | NotFitsException _) {
            return Optional.empty();
        }
    }

    /// EBOUNDS has one row for each channel; DETCHANS of either extension says the same.
    private static Channels channels(FitsFile matrix) {
        OptionalLong count = OptionalLong.empty();
        Optional<String> type = Optional.empty();
        for (Hdu hdu : matrix.hdus()) {
            HduContent content = HduContent.of(hdu);
            if (content == HduContent.EBOUNDS || content == HduContent.RMF) {
                if (content == HduContent.EBOUNDS) {
                    count = OptionalLong.of(hdu.rows());
                } else if (count.isEmpty()) {
                    count = whole(hdu, "DETCHANS");
                }
                if (type.isEmpty()) {
                    type = hdu.header()
                            .text("CHANTYPE")
                            .filter(HeaderChain::saysSomething)
                            .map(text -> text.strip().toUpperCase(Locale.ROOT));
                }
            }
        }
        return new Channels(count, type);
    }

    private static Optional<String> difference(Channels own, Channels matrix) {
        if (own.count().isPresent()
                && matrix.count().isPresent()
                && own.count().getAsLong() != matrix.count().getAsLong()) {
            return Optional.of("has " + matrix.count().getAsLong() + " channels, the spectrum "
                    + own.count().getAsLong());
        }
        if (own.type().isPresent() && matrix.type().isPresent() && !Objects.equals(own.type(), matrix.type())) {
            return Optional.of("is made for channels of type " + matrix.type().get() + ", the spectrum has "
                    + own.type().get());
        }
        return Optional.empty();
    }

    private static OptionalLong whole(Hdu hdu, String keyword) {
        Optional<Long> number = hdu.header().integer(keyword).filter(value -> value > 0);
        return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
    }
}
