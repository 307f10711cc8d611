// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.diagnostics.Severity;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.NotFitsException;
import org.vo4he.fits.UnreadableFitsException;

/// Seeded mutants of plain and annotated files, each annotated, read, annotated again and stripped: no exception, every
/// refusal
/// a finding, what is refused untouched, and of what is written every other HDU byte for byte as it was.
///
/// `bench/soak/mutations.sh` runs 10,000 of them.
class MutatedFilesTest {

    private static final int MUTANTS = Integer.parseInt(System.getenv().getOrDefault("VO4HE_MUTANTS", "200"));
    private static final String LETTERS = "'=&/ .-+0123456789EDTFAZ_{}[]\",:\\\u0000\u00e9";
    private static final int CARD = 80;
    private static final int BLOCK = 2880;

    @TempDir
    Path folder;

    @Test
    void noMutantCrashesTheWriterOrLosesAnHdu() throws Exception {
        Path file = TaggedFiles.events().write(folder.resolve("events.fits"));
        byte[] plain = Files.readAllBytes(file);
        TaggedFiles.annotate(file);
        byte[] tagged = Files.readAllBytes(file);
        int written = 0;
        int refused = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            Random random = new Random(seed);
            byte[] mutant = mutated(random.nextBoolean() ? plain : tagged, random);
            Files.write(file, mutant);
            try {
                if (survives(file, mutant, seed)) {
                    written++;
                } else {
                    refused++;
                }
            } catch (NotFitsException _) {
                assertThat(file).as("mutant %d", seed).hasBinaryContent(mutant);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("mutant " + seed + " of " + MUTANTS, e);
            }
        }
        assertThat(written).as("mutants annotated").isGreaterThan(MUTANTS / 5);
        assertThat(refused).as("mutants refused").isPositive();
    }

    /// @return whether it could be annotated
    private static boolean survives(Path file, byte[] mutant, int seed) throws Exception {
        List<byte[]> others = new ArrayList<>();
        try {
            others.addAll(otherHdus(file));
        } catch (UnreadableFitsException _) {
            // then annotating is refused
        }
        WriteReport report = TaggedFiles.annotate(file);
        if (report.outcome() == WriteReport.Outcome.REFUSED) {
            assertThat(report.findings()).anyMatch(finding -> finding.severity() == Severity.ERROR);
            assertThat(file).hasBinaryContent(mutant);
            return false;
        }
        byte[] once = Files.readAllBytes(file);
        requireSame(others, otherHdus(file));
        TaggedFiles.tags(file);
        WriteReport again = TaggedFiles.annotate(file);
        assertThat(again.outcome()).as("annotated again").isEqualTo(WriteReport.Outcome.UNCHANGED);
        assertThat(file).hasBinaryContent(once);
        assertThat(TaggedFiles.strip(file).outcome()).isEqualTo(WriteReport.Outcome.WRITTEN);
        requireSame(others, otherHdus(file));
        return true;
    }

    private static void requireSame(List<byte[]> before, List<byte[]> after) {
        assertThat(after).hasSize(before.size());
        for (int i = 0; i < before.size(); i++) {
            assertThat(Arrays.equals(before.get(i), after.get(i)))
                    .as("HDU %d", i)
                    .isTrue();
        }
    }

    /// All that are no whole VO-TAGS. An extension that breaks off is none.
    private static List<byte[]> otherHdus(Path file) throws Exception {
        List<byte[]> hdus = new ArrayList<>();
        try (FitsFile fits = FitsFile.open(file)) {
            for (Hdu hdu : fits.hdus()) {
                boolean tags = hdu.index() > 0 && hdu.name().equalsIgnoreCase(VoTagsReader.EXTNAME);
                if (!tags && hdu.isComplete()) {
                    hdus.add(hdu.stored());
                }
            }
        }
        return hdus;
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] mutant = whole.clone();
        switch (random.nextInt(6)) {
            case 0 -> bytes(mutant, random);
            case 1 -> numbers(mutant, random);
            case 2 -> card(mutant, random);
            case 3 -> mutant = Arrays.copyOf(mutant, random.nextInt(mutant.length));
            case 4 -> mutant = withTail(mutant, random);
            default -> block(mutant, random);
        }
        return mutant;
    }

    private static void bytes(byte[] mutant, Random random) {
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            mutant[random.nextInt(mutant.length)] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
    }

    /// Digits of sizes and counts.
    private static void numbers(byte[] mutant, Random random) {
        for (int tries = 0; tries < 200; tries++) {
            int at = random.nextInt(mutant.length);
            if (mutant[at] >= '0' && mutant[at] <= '9') {
                mutant[at] = (byte) ('0' + random.nextInt(10));
            }
        }
    }

    /// A card is doubled over another, or blanked.
    private static void card(byte[] mutant, Random random) {
        int one = CARD * random.nextInt(mutant.length / CARD);
        int other = CARD * random.nextInt(mutant.length / CARD);
        if (random.nextBoolean()) {
            System.arraycopy(mutant, one, mutant, other, CARD);
        } else {
            Arrays.fill(mutant, one, one + CARD, (byte) ' ');
        }
    }

    private static byte[] withTail(byte[] mutant, Random random) {
        byte[] longer = Arrays.copyOf(mutant, mutant.length + 1 + random.nextInt(2 * BLOCK));
        System.arraycopy(mutant, 0, longer, mutant.length, Math.min(mutant.length, longer.length - mutant.length));
        return longer;
    }

    private static void block(byte[] mutant, Random random) {
        int from = BLOCK * random.nextInt(mutant.length / BLOCK);
        int to = BLOCK * random.nextInt(mutant.length / BLOCK);
        System.arraycopy(mutant.clone(), from, mutant, to, BLOCK);
    }
}
