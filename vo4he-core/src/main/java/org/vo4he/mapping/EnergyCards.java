// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.energy.EnergyBand;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.ogip.OgipFinding;
import org.vo4he.units.Unit;

/// The energy band that cards such as E_MIN and E_MAX state, with the unit that a card or the comment gives.
final class EnergyCards {

    private static final List<Pair> PAIRS = List.of(
            new Pair("E_MIN", "E_MAX"),
            new Pair("EMIN", "EMAX"),
            new Pair("ENERG_LO", "ENERG_HI"),
            new Pair("ENERGYLO", "ENERGYHI"),
            new Pair("E_LOW", "E_HIGH"),
            new Pair("ELOW", "EHIGH"));

    private static final Pattern UNIT = Pattern.compile("\\b([kMGTP]?eV|KEV|Kev)\\b");
    private static final int MOST_BANDS = 9;

    private record Pair(String low, String high) {}

    private final Draft draft;

    EnergyCards(Draft draft) {
        this.draft = draft;
    }

    record Stated(EnergyBand band, Unit unit, String hdu, String keywords) {}

    /// The first pair of cards that makes a band; of numbered bands E_MIN1, E_MIN2, … all together.
    Optional<Stated> read() {
        for (Pair pair : PAIRS) {
            Optional<Stated> stated = read(pair.low, pair.high);
            if (stated.isPresent()) {
                return stated;
            }
        }
        return numbered();
    }

    private Optional<Stated> numbered() {
        Optional<Stated> all = Optional.empty();
        for (int n = 1; n <= MOST_BANDS; n++) {
            Optional<Stated> one = read("E_MIN" + n, "E_MAX" + n);
            all = all.isEmpty() || one.isEmpty() ? all.or(() -> one) : Optional.of(union(all.get(), one.get()));
        }
        return all;
    }

    private static Stated union(Stated one, Stated other) {
        EnergyBand band = new EnergyBand(
                Math.min(one.band.lowKev(), other.band.lowKev()), Math.max(one.band.highKev(), other.band.highKev()));
        return new Stated(band, one.unit, one.hdu, one.keywords + "+" + other.keywords);
    }

    private Optional<Stated> read(String low, String high) {
        Optional<HeaderChain.Found<Double>> lower = draft.headers().number(low);
        Optional<HeaderChain.Found<Double>> upper = draft.headers().number(high);
        if (lower.isEmpty() || upper.isEmpty()) {
            return Optional.empty();
        }
        Optional<Unit> one = unit(lower.get()).or(() -> unit(upper.get())).or(this::unitCard);
        Optional<Unit> other = unit(upper.get()).or(() -> one);
        if (one.isEmpty() || other.isEmpty()) {
            draft.find(
                    OgipFinding.ENERGY_UNIT_MISSING,
                    lower.get().hdu(),
                    low + "+" + high,
                    lower.get().value() + " to " + upper.get().value() + " has no unit");
            return Optional.empty();
        }
        double highest = one.get() == other.get()
                ? upper.get().value()
                : other.get().convert(upper.get().value(), one.get());
        return EnergyBand.between(lower.get().value(), highest, one.get())
                .map(band -> new Stated(band, one.get(), lower.get().hdu().label(), low + "+" + high));
    }

    private static Optional<Unit> unit(HeaderChain.Found<Double> card) {
        Matcher unit = UNIT.matcher(card.comment());
        return unit.find() ? Unit.parse(unit.group(1), Unit.Dimension.ENERGY) : Optional.empty();
    }

    private Optional<Unit> unitCard() {
        return draft.headers()
                .text("EUNIT", "E_UNIT", "EBINUNIT", "ENERUNIT")
                .flatMap(card -> Unit.parse(card.value(), Unit.Dimension.ENERGY));
    }
}
