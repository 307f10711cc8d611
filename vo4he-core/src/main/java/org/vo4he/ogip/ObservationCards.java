// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vo4he.fits.Card;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduWriter;

/// The cards about observation, target, pointing and time that a product takes over from the file it is made of, as
/// they stand there (OGIP/93-013, keywords common to all files). Immutable.
public final class ObservationCards {

    private static final List<String> OBSERVATION = List.of(
            "ORIGIN",
            "MISSION",
            "TELESCOP",
            "INSTRUME",
            "DETNAM",
            "FILTER",
            "GRATING",
            "OBS_MODE",
            "DATAMODE",
            "READMODE",
            "SUBMODE",
            "OBS_ID",
            "SEQ_NUM",
            "SEQNUM",
            "EXP_ID",
            "EXPIDSTR",
            "DS_IDENT",
            "OBSERVER",
            "PROP_ID",
            "TITLE",
            "OBJECT");

    private static final List<String> POINTING = List.of(
            "RA_OBJ",
            "DEC_OBJ",
            "RA_TARG",
            "DEC_TARG",
            "RA_PNT",
            "DEC_PNT",
            "PA_PNT",
            "ROLL_PNT",
            "RA_NOM",
            "DEC_NOM",
            "ROLL_NOM",
            "EQUINOX",
            "RADESYS");

    private static final List<String> CLOCK = List.of(
            "MJDREF",
            "MJDREFI",
            "MJDREFF",
            "TIMEZERO",
            "TIMEZERI",
            "TIMEZERF",
            "TIMEUNIT",
            "TIMESYS",
            "TIMEREF",
            "TREFPOS",
            "TREFDIR",
            "PLEPHEM",
            "TASSIGN",
            "CLOCKAPP",
            "TIERRELA",
            "TIERABSO");

    private static final List<String> SPAN = List.of(
            "TSTART",
            "TSTARTI",
            "TSTARTF",
            "TSTOP",
            "TSTOPI",
            "TSTOPF",
            "DATE-OBS",
            "TIME-OBS",
            "DATE-END",
            "TIME-END",
            "MJD-OBS",
            "MJD-BEG",
            "MJD-AVG",
            "MJD-END");

    /// Older names of keywords.
    private static final Map<String, String> OLDER = Map.of("RADESYS", "RADECSYS");

    private static final Set<String> MANDATORY = Set.of("TELESCOP", "INSTRUME", "FILTER");

    private static final String NOT_STATED = "UNKNOWN";

    private final Map<String, Card> cards;

    private ObservationCards(Map<String, Card> cards) {
        this.cards = cards;
    }

    /// Those of a table, else those of the primary header. TELESCOP, INSTRUME and FILTER, which OGIP files must have,
    /// are `UNKNOWN` where none states them.
    public static ObservationCards of(Hdu table, Hdu primary) {
        Map<String, Card> found = new LinkedHashMap<>();
        Stream.of(OBSERVATION, POINTING, CLOCK, SPAN).flatMap(List::stream).forEach(keyword -> {
            Optional<Card> card = card(table, keyword).or(() -> card(primary, keyword));
            if (card.isPresent()) {
                found.put(keyword, card.get());
            } else if (MANDATORY.contains(keyword)) {
                found.put(keyword, new Card(keyword, NOT_STATED, true, "not stated by the events"));
            }
        });
        return new ObservationCards(found);
    }

    private static Optional<Card> card(Hdu hdu, String keyword) {
        return hdu.header()
                .card(keyword)
                .or(() -> hdu.header().card(OLDER.getOrDefault(keyword, keyword)))
                .filter(ObservationCards::canBeWritten)
                .map(card -> new Card(keyword, card.value(), card.string(), card.comment()));
    }

    private static boolean canBeWritten(Card card) {
        return !card.value().isBlank() && HduWriter.isPrintable(card.value()) && HduWriter.isPrintable(card.comment());
    }

    /// The same for times within those of the file: what it says of start and end is replaced.
    ///
    /// @param start on the clock of the file
    /// @param stop likewise
    /// @param dateObs ISO 8601 in the scale of TIMESYS; empty where it can't be told
    /// @param dateEnd likewise
    public ObservationCards within(double start, double stop, Optional<String> dateObs, Optional<String> dateEnd) {
        Map<String, Card> narrowed = new LinkedHashMap<>(cards);
        SPAN.forEach(narrowed::remove);
        narrowed.put("TSTART", new Card("TSTART", Double.toString(start), false, "start of the times selected"));
        narrowed.put("TSTOP", new Card("TSTOP", Double.toString(stop), false, "end of the times selected"));
        dateObs.ifPresent(date -> narrowed.put("DATE-OBS", new Card("DATE-OBS", date, true, "as TSTART")));
        dateEnd.ifPresent(date -> narrowed.put("DATE-END", new Card("DATE-END", date, true, "as TSTOP")));
        return new ObservationCards(narrowed);
    }

    /// The same for readings that have the offset in them.
    public ObservationCards withoutTimeZero() {
        return without(List.of("TIMEZERO", "TIMEZERI", "TIMEZERF"));
    }

    /// The same without these cards.
    ObservationCards without(List<String> keywords) {
        Map<String, Card> fewer = new LinkedHashMap<>(cards);
        keywords.forEach(fewer::remove);
        return new ObservationCards(fewer);
    }

    /// The value of a card, as text.
    public Optional<String> text(String keyword) {
        return Optional.ofNullable(cards.get(keyword)).map(Card::value).map(String::strip);
    }

    /// Puts all cards into a header.
    public Consumer<HduWriter> all() {
        return hdu -> cards.values().forEach(hdu::card);
    }

    /// Puts the cards that say in which frame right ascension and declination are into a header.
    public Consumer<HduWriter> frame() {
        return hdu -> Stream.of("RADESYS", "EQUINOX")
                .filter(cards::containsKey)
                .map(cards::get)
                .forEach(hdu::card);
    }

    /// Puts the cards about the clock into a header, and by whom the observation was made: what a GTI extension needs.
    public Consumer<HduWriter> clock() {
        List<String> wanted = new ArrayList<>(List.of("TELESCOP", "INSTRUME"));
        wanted.addAll(CLOCK);
        wanted.addAll(SPAN);
        return hdu -> wanted.stream().filter(cards::containsKey).map(cards::get).forEach(hdu::card);
    }
}
