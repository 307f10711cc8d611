// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

/// A frame that columns refer to by its ID (VOTable 1.4, sections 3.1 and 3.2).
public sealed interface ReferenceSystem {

    String id();

    /// @param system a word of VOTable's `astroCoordSystem`, for example `ICRS`
    record Space(String id, String system) implements ReferenceSystem {}

    /// @param timescale a word of the vocabulary `timescale`, for example `UTC`
    /// @param refposition a word of the vocabulary `refposition`
    /// @param timeorigin `MJD-origin` or a Julian date; empty for calendar dates
    record Time(String id, String timescale, String refposition, String timeorigin) implements ReferenceSystem {}
}
