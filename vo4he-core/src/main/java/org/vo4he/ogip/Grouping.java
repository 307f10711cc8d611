// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.Arrays;

/// Which channels of a spectrum are taken together, as the columns GROUPING and QUALITY of OGIP/92-007a, section 4.2,
/// have it.
///
/// @param grouping 1: a group begins with the channel, -1: the channel belongs to the group before it
/// @param quality 0: good, 2: of too few counts, as a program found; 1 and 5: bad, as the file has it
public record Grouping(short[] grouping, short[] quality) {

    /// A channel in a group that has begun before.
    public static final short GOES_ON = -1;

    /// The first channel of a group.
    public static final short BEGINS = 1;

    /// A channel of a group that has too few counts.
    public static final short TOO_FEW = 2;

    /// Groups channels from the first to the last: a group ends with the channel that brings it to the least number
    /// of counts. What is left at the end, or before a channel that is bad, is one group of [#TOO_FEW] quality.
    /// A bad channel stands alone, and stays bad.
    ///
    /// @param counts of each channel; NaN counts as none
    /// @param quality of each channel as the file has it; what an earlier grouping found too poor is good again
    /// @param minimum least number of counts in a group, above 0
    public static Grouping minimum(double[] counts, short[] quality, double minimum) {
        if (counts.length != quality.length) {
            throw new IllegalArgumentException(
                    counts.length + " channels of counts, and " + quality.length + " of quality");
        }
        if (!(minimum > 0)) {
            throw new IllegalArgumentException("groups of at least " + minimum + " counts are no groups");
        }
        short[] grouping = new short[counts.length];
        short[] found = quality.clone();
        int first = 0;
        double sum = 0;
        for (int channel = 0; channel < counts.length; channel++) {
            if (isBad(quality[channel])) {
                Arrays.fill(found, first, channel, TOO_FEW);
                grouping[channel] = BEGINS;
                first = channel + 1;
                sum = 0;
                continue;
            }
            found[channel] = 0;
            grouping[channel] = channel == first ? BEGINS : GOES_ON;
            sum += Double.isNaN(counts[channel]) ? 0 : counts[channel];
            if (sum >= minimum) {
                first = channel + 1;
                sum = 0;
            }
        }
        Arrays.fill(found, first, counts.length, TOO_FEW);
        return new Grouping(grouping, found);
    }

    /// A channel that an earlier grouping found too poor may be good in another.
    private static boolean isBad(short quality) {
        return quality != 0 && quality != TOO_FEW;
    }

    /// How many groups there are of good quality.
    public int groups() {
        int groups = 0;
        for (int channel = 0; channel < grouping.length; channel++) {
            groups += grouping[channel] == BEGINS && quality[channel] == 0 ? 1 : 0;
        }
        return groups;
    }
}
