// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.ArrayList;
import java.util.List;
import org.vo4he.fits.FitsHeader;

/// HISTORY cards. Several programs write into one history, so each part of it is given to the first reader that knows
/// its form; free text is passed over.
final class HistoryLines implements Dialect {

    /// The longest text that fits a card.
    private static final int FULL = 72;

    private static final List<HistoryForm> FORMS =
            List.of(new CiaoHistory(), new HeasoftParameters(), new SasHistory(), new FtoolHistory());

    /// Reads steps of one form.
    interface HistoryForm {

        /// @param lines the whole history
        /// @param at the line to begin with
        /// @param steps where what is found is added
        /// @return the first line after what was read, `at` when this is no line of the form
        int read(List<String> lines, int at, List<ObservedStep> steps);
    }

    @Override
    public List<ObservedStep> read(FitsHeader header) {
        if (!header.mentions("HISTORY")) {
            return List.of();
        }
        List<String> lines = header.cards().stream()
                .filter(card -> card.keyword().equals("HISTORY"))
                .map(card -> card.comment())
                .toList();
        List<ObservedStep> steps = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int next = at;
            for (HistoryForm form : FORMS) {
                next = form.read(lines, at, steps);
                if (next > at) {
                    break;
                }
            }
            at = Math.max(next, at + 1);
        }
        return steps;
    }

    /// A sentence that was cut where cards end, put together: each line that fills its card goes on in the next.
    ///
    /// @param words has the text appended
    /// @return the first line after it
    static int sentence(List<String> lines, int at, StringBuilder words) {
        int next = at;
        while (next < lines.size()) {
            String line = lines.get(next++);
            words.append(line);
            if (line.length() < FULL) {
                break;
            }
        }
        return next;
    }
}
