// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.Optional;

/// Where the channels of a spectrum lie: at their energies, else at their numbers.
final class SpectrumAxis {

    private final double[] low;
    private final double[] high;
    private final Optional<SpectralAxis> spectral;

    private SpectrumAxis(double[] low, double[] high, Optional<SpectralAxis> spectral) {
        this.low = low;
        this.high = high;
        this.spectral = spectral;
    }

    static SpectrumAxis of(Spectrum spectrum, Optional<ChannelEnergies> energies, EnergyAxisUnit chosen) {
        double[] low = new double[spectrum.size()];
        double[] high = new double[spectrum.size()];
        Optional<SpectralAxis> spectral = energies.map(stated -> SpectralAxis.of(chosen, stated.unit()));
        for (int i = 0; i < low.length; i++) {
            if (spectral.isPresent()) {
                double one = spectral.get().ofKev(energies.orElseThrow().lowKev()[i]);
                double other = spectral.get().ofKev(energies.orElseThrow().highKev()[i]);
                low[i] = Math.min(one, other);
                high[i] = Math.max(one, other);
            } else {
                low[i] = spectrum.channel()[i] - 0.5;
                high[i] = spectrum.channel()[i] + 0.5;
            }
        }
        return new SpectrumAxis(low, high, spectral);
    }

    boolean hasEnergies() {
        return spectral.isPresent();
    }

    /// Not so without a stated energy, nor where a wavelength would be infinite.
    boolean hasPlace(int i) {
        return Double.isFinite(low[i]) && Double.isFinite(high[i]) && high[i] > low[i];
    }

    double low(int[] channels) {
        double least = Double.POSITIVE_INFINITY;
        for (int i : channels) {
            least = Math.min(least, low[i]);
        }
        return least;
    }

    double high(int[] channels) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i : channels) {
            greatest = Math.max(greatest, high[i]);
        }
        return greatest;
    }

    /// The widths of the channels together: less than from low to high where bad ones lie between.
    double width(int[] channels) {
        double width = 0;
        for (int i : channels) {
            width += high[i] - low[i];
        }
        return width;
    }

    /// The places that the axis has to hold: of all channels that count.
    Extent extent(Spectrum spectrum, Scale scale) {
        Extent counted = new Extent(scale);
        Extent all = new Extent(scale);
        for (int i = 0; i < low.length; i++) {
            if (spectrum.isGood(i) && hasPlace(i)) {
                all.with(low[i]).with(high[i]);
                if (spectrum.value()[i] != 0) {
                    counted.with(low[i]).with(high[i]);
                }
            }
        }
        return counted.isEmpty() ? all : counted;
    }

    String quantity() {
        return spectral.map(SpectralAxis::quantity).orElse("Channel");
    }

    /// VOUnits; channels have none of their own beside a number.
    String unit() {
        return spectral.map(SpectralAxis::unit).orElse("");
    }

    /// What counts are divided by: `keV`, `chan`.
    String perUnit() {
        return spectral.map(SpectralAxis::unit).orElse("chan");
    }

    String symbol() {
        return spectral.map(SpectralAxis::symbol).orElse("channel");
    }
}
