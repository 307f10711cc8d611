// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.fits.Card;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.FitsHeader;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.obscore.Origin;
import org.vo4he.votags.VoTags;

/// The cards of a file as they are written, so that a value can be seen beside what it was made of.
final class WrittenCards {

    private final Map<String, FitsHeader> headers = new HashMap<>();
    private final Map<String, Card> tags = new HashMap<>();

    private WrittenCards() {}

    /// None, if the file can't be read.
    static WrittenCards of(Path file) {
        WrittenCards cards = new WrittenCards();
        try (FitsFile fits = FitsFile.open(file)) {
            for (Hdu hdu : fits.hdus()) {
                cards.headers.putIfAbsent(hdu.label().toUpperCase(Locale.ROOT), hdu.header());
            }
            // of a keyword that stands twice the last card is read
            VoTags.extension(fits)
                    .ifPresent(hdu -> hdu.header().cards().forEach(card -> cards.tags.put(card.keyword(), card)));
        } catch (IOException | NotFitsException _) {
            // the description tells what is wrong with the file
        }
        return cards;
    }

    /// Those that a value came from; empty for other origins.
    List<Card> of(Origin origin) {
        return switch (origin) {
            case Origin.Card(String hdu, String keywords) -> cards(hdu, keywords);
            case Origin.Tag tag ->
                Optional.ofNullable(tags.get(tag.keyword())).stream().toList();
            case Origin.Column _,
                    Origin.Wcs _,
                    Origin.LinkedFile _,
                    Origin.Rule _,
                    Origin.Profile _,
                    Origin.Minted _,
                    Origin.Standard _,
                    Origin.Derived _,
                    Origin.Publisher _,
                    Origin.Given _,
                    Origin.Absent _ -> List.of();
        };
    }

    private List<Card> cards(String hdu, String keywords) {
        FitsHeader header = headers.get(hdu.toUpperCase(Locale.ROOT));
        return header == null
                ? List.of()
                : Arrays.stream(keywords.split("\\+"))
                        .map(header::card)
                        .flatMap(Optional::stream)
                        .toList();
    }

    /// For a person, after the origin: ` = 'Crab' / target`; empty when there is nothing to add. Of a tag that vo4he
    /// wrote, the cards that it was written from.
    String written(Origin origin) {
        List<Card> cards = of(origin instanceof Origin.Tag tag ? tag.recorded().orElse(tag) : origin);
        return cards.isEmpty()
                ? ""
                : " = " + cards.stream().map(WrittenCards::text).collect(Collectors.joining(", "));
    }

    private static String text(Card card) {
        String value = card.string() ? "'" + card.value() + "'" : card.value();
        return card.comment().isBlank() ? value : value + " / " + card.comment().strip();
    }
}
