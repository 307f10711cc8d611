// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit.simulated;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsHdu;
import org.vo4he.testkit.FitsTable;

/// The four files of a simulated observation, in OGIP format: spectrum and background (OGIP/92-007), redistribution
/// matrix and effective area (CAL/GEN/92-002).
///
/// An absorbed power law seen for 20 ks by an invented CCD camera. The counts are Poisson deviates with a fixed seed,
/// so the same files come out each time, on each machine.
public final class SimulatedObservation {

    private static final long SEED = 20240302;
    private static final AbsorbedPowerLaw SOURCE = new AbsorbedPowerLaw(1e-3, 1.8, 5e21);

    private static final double EXPOSURE_SECONDS = 20_000;
    private static final double SOURCE_AREA = 1;
    private static final double BACKGROUND_AREA = 8;
    private static final double BACKGROUND_RATE = 2e-5; // counts/s/channel in the source region
    private static final double ALUMINIUM_RATE = 4e-3; // counts/s of fluorescence in the source region
    private static final double ALUMINIUM_KEV = 1.487;

    private static final double START_SECONDS = 762_652_800;
    private static final double[] GTI_START = {START_SECONDS, START_SECONDS + 12_600};
    private static final double[] GTI_STOP = {START_SECONDS + 12_200, START_SECONDS + 20_600};
    /// MJDREFI and MJDREFF below, as a date in TT.
    private static final LocalDateTime REFERENCE = LocalDateTime.of(2000, 1, 1, 0, 1, 4, 184_000_000);

    private static final String SPECTRUM = "sim0001_spectrum.pha";
    private static final String BACKGROUND = "sim0001_background.pha";
    private static final String MATRIX = "sim0001.rmf";
    private static final String AREA = "sim0001.arf";

    private SimulatedObservation() {}

