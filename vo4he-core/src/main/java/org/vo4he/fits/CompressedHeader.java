// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header of a tile-compressed image or table as the header of what it holds (FITS Standard 4.0, section
/// 10).
final class CompressedHeader {

    private static final Pattern ORIGINAL =
            Pattern.compile("Z(SIMPLE|TENSION|BITPIX|NAXIS\\d*|PCOUNT|GCOUNT|FORM\\d+|EXTEND)");
    private static final Pattern OF_THE_TABLE =
            Pattern.compile("TFIELDS|TTYPE\\d+|TFORM\\d+|TUNIT\\d+|THEAP|BITPIX|NAXIS\\d*|PCOUNT|GCOUNT|XTENSION");

    private CompressedHeader() {}

    static boolean holdsImage(FitsHeader header) {
        return header.logical("ZIMAGE").orElse(false);
    }

    static boolean holdsTable(FitsHeader header) {
        return header.logical("ZTABLE").orElse(false);
    }

    static FitsHeader original(FitsHeader stored) {
        boolean table = holdsTable(stored);
        List<Card> cards = new ArrayList<>();
        Set<String> restored = new HashSet<>();
        for (Card card : stored.cards()) {
            Matcher original = ORIGINAL.matcher(card.keyword());
            if (original.matches()) {
                String keyword = keyword(original.group(1));
                cards.add(new Card(keyword, card.value(), card.string(), card.comment()));
                restored.add(keyword);
            }
        }
        for (Card card : stored.cards()) {
            boolean tables = OF_THE_TABLE.matcher(card.keyword()).matches();
            boolean keep = table ? !restored.contains(card.keyword()) : !tables;
            if (keep && !ORIGINAL.matcher(card.keyword()).matches()) {
                cards.add(card);
            }
        }
        return new FitsHeader(List.copyOf(cards));
    }

    private static String keyword(String withoutZ) {
        return switch (withoutZ) {
            case "TENSION" -> "XTENSION";
            case "SIMPLE", "BITPIX", "PCOUNT", "GCOUNT", "EXTEND" -> withoutZ;
            default -> withoutZ.startsWith("FORM") ? "T" + withoutZ : withoutZ;
        };
    }
}
