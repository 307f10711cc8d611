// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// PNG as Java's own reader, which knows nothing of ours, sees it.
class PngCanvasTest {

    private static final PlotOptions OPTIONS = PlotOptions.standard().withSize(300, 200);

    private static final Drawing DRAWING = canvas -> {
        Ink ink = Ink.of(0x0072b2);
        canvas.clipped(new Rectangle2D.Double(20, 20, 250, 150), within -> {
            within.line(0, 0, 300, 200, Pen.of(ink, 3.3));
            within.markers(new double[] {50, 150}, new double[] {99.5, 100}, Marker.DOT, 40, ink.withOpacity(0.5));
            within.pixels(new Pixels(2, 1, new int[] {0xffff0000, 0}), new Rectangle2D.Double(200, 30, 40, 120));
        });
        canvas.text(Label.marked("10^{−3} Å"), 150, 104, TextStyle.middle(30, ink));
    };

    private static BufferedImage read(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void aPictureDrawnInBandsIsThePictureDrawnAtOnce() throws Exception {
        BufferedImage whole = read(PngCanvas.png(OPTIONS, DRAWING, Integer.MAX_VALUE));
        BufferedImage banded = read(PngCanvas.png(OPTIONS, DRAWING, 300 * 7));
        assertThat(banded.getRGB(0, 0, 300, 200, null, 0, 300)).isEqualTo(whole.getRGB(0, 0, 300, 200, null, 0, 300));
        assertThat(whole.getRGB(210, 60)).isEqualTo(0xffff0000);
        assertThat(whole.getRGB(230, 60)).isEqualTo(0xffffffff);
    }

    @Test
    void pixelsKeepTheirColoursAndTheirOpacity() throws Exception {
        int[] argb = {0xff123456, 0x80fedcba, 0, 0xffffffff, 0xff000000, 0x01010203};
        BufferedImage image = read(PngCanvas.png(new Pixels(3, 2, argb)));
        assertThat(image.getRGB(0, 0, 3, 2, null, 0, 3)).isEqualTo(argb);
    }
}
