// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// [AdqlParser] judged by the official ADQL 2.1 test queries.
class CorpusTest {

    private static final int MUTANTS = 200;

    static List<Corpus.Example> examples() throws Exception {
        return Corpus.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aQueryIsAcceptedIfAndOnlyIfTheCorpusCallsItValid(Corpus.Example example) {
        if (example.valid()) {
            assertThatCode(() -> AdqlParser.parse(example.adql(), example.declared()))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> AdqlParser.parse(example.adql(), example.declared()))
                    .isInstanceOf(AdqlException.class);
        }
    }

    @Test
    void theCorpusIsWhole() throws Exception {
        assertThat(examples()).hasSize(196);
        assertThat(examples()).filteredOn(Corpus.Example::valid).hasSize(172);
    }

    /// Cuts, doubles and exchanges pieces of the corpus: whatever comes out is a query or an [AdqlException] that
    /// says where.
    @Test
    void aDamagedQueryNeverGivesAnythingButAnAdqlException() throws Exception {
        List<Corpus.Example> examples = examples();
        Random random = new Random(41);
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String adql = mutant(examples, random);
            try {
                CheckedQuery checked = AdqlChecker.check(AdqlParser.parse(adql), TestCatalogue.OBSCORE);
                new DuckDbDialect().print(checked, 100);
            } catch (AdqlException expected) {
                refused++;
                assertThat(expected.line()).isBetween(1, (int) adql.lines().count() + 1);
                assertThat(expected.column()).isPositive();
                assertThat(expected).hasMessageContaining("line " + expected.line());
            }
        }
        assertThat(refused).isGreaterThan(MUTANTS / 2);
    }

    private static String mutant(List<Corpus.Example> examples, Random random) {
        String adql = examples.get(random.nextInt(examples.size())).adql();
        String other = examples.get(random.nextInt(examples.size())).adql();
        int from = random.nextInt(adql.length());
        int to = from + random.nextInt(Math.min(20, adql.length() - from) + 1);
        return switch (random.nextInt(5)) {
            case 0 -> adql.substring(0, from) + adql.substring(to);
            case 1 -> adql.substring(0, to) + adql.substring(from);
            case 2 -> adql.substring(0, from) + other.substring(random.nextInt(other.length()));
            case 3 -> adql.substring(0, from) + (char) random.nextInt(0x250) + adql.substring(from);
            default -> adql.substring(0, from);
        };
    }
}
