// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduSums;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.SharedData;
import org.vo4he.testkit.Verdict;

/// [Grouping] and [GroupedSpectrum], against a loop in numpy that reads the files with astropy.
class GroupedSpectrumTest {

    /// Of four missions; with columns of grouping and without, with rates, and with gzip.
    private static final List<String> SPECTRA = List.of(
            "sherpa-test-data/9774.pi",
            "sherpa-test-data/3c273.pi",
            "sherpa-test-data/source_rate.pi",
            "sherpa-test-data/q1127_src1_grp30.pi",
            "sherpa-test-data/3c120_heg_1.pha.gz",
            "BXA/examples/sherpa/swift/interval0pcsource.pi",
            "BXA/examples/sherpa/chandra/179.pi");

    private static final String REFEREE = """
            import sys
            import numpy as np
            from astropy.io import fits
            STALE = ('GRP_NUM', 'CHANS_PER_GRP', 'GRP_DATA', 'GRP_STAT_ERR')
            def spectrum(f):
                return next(h for h in f if h.name == 'SPECTRUM')
            for before, after in zip(sys.argv[1::2], sys.argv[2::2]):
                with fits.open(before) as b, fits.open(after) as a:
                    old, new = spectrum(b), spectrum(a)
                    names = [n.upper() for n in old.columns.names]
                    if 'COUNTS' in names:
                        counts = old.data['COUNTS'].astype(float)
                    else:
                        counts = np.round(old.data['RATE'].astype(float) * old.header['EXPOSURE'])
                    bad = old.data['QUALITY'] if 'QUALITY' in names else np.zeros(len(counts), int)
                    grouping, quality, members, total = [], [], [], 0.0
                    for c, q in zip(counts, bad):
                        if q not in (0, 2):
                            for m in members: quality[m] = 2
                            members, total = [], 0.0
                            grouping.append(1); quality.append(q)
                            continue
                        grouping.append(-1 if members else 1); quality.append(0)
                        members.append(len(grouping) - 1); total += c
                        if total >= 15:
                            members, total = [], 0.0
                    for m in members: quality[m] = 2
                    assert (new.data['GROUPING'] == grouping).all(), before
                    assert (new.data['QUALITY'] == quality).all(), before
                    names = [n for n in names if n not in STALE]
                    for n in names:
                        if n not in ('GROUPING', 'QUALITY'):
                            assert new.data[n].tobytes() == old.data[n].tobytes(), (before, n)
                    assert not set(STALE) & set(new.columns.names), before
                    for k in ('RESPFILE', 'ANCRFILE', 'BACKFILE', 'BACKSCAL', 'EXPOSURE', 'HDUCLAS3', 'OBJECT'):
                        assert old.header.get(k) == new.header.get(k), (before, k)
                    assert len(a) == len(b)
                    for x, y in zip(b, a):
                        if x.name != 'SPECTRUM':
                            assert repr(x.header) == repr(y.header), (before, x.name)
                    print(before.rsplit('/', 1)[-1], grouping.count(1))
            """;

    @TempDir
    private Path folder;

    @Test
    void channelsOfSpectraOfAllKindsAreGroupedAsByALoopInNumpyAndAllElseIsKept() throws Exception {
        List<String> files = new ArrayList<>();
        for (String name : SPECTRA) {
            Path spectrum = SharedData.data(name);
            Path target = folder.resolve(spectrum.getFileName().toString());
            GroupedSpectrum.write(spectrum, target, 15, "vo4he test");
            files.add(spectrum.toString());
            files.add(target.toString());
            assertThat(target.toFile().canWrite()).isTrue();
            try (FitsFile file = FitsFile.open(target)) {
                assertThat(HduSums.faults(file)).noneMatch(fault -> fault.startsWith("SPECTRUM"));
            }
        }

        Verdict verdict = Judges.python(REFEREE, files.toArray(String[]::new));

        assertThat(verdict.err()).isEmpty();
        assertThat(verdict.out().lines()).hasSize(SPECTRA.size());
    }

    private Path made(String... keyword) throws Exception {
        FitsBuilder builder = new FitsBuilder();
        builder.primary();
        FitsTable table = builder.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .card("TELESCOP", "SVOM")
                .card("INSTRUME", "MXT")
                .card("FILTER", "none")
                .card("QUALITY", 0)
                .card("GROUPING", 0)
                .card("RESPFILE", "mxt.rmf")
                .column("CHANNEL", "J", 1, 2, 3, 4, 5, 6)
                .column("COUNTS", "J", 3, 8, 0, 10, 4, 5);
        for (String each : keyword) {
            table.column(each, "E", 0, 0, 0, 0, 0, 0);
        }
        return builder.write(folder.resolve("made.pha"));
    }

    @Test
    void aGroupedFileIsCleanForFitsverifyAndConstantCardsGiveWayToColumns() throws Exception {
        Path target = folder.resolve("grouped.pha");

        Grouping grouping = GroupedSpectrum.write(made(), target, 10, "vo4he test");

        assertThat(grouping.grouping()).containsExactly(1, -1, 1, -1, 1, -1);
        assertThat(grouping.quality()).containsExactly(0, 0, 0, 0, 2, 2);
        assertThat(grouping.groups()).isEqualTo(2);
        try (FitsFile file = FitsFile.open(target)) {
            Hdu table = file.hdus().get(1);
            assertThat(table.header().has("QUALITY")).isFalse();
            assertThat(table.header().has("GROUPING")).isFalse();
            assertThat(table.header().text("RESPFILE")).contains("mxt.rmf");
        }
        assertThat(Judges.fitsverify(target).out()).startsWith("verification OK");
    }

    @Test
    void groupingAgainForgetsTheGroupsBefore() throws Exception {
        Path once = folder.resolve("once.pha");
        Path twice = folder.resolve("twice.pha");
        GroupedSpectrum.write(made(), once, 100, "vo4he test");

        assertThat(GroupedSpectrum.write(once, twice, 10, "vo4he test").quality())
                .containsExactly(0, 0, 0, 0, 2, 2);
    }

    @Test
    void aBadChannelStandsAloneAndEndsTheGroupBeforeIt() {
        Grouping grouping = Grouping.minimum(new double[] {5, 6, 3, 90, 5, 5}, new short[] {0, 0, 0, 5, 0, 0}, 10);

        assertThat(grouping.grouping()).containsExactly(1, -1, 1, 1, 1, -1);
        assertThat(grouping.quality()).containsExactly(0, 0, 2, 5, 0, 0);
    }

    @Test
    void aColumnThatHoldsNoIntegersIsNotOverwritten() throws Exception {
        Path file = made("QUALITY");

        assertThatThrownBy(() -> GroupedSpectrum.write(file, folder.resolve("x.pha"), 10, "vo4he test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SPECTRUM (HDU 1) has a column QUALITY that does not hold plain integers");
    }
}
