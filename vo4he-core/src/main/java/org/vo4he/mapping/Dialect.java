// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.time.MjdReference;
import org.vo4he.time.TimeSystem;
import org.vo4he.units.Unit;

/// How one mission writes its headers, and the facts about its instruments that its documents state: what the
/// headers of its files leave to the reader's knowledge. Made of a file in the folder `dialects`; each number has
/// its source beside it there.
///
/// @param name of the file, such as `xmm`
/// @param facility the name of the mission in words
/// @param telescop the spellings of TELESCOP by which the mission is known, upper case
/// @param messenger the particle that the mission's instruments detect, such as `photon`
/// @param keywords cards that give a column, in order; they come before those of the standards
/// @param pointing pairs of cards of the pointing that the mission has besides those of the standards
/// @param prefixes columns that are the first letters of `obs_id`
/// @param detectorExposures cards of exposures that end in the number of a detector
/// @param clock the zero of the mission's clock, for files that leave it out
public record Dialect(
        String name,
        String facility,
        List<String> telescop,
        Optional<String> messenger,
        Map<ObsCoreColumn, List<String>> keywords,
        List<SkyCards> pointing,
        Map<ObsCoreColumn, Prefix> prefixes,
        List<String> detectorExposures,
        Optional<MissionClock> clock,
        List<Instrument> instruments) {

    /// What files of unknown missions speak: nothing beyond the standards.
    static final Dialect NONE = new Dialect(
            "", "", List.of(), Optional.empty(), Map.of(), List.of(), Map.of(), List.of(), Optional.empty(), List.of());

    /// Cards of right ascension and declination.
    public record SkyCards(String lon, String lat) {}

    /// @param length of the part of `obs_id`; it must be all of digits
    /// @param of the length that `obs_id` must have
    public record Prefix(int length, int of, String source) {}

    /// @param launchMjd a reading before is not one of this clock: simulations count from 0
    /// @param source the document that states the zero
    /// @param launchSource the document that states the launch
    public record MissionClock(
            MjdReference reference,
            TimeSystem system,
            Unit unit,
            double launchMjd,
            String source,
            String launchSource) {}

    /// @param instrume spellings of INSTRUME; one that ends in `*` stands for all that begin so
    /// @param energyColumns columns of photon energies under another name than ENERGY
    public record Instrument(
            String name,
            List<String> instrume,
            List<String> energyColumns,
            Optional<Channels> channels,
            Optional<FieldOfView> field) {

        boolean isNamed(String spelling) {
            String word = spelling.strip().toUpperCase(Locale.ROOT);
            return instrume.stream()
                    .anyMatch(known -> known.endsWith("*")
                            ? word.startsWith(known.substring(0, known.length() - 1))
                            : word.equals(known));
        }
    }

    /// The energies of the channels of a column: channel `n` reaches from `zero + n * step` to
    /// `zero + (n + 1) * step`.
    ///
    /// @param column such as PI
    /// @param first number of the first channel of spectra
    /// @param count of the channels of spectra, DETCHANS; 0 if the mission has no usual number of them
    /// @param source the document that states the relation
    public record Channels(String column, double stepEv, double zeroEv, int first, int count, String source) {

        double lowerEv(double channel) {
            return zeroEv + channel * stepEv;
        }

        double upperEv(double channel) {
            return zeroEv + (channel + 1) * stepEv;
        }
    }

    /// The field of view around the pointing.
    public sealed interface FieldOfView {

        String source();

        record Circle(double diameterDeg, String source) implements FieldOfView {}

        /// @param heightDeg along the +Y axis of the image
        /// @param aligned whether the sides lie along the axes of the image to which the position angles of the
        ///     headers refer
        record Rectangle(double widthDeg, double heightDeg, boolean aligned, String source) implements FieldOfView {}
    }

    /// The documents named beside its numbers.
    public List<String> sources() {
        return Stream.of(
                        prefixes.values().stream().map(Prefix::source),
                        clock.stream().map(MissionClock::source),
                        clock.stream().map(MissionClock::launchSource),
                        instruments.stream()
                                .flatMap(each -> each.channels().stream().map(Channels::source)),
                        instruments.stream()
                                .flatMap(each -> each.field().stream().map(FieldOfView::source)))
                .flatMap(sources -> sources)
                .distinct()
                .toList();
    }

    boolean isKnown() {
        return !name.isEmpty();
    }

    /// The instrument that an INSTRUME card names.
    public Optional<Instrument> instrument(String spelling) {
        return instruments.stream().filter(each -> each.isNamed(spelling)).findFirst();
    }
}
