// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vo4he.mapping.Rules;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.product.FactsTable.Fact;
import org.vo4he.testkit.SharedData;

/// The file's own words behind converted values against the shared table of facts: clocks, dates and positions as
/// astropy read them from the cards of the same HDU, and the unit of images. [AgreementWithFactsTest] has the values.
class NativeFactsTest {

    private static final List<String> KEYWORDS = List.of(
            "TIMESYS",
            "MJDREF",
            "MJDREFI",
            "MJDREFF",
            "TSTART",
            "TSTOP",
            "DATE-OBS",
            "DATE-END",
            "RA_PNT",
            "DEC_PNT",
            "RA_NOM",
            "DEC_NOM",
            "RA_OBJ",
            "DEC_OBJ");

    private static final String UNIT = "BUNIT";

    /// For each keyword the lines that agree, and those that don't.
    private static final Map<String, List<String>> AGREEING = new TreeMap<>();
    private static final Map<String, List<String>> DIFFERING = new TreeMap<>();

    private static int others;

    @BeforeAll
    static void compare() {
        ProductDescriber describer = new ProductDescriber(Rules.none());
        Map<String, FileDescription> described = new HashMap<>();
        for (Fact fact : FactsTable.read()) {
            Optional<Product> product = described
                    .computeIfAbsent(
                            fact.file(), file -> describer.describe(SharedData.data(file), Siblings.sameFolder()))
                    .products()
                    .stream()
                    .filter(each -> each.role() == ProductRole.PRODUCT && each.hduIndex() == fact.hdu())
                    .findFirst();
            product.ifPresentOrElse(each -> compare(fact, each), () -> others++);
        }
        StringBuilder table = new StringBuilder(
                "agreement of the words behind values with FACTS.tsv, " + others + " HDUs of it are no products\n");
        AGREEING.forEach((keyword, lines) -> table.append(String.format(
                Locale.ROOT,
                "%-10s %4d of %4d%n",
                keyword,
                lines.size(),
                lines.size() + DIFFERING.get(keyword).size())));
        DIFFERING.values().forEach(lines -> lines.forEach(line -> table.append("  " + line + "\n")));
        System.out.println(table);
    }

    private static void compare(Fact fact, Product product) {
        for (String keyword : KEYWORDS) {
            fact.text(keyword).filter(HeaderChain::saysSomething).ifPresent(theirs -> {
                String ours = product.nativeValues().getOrDefault(keyword, "");
                score(keyword, isSame(ours, theirs), fact, ours, theirs);
            });
        }
        fact.text(UNIT).ifPresent(theirs -> {
            String ours = product.row().text(ObsCoreColumn.O_UNIT).orElse("");
            score(UNIT, ours.equalsIgnoreCase(theirs), fact, ours, theirs);
        });
    }

    private static void score(String keyword, boolean agrees, Fact fact, String ours, String theirs) {
        AGREEING.computeIfAbsent(keyword, _ -> new ArrayList<>());
        DIFFERING.computeIfAbsent(keyword, _ -> new ArrayList<>());
        (agrees ? AGREEING : DIFFERING)
                .get(keyword)
                .add(fact.file() + " HDU " + fact.hdu() + " " + keyword + ": '" + ours + "', fact '" + theirs + "'");
    }

    /// Numbers by value, with Fortran's exponents.
    private static boolean isSame(String ours, String theirs) {
        if (ours.equals(theirs)) {
            return true;
        }
        try {
            double one = Double.parseDouble(ours.replace('D', 'E'));
            double other = Double.parseDouble(theirs.replace('D', 'E'));
            return Math.abs(one - other) <= 1e-12 * Math.abs(other);
        } catch (NumberFormatException _) {
            return false;
        }
    }

    @Test
    void everyWordThatTheTableStatesIsKept() {
        int agreeing = AGREEING.values().stream().mapToInt(List::size).sum();
        assertThat(agreeing).isGreaterThan(500);
        assertThat(DIFFERING.values().stream().flatMap(List::stream)).isEmpty();
    }
}
