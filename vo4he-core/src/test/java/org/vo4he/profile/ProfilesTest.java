// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.product.FileDescription;
import org.vo4he.product.ProductDescriber;
import org.vo4he.product.Siblings;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// Files beside their profiles: matching, validation, identity, and defaults in a description.
class ProfilesTest {

    @TempDir
    Path folder;

    private Profiles profiles() throws Exception {
        Files.writeString(folder.resolve("card.json"), ProfileFormsTest.CARD);
        Files.writeString(
                folder.resolve("image.yaml"), "name: Picture\nmatch: \"*.img\"\ndefaults: {obs_title: A picture}\n");
        return Profiles.read(folder);
    }

    private Path spectrum(String name, Map<String, Object> cards, Object rightAscension) {
        FitsBuilder fits = new FitsBuilder();
        cards.forEach(fits.primary()::card);
        FitsTable table = fits.table("SPECTRUM")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 3, 4)
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM");
        if (rightAscension != null) {
            table.card("RA_OBJ", rightAscension, rightAscension instanceof Integer ? "[rad]" : "");
        }
        return fits.write(folder.resolve(name));
    }

    private List<String> findings(Path file) throws Exception {
        try (FitsFile fits = FitsFile.open(file)) {
            return profiles().match(fits).orElseThrow().findings().stream()
                    .map(finding -> finding.code().id() + ": " + finding.message())
                    .toList();
        }
    }

    private Optional<ProductIdentity> identity(Path file) throws Exception {
        try (FitsFile fits = FitsFile.open(file)) {
            return profiles().match(fits).map(ProfileMatch::identity);
        }
    }

    @Test
    void theCardKeywordDecidesBeforeThePattern() throws Exception {
        assertThat(identity(spectrum("a.img", Map.of("CARD", "spec_mxt"), 10.0)))
                .map(ProductIdentity::profile)
                .contains("MXT spectrum");
        assertThat(identity(spectrum("b.img", Map.of("CARD", "OTHER"), 10.0)))
                .map(ProductIdentity::profile)
                .contains("Picture");
        assertThat(identity(spectrum("c.fits", Map.of(), 10.0))).isEmpty();
    }

    @Test
    void aFileThatKeepsItsProfileHasNoFindings() throws Exception {
        Path file = spectrum(
                "a.fits", Map.of("CARD", "SPEC_MXT", "TELESCOP", "SVOM", "OBS_ID", "7", "BURST_ID", "sb1"), 10.5);

        assertThat(findings(file)).isEmpty();
    }

    @Test
    void eachKeywordThatIsNotAsItShouldBeIsTold() throws Exception {
        assertThat(findings(spectrum("a.fits", Map.of("CARD", "SPEC_MXT", "TELESCOP", "XMM"), 400.0)))
                .containsExactly(
                        "profile-keyword-value: TELESCOP is 'XMM', expected one of SVOM (profile MXT spectrum)",
                        "profile-keyword-range: RA_OBJ is '400.0', expected a number from 0 to 360 (profile MXT spectrum)",
                        "profile-key-missing: the key of this product needs OBS_ID; OBS_ID is not stated (profile MXT spectrum)");
        assertThat(findings(spectrum("b.fits", Map.of("CARD", "SPEC_MXT", "OBS_ID", "1"), "10.5")))
                .containsExactly(
                        "profile-keyword-type: RA_OBJ is the text '10.5', expected float (profile MXT spectrum)");
        assertThat(findings(spectrum("c.fits", Map.of("CARD", "SPEC_MXT", "OBS_ID", "1"), 1)))
                .containsExactly(
                        "profile-keyword-unit: RA_OBJ is in rad by its comment, expected deg (profile MXT spectrum)");
        assertThat(findings(spectrum("d.fits", Map.of("CARD", "SPEC_MXT", "OBS_ID", "1"), null)))
                .containsExactly(
                        "profile-keyword-missing: RA_OBJ is not stated (Right ascension) (profile MXT spectrum)");
    }

    @Test
    void theKeyIsThatOfTheProgramAndTheVersionIsInOrder() throws Exception {
        ProductIdentity core = identity(spectrum(
                        "a.fits",
                        Map.of(
                                "CARD",
                                "SPEC_MXT",
                                "PROGRAM",
                                "CoreProgram",
                                "OBS_ID",
                                "7",
                                "BURST_ID",
                                "sb1",
                                "PROC_VER",
                                9),
                        1.0))
                .orElseThrow();
        ProductIdentity newer = identity(spectrum(
                        "b.fits",
                        Map.of("CARD", "SPEC_MXT", "PROGRAM", "Calibration", "OBS_ID", "7", "PROC_VER", 10),
                        1.0))
                .orElseThrow();

        assertThat(core.key()).isEqualTo("OBS_ID=7 BURST_ID=sb1");
        assertThat(core.searchable()).isEqualTo(Map.of("BURST_ID", "sb1", "RA_OBJ", "1.0"));
        assertThat(newer.key()).isEqualTo("OBS_ID=7");
        assertThat(newer.version()).isGreaterThan(core.version());
    }

    @Test
    void defaultsFillWhatNothingStatesAndNameTheProfile() throws Exception {
        Files.writeString(folder.resolve("own.yaml"), """
                name: Ours
                match: "*.pha"
                defaults: {obs_collection: SVOM, calib_level: 3, target_name: Nobody, data_rights: public}
                """);
        Path rules = Files.writeString(
                folder.resolve("rules.txt"),
                "set: {data_rights: secure}\ndefault: {obs_collection: By the rule, bib_reference: null}\n");
        Path file = spectrum("a.pha", Map.of("OBJECT", "GRB", "OBS_ID", "7"), 1.0);

        FileDescription description =
                new ProductDescriber(Rules.read(rules), Profiles.read(folder)).describe(file, Siblings.none());
        ObsCoreRow row = description.products().getFirst().row();

        assertThat(row.text(ObsCoreColumn.TARGET_NAME)).contains("GRB");
        assertThat(row.get(ObsCoreColumn.CALIB_LEVEL).origin()).isEqualTo(new Origin.Profile("Ours"));
        assertThat(row.text(ObsCoreColumn.OBS_COLLECTION)).contains("By the rule");
        assertThat(row.text(ObsCoreColumn.DATA_RIGHTS)).contains("secure");
        assertThat(description.identity()).map(ProductIdentity::profile).contains("Ours");
    }

    @Test
    void twoProfilesOfOneNameAreRefused() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), "name: X\n");
        Files.writeString(folder.resolve("b.yaml"), "name: X\n");

        assertThatThrownBy(() -> Profiles.read(folder)).hasMessage("a.yaml and b.yaml both define the profile 'X'");
    }
}
