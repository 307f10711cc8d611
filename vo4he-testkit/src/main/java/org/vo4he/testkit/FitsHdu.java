// SPDX-License-Identifier: Apache-2.0
package org.vo4he.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One HDU under construction: its own cards, in the order given, after the structural ones.
public abstract sealed class FitsHdu<H extends FitsHdu<H>> permits FitsImage, FitsTable {

    private final List<String> cards = new ArrayList<>();

    FitsHdu() {}

    abstract H self();

    /// BITPIX to GCOUNT and TFIELDS: what the standard wants first, in its order.
    abstract List<String> structure(boolean primary);

    abstract byte[] data();

    /// A card; the value is a String, Boolean, Integer, Long, Double or Float. A string too long for one card continues
    /// on CONTINUE cards (FITS 4.0, section 4.2.1.2).
    public H card(String keyword, Object value) {
        return card(keyword, value, "");
    }

    /// @param comment may be empty
    public H card(String keyword, Object value, String comment) {
        List<String> written = FitsCard.of(keyword, value, comment);
        if (written.size() > 1 && cards.stream().noneMatch(c -> c.startsWith("LONGSTRN"))) {
            card("LONGSTRN", "OGIP 1.0");
        }
        cards.addAll(written);
        return self();
    }

    /// COMMENT, HISTORY or a blank keyword with free text.
    public H commentary(String keyword, String text) {
        cards.add(FitsCard.pad(String.format(Locale.ROOT, "%-8s%s", keyword, text)));
        return self();
    }

    /// A card exactly as given, padded to 80 characters: for what a correct writer would refuse.
    public H rawCard(String text) {
        cards.add(FitsCard.pad(text));
        return self();
    }

    final byte[] bytes(boolean primary) {
        StringBuilder header = new StringBuilder();
        structure(primary).forEach(header::append);
        cards.forEach(header::append);
        header.append(FitsCard.pad("END"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writePadded(out, header.toString().getBytes(StandardCharsets.ISO_8859_1), (byte) ' ');
        writePadded(out, data(), (byte) 0);
        return out.toByteArray();
    }

    private static void writePadded(ByteArrayOutputStream out, byte[] content, byte filler) {
        out.writeBytes(content);
        int over = content.length % FitsBuilder.BLOCK;
        if (over > 0) {
            byte[] padding = new byte[FitsBuilder.BLOCK - over];
            Arrays.fill(padding, filler);
            out.writeBytes(padding);
        }
    }
}
