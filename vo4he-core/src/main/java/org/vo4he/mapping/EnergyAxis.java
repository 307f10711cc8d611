// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.obscore.ObsCoreColumn.EM_MAX;
import static org.vo4he.obscore.ObsCoreColumn.EM_MIN;
import static org.vo4he.obscore.ObsCoreColumn.EM_UCD;
import static org.vo4he.obscore.ObsCoreColumn.EM_UNIT;
import static org.vo4he.obscore.ObsCoreColumn.EM_XEL;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.vo4he.energy.EnergyBand;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.ChannelWavelengths;
import org.vo4he.ogip.DataSubspace;
import org.vo4he.ogip.EnergyTable;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.OgipFinding;
import org.vo4he.units.Unit;

/// Which photon energies, as wavelengths in vacuum; how finely.
final class EnergyAxis {

    /// Larger tables are not read in full only to know the range of one column.
    private static final int ROWS_AT_ONCE = 1 << 20;
    private static final long MOST_BYTES_TO_SCAN = 64L << 20;

    private final Draft draft;
    private Optional<EnergyBand> last = Optional.empty();
    private Origin lastOrigin;

    private EnergyAxis(Draft draft) {
        this.draft = draft;
    }

    static void fill(Draft draft) {
        EnergyAxis axis = new EnergyAxis(draft);
        axis.samples();
        boolean found = switch (draft.kind()) {
            case EVENT_LIST ->
                axis.selected()
                        || axis.cards()
                        || axis.inFile()
                        || axis.energyColumn()
                        || axis.mission(energies -> energies.ofEvents(MOST_BYTES_TO_SCAN));
            case SPECTRUM -> axis.ofSpectrum();
            case LIGHT_CURVE, HEALPIX_MAP, RADIAL_PROFILE -> axis.summed();
            case IMAGE, CUBE -> axis.summed() || axis.planes();
            case FLUX_POINTS -> axis.fluxPoints() || axis.cards();
            case SOURCE_LIST -> axis.cards();
        };
        if (!found) {
            String why = draft.kind() == ProductKind.SPECTRUM
                    ? "channels only: neither EBOUNDS nor a response that can be read gives energies, or not to those selected"
                    : new PixelAxes(draft).whyNoEnergies();
            draft.absent(EM_MIN, why);
            draft.absent(EM_MAX, why);
        }
    }

    private boolean summed() {
        return selected() || cards() || inFile() || mission(MissionEnergies::ofSelection);
    }

    private boolean planes() {
        Optional<PixelAxes.Band> planes = new PixelAxes(draft).energies();
        planes.ifPresent(of -> {
            band(of.band(), of.origin());
            axisUnit(of.unit(), of.origin());
        });
        return planes.isPresent();
    }

    /// What the response or the bins cover, so far as it is said to be selected.
    private boolean ofSpectrum() {
        boolean covered = ownBins() || ownChannels() || inFile() || linked();
        Optional<EnergyBand> whole = last;
        boolean selected = mission(MissionEnergies::ofCut) || cards();
        if (covered && selected) {
            double low =
                    Math.max(last.orElseThrow().lowKev(), whole.orElseThrow().lowKev());
            double high =
                    Math.min(last.orElseThrow().highKev(), whole.orElseThrow().highKev());
            if (low < high) {
                band(new EnergyBand(low, high), lastOrigin);
            }
        }
        if (!selected && draft.hdu().header().has("PHALCUT")) {
            return false;
        }
        return covered || selected || selected() || mission(MissionEnergies::ofSpectrum);
    }

    /// The photon energies of a response.
    static void ofResponse(Draft draft) {
        EnergyAxis axis = new EnergyAxis(draft);
        if (!axis.table(draft.hdu(), "ENERG_LO", "ENERG_HI")) {
            axis.inFile();
        }
    }

    private boolean selected() {
        Optional<DataSubspace.Selected<EnergyBand>> selected =
                DataSubspace.energies(draft.hdu().header());
        selected.ifPresent(of -> band(of.value(), new Origin.Card(draft.hdu().label(), of.keyword())));
        return selected.isPresent();
    }

