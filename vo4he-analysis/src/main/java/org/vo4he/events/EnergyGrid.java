// SPDX-License-Identifier: Apache-2.0
package org.vo4he.events;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bins of energy of one width in the logarithm, for spectra of lists that have no channels. Immutable.
///
/// @param lowKev where the first begins, above 0
/// @param highKev where the last ends
public record EnergyGrid(double lowKev, double highKev, int bins) {

    private static final int MOST = 1 << 16;
    private static final Pattern FORM = Pattern.compile("(.*?),\\s*(?:n\\s*=\\s*)?(\\d{1,9})");

    public EnergyGrid {
        if (!(lowKev > 0 && lowKev < highKev && highKev < Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "bins of energy from " + lowKev + " to " + highKev + " keV: both ends above 0 are expected");
        }
        if (bins < 1 || bins > MOST) {
            throw new IllegalArgumentException(bins + " bins of energy, where 1 to " + MOST + " are expected");
        }
    }

    /// Reads `0.1-100TeV,n=30`: a range as [EnergyRange#parse] reads it, with both ends, and how many bins.
    ///
    /// @throws EventsException if it is not understood
    public static EnergyGrid parse(String text) throws EventsException {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new EventsException(
                    "'" + text + "' is no grid of energies: a range and a number of bins such as 0.1-100TeV,n=30");
        }
        if (!(EnergyRange.parse(form.group(1)) instanceof EnergyRange.Kev(double low, double high))) {
            throw new EventsException("'" + text + "' is no grid of energies: its range is one of channels");
        }
        return new EnergyGrid(low, high, Integer.parseInt(form.group(2)));
    }

    /// One more than there are bins; the outer ones exactly as given.
    public double[] edgesKev() {
        double[] edges = new double[bins + 1];
        for (int i = 1; i < bins; i++) {
            edges[i] = lowKev * Math.pow(highKev / lowKev, (double) i / bins);
        }
        edges[0] = lowKev;
        edges[bins] = highKev;
        return edges;
    }
}
