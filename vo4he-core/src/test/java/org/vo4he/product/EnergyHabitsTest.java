// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.testkit.FitsBuilder;

/// Energies and wavelengths as headers of many missions write them.
class EnergyHabitsTest extends DescribedFiles {

    @Test
    void anEnergyRangeWithoutAUnitIsNotGuessed() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("RATE"), "LIGHTCURVE")
                .card("E_MIN", 0.3)
                .card("E_MAX", 10.0)
                .column("TIME", "D", 1, 2)
                .column("RATE", "E", 1, 2)
                .unit("count/s");

        FileDescription description = describe(fits);

        assertThat(description
                        .products()
                        .getFirst()
                        .row()
                        .get(ObsCoreColumn.EM_MIN)
                        .isPresent())
                .isFalse();
        assertThat(description.findings())
                .anyMatch(finding -> finding.code().id().equals("ogip-energy-unit-missing"));
    }

    @Test
    void aSpectrumTakesItsEnergiesFromTheResponseBesideIt() {
        FitsBuilder response = new FitsBuilder();
        ogip(response.table("MATRIX"), "RESPONSE")
                .card("HDUCLAS2", "RSP_MATRIX")
                .column("ENERG_LO", "E", 0, 0.5)
                .unit("keV")
                .column("ENERG_HI", "E", 0.5, 12)
                .unit("keV");
        Path rmf = response.write(folder.resolve("a.rmf"));
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("RESPFILE", "/data/of/another/host/a.rmf")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2);
        Path spectrum = fits.write(folder.resolve("a.pha"));

        FileDescription description = new ProductDescriber(Rules.none()).describe(spectrum, Siblings.sameFolder());
        ObsCoreRow row = description.products().getFirst().row();

        assertThat(description.consulted()).containsExactly(rmf);
        assertThat(row.get(ObsCoreColumn.EM_MIN).origin())
                .isEqualTo(new Origin.LinkedFile("/data/of/another/host/a.rmf", "MATRIX ENERG_LO+ENERG_HI"));
        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(1.03320165e-10, within(1e-18));
        assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(2.47968397e-9, within(1e-17));
        assertThat(row.get(ObsCoreColumn.S_RA).value()).isNull();
    }

    @Test
    void aGratingSpectrumHasTheWavelengthsOfItsBins() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2)
                .column("BIN_LO", "D", 21.5, 1.0)
                .unit("angstrom")
                .column("BIN_HI", "D", 22.0, 1.5)
                .unit("angstrom");

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(1e-10, within(1e-18));
        assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(2.2e-9, within(1e-17));
        assertThat(row.text(ObsCoreColumn.EM_UCD)).contains("em.wl");
    }

    @Test
    void aTypeTwoFileHasTheWavelengthsOfTheBinsOfAllItsSpectra() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .card("HDUCLAS4", "TYPE:II")
                .vectors("CHANNEL", "2I", new double[] {1, 2}, new double[] {1, 2})
                .vectors("COUNTS", "2J", new double[] {1, 2}, new double[] {1, 2})
                .vectors("BIN_LO", "2D", new double[] {21.5, 1.0}, new double[] {30, Double.NaN})
                .unit("angstrom")
                .vectors("BIN_HI", "2D", new double[] {22.0, 1.5}, new double[] {42, Double.NaN})
                .unit("angstrom");

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(1e-10, within(1e-18));
        assertThat(row.number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(4.2e-9, within(1e-17));
        assertThat(row.get(ObsCoreColumn.EM_MIN).origin()).isEqualTo(new Origin.Column("SPECTRUM", "BIN_LO+BIN_HI"));
    }

    @Test
    void binsOfAGratingWithoutAUnitAreNotTakenForEnergies() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("SPECTRUM"), "SPECTRUM")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 1, 2)
                .column("BIN_LO", "D", 21.5, 1.0)
                .column("BIN_HI", "D", 22.0, 1.5);

        assertThat(row(fits).get(ObsCoreColumn.EM_MIN).isPresent()).isFalse();
    }

    @Test
    void theAxisOfTheChannelsGivesWavelengthsOnlyInTheFirstOrderThatTheHeaderStates() {
        assertThat(ofChannels("1").number(ObsCoreColumn.EM_MIN).orElseThrow()).isCloseTo(4e-10, within(1e-18));
        assertThat(ofChannels("1").number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(4.2e-10, within(1e-18));
        assertThat(ofChannels("1").text(ObsCoreColumn.EM_UCD)).contains("em.wl");
        assertThat(ofChannels("2").get(ObsCoreColumn.EM_MIN).isPresent()).isFalse();
        assertThat(ofChannels("").get(ObsCoreColumn.EM_MIN).isPresent()).isFalse();
    }

    private ObsCoreRow ofChannels(String order) {
        FitsBuilder fits = new FitsBuilder();
        var spectrum = ogip(fits.table("SPECTRUM"), "SPECTRUM");
        spectrum.card("TCUNI1", "Angstrom")
                .card("TCRPX1", 1)
                .card("TCRVL1", 4.05)
                .card("TCDLT1", 0.1);
        if (!order.isEmpty()) {
            spectrum.card("RFLORDER", Integer.parseInt(order));
        }
        spectrum.column("CHANNEL", "I", 1, 2).column("COUNTS", "J", 1, 2);
        return row(fits);
    }

    @Test
    void anEventWithoutAnEnergyDoesNotHideTheEnergiesOfTheOthers() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("EVENTS"), "EVENTS")
                .column("TIME", "D", 1, 2, 3)
                .column("ENERGY", "E", -1, 0.5, 8)
                .unit("keV");

        assertThat(row(fits).number(ObsCoreColumn.EM_MAX).orElseThrow()).isCloseTo(2.47968397e-9, within(1e-17));
    }

    @Test
    void eachLimitIsInTheUnitOfItsOwnCard() {
        FitsBuilder fits = new FitsBuilder();
        ogip(fits.table("EVENTS"), "EVENTS")
                .card("E_MIN", 300.0, "[eV]")
                .card("E_MAX", 10.0, "[keV]")
                .column("TIME", "D", 1.0)
                .column("PI", "J", 100);

        ObsCoreRow row = row(fits);

        assertThat(row.number(ObsCoreColumn.ENERGY_MIN).orElseThrow()).isCloseTo(300, within(1e-6));
        assertThat(row.number(ObsCoreColumn.ENERGY_MAX).orElseThrow()).isCloseTo(10000, within(1e-6));
    }
}