    private boolean cards() {
        Optional<EnergyCards.Stated> stated = new EnergyCards(draft).read();
        stated.ifPresent(of -> band(of.band(), new Origin.Card(of.hdu(), of.keywords())));
        return stated.isPresent();
    }

    /// Grating spectra have the wavelengths of their bins beside the counts (Chandra).
    private boolean ownBins() {
        return table(draft.hdu(), "BIN_LO", "BIN_HI") || table(draft.hdu(), "E_MIN", "E_MAX");
    }

    /// The wavelengths of the channels, by the axis of their column (XMM-Newton's RGS).
    private boolean ownChannels() {
        try {
            Optional<EnergyTable.Covered> covered = ChannelWavelengths.read(draft.hdu());
            covered.ifPresent(of -> {
                Origin origin = new Origin.Column(draft.hdu().label(), "CHANNEL");
                band(of.band(), origin);
                axisUnit(of.unit(), origin);
            });
            return covered.isPresent();
        } catch (IOException e) {
            draft.find(OgipFinding.TABLE_UNREADABLE, draft.hdu(), "CHANNEL", e.getMessage());
            return false;
        }
    }

    private boolean inFile() {
        for (Hdu table : draft.contents().all(HduContent.EBOUNDS)) {
            if (table(table, "E_MIN", "E_MAX")) {
                return true;
            }
        }
        for (Hdu table : draft.contents().all(HduContent.ENERGIES)) {
            String column = table.columns().getFirst().name();
            if (table(table, column, column)) {
                return true;
            }
        }
        return false;
    }

    private boolean fluxPoints() {
        return table(draft.hdu(), "E_MIN", "E_MAX") || table(draft.hdu(), "E_REF", "E_REF");
    }

    private boolean table(Hdu table, String low, String high) {
        try {
            Optional<EnergyTable.Covered> covered = EnergyTable.read(table, low, high);
            covered.ifPresent(of -> {
                band(of.band(), new Origin.Column(table.label(), low.equals(high) ? low : low + "+" + high));
                axisUnit(of.unit(), new Origin.Column(table.label(), low));
            });
            if (covered.isEmpty() && EnergyTable.lacksUnit(table, low)) {
                draft.find(OgipFinding.ENERGY_UNIT_MISSING, table, low, "the column has no unit");
            }
            return covered.isPresent();
        } catch (IOException e) {
            draft.find(OgipFinding.TABLE_UNREADABLE, table, low, e.getMessage());
            return false;
        }
    }

    private boolean linked() {
        Optional<LinkedEnergies.Linked> linked = new LinkedEnergies(draft).read();
        linked.ifPresent(of -> band(
                of.covered().band(),
                new Origin.LinkedFile(of.file(), of.covered().columns())));
        return linked.isPresent();
    }

    /// The least and greatest energy of the events, in a column ENERGY, or PI where that has a unit of energy
    /// (eROSITA). TLMIN and TLMAX are not used: they bound what may be written, and reach to 1 GeV for Chandra.
    private boolean energyColumn() {
        Optional<TableColumn> energy = column("ENERGY")
                .or(this::energyOfMission)
                .or(() -> column("PI").filter(pi -> energyUnit(pi).isPresent()));
        if (energy.isEmpty()) {
            return false;
        }
        Optional<Unit> unit = energyUnit(energy.get());
        if (unit.isEmpty()) {
            draft.find(OgipFinding.ENERGY_UNIT_MISSING, draft.hdu(), "ENERGY", "the column has no unit of energy");
            return false;
        }
        axisUnit(unit.get(), new Origin.Column(draft.hdu().label(), energy.get().name()));
        if (draft.hdu().dataSize() > MOST_BYTES_TO_SCAN) {
            draft.find(
                    MappingFinding.COLUMN_TOO_LONG,
                    draft.hdu(),
                    "ENERGY",
                    "a table of " + draft.hdu().dataSize() + " bytes is not read for its range");
            return false;
        }
        try {
            Optional<Hdu.Range> range = draft.hdu().range(energy.get());
            double least = range.isPresent() && range.get().min() <= 0
                    ? leastPositive(energy.get(), range.get().min())
                    : range.map(Hdu.Range::min).orElse(Double.NaN);
            Optional<EnergyBand> band = range.flatMap(of -> EnergyBand.between(least, of.max(), unit.get()));
            band.ifPresent(of ->
                    band(of, new Origin.Column(draft.hdu().label(), energy.get().name())));
            return band.isPresent();
        } catch (IOException e) {
            draft.find(OgipFinding.TABLE_UNREADABLE, draft.hdu(), "ENERGY", e.getMessage());
            return false;
        }
    }

