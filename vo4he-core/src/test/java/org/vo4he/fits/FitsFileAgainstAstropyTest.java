// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.testkit.Verdict;

/// [FitsFile] over every file of the shared data that astropy opens too: the same HDUs at the same places,
/// the same keywords, the same numbers in their columns.
class FitsFileAgainstAstropyTest {

    /// Prints one JSON line per HDU: file, EXTNAME, offsets, size, some keywords, and the range of each
    /// column of single numbers. A file that astropy can't open has one line without HDU.
    private static final String ASTROPY = """
            import json, re, sys
            import numpy as np
            from astropy.io import fits
            for path in open(sys.argv[1]).read().splitlines():
                try:
                    f = fits.open(path, disable_image_compression=True, memmap=False)
                    len(f)
                except Exception as e:
                    print(json.dumps([path, repr(e)]))
                    continue
                for i, h in enumerate(f):
                    ranges, info = {}, h.fileinfo()
                    if info['datSpan'] < 300_000 and isinstance(h, fits.BinTableHDU) and 'ZTABLE' not in h.header and 'ZIMAGE' not in h.header:
                        names = [(n or '').lower() for n in h.columns.names]
                        for c in h.columns:
                            scalar = re.fullmatch('1?[BIJKED]', str(c.format)) and not c.dim
                            if not scalar or not c.name or names.count(c.name.lower()) > 1: continue
                            try: a = np.asarray(h.data[c.name], dtype='f8')
                            except Exception: continue
                            if c.null is not None:
                                raw = h.data[c.name]
                                zero, scale = c.bzero or 0, c.bscale or 1
                                a = np.where(np.isclose(a, c.null * scale + zero, rtol=0, atol=0), np.nan, a)
                            a = a[np.isfinite(a)]
                            ranges[c.name] = [float(a.min()), float(a.max())] if a.size else None
                    keys = {k: h.header[k] for k in ('TELESCOP', 'OBJECT', 'EXPOSURE', 'NAXIS2', 'MJDREFI')
                            if isinstance(h.header.get(k), (int, float, str)) and not isinstance(h.header[k], bool)}
                    print(json.dumps([path, i, h.name, info['hdrLoc'], info['datLoc'], info['datSpan'], keys, ranges]))
            """;

    @TempDir
    static Path folder;

    /// What astropy said of each HDU it found, by file.
    private static final Map<Path, List<JsonNode>> TOLD = new LinkedHashMap<>();

    @BeforeAll
    static void askAstropy() throws IOException {
        List<String> files;
        try (Stream<Path> all = Files.walk(SharedData.data())) {
            files = all.filter(Files::isRegularFile)
                    .filter(FitsFileAgainstAstropyTest::opens)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(250);
        Path list = Files.write(folder.resolve("files.txt"), files);
        Verdict verdict = Judges.python(ASTROPY, list.toString());
        assertThat(verdict.exitCode()).as(verdict.err()).isZero();
        ObjectMapper json = new ObjectMapper();
        for (String line : verdict.out().lines().toList()) {
            JsonNode told = json.readTree(line);
            List<JsonNode> hdus = TOLD.computeIfAbsent(Path.of(told.get(0).asText()), _ -> new ArrayList<>());
            if (told.size() > 2) {
                hdus.add(told);
            }
        }
    }

    private static boolean opens(Path file) {
        try (FitsFile fits = FitsFile.open(file)) {
            return !fits.hdus().isEmpty();
        } catch (IOException | NotFitsException _) {
            return false;
        }
    }

    private interface Check {
        void of(FitsFile file, Hdu hdu, JsonNode told) throws IOException;
    }

    /// @return a line for each HDU where the check failed
    private static List<String> disagreements(Check check) throws Exception {
        List<String> disagreements = new ArrayList<>();
        for (var entry : TOLD.entrySet()) {
            try (FitsFile file = FitsFile.open(entry.getKey())) {
                for (JsonNode told : entry.getValue()) {
                    Optional<String> disagreement = disagreement(file, told, check);
                    disagreement.ifPresent(
                            what -> disagreements.add(file.path() + " HDU " + told.get(1) + ": " + what));
                }
            }
        }
        return disagreements;
    }

    private static Optional<String> disagreement(FitsFile file, JsonNode told, Check check) throws IOException {
        int index = told.get(1).asInt();
        if (index >= file.hdus().size()) {
            return Optional.of("is missing");
        }
        try {
            check.of(file, file.hdus().get(index), told);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e.getMessage().replaceAll("\\s+", " "));
        }
    }

    @Test
    void theHdusLieWhereAstropyFindsThem() throws Exception {
        assertThat(disagreements((file, hdu, told) -> {
                    assertThat(hdu.headerOffset())
                            .as("header")
                            .isEqualTo(told.get(3).asLong());
                    assertThat(hdu.dataOffset())
                            .as("data")
                            .isEqualTo(told.get(4).asLong());
                    assertThat(HduScan.padded(hdu.dataSize()))
                            .as("size")
                            .isEqualTo(told.get(5).asLong());
                    String name = told.get(2).asText();
                    if (!name.isEmpty()) {
                        assertThat(hdu.name().toUpperCase(Locale.ROOT)).isEqualTo(name.toUpperCase(Locale.ROOT));
                    }
                }))
                .isEmpty();
    }

    @Test
    void keywordsHaveTheValuesThatAstropyReads() throws Exception {
        assertThat(disagreements((file, hdu, told) -> {
                    if (hdu.isCompressed()) {
                        return;
                    }
                    told.get(6).properties().forEach(entry -> {
                        if (entry.getValue().isTextual()) {
                            assertThat(hdu.header().text(entry.getKey()).orElse(""))
                                    .as(entry.getKey())
                                    .isEqualTo(entry.getValue().asText().strip());
                        } else {
                            assertThat(hdu.header().number(entry.getKey()))
                                    .as(entry.getKey())
                                    .contains(entry.getValue().asDouble());
                        }
                    });
                }))
                .isEmpty();
    }

    @Test
    void columnsHaveTheRangesThatAstropyReads() throws Exception {
        int[] compared = {0};
        assertThat(disagreements((file, hdu, told) -> {
                    for (var entry : told.get(7).properties()) {
                        TableColumn column = hdu.column(entry.getKey())
                                .orElseThrow(() -> new AssertionError("no column " + entry.getKey()));
                        Optional<Hdu.Range> range = hdu.range(column);
                        compared[0]++;
                        if (entry.getValue().isNull()) {
                            assertThat(range).as(entry.getKey()).isEmpty();
                        } else {
                            assertThat(range)
                                    .as(entry.getKey())
                                    .contains(new Hdu.Range(
                                            entry.getValue().get(0).asDouble(),
                                            entry.getValue().get(1).asDouble()));
                        }
                    }
                }))
                .isEmpty();
        assertThat(compared[0]).as("columns compared").isGreaterThan(1000);
    }

    /// astropy may give up where we read on, but not the other way round without a finding.
    @Test
    void noHduIsMissedWithoutAFinding() throws Exception {
        List<String> missed = new ArrayList<>();
        for (var entry : TOLD.entrySet()) {
            try (FitsFile file = FitsFile.open(entry.getKey())) {
                int known = entry.getValue().size();
                int read = file.hdus().size();
                if (read < known || read > known && known > 0 && file.findings().isEmpty()) {
                    missed.add(file.path() + ": " + read + " HDUs, astropy has " + known);
                }
            }
        }
        assertThat(missed).isEmpty();
    }
}
