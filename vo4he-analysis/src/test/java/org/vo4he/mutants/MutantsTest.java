// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Seeded mutants of fourteen kinds of files, each described, checked, drawn, its events extracted, annotated,
/// annotated again and stripped: no exception, no hang, every refusal a finding, what is refused untouched, and of what
/// is written every other HDU byte for byte as it was.
///
/// `bench/soak/mutations.sh` runs 10,000 of each kind, and draws and extracts of all of them; here that is done to one
/// in four.
class MutantsTest {

    private static final String ASKED = System.getenv("VO4HE_MUTANTS");
    private static final int MUTANTS = ASKED == null ? 100 : Integer.parseInt(ASKED);
    private static final int FIRST = Integer.parseInt(System.getenv().getOrDefault("VO4HE_FIRST_MUTANT", "0"));
    private static final int PICTURES_EVERY = ASKED == null ? 4 : 1;
    private static final int MOST_FAILURES = 10;
    private static final Duration HANGS = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    static List<MutantFamily> families() throws IOException {
        return MutantFamily.all(folder);
    }

    @ParameterizedTest
    @MethodSource("families")
    void noMutantCrashesHangsOrLosesAnHdu(MutantFamily family) {
        Map<Survival.End, Integer> ends = new EnumMap<>(Survival.End.class);
        List<AssertionError> failures = new ArrayList<>();
        for (int seed = FIRST; seed < FIRST + MUTANTS && failures.size() < MOST_FAILURES; seed++) {
            try {
                ends.merge(end(family, seed), 1, Integer::sum);
            } catch (AssertionError e) {
                failures.add(new AssertionError(family + ", mutant " + seed, e));
            }
        }
        if (!failures.isEmpty()) {
            AssertionError first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
        assertThat(ends.getOrDefault(Survival.End.WRITTEN, 0) + ends.getOrDefault(Survival.End.ASSOCIATED, 0))
                .as("mutants of %s that are read to the end: %s", family, ends)
                .isGreaterThan(MUTANTS / 5);
        assertThat(ends.getOrDefault(Survival.End.REFUSED, 0))
                .as("mutants of %s that are refused: %s", family, ends)
                .isPositive();
    }

    private static Survival.End end(MutantFamily family, int seed) {
        return assertTimeoutPreemptively(HANGS, () -> {
            byte[] mutant = family.mutant(seed);
            Path file = Files.write(folder.resolve("mutant.fits"), mutant);
            try {
                return new Survival(file, mutant).through(seed % PICTURES_EVERY == 0);
            } catch (Exception | OutOfMemoryError e) {
                throw new AssertionError(e);
            }
        });
    }
}