    /// A column of energies that has another name in the files of the mission.
    private Optional<TableColumn> energyOfMission() {
        return draft.instrument().stream()
                .flatMap(instrument -> instrument.energyColumns().stream())
                .flatMap(name -> column(name).stream())
                .findFirst();
    }

    private boolean mission(Function<MissionEnergies, Optional<MissionEnergies.Found>> way) {
        Optional<MissionEnergies.Found> found = way.apply(new MissionEnergies(draft));
        found.ifPresent(of -> band(of.band(), of.origin()));
        return found.isPresent();
    }

    private double leastPositive(TableColumn column, double least) throws IOException {
        draft.find(MappingFinding.ENERGY_NOT_POSITIVE, draft.hdu(), column.name(), "the least energy is " + least);
        double positive = Double.POSITIVE_INFINITY;
        for (long row = 0; row < draft.hdu().rows(); row += ROWS_AT_ONCE) {
            double[] energies = draft.hdu().numbers(column, row, ROWS_AT_ONCE);
            positive = Math.min(
                    positive,
                    Arrays.stream(energies).filter(energy -> energy > 0).min().orElse(Double.POSITIVE_INFINITY));
        }
        return positive;
    }

    private Optional<TableColumn> column(String name) {
        return draft.hdu().column(name).filter(TableColumn::isScalarNumber);
    }

    private static Optional<Unit> energyUnit(TableColumn column) {
        return column.unit().flatMap(text -> Unit.parse(text, Unit.Dimension.ENERGY));
    }

    private void band(EnergyBand band, Origin origin) {
        last = Optional.of(band);
        lastOrigin = origin;
        draft.set(EM_MIN, band.shortestWavelengthMetres(), origin);
        band.longestWavelengthMetres()
                .ifPresentOrElse(
                        metres -> draft.set(EM_MAX, metres, origin),
                        () -> draft.absent(EM_MAX, origin.detail() + " starts at energy 0, which has no wavelength"));
    }

    private void axisUnit(Unit unit, Origin origin) {
        draft.set(EM_UNIT, unit.vounit(), origin);
        String ucd = switch (unit.dimension()) {
            case ENERGY -> "em.energy";
            case LENGTH -> "em.wl";
            case FREQUENCY -> "em.freq";
            case ANGLE, TIME, PIXEL, CHANNEL ->
                throw new IllegalArgumentException(unit.vounit() + " is no unit of a spectral axis");
        };
        draft.set(EM_UCD, ucd, origin);
    }

    private void samples() {
        Hdu hdu = draft.hdu();
        switch (draft.kind()) {
            case EVENT_LIST -> draft.derive(EM_XEL, -1L, "events are not binned in energy");
            case SPECTRUM -> channels();
            case LIGHT_CURVE, HEALPIX_MAP, RADIAL_PROFILE ->
                draft.derive(EM_XEL, 1L, "this " + draft.kind().inWords() + " is summed over energy");
            case IMAGE, CUBE -> new PixelAxes(draft).energySamples();
            case FLUX_POINTS -> draft.set(EM_XEL, hdu.rows(), new Origin.Card(hdu.label(), "NAXIS2"));
            case SOURCE_LIST -> draft.absent(EM_XEL, "a source list has no energy axis");
        }
    }

    private void channels() {
        Hdu hdu = draft.hdu();
        Optional<Long> channels = hdu.header().integer("DETCHANS").filter(n -> n > 0);
        if (channels.isPresent()) {
            draft.set(EM_XEL, channels.get(), new Origin.Card(hdu.label(), "DETCHANS"));
        } else if (hdu.rows() > 0
                && hdu.column("CHANNEL").filter(c -> c.repeat() == 1).isPresent()) {
            draft.set(EM_XEL, hdu.rows(), new Origin.Card(hdu.label(), "NAXIS2"));
        }
    }
}
