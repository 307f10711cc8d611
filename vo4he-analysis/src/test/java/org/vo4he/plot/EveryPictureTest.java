// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.ogip.HduContent;
import org.vo4he.testkit.SharedData;

/// Every HDU of every file of the shared data is drawn, or a sentence says why not. What is drawn is XML and PNG of the
/// size that was asked for.
class EveryPictureTest {

    private static final PlotOptions SMALL = PlotOptions.standard().withSize(320, 200);

    /// Contents of which some picture must have been made for the test to mean anything.
    private static final Set<HduContent> DRAWN = Set.of(
            HduContent.SPECTRUM,
            HduContent.LIGHT_CURVE,
            HduContent.RMF,
            HduContent.ARF,
            HduContent.IRF,
            HduContent.EVENT_LIST,
            HduContent.FLUX_POINTS,
            HduContent.HEALPIX_MAP,
            HduContent.IMAGE);

    @Test
    void everyHduIsDrawnOrASentenceSaysWhyNot() throws Exception {
        Map<HduContent, Integer> drawn = new EnumMap<>(HduContent.class);
        for (Path file : files()) {
            for (Hdu hdu : hdus(file)) {
                try {
                    ProductPlots plots = ProductPlots.of(file, hdu.index(), Companions.none());
                    assertThat(plots.kinds()).isNotEmpty();
                    for (PlotKind kind : plots.kinds()) {
                        check(plots.plot(kind, SMALL), file + " " + hdu + " " + kind);
                    }
                    drawn.merge(HduContent.of(hdu), 1, Integer::sum);
                } catch (UndrawableException e) {
                    assertThat(e.getMessage()).contains(file.toString()).matches("(?s).+: .+[^.]");
                } catch (IOException e) {
                    assertThat(e.getMessage()).as(file + " " + hdu).isNotBlank();
                } catch (RuntimeException e) {
                    fail(file + " " + hdu, e);
                }
            }
        }
        assertThat(drawn.keySet()).containsAll(DRAWN);
        assertThat(drawn.get(HduContent.SPECTRUM)).isGreaterThan(50);
        assertThat(drawn.get(HduContent.RMF)).isGreaterThan(25);
        assertThat(drawn.get(HduContent.ARF)).isGreaterThan(25);
    }

    @Test
    void differentSpectraAreDifferentPicturesAndTheSameIsTheSame() throws Exception {
        Set<String> pictures = new HashSet<>();
        List<String> names = List.of("3c273.pi", "9774.pi", "source.pi", "data1.pi", "bubble.pi");
        for (String name : names) {
            Path file = SharedData.data("sherpa-test-data/" + name);
            ProductPlots plots = ProductPlots.of(file, 1, Companions.none());
            Plot one = plots.plot(PlotKind.SPECTRUM, SMALL);
            Plot again = plots.plot(PlotKind.SPECTRUM, SMALL);
            assertThat(again.svg()).isEqualTo(one.svg());
            assertThat(again.png()).isEqualTo(one.png());
            pictures.add(one.svg());
        }
        assertThat(pictures).hasSize(names.size());
    }

    private static void check(Plot plot, String what) throws Exception {
        assertThat(plot.title()).as(what).isNotBlank();
        assertThat(plot.description()).as(what).isNotBlank();
        Set<String> elements = elements(plot.svg());
        assertThat(elements).as(what).contains("svg", "title", "desc", "text").doesNotContain("script", "style");
        assertThat(plot.svg().replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", ""))
                .as(what)
                .doesNotContain("href=\"http")
                .doesNotContain(">NaN")
                .doesNotContain("style=");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(plot.png()));
        assertThat(image.getWidth()).as(what).isEqualTo(SMALL.width());
        assertThat(image.getHeight()).as(what).isEqualTo(SMALL.height());
        for (PlotData.Series series : plot.data().series()) {
            assertThat(plot.data().column(series.x())).as(what).isPresent();
            assertThat(plot.data().column(series.y())).as(what).isPresent();
        }
    }

    private static Set<String> elements(String svg) throws Exception {
        Set<String> names = new HashSet<>();
        XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(svg));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                names.add(xml.getLocalName());
            }
        }
        return names;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(SharedData.data())) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Hdu> hdus(Path file) {
        try (FitsFile fits = FitsFile.open(file)) {
            return fits.hdus();
        } catch (IOException | NotFitsException e) {
            return List.of();
        }
    }
}
