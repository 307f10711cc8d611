// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import org.vo4he.diagnostics.FindingCode;
import org.vo4he.diagnostics.FindingMeaning;
import org.vo4he.diagnostics.Severity;

/// What reading the clock, good times and energies of a high-energy file can turn up; each names the repair.
public enum OgipFinding implements FindingCode {
    TIMESYS_UNKNOWN(
            "ogip-timesys-unknown",
            Severity.WARNING,
            "TIMESYS holds a word that names no time scale; TT is taken, as OGIP/93-003 does when it is absent. Times may be off by about a minute."),
    TIMESYS_UNCONVERTIBLE(
            "ogip-timesys-unconvertible",
            Severity.WARNING,
            "TIMESYS names a clock (LOCAL) or a scale whose relation to UTC is not known; t_min and t_max stay unset. State them in a rule."),
    UT1_AS_UTC("ogip-ut1-as-utc", Severity.INFO, "TIMESYS is UT1; it is taken for UTC, which is never 0.9 s away."),
    TIMEUNIT_UNKNOWN(
            "ogip-timeunit-unknown",
            Severity.WARNING,
            "TIMEUNIT holds a word that names no unit of time; TSTART, TSTOP and TIMEDEL are not used, as if they were not there."),
    MJDREF_MISSING(
            "ogip-mjdref-missing",
            Severity.WARNING,
            "The file has clock readings (TSTART, GTI) but no MJDREF, so they can't be dated."),
    TIME_IMPOSSIBLE(
            "ogip-time-impossible",
            Severity.WARNING,
            "A time lies before 1960 or after 2050, the end lies before the start, or both are 0; it is not used."),
    DATE_UTC_BY_COMMENT(
            "ogip-date-utc-by-comment",
            Severity.INFO,
            "TIMESYS is not UTC, but the comment of a date card says UTC, UT or GMT; the comment is believed for start and end."),
    DATE_UTC_BY_DEFAULT(
            "ogip-date-utc-by-default",
            Severity.INFO,
            "The file has dates and no TIMESYS, and is no OGIP file; UTC is taken, the default of FITS 4.0, section 9.2.1."),
    DATE_WITHOUT_TIME(
            "ogip-date-without-time",
            Severity.INFO,
            "A date has no time of day: the start of the first day and the end of the last are taken as bounds."),
    DATE_UNREADABLE(
            "ogip-date-unreadable", Severity.WARNING, "A date card holds no date that FITS allows; it is not used."),
    ENERGY_UNIT_MISSING(
            "ogip-energy-unit-missing",
            Severity.WARNING,
            "An energy is given without a unit, in card, comment or column; it is not used."),
    TABLE_UNREADABLE(
            "ogip-table-unreadable",
            Severity.WARNING,
            "The data of a table (GTI, EBOUNDS, MATRIX, …) can't be read, so what they say is missing.");

    private final FindingMeaning meaning;

    OgipFinding(String id, Severity severity, String explanation) {
        this.meaning = new FindingMeaning(id, severity, explanation);
    }

    @Override
    public FindingMeaning meaning() {
        return meaning;
    }
}
