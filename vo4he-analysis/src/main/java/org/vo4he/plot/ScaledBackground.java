// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.HduContent;

/// The background of a spectrum, scaled to it channel by channel (OGIP/92-007, section 3.1: by exposure, BACKSCAL and
/// AREASCAL).
///
/// @param value in the unit of the spectrum; NaN where it can't be scaled
/// @param variance of the value
/// @param from which file or column, and by which factor, for a sentence
record ScaledBackground(double[] value, double[] variance, String from) {

    /// @return empty when there is none, or nothing says how to scale it
    static Optional<ScaledBackground> of(Source source, Spectrum spectrum) throws IOException, UndrawableException {
        Optional<Path> file = source.companions().background();
        if (file.isPresent()) {
            return ofFile(source, file.get(), spectrum);
        }
        return ofColumns(source.hdu(), spectrum);
    }

    private static Optional<ScaledBackground> ofFile(Source source, Path path, Spectrum spectrum) throws IOException {
        try (FitsFile file = FitsFile.open(path)) {
            boolean same = Files.isSameFile(path, source.file().path());
            List<Hdu> spectra = file.hdus().stream()
                    .filter(hdu -> HduContent.of(hdu) == HduContent.SPECTRUM)
                    .filter(hdu -> !same || hdu.index() != source.hdu().index())
                    .toList();
            Optional<Hdu> hdu = spectra.stream()
                    .filter(one -> one.header()
                            .text("HDUCLAS2")
                            .filter("BKG"::equalsIgnoreCase)
                            .isPresent())
                    .findFirst()
                    .or(() -> spectra.stream().findFirst());
            if (hdu.isEmpty()) {
                return Optional.empty();
            }
            boolean rowByRow = spectrum.rows() > 1 && hdu.get().rows() == spectrum.rows();
            Optional<Long> row = rowByRow ? Optional.of(spectrum.row() + 1) : Optional.empty();
            Spectrum background = SpectrumReader.read(new Source(file, hdu.get(), Companions.none()), row);
            return scaled(spectrum, background, path.getFileName().toString());
        } catch (NotFitsException | UndrawableException noSpectrum) {
            return Optional.empty();
        }
    }

    private static Optional<ScaledBackground> scaled(Spectrum spectrum, Spectrum background, String name) {
        double exposure = spectrum.isRate() ? 1 : spectrum.exposureSeconds() / background.exposureSeconds();
        if (spectrum.isRate() != background.isRate() || !Double.isFinite(exposure)) {
            return Optional.empty();
        }
        Map<Double, Integer> rows = new HashMap<>();
        for (int i = 0; i < background.size(); i++) {
            rows.putIfAbsent(background.channel()[i], i);
        }
        double[] value = new double[spectrum.size()];
        double[] variance = new double[spectrum.size()];
        double[] factors = new double[spectrum.size()];
        for (int i = 0; i < value.length; i++) {
            Integer row = rows.get(spectrum.channel()[i]);
            double factor = row == null
                    ? Double.NaN
                    : exposure
                            * spectrum.backscal()[i]
                            / background.backscal()[row]
                            * spectrum.areascal()[i]
                            / background.areascal()[row];
            factors[i] = Double.isFinite(factor) && factor > 0 ? factor : Double.NaN;
            value[i] = row == null ? Double.NaN : factors[i] * background.value()[row];
            variance[i] = row == null ? Double.NaN : factors[i] * factors[i] * background.variance(row);
        }
        return said(factors).map(by -> new ScaledBackground(value, variance, name + ", scaled by " + by));
    }

    private static Optional<String> said(double[] factors) {
        double[] known =
                Arrays.stream(factors).filter(Double::isFinite).sorted().toArray();
        if (known.length == 0) {
            return Optional.empty();
        }
        String least = NumberText.rounded(known[0], 3);
        String most = NumberText.rounded(known[known.length - 1], 3);
        return Optional.of(least.equals(most) ? least : least + " to " + most);
    }

    /// Grating spectra of Chandra have the counts on both sides of the spectrum as columns, and in BACKSCUP and
    /// BACKSCDN how much wider than the spectrum these regions are.
    private static Optional<ScaledBackground> ofColumns(Hdu hdu, Spectrum spectrum) throws IOException {
        Optional<TableColumn> up = hdu.column("BACKGROUND_UP").filter(TableColumn::holdsNumbers);
        Optional<TableColumn> down = hdu.column("BACKGROUND_DOWN").filter(TableColumn::holdsNumbers);
        double wider = hdu.header().number("BACKSCUP").orElse(Double.NaN)
                + hdu.header().number("BACKSCDN").orElse(Double.NaN);
        if (up.isEmpty() || down.isEmpty() || !(wider > 0)) {
            return Optional.empty();
        }
        double[] above = column(hdu, up.get(), spectrum);
        double[] below = column(hdu, down.get(), spectrum);
        if (above.length != spectrum.size() || below.length != spectrum.size()) {
            return Optional.empty();
        }
        double[] value = new double[spectrum.size()];
        double[] variance = new double[spectrum.size()];
        for (int i = 0; i < value.length; i++) {
            double factor = spectrum.backscal()[i] / wider;
            value[i] = (above[i] + below[i]) * factor;
            variance[i] = spectrum.isRate() ? Double.NaN : (above[i] + below[i]) * factor * factor;
        }
        return Optional.of(new ScaledBackground(
                value, variance, "BACKGROUND_UP and BACKGROUND_DOWN, scaled by 1/" + NumberText.rounded(wider, 3)));
    }

    private static double[] column(Hdu hdu, TableColumn column, Spectrum spectrum) throws IOException {
        return column.isScalarNumber()
                ? hdu.numbers(column, 0, spectrum.size())
                : hdu.vector(column, spectrum.row(), spectrum.size());
    }
}
