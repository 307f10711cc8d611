// SPDX-License-Identifier: Apache-2.0
package org.vo4he.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vo4he.fits.FitsFile;
import org.vo4he.testkit.SharedData;

/// A table of texts, arrays and numbers against the same table in tiles, as fpack wrote it: `bt12.fits` of the FITS
/// library's own tests, 50 rows of 26A, 3I, 16E, 1D and 30A without names.
class CompressedTablesTest {

    private static final int ROW = 26 + 3 * 2 + 16 * 4 + 8 + 30;

    @TempDir
    Path folder;

    private static List<String> data(Path first, Path second) throws Exception {
        try (FitsFile a = FitsFile.open(first);
                FitsFile b = FitsFile.open(second)) {
            return new Comparison(a, b, new Comparison.Options(Set.of(), false))
                    .differences().stream()
                            .filter(difference -> difference.part() == Difference.Part.DATA)
                            .map(difference -> difference.name() + " " + difference.note())
                            .toList();
        }
    }

    private static Path plain() {
        return SharedData.data("nom-tam-fits/table/comp/bt12.fits");
    }

    private static Path tiles() {
        return SharedData.data("nom-tam-fits/table/comp/bt12.fits.fz");
    }

    @Test
    void aTableDiffersInNoDataFromItselfInTiles() throws Exception {
        assertThat(data(plain(), tiles())).isEmpty();
        assertThat(data(tiles(), plain())).isEmpty();
        assertThat(data(tiles(), tiles())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, column 1", "26, column 2", "32, column 3", "96, column 4", "104, column 5"})
    void aCellThatDiffersIsToldWhereverItStands(int byteOfRow, String column) throws Exception {
        byte[] bytes = Files.readAllBytes(plain());
        long data;
        try (FitsFile file = FitsFile.open(plain())) {
            data = file.hdus().get(1).dataOffset();
        }
        bytes[(int) data + 7 * ROW + byteOfRow] ^= 0x05;
        Path changed = Files.write(folder.resolve("changed.fits"), bytes);

        assertThat(data(changed, tiles())).singleElement().asString().startsWith(column + " 1 of 50 rows");
        assertThat(data(tiles(), changed)).singleElement().asString().startsWith(column + " 1 of 50 rows");
    }
}
