// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as headers have them -> the DALI form `YYYY-MM-DDThh:mm:ss[.s…]` in UTC (DALI 1.1, section 3.3.3).
final class TimestampText {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d)(:\\d\\d(?:\\.\\d{1,9})?)?)?Z?");

    /// FITS before 2000: DD/MM/YY, of the twentieth century (FITS Standard 4.0, section 4.4.2.1).
    private static final Pattern OLD_FORM = Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d\\d)");

    private TimestampText() {}

    static ColumnText read(String word) {
        Matcher old = OLD_FORM.matcher(word);
        String modern = old.matches() ? "19" + old.group(3) + "-" + old.group(2) + "-" + old.group(1) : word;
        Matcher form = FORM.matcher(modern);
        if (!form.matches()) {
            return refused(word);
        }
        String time =
                form.group(2) == null ? "00:00:00" : form.group(2) + (form.group(3) == null ? ":00" : form.group(3));
        try {
            LocalDate.parse(form.group(1));
            LocalDateTime.parse(form.group(1) + "T" + time.replace(":60", ":59"));
        } catch (DateTimeException _) {
            return refused(word);
        }
        return new ColumnText.Understood(form.group(1) + "T" + time, List.of());
    }

    private static ColumnText refused(String word) {
        return new ColumnText.Refused(ColumnText.Fault.BAD_VALUE, "is '" + word + "', not a date YYYY-MM-DDThh:mm:ss");
    }
}