    /// Writes the files.
    ///
    /// @param arguments the folder
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("one argument is expected, the folder; found " + arguments.length);
        }
        files().forEach((name, fits) -> fits.write(Path.of(arguments[0], name)));
    }

    /// Each file by its name.
    public static Map<String, FitsBuilder> files() {
        Poisson poisson = new Poisson(SEED);
        double[] inSourceRegion = expectedBackground();
        double[] source = expectedSource();
        double[] counts = new double[EnergyGrid.BINS];
        double[] background = new double[EnergyGrid.BINS];
        for (int bin = 0; bin < EnergyGrid.BINS; bin++) {
            counts[bin] = poisson.draw(source[bin] + inSourceRegion[bin]);
            background[bin] = poisson.draw(inSourceRegion[bin] * BACKGROUND_AREA / SOURCE_AREA);
        }
        Map<String, FitsBuilder> files = new TreeMap<>();
        files.put(SPECTRUM, spectrum("TOTAL", counts, SOURCE_AREA, BACKGROUND, MATRIX, AREA));
        files.put(BACKGROUND, spectrum("BKG", background, BACKGROUND_AREA, "none", "none", "none"));
        files.put(MATRIX, matrix());
        files.put(AREA, area());
        return files;
    }

    /// Photons/cm² that arrive in each energy bin.
    static double[] photonsPerArea() {
        double[] photons = new double[EnergyGrid.BINS];
        for (int bin = 0; bin < EnergyGrid.BINS; bin++) {
            photons[bin] = SOURCE.photonFlux(EnergyGrid.middleKev(bin)) * EnergyGrid.BIN_KEV * EXPOSURE_SECONDS;
        }
        return photons;
    }

    /// Counts of the source expected in each channel: flux, area and matrix folded.
    private static double[] expectedSource() {
        double[] photons = photonsPerArea();
        double[] expected = new double[EnergyGrid.BINS];
        for (int photon = 0; photon < EnergyGrid.BINS; photon++) {
            double detected = photons[photon] * CcdCamera.areaCm2(EnergyGrid.middleKev(photon));
            for (int channel = 0; channel < EnergyGrid.BINS; channel++) {
                expected[channel] += detected * CcdCamera.redistribution(photon, channel);
            }
        }
        return expected;
    }

    private static double[] expectedBackground() {
        double[] expected = new double[EnergyGrid.BINS];
        for (int channel = 0; channel < EnergyGrid.BINS; channel++) {
            double line = CcdCamera.line(EnergyGrid.middleKev(channel), ALUMINIUM_KEV);
            expected[channel] = EXPOSURE_SECONDS * (BACKGROUND_RATE + ALUMINIUM_RATE * line);
        }
        return expected;
    }

    private static FitsBuilder spectrum(
            String kind, double[] counts, double regionArea, String background, String matrix, String area) {
        FitsBuilder fits = file();
        observation(fits.primary());
        FitsTable table = observation(fits.table("SPECTRUM"))
                .card("HDUCLASS", "OGIP", "format of this table")
                .card("HDUCLAS1", "SPECTRUM", "OGIP/92-007")
                .card("HDUCLAS2", kind, "source and background, or background")
                .card("HDUCLAS3", "COUNT", "counts, not rates")
                .card("HDUVERS", "1.2.1")
                .card("PHAVERSN", "1992a")
                .card("EXPOSURE", EXPOSURE_SECONDS, "[s] live time")
                .card("AREASCAL", 1.0)
                .card("BACKSCAL", regionArea, "size of the region")
                .card("CORRSCAL", 0.0)
                .card("BACKFILE", background)
                .card("RESPFILE", matrix)
                .card("ANCRFILE", area)
                .card("CORRFILE", "none")
                .card("CHANTYPE", "PI")
                .card("DETCHANS", EnergyGrid.BINS)
                .card("POISSERR", true)
                .card("STAT_ERR", 0)
                .card("SYS_ERR", 0)
                .card("GROUPING", 0)
                .card("QUALITY", 0);
        table.column("CHANNEL", "J", channels()).limits(EnergyGrid.FIRST_CHANNEL, EnergyGrid.BINS);
        table.column("COUNTS", "J", counts).unit("count");
        goodTimes(fits);
        return fits;
    }

    private static void goodTimes(FitsBuilder fits) {
        FitsTable table = observation(fits.table("GTI"))
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "GTI")
                .card("HDUVERS", "1.0.0");
        table.column("START", "D", GTI_START).unit("s");
        table.column("STOP", "D", GTI_STOP).unit("s");
    }

    private static FitsBuilder area() {
        FitsBuilder fits = file();
        instrument(fits.primary());
        double[] areas = new double[EnergyGrid.BINS];
        for (int bin = 0; bin < EnergyGrid.BINS; bin++) {
            areas[bin] = CcdCamera.areaCm2(EnergyGrid.middleKev(bin));
        }
        FitsTable table = response(fits.table("SPECRESP"), "SPECRESP").card("HDUVERS", "1.1.0");
        energies(table);
        table.column("SPECRESP", "E", areas).unit("cm**2");
        return fits;
    }

    private static FitsBuilder matrix() {
        FitsBuilder fits = file();
        instrument(fits.primary());
        List<List<MatrixGroup>> rows = new ArrayList<>();
        for (int bin = 0; bin < EnergyGrid.BINS; bin++) {
            rows.add(MatrixGroup.of(bin));
        }
        FitsTable table = response(fits.table("MATRIX"), "RSP_MATRIX")
                .card("HDUCLAS3", "REDIST", "chances, without the area")
                .card("HDUVERS", "1.3.0")
                .card("RMFVERSN", "1992a")
                .card("CHANTYPE", "PI")
                .card("DETCHANS", EnergyGrid.BINS)
                .card("LO_THRES", CcdCamera.THRESHOLD, "smaller elements are left out")
                .card("NUMGRP", rows.stream().mapToInt(List::size).sum())
                .card("NUMELT", rows.stream().mapToInt(MatrixGroup::elements).sum());
        energies(table);
        table.column("N_GRP", "I", rows.stream().mapToDouble(List::size).toArray());
        table.vectors("F_CHAN", "1PI(2)", MatrixGroup.perRow(rows, MatrixGroup::firstChannels))
                .limits(EnergyGrid.FIRST_CHANNEL, EnergyGrid.BINS);
        table.vectors("N_CHAN", "1PI(2)", MatrixGroup.perRow(rows, MatrixGroup::lengths));
        int longest = rows.stream().mapToInt(MatrixGroup::elements).max().orElseThrow();
        table.vectors("MATRIX", "1PE(" + longest + ")", MatrixGroup.perRow(rows, MatrixGroup::chances));
        channelEnergies(fits);
        return fits;
    }

    private static void channelEnergies(FitsBuilder fits) {
        FitsTable table = response(fits.table("EBOUNDS"), "EBOUNDS")
                .card("HDUVERS", "1.2.0")
                .card("CHANTYPE", "PI")
                .card("DETCHANS", EnergyGrid.BINS);
        table.column("CHANNEL", "I", channels()).limits(EnergyGrid.FIRST_CHANNEL, EnergyGrid.BINS);
        edges(table, "E_MIN", "E_MAX");
    }

    private static void energies(FitsTable table) {
        edges(table, "ENERG_LO", "ENERG_HI");
    }

    private static void edges(FitsTable table, String low, String high) {
        double[] lows = new double[EnergyGrid.BINS];
        double[] highs = new double[EnergyGrid.BINS];
        for (int bin = 0; bin < EnergyGrid.BINS; bin++) {
            lows[bin] = EnergyGrid.lowKev(bin);
            highs[bin] = EnergyGrid.highKev(bin);
        }
        table.column(low, "E", lows).unit("keV");
        table.column(high, "E", highs).unit("keV");
    }

    private static double[] channels() {
        double[] channels = new double[EnergyGrid.BINS];
        for (int bin = 0; bin < EnergyGrid.BINS; bin++) {
            channels[bin] = EnergyGrid.FIRST_CHANNEL + bin;
        }
        return channels;
    }

    private static FitsBuilder file() {
        FitsBuilder fits = new FitsBuilder();
        fits.primary()
                .commentary("COMMENT", " SIMULATED: no instrument took these data and no such source is known.")
                .commentary("COMMENT", " Power law, photon index 1.8, 1e-3 photons/cm2/s/keV at 1 keV, absorbed by")
                .commentary("COMMENT", " 5e21 H atoms/cm2 (Morrison & McCammon 1983), with an invented CCD camera.")
                .commentary("COMMENT", " Made by org.vo4he.testkit.simulated.SimulatedObservation, seed " + SEED + ".");
        return fits;
    }

    private static <H extends FitsHdu<H>> H instrument(H hdu) {
        return hdu.card("ORIGIN", "vo4he", "simulated")
                .card("TELESCOP", "SIMULATED", "no real telescope")
                .card("INSTRUME", "CCD1", "an invented X-ray CCD")
                .card("FILTER", "none");
    }

    private static <H extends FitsHdu<H>> H response(H hdu, String kind) {
        return instrument(hdu)
                .card("HDUCLASS", "OGIP", "format of this table")
                .card("HDUCLAS1", "RESPONSE", "CAL/GEN/92-002")
                .card("HDUCLAS2", kind);
    }

    private static <H extends FitsHdu<H>> H observation(H hdu) {
        double stopSeconds = GTI_STOP[GTI_STOP.length - 1];
        return instrument(hdu)
                .card("OBJECT", "Simulated source 1")
                .card("OBS_ID", "SIM0001")
                .card("RA_OBJ", 150.1, "[deg]")
                .card("DEC_OBJ", 2.2, "[deg]")
                .card("RA_PNT", 150.12, "[deg]")
                .card("DEC_PNT", 2.19, "[deg]")
                .card("RADESYS", "ICRS")
                .card("DATE-OBS", date(START_SECONDS), "TT")
                .card("DATE-END", date(stopSeconds), "TT")
                .card("TIMESYS", "TT")
                .card("TIMEREF", "LOCAL")
                .card("TIMEUNIT", "s")
                .card("MJDREFI", 51544)
                .card("MJDREFF", 7.428703703703703E-4, "2000-01-01T00:00:00 UTC, in TT")
                .card("TSTART", START_SECONDS)
                .card("TSTOP", stopSeconds);
    }

    private static String date(double seconds) {
        LocalDateTime time = REFERENCE.plus(Duration.ofMillis(Math.round(seconds * 1000)));
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
}
