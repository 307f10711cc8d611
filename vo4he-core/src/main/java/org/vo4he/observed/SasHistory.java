// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SAS in HISTORY: `Created by evselect (evselect-3.71.1) [xmmsas_20201028_0905-19.0.0] at 2021-10-21T03:20:40`, cut
/// where the card ends.
final class SasHistory implements HistoryLines.HistoryForm {

    private static final Pattern SENTENCE = Pattern.compile(
            "(?:Created|Modified) by (\\S+) \\((?:\\S+?-)?(\\d[^()]*)\\) \\[([^\\[\\]]*)\\] at (\\d{4}-\\S+)\\s*");

    @Override
    public int read(List<String> lines, int at, List<ObservedStep> steps) {
        if (!lines.get(at).startsWith("Created by ") && !lines.get(at).startsWith("Modified by ")) {
            return at;
        }
        StringBuilder words = new StringBuilder();
        int next = HistoryLines.sentence(lines, at, words);
        Matcher sentence = SENTENCE.matcher(words);
        if (!sentence.matches()) {
            return at;
        }
        steps.add(new ObservedStep("HISTORY", sentence.group(1))
                .version(sentence.group(2) + ", " + sentence.group(3))
                .written(sentence.group(4)));
        return next;
    }
}
