// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The cards of a header as they are stored, of which some are replaced: all others stay byte for byte, and in their
/// place.
final class RawHeader {

    private static final int KEYWORD_LENGTH = 8;
    private static final Set<String> SUMS = Set.of("CHECKSUM", "DATASUM");

    private static final Pattern COLUMN =
            Pattern.compile("T(?:TYPE|FORM|UNIT|NULL|SCAL|ZERO|DISP|DIM|LMIN|LMAX|DMIN|DMAX|UCD)[0-9]{1,3}");

    private final List<String> cards = new ArrayList<>();

    private RawHeader() {}

    /// Without END, trailing blank cards, CHECKSUM and DATASUM.
    static RawHeader of(FitsFile file, Hdu hdu) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(hdu.dataOffset() - hdu.headerOffset())];
        int length = file.read(hdu.headerOffset(), bytes, 0, bytes.length);
        RawHeader header = new RawHeader();
        for (int at = 0; at + Card.LENGTH <= length; at += Card.LENGTH) {
            String card = new String(bytes, at, Card.LENGTH, StandardCharsets.ISO_8859_1);
            if (keyword(card).equals("END")) {
                break;
            }
            if (!SUMS.contains(keyword(card))) {
                header.cards.add(card);
            }
        }
        while (!header.cards.isEmpty() && header.cards.getLast().isBlank()) {
            header.cards.removeLast();
        }
        return header;
    }

    /// Puts a card in the place of the first of its keyword, or at the end.
    ///
    /// @param value as for [HduWriter#card(String, Object, String)]
    void set(String keyword, Object value, String comment) {
        List<String> fresh = lines(new HduWriter().card(keyword, value, comment).header());
        int at = indexOf(keyword);
        if (at < 0) {
            cards.addAll(fresh);
            return;
        }
        cards.remove(at);
        while (at < cards.size() && keyword(cards.get(at)).equals("CONTINUE")) {
            cards.remove(at);
        }
        cards.addAll(at, fresh);
    }

    /// Leaves out the first card of a keyword, if there is one.
    void remove(String keyword) {
        int at = indexOf(keyword);
        if (at >= 0) {
            cards.remove(at);
        }
    }

    /// Puts the cards of a new column behind those of the others.
    void column(int number, String name, String form, String comment) {
        List<String> fresh = lines(new HduWriter()
                .card("TTYPE" + number, name, comment)
                .card("TFORM" + number, form, "data format of the field")
                .header());
        int last = indexOf("TFIELDS");
        for (int i = 0; i < cards.size(); i++) {
            if (COLUMN.matcher(keyword(cards.get(i))).matches()) {
                last = i;
            }
        }
        while (last + 1 < cards.size() && keyword(cards.get(last + 1)).equals("CONTINUE")) {
            last++;
        }
        cards.addAll(last + 1, fresh);
    }

    /// A line of HISTORY for each 72 characters.
    void history(String text) {
        for (int at = 0; at < text.length(); at += Card.LENGTH - KEYWORD_LENGTH) {
            int end = Math.min(text.length(), at + Card.LENGTH - KEYWORD_LENGTH);
            cards.addAll(lines(new HduWriter()
                    .card(new Card("HISTORY", null, false, text.substring(at, end)))
                    .header()));
        }
    }

    private int indexOf(String keyword) {
        for (int i = 0; i < cards.size(); i++) {
            if (keyword(cards.get(i)).equals(keyword)) {
                return i;
            }
        }
        return -1;
    }

    /// The header in whole blocks, with the two sums in it.
    ///
    /// @param dataSum of the data in whole blocks
    byte[] bytes(long dataSum) {
        StringBuilder all = new StringBuilder(String.join("", cards));
        int checksumAt = all.length();
        CardWriter sums = new CardWriter();
        sums.text("CHECKSUM", "0".repeat(16), "HDU checksum");
        sums.text("DATASUM", Long.toString(dataSum), "data unit checksum");
        sums.end();
        all.append(new String(sums.bytes(), StandardCharsets.US_ASCII));
        all.repeat(' ', (int) (HduScan.padded(all.length()) - all.length()));
        byte[] bytes = all.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] checksum =
                Checksum.encoded(Checksum.add(Checksum.sum(bytes), dataSum)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(checksum, 0, bytes, checksumAt + 11, checksum.length);
        return bytes;
    }

    private static String keyword(String card) {
        return card.substring(0, KEYWORD_LENGTH).stripTrailing();
    }

    private static List<String> lines(String header) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < header.length(); at += Card.LENGTH) {
            lines.add(header.substring(at, at + Card.LENGTH));
        }
        return lines;
    }
}
