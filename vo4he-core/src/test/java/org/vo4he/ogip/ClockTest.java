// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.time.TimeSystem;
import org.vo4he.units.Unit;

/// [Clock] and [GoodTimeTable] on headers as missions write them.
class ClockTest {

    private static final double MILLISECOND = 1e-3 / 86400;

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    private FitsFile open(FitsBuilder fits) throws IOException, NotFitsException {
        return FitsFile.open(fits.write(folder.resolve("clock.fits")));
    }

    private Clock clock(FitsFile file, int hdu) {
        return Clock.of(HeaderChain.of(file.hdus().get(hdu)), "clock.fits", findings);
    }

    @Test
    void aSmallTimezeroCorrectsEveryReadingAndALargeOneOnlyTheColumn() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("MJDREF", 50000.0).card("TIMESYS", "UTC").card("TIMEZERO", 10.0);
        fits.table("RATE")
                .card("MJDREF", 50000.0)
                .card("TIMESYS", "UTC")
                .card("TIMEUNIT", "d")
                .card("TIMEZERI", 200)
                .card("TIMEZERF", 0.5)
                .column("TIME", "D", 0);
        try (FitsFile file = open(fits)) {
            assertThat(clock(file, 0).toMjdUtc(0).orElseThrow()).isCloseTo(50000 + 10 / 86400.0, within(MILLISECOND));
            assertThat(clock(file, 1).toMjdUtc(200.5).orElseThrow()).isCloseTo(50200.5, within(MILLISECOND));
            assertThat(clock(file, 1).columnToMjdUtc(0).orElseThrow()).isCloseTo(50200.5, within(MILLISECOND));
        }
    }

    @Test
    void withoutTimesysTheScaleIsTerrestrialTimeAndNotStated() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("MJDREFI", 51910).card("MJDREFF", "7.428703703703703D-4");
        try (FitsFile file = open(fits)) {
            Clock clock = clock(file, 0);

            assertThat(clock.system()).isEqualTo(TimeSystem.TT);
            assertThat(clock.systemStated()).isFalse();
            assertThat(clock.reference().orElseThrow().fraction()).isEqualTo(7.428703703703703e-4);
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void unknownWordsAreFindings() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("TIMESYS", "1993.0").card("TIMEUNIT", "fortnight");
        try (FitsFile file = open(fits)) {
            clock(file, 0);

            assertThat(findings)
                    .extracting(Finding::code)
                    .containsExactlyInAnyOrder(OgipFinding.TIMESYS_UNKNOWN, OgipFinding.TIMEUNIT_UNKNOWN);
        }
    }

    @Test
    void goodTimesAreInSecondsBesideALightCurveInDays() throws Exception {
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("MJDREF", 50000.0).card("TIMEUNIT", "d");
        fits.table("GTI").column("START", "D", 100).column("STOP", "D", 300);
        try (FitsFile file = open(fits)) {
            Hdu gti = file.hdus().get(1);
            Clock clock = GoodTimeTable.clock(gti, clock(file, 0), "gti", findings);

            assertThat(clock.unit()).isEqualTo(Unit.SECOND);
            assertThat(clock.reference()).isPresent();
            assertThat(GoodTimeTable.read(gti).orElseThrow().exposure()).contains(200.0);
        }
    }
}
