// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The range of a column in a filter expression of XMM-Newton's SAS, which its SLCTEXPR card holds: of
/// `(PATTERN <= 4) && (PI in [500:2000])` that of PI.
///
/// Only what is sure is read: one condition of the column, joined to the others by "and".
final class SelectionExpression {

    private static final String NUMBER = "\\s*(\\d+(?:\\.\\d*)?)\\s*";

    private SelectionExpression() {}

    record Range(double least, double most) {}

    static Optional<Range> range(String expression, String column) {
        Pattern named = Pattern.compile("(?i)\\b" + Pattern.quote(column) + "\\b");
        List<String> conditions = terms(expression).stream()
                .filter(term -> named.matcher(term).find())
                .toList();
        if (conditions.size() != 1) {
            return Optional.empty();
        }
        Matcher range = Pattern.compile(
                        "(?i)" + Pattern.quote(column) + "\\s+in\\s*[\\[(]" + NUMBER + ":" + NUMBER + "[\\])]")
                .matcher(bare(conditions.getFirst()));
        return range.matches()
                ? Optional.of(new Range(Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2))))
                        .filter(of -> of.most > of.least)
                : Optional.empty();
    }

    /// What stands between the "and"s outside of brackets.
    private static List<String> terms(String expression) {
        List<String> terms = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < expression.length(); at++) {
            char letter = expression.charAt(at);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (depth == 0 && expression.startsWith("&&", at)) {
                terms.add(expression.substring(from, at));
                from = at + 2;
                at++;
            }
        }
        terms.add(expression.substring(from));
        return terms;
    }

    /// Without the brackets around all of it.
    private static String bare(String term) {
        String text = term.strip();
        return text.startsWith("(") && text.endsWith(")") ? bare(text.substring(1, text.length() - 1)) : text;
    }
}
