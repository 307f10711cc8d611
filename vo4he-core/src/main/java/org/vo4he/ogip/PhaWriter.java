// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vo4he.fits.HduWriter;
import org.vo4he.fits.TableWriter;

/// Writes spectra as PHA files of type I (OGIP/92-007 and its addendum 92-007a).
public final class PhaWriter {

    private PhaWriter() {}

    /// The extension SPECTRUM, and EBOUNDS (CAL/GEN/92-002) where the edges of the channels are known.
    public static List<byte[]> hdus(PhaSpectrum spectrum, ScienceFile file) {
        List<byte[]> hdus = new ArrayList<>(List.of(spectrum(spectrum, file)));
        spectrum.edgesKev().ifPresent(edges -> hdus.add(bounds(spectrum, edges, file)));
        return hdus;
    }

    private static byte[] spectrum(PhaSpectrum spectrum, ScienceFile file) {
        int channels = spectrum.counts().length;
        TableWriter table = new TableWriter("SPECTRUM", channels)
                .integers("CHANNEL", "detector channel", channels(spectrum))
                .limits(spectrum.firstChannel(), spectrum.firstChannel() + channels - 1L)
                .integers("COUNTS", "events in the channel", spectrum.counts())
                .unit("count");
        spectrum.grouping()
                .ifPresent(groups -> table.shorts("QUALITY", "0: good, 2: too few counts", groups.quality())
                        .shorts("GROUPING", "1: a group begins, -1: it goes on", groups.grouping()));
        return table.bytes(hdu -> {
            new HduClass("OGIP", "1.2.1", "SPECTRUM", spectrum.content().name(), "COUNT", "TYPE:I")
                    .cards()
                    .accept(hdu);
            file.making().accept(hdu);
            file.observation().all().accept(hdu);
            scales(spectrum, hdu);
            EnergyCards.write(spectrum.bandKev(), hdu);
            file.selected().accept(hdu);
        });
    }

    private static void scales(PhaSpectrum spectrum, HduWriter hdu) {
        hdu.card("CHANTYPE", spectrum.channelType(), "what the channels are")
                .card("DETCHANS", spectrum.counts().length, "number of possible channels")
                .card("EXPOSURE", spectrum.exposureSeconds(), "[s] good time, dead time taken off")
                .card("AREASCAL", 1.0, "area scaling factor")
                .card("BACKSCAL", spectrum.backscal(), spectrum.backscalMeaning())
                .card("CORRSCAL", 1.0, "scaling of the correction file")
                .card("BACKFILE", named(spectrum.files().background()), "background")
                .card("CORRFILE", named(Optional.empty()), "correction")
                .card("RESPFILE", named(spectrum.files().response()), "redistribution matrix")
                .card("ANCRFILE", named(spectrum.files().area()), "effective area")
                .card("POISSERR", true, "errors are those of Poisson's statistics")
                .card("SYS_ERR", 0, "no systematic error stated")
                .card("TOTCTS", IntStream.of(spectrum.counts()).asLongStream().sum(), "events in all channels");
        if (spectrum.grouping().isEmpty()) {
            hdu.card("QUALITY", 0, "all channels are good").card("GROUPING", 0, "channels are not grouped");
        }
    }

    private static String named(Optional<String> file) {
        return file.orElse("none");
    }

    private static int[] channels(PhaSpectrum spectrum) {
        return IntStream.range(0, spectrum.counts().length)
                .map(i -> spectrum.firstChannel() + i)
                .toArray();
    }

    private static byte[] bounds(PhaSpectrum spectrum, double[] edgesKev, ScienceFile file) {
        int channels = spectrum.counts().length;
        return new TableWriter("EBOUNDS", channels)
                .integers("CHANNEL", "detector channel", channels(spectrum))
                .limits(spectrum.firstChannel(), spectrum.firstChannel() + channels - 1L)
                .doubles("E_MIN", "low edge", Arrays.copyOf(edgesKev, channels))
                .unit("keV")
                .doubles("E_MAX", "high edge", Arrays.copyOfRange(edgesKev, 1, channels + 1))
                .unit("keV")
                .bytes(hdu -> {
                    new HduClass("OGIP", "1.2.0", "RESPONSE", "EBOUNDS").cards().accept(hdu);
                    for (String keyword : List.of("TELESCOP", "INSTRUME", "FILTER")) {
                        file.observation().text(keyword).ifPresent(value -> hdu.card(keyword, value, ""));
                    }
                    hdu.card("CHANTYPE", spectrum.channelType(), "what the channels are")
                            .card("DETCHANS", channels, "number of possible channels");
                });
    }
}
