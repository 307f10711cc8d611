// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vo4he.testkit.Damage;
import org.vo4he.testkit.FitsBuilder;

/// Damaged files of each kind: a picture, a sentence, or an error of reading; nothing else ever comes out.
class DamagedPicturesTest {

    private static final int DAMAGES = 250;

    @TempDir
    Path folder;

    private record Sound(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sound> sound() {
        FitsBuilder image = new FitsBuilder();
        image.primary()
                .axes(16, 40, 30)
                .pixels(1, 2, 3, 500)
                .wcs(83.6, 22, 0.01)
                .card("BLANK", -1);
        image.image("CUBE", -32, 8, 9, 3).wcs(0, -89.9, 0.1);
        FitsBuilder events = new FitsBuilder();
        events.table("EVENTS")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "EVENTS")
                .card("MJDREFI", 51910)
                .card("TIMEDEL", 0.1)
                .card("TCTYP2", "RA---TAN")
                .card("TCRVL2", 10.5)
                .card("TCRPX2", 500.5)
                .card("TCDLT2", -0.001)
                .card("TCTYP3", "DEC--TAN")
                .card("TCRVL3", -20.5)
                .card("TCRPX3", 500.5)
                .card("TCDLT3", 0.001)
                .column("TIME", "D", 1, 2, 3, 4, 5)
                .unit("s")
                .column("X", "J", 480, 500, 501, 502, 530)
                .column("Y", "J", 480, 500, 501, 502, 530)
                .column("ENERGY", "E", 300, 500, 1200, 4000, 9000)
                .unit("eV");
        events.table("GTI").column("START", "D", 0.0, 3).column("STOP", "D", 2, 6);
        FitsBuilder catalogue = new FitsBuilder();
        catalogue
                .table("SRCLIST")
                .card("RADESYS", "FK5")
                .column("RA", "D", 10, 11, 12)
                .unit("deg")
                .column("DEC", "D", 1, 2, 3)
                .unit("deg");
        return Stream.of(
                new Sound("image", image.bytes()),
                new Sound("events", events.bytes()),
                new Sound("catalogue", catalogue.bytes()));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void aDamagedFileGivesAPictureOrASentence(Sound sound) throws IOException {
        Random random = new Random(20261123);
        List<String> escaped = new ArrayList<>();
        Path file = folder.resolve("damaged.fits");
        int drawn = 0;
        for (int i = 0; i < DAMAGES; i++) {
            Files.write(file, damaged(sound.bytes, random));
            for (int hdu = 0; hdu < 3; hdu++) {
                try {
                    drawn += draw(file, hdu);
                } catch (UndrawableException refused) {
                    assertThat(refused.getMessage()).contains("damaged.fits").doesNotContain("null");
                } catch (IOException unreadable) {
                    assertThat(unreadable.getMessage()).isNotBlank();
                } catch (RuntimeException | Error e) {
                    escaped.add("damage " + i + " HDU " + hdu + ": " + e + " at " + e.getStackTrace()[0] + " "
                            + e.getStackTrace()[Math.min(4, e.getStackTrace().length - 1)]);
                }
            }
        }
        assertThat(escaped).isEmpty();
        assertThat(drawn).as("pictures of files that are still good enough").isGreaterThan(DAMAGES / 4);
    }

    private static int draw(Path file, int hdu) throws IOException, UndrawableException {
        ProductPlots plots = ProductPlots.of(file, hdu, Companions.none());
        PlotOptions small = PlotOptions.standard().withSize(240, 160);
        int drawn = 0;
        for (PlotKind kind : plots.kinds()) {
            Plot plot = plots.plot(kind, small);
            assertThat(plot.svg()).contains("</svg>").doesNotContain("NaN");
            assertThat(plot.png()).hasSizeGreaterThan(100);
            plot.data();
            drawn++;
        }
        return drawn;
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Damage.cutAt(bytes, random.nextInt(bytes.length));
            case 1 -> overwritten(bytes, random, 80);
            case 2 -> otherDigits(bytes, random);
            default -> overwritten(bytes, random, 8);
        };
    }

    private static byte[] overwritten(byte[] bytes, Random random, int most) {
        byte[] replacement = new byte[1 + random.nextInt(most)];
        random.nextBytes(replacement);
        return Damage.overwritten(bytes, random.nextInt(bytes.length - replacement.length), replacement);
    }

    /// Numbers of headers, some of them absurd.
    private static byte[] otherDigits(byte[] bytes, Random random) {
        byte[] other = bytes;
        for (int n = 0; n < 3; n++) {
            int card = 80 * random.nextInt(bytes.length / 80);
            if (bytes[card + 8] == '=') {
                String value = switch (random.nextInt(6)) {
                    case 0 -> "                  -1";
                    case 1 -> "          9999999999";
                    case 2 -> "                   0";
                    case 3 -> "              1E+300";
                    case 4 -> "                 NaN";
                    default -> String.format(java.util.Locale.ROOT, "%20d", random.nextInt(5000));
                };
                other = Damage.overwritten(
                        other, card + 10, value.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }
        return other;
    }
}
