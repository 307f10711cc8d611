// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;

/// [Hdu#forEachPixels] over every image of the shared data, plain, gzip and tile-compressed: as many pixels with a
/// value as astropy finds, the same sum, and the same sum weighted by place, which tells an exchanged order.
class PixelsAgainstAstropyTest {

    private static final String ASTROPY = """
            import json, sys
            import numpy as np
            from astropy.io import fits
            for path in open(sys.argv[1]).read().splitlines():
                try:
                    with fits.open(path, memmap=False) as f:
                        for i, h in enumerate(f):
                            if not h.is_image or isinstance(h, fits.hdu.groups.GroupsHDU) or h.data is None:
                                continue
                            a = np.asarray(h.data, dtype='f8').ravel()
                            good = np.isfinite(a)
                            weight = np.arange(a.size) % 1009
                            print(json.dumps([path, i, int(good.sum()), float(a[good].sum()),
                                float(np.abs(a[good]).sum()), float((a * weight)[good].sum())]))
                except Exception as e:
                    print(json.dumps([path, repr(e)]))
            """;

    @Test
    void everyPixelOfTheSharedImagesIsTheOneAstropyReads(@TempDir Path folder) throws IOException {
        List<Path> files = files();
        Path list = Files.write(
                folder.resolve("list"), files.stream().map(Path::toString).toList());
        String out = Judges.python(ASTROPY, list.toString()).out();
        int compared = 0;
        List<String> different = new ArrayList<>();
        for (String line : out.lines().toList()) {
            JsonNode astropy = new ObjectMapper().readTree(line);
            if (astropy.size() == 6 && comparable(Path.of(astropy.get(0).asText()))) {
                compared++;
                compare(astropy, different);
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    private static boolean comparable(Path file) {
        String name = file.getFileName().toString();
        return !name.endsWith(".bz2");
    }

    private static void compare(JsonNode astropy, List<String> different) throws IOException {
        Path path = Path.of(astropy.get(0).asText());
        double[] sums = new double[3];
        try (FitsFile file = FitsFile.open(path)) {
            Hdu image = file.hdus().get(astropy.get(1).asInt());
            image.forEachPixels((first, values, count) -> {
                for (int i = 0; i < count; i++) {
                    if (Double.isFinite(values[i])) {
                        sums[0]++;
                        sums[1] += values[i];
                        sums[2] += values[i] * ((first + i) % 1009);
                    }
                }
            });
            double size = 1e-7 * astropy.get(4).asDouble() + 1e-300;
            assertThat(sums[0]).isEqualTo(astropy.get(2).asDouble());
            assertThat(sums[1]).isCloseTo(astropy.get(3).asDouble(), within(size));
            assertThat(sums[2]).isCloseTo(astropy.get(5).asDouble(), within(1009 * size));
        } catch (AssertionError | IOException | NotFitsException | RuntimeException e) {
            different.add(path.getFileName() + " HDU " + astropy.get(1) + ": " + e);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(SharedData.data())) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
