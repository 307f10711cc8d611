// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// [HduWriter], card by card as the standard prints them, and read back by [CardReader].
class HduWriterTest {

    private static List<String> lines(HduWriter writer) {
        String header = writer.header();
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < header.length(); at += 80) {
            lines.add(header.substring(at, at + 80).stripTrailing());
        }
        return lines;
    }

    private static List<Card> cards(HduWriter writer) {
        byte[] bytes = writer.header().getBytes(StandardCharsets.US_ASCII);
        return CardReader.read(bytes, bytes.length, (keyword, fault) -> {
            throw new AssertionError(keyword + " " + fault);
        });
    }

    @Test
    void valuesStandInTheColumnsOfTheFixedFormat() {
        HduWriter writer = new HduWriter()
                .card("EXTNAME", "VO-TAGS", "extension name")
                .card("CAL_LV", 2, "calib_level")
                .card("S_XEL1", -1L, "s_xel1")
                .card("EM_MIN", 1.0332016536100e-10, "em_min (m)")
                .card("FLAG", true, "");

        assertThat(lines(writer))
                .containsExactly(
                        "EXTNAME = 'VO-TAGS '           / extension name",
                        "CAL_LV  =                    2 / calib_level",
                        "S_XEL1  =                   -1 / s_xel1",
                        "EM_MIN  =    1.03320165361E-10 / em_min (m)",
                        "FLAG    =                    T");
    }

    @Test
    void aLongStringGoesOnAndIsAnnouncedOnce() {
        HduWriter writer =
                new HduWriter().card("S_REGION", "x".repeat(69), "s_region").card("OBS_TITL", "y".repeat(150), "");

        assertThat(lines(writer))
                .containsExactly(
                        "LONGSTRN= 'OGIP 1.0'           / strings may go on in CONTINUE cards",
                        "S_REGION= '" + "x".repeat(67) + "&'",
                        "CONTINUE  'xx'                 / s_region",
                        "OBS_TITL= '" + "y".repeat(67) + "&'",
                        "CONTINUE  '" + "y".repeat(67) + "&'",
                        "CONTINUE  '" + "y".repeat(16) + "'");
    }

    @Test
    void aStringOfSixtyEightCharactersNeedsNoSecondCard() {
        assertThat(lines(new HduWriter().card("OBS_TITL", "z".repeat(68), "no room for this")))
                .containsExactly("OBS_TITL= '" + "z".repeat(68) + "'");
    }

    /// 500 seeded strings of all lengths, rich in quotes, ampersands and blanks.
    @Test
    void everyStringIsReadBackAsItWas() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("a");
            int length = random.nextInt(300);
            for (int i = 0; i < length; i++) {
                text.append("''&  /=xyz".charAt(random.nextInt(10)));
            }
            text.append('b');

            Card card = cards(new HduWriter().card("TARG_NM", text.toString(), "name"))
                    .getLast();

            assertThat(card.keyword()).isEqualTo("TARG_NM");
            assertThat(card.value()).as("seed %d", seed).isEqualTo(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1, 1e7, 83.63308333333334, 1e-300, Double.MAX_VALUE, Double.MIN_VALUE, -1e-10})
    void everyNumberIsReadBackAsTheSameDouble(double number) {
        assertThat(cards(new HduWriter().card("X", number, "comment"))
                        .getFirst()
                        .number())
                .isEqualTo(number);
    }

    @Test
    void whatNoCardCanHoldIsRefusedAndLeavesNothingBehind() {
        HduWriter writer = new HduWriter().card("A", 1, "");

        assertThatThrownBy(() -> writer.card("TARG_NM", "α Cen", "")).hasMessageContaining("α Cen");
        assertThatThrownBy(() -> writer.card("TARG_NM", "two\nlines", "")).hasMessageContaining("printable");
        assertThatThrownBy(() -> writer.card("S_RA", Double.NaN, "")).hasMessageContaining("NaN");
        assertThatThrownBy(() -> writer.card("ESO " + "A".repeat(66), "ninety".repeat(15), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no room");

        assertThat(lines(writer)).hasSize(1);
    }

    /// FITS Standard 4.0, appendix J: the sum of all words of an HDU with its CHECKSUM is minus zero.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2879, 2880, 2881, 28_799})
    void theSumOfAllWordsIsMinusZeroAndDatasumIsThatOfTheData(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);

        byte[] hdu = new HduWriter().card("XTENSION", "TABLE", "").bytes(data, (byte) ' ');

        assertThat(hdu.length % 2880).isZero();
        assertThat(Checksum.sum(hdu)).isEqualTo(0xffffffffL);
        byte[] stored = Arrays.copyOfRange(hdu, 2880, hdu.length);
        assertThat(Arrays.copyOf(stored, length)).isEqualTo(data);
        String header = new String(hdu, 0, 2880, StandardCharsets.US_ASCII);
        assertThat(header).containsPattern("DATASUM = '" + Checksum.sum(stored) + " *'");
    }

    /// The worked example of appendix J: a sum of 868229149.
    @Test
    void theExampleOfTheStandardIsEncodedAsThere() {
        assertThat(Checksum.encoded(868229149L)).isEqualTo("hcHjjc9ghcEghc9g");
    }
}
