// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mutants;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.vo4he.testkit.Damage;

/// Changes the bytes of a good FITS file at random: bytes, digits of sizes and counts, values and order of cards,
/// letters and values of
/// JSON, whole blocks, and where it ends.
final class Mutation {

    private static final String LETTERS = "'=&/ .-+0123456789EDTFAZ_{}[]\",:\\\u0000\u00e9";
    private static final String JSON = "{}[]\",:\\/ \u0000\u00e9-09etn";
    private static final int CARD = 80;
    private static final int BLOCK = 2880;

    private final byte[] whole;
    private final int focus;
    private final Random random;

    /// @param focus the byte from which on every other change is made
    Mutation(byte[] whole, int focus, Random random) {
        this.whole = whole;
        this.focus = focus;
        this.random = random;
    }

    byte[] mutant() {
        byte[] mutant = whole.clone();
        return switch (random.nextInt(9)) {
            case 0 -> bytes(mutant, LETTERS);
            case 1 -> digits(mutant);
            case 2, 3 -> values(mutant);
            case 4 -> cards(mutant);
            case 5 -> json(mutant);
            case 6 -> jsonValues(mutant);
            case 7 -> random.nextBoolean() ? Damage.cutAt(mutant, random.nextInt(mutant.length)) : blocks(mutant);
            default -> Damage.withTail(mutant, tail(mutant));
        };
    }

    private int place(byte[] mutant) {
        int from = random.nextBoolean() ? focus : 0;
        return from + random.nextInt(mutant.length - from);
    }

    private byte[] bytes(byte[] mutant, String letters) {
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            mutant[place(mutant)] = (byte) letters.charAt(random.nextInt(letters.length()));
        }
        return mutant;
    }

    /// Digits of sizes, counts and everything else.
    private byte[] digits(byte[] mutant) {
        for (int tries = 0; tries < 200; tries++) {
            int at = place(mutant);
            if (mutant[at] >= '0' && mutant[at] <= '9') {
                mutant[at] = (byte) ('0' + random.nextInt(10));
            }
        }
        return mutant;
    }

    /// Cards whose value is another one, some of them absurd.
    private byte[] values(byte[] mutant) {
        int changed = 0;
        for (int tries = 0; tries < 500 && changed < 3; tries++) {
            int card = card(mutant);
            if (mutant[card + 8] == '=' && mutant[card + 9] == ' ') {
                byte[] value = value().getBytes(StandardCharsets.ISO_8859_1);
                System.arraycopy(value, 0, mutant, card + 10, value.length);
                changed++;
            }
        }
        return mutant;
    }

    private String value() {
        return String.format(
                Locale.ROOT,
                "%-20s",
                switch (random.nextInt(12)) {
                    case 0 -> "-1";
                    case 1 -> "9999999999";
                    case 2 -> "0";
                    case 3 -> "1E+300";
                    case 4 -> "NaN";
                    case 5 -> "'../../x  '";
                    case 6 -> "T";
                    case 7 -> "''";
                    case 8 -> "9223372036854775807";
                    case 9 -> "-2147483648";
                    case 10 -> "'NotSet  '";
                    default -> Integer.toString(random.nextInt(5000));
                });
    }

    /// A card over another, or blanks.
    private byte[] cards(byte[] mutant) {
        int one = card(mutant);
        if (random.nextBoolean()) {
            System.arraycopy(mutant, card(mutant), mutant, one, CARD);
        } else {
            Arrays.fill(mutant, one, one + CARD, (byte) ' ');
        }
        return mutant;
    }

    private int card(byte[] mutant) {
        return Math.min(place(mutant) / CARD * CARD, mutant.length - CARD);
    }

    /// The text from the first brace or bracket on; in a file without one, any bytes.
    private byte[] json(byte[] mutant) {
        int start = 0;
        while (start < mutant.length && mutant[start] != '{' && mutant[start] != '[') {
            start++;
        }
        if (start == mutant.length) {
            return bytes(mutant, LETTERS);
        }
        int most = Math.min(mutant.length - start, 6000);
        int at = start + random.nextInt(most);
        if (random.nextInt(4) == 0) {
            Arrays.fill(mutant, at, Math.min(mutant.length, at + random.nextInt(3000)), (byte) '[');
            return mutant;
        }
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            mutant[start + random.nextInt(most)] = (byte) JSON.charAt(random.nextInt(JSON.length()));
        }
        return mutant;
    }

    /// JSON that is JSON still, with values of other types and words, or members of other names.
    private byte[] jsonValues(byte[] mutant) {
        String text = new String(mutant, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("{\"");
        if (start < 0) {
            return values(mutant);
        }
        for (int changes = 0; changes < 1 + random.nextInt(4); changes++) {
            int from = text.indexOf('"', start + random.nextInt(Math.min(6000, text.length() - start)));
            int to = from < 0 ? -1 : text.indexOf('"', from + 1);
            if (to > 0) {
                byte[] other = jsonWord(to + 1 - from).getBytes(StandardCharsets.ISO_8859_1);
                System.arraycopy(other, 0, mutant, from, other.length);
            }
        }
        return mutant;
    }

    /// As long as what it replaces, so that the lengths in the header hold.
    private String jsonWord(int length) {
        String word = switch (random.nextInt(10)) {
            case 0 -> "null";
            case 1 -> "[]";
            case 2 -> "{}";
            case 3 -> "-1";
            case 4 -> "true";
            case 5 -> "\"\"";
            case 6 -> "1e999";
            case 7 -> "\"args\"";
            case 8 -> "\"index\"";
            default -> "\"NaN\"";
        };
        return String.format(Locale.ROOT, "%-" + length + "s", word).substring(0, length);
    }

    private byte[] blocks(byte[] mutant) {
        if (mutant.length >= BLOCK) {
            int from = BLOCK * random.nextInt(mutant.length / BLOCK);
            int to = BLOCK * random.nextInt(mutant.length / BLOCK);
            System.arraycopy(whole, from, mutant, to, BLOCK);
        }
        return mutant;
    }

    private byte[] tail(byte[] mutant) {
        byte[] tail = new byte[1 + random.nextInt(2 * BLOCK)];
        switch (random.nextInt(3)) {
            case 0 -> random.nextBytes(tail);
            case 1 -> System.arraycopy(mutant, 0, tail, 0, Math.min(tail.length, mutant.length));
            default -> {
                int from = Math.max(0, mutant.length - tail.length);
                System.arraycopy(mutant, from, tail, 0, mutant.length - from);
            }
        }
        return tail;
    }
}
