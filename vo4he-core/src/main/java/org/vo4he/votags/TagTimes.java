// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.vo4he.obscore.ObsCoreColumn.T_MAX;
import static org.vo4he.obscore.ObsCoreColumn.T_MIN;

import java.util.Optional;
import java.util.function.Supplier;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.ogip.Clock;

/// Seconds of a mission's clock that stand where days of MJD belong: converted by the file's own MJDREF, else left out.
///
/// @param clock asked only when there is such a number
record TagTimes(TagValues values, Supplier<Optional<Clock>> clock) {

    /// MJD of the year 4596: larger numbers are seconds since a mission's epoch.
    private static final double LATEST_MJD = 1e6;

    void settle() {
        settle(T_MIN);
        settle(T_MAX);
    }

    private void settle(ObsCoreColumn column) {
        Double number = values.number(column);
        if (number == null || number <= LATEST_MJD) {
            return;
        }
        String keyword = VoTagsKeyword.of(column).name();
        String found = keyword + " is " + number + ", too large for an MJD in days";
        Optional<Clock> told = clock.get();
        Optional<Double> mjd = told.flatMap(file -> file.toMjdUtc(number)).filter(day -> day <= LATEST_MJD);
        if (mjd.isEmpty()) {
            values.remove(column);
            values.note(
                    VoTagsFinding.SECONDS_FOR_DAYS,
                    keyword,
                    found + "; the file has no MJDREF to count them from, so it is left out");
            return;
        }
        values.replace(column, mjd.get());
        values.note(
                VoTagsFinding.SECONDS_CONVERTED,
                keyword,
                found + "; counted from " + told.get().referenceKeywords() + " in "
                        + told.get().system() + " it is MJD " + mjd.get() + " UTC");
    }
}
