// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Builds the bytes of one extension: header cards in the order given, then the data, both in whole blocks,
/// with CHECKSUM and DATASUM. Equal input gives equal bytes.
public final class HduWriter {

    private final CardWriter cards = new CardWriter();

    /// Whether all characters may stand in a header or an ASCII table: 0x20 to 0x7E.
    public static boolean isPrintable(String text) {
        return CardWriter.isPrintable(text);
    }

    /// Whether a text needs no CONTINUE card.
    public static boolean fitsIntoOneCard(String keyword, String text) {
        return CardWriter.fitsIntoOneCard(keyword, text);
    }

    /// A card; strings that don't fit into it go on in CONTINUE cards.
    ///
    /// @param value a String, Integer, Long, Double or Boolean
    /// @throws IllegalArgumentException if a string is not printable ASCII, or a number not finite
    public HduWriter card(String keyword, Object value, String comment) {
        switch (value) {
            case String text -> cards.text(keyword, text, comment);
            case Integer integer -> cards.integer(keyword, integer, comment);
            case Long integer -> cards.integer(keyword, integer, comment);
            case Double real -> cards.real(keyword, real, comment);
            case Boolean logical -> cards.literal(keyword, logical ? "T" : "F", comment);
            default ->
                throw new IllegalArgumentException(
                        keyword + " can't hold a " + value.getClass().getSimpleName());
        }
        return this;
    }

    /// A card as it was read from another header.
    ///
    /// @throws IllegalArgumentException if it can't be written again: characters outside printable ASCII, too
    ///     long
    public HduWriter card(Card card) {
        if (card.value() == null) {
            cards.commentary(card.keyword(), card.comment());
        } else if (card.string()) {
            cards.text(card.keyword(), card.value(), card.comment());
        } else {
            cards.literal(card.keyword(), card.value(), card.comment());
        }
        return this;
    }

    /// The header so far, without END, CHECKSUM and padding.
    public String header() {
        return new String(cards.bytes(), StandardCharsets.US_ASCII);
    }

    /// Ends the HDU.
    ///
    /// @param data without padding
    /// @param filler of the last data block: 0, in an ASCII table a blank (FITS Standard 4.0, section 7.2.3)
    public byte[] bytes(byte[] data, byte filler) {
        int dataLength = Math.toIntExact(HduScan.padded(data.length));
        long dataSum = dataSum(data, dataLength, filler);
        int checksumAt = cards.length();
        cards.text("CHECKSUM", "0".repeat(16), "HDU checksum");
        cards.text("DATASUM", Long.toString(dataSum), "data unit checksum");
        cards.end();
        byte[] header = cards.bytes();
        int dataAt = Math.toIntExact(HduScan.padded(header.length));
        byte[] hdu = new byte[Math.addExact(dataAt, dataLength)];
        System.arraycopy(header, 0, hdu, 0, header.length);
        Arrays.fill(hdu, header.length, dataAt, (byte) ' ');
        System.arraycopy(data, 0, hdu, dataAt, data.length);
        Arrays.fill(hdu, dataAt + data.length, hdu.length, filler);
        byte[] checksum = Checksum.encoded(Checksum.sum(hdu)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(checksum, 0, hdu, checksumAt + 11, checksum.length);
        return hdu;
    }

    /// Without a copy of data that may be large: of what does not fill a word, and the filler, only.
    private static long dataSum(byte[] data, int padded, byte filler) {
        int whole = data.length & ~3;
        byte[] rest = new byte[padded - whole];
        Arrays.fill(rest, filler);
        System.arraycopy(data, whole, rest, 0, data.length - whole);
        return Checksum.add(Checksum.sum(data), Checksum.sum(rest));
    }
}
