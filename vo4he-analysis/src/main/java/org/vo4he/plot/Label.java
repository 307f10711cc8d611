// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import java.util.ArrayList;
import java.util.List;

/// Text of which parts are raised, such as exponents.
record Label(List<Run> runs) {

    record Run(String text, boolean raised) {}

    Label {
        runs = List.copyOf(runs);
    }

    static Label plain(String text) {
        return new Label(List.of(new Run(text, false)));
    }

    /// @param marked what is raised stands between `^{` and `}`
    static Label marked(String marked) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (int start = marked.indexOf("^{"); start >= 0; start = marked.indexOf("^{", at)) {
            int end = marked.indexOf('}', start);
            if (end < 0) {
                break;
            }
            if (start > at) {
                runs.add(new Run(marked.substring(at, start), false));
            }
            runs.add(new Run(marked.substring(start + 2, end), true));
            at = end + 1;
        }
        if (at < marked.length()) {
            runs.add(new Run(marked.substring(at), false));
        }
        return new Label(runs);
    }

    boolean isEmpty() {
        return runs.stream().allMatch(run -> run.text().isEmpty());
    }
}
