// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Card;
import org.vo4he.obscore.ObsCoreColumn;

/// The cards of a VO-TAGS header sorted out: which are ObsCore keywords under whatever spelling, and which
/// are others.
///
/// @param tags by keyword; where a keyword stands twice, the last
/// @param others cards of neither ObsCore nor the table's structure, in the order of the file
record TagCards(Map<VoTagsKeyword, Card> tags, List<Card> others) {

    /// Cards that describe the extension itself, not the product.
    private static final Set<String> STRUCTURE = Set.of(
            "",
            "XTENSION",
            "BITPIX",
            "NAXIS",
            "PCOUNT",
            "GCOUNT",
            "TFIELDS",
            "THEAP",
            "EXTNAME",
            "EXTVER",
            "EXTLEVEL",
            "CHECKSUM",
            "DATASUM",
            "LONGSTRN",
            "CONTINUE",
            "VOT_VER",
            "OC_VER",
            "PRV_VER",
            "PRV_ROWS");

    /// The same of one axis or column.
    private static final Pattern NUMBERED = Pattern.compile("(NAXIS|TTYPE|TFORM|TBCOL|TUNIT|TNULL|TDISP|TDIM)\\d+");

    /// What a fixed-column reader makes of `RELEA_DAT= 'NotSet'`: keyword `RELEA_DA` and the text `T=
    /// 'NotSet' …`.
    private static final Pattern NINTH_CHARACTER = Pattern.compile("([A-Z0-9_-])\\s*= *(.*)");

    private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'.*|([^/]*).*");

    static TagCards of(List<Card> cards, String where, List<Finding> findings) {
        Map<VoTagsKeyword, Card> tags = new EnumMap<>(VoTagsKeyword.class);
        List<Card> others = new ArrayList<>();
        for (Card read : cards) {
            Card card = read.value() == null ? repaired(read, where, findings) : read;
            String keyword = card.keyword().toUpperCase(Locale.ROOT);
            Optional<VoTagsKeyword> tag = VoTagsKeyword.spelt(keyword);
            if (tag.isPresent() && card.value() != null) {
                add(tags, tag.get(), card, where, findings);
            } else if (tag.isEmpty() && isOther(card, keyword)) {
                others.removeIf(
                        other -> other.value() != null && other.keyword().equals(card.keyword()));
                others.add(card);
            }
        }
        return new TagCards(tags, List.copyOf(others));
    }

    /// With the texts that are too long for cards, by column; a card of the same column counts before it.
    TagCards with(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return this;
        }
        Map<VoTagsKeyword, Card> all = new EnumMap<>(VoTagsKeyword.class);
        texts.forEach((name, text) -> ObsCoreColumn.named(name)
                .map(VoTagsKeyword::of)
                .ifPresent(keyword -> all.put(keyword, new Card(keyword.name(), text, true, ""))));
        all.putAll(tags);
        return new TagCards(all, others);
    }

    private static boolean isOther(Card card, String keyword) {
        return card.value() == null
                ? keyword.equals("COMMENT") || keyword.equals("HISTORY")
                : !STRUCTURE.contains(keyword) && !NUMBERED.matcher(keyword).matches();
    }

    /// The other card of this keyword, such as `DISC_TYP`.
    Optional<Card> other(String keyword) {
        return others.stream()
                .filter(card -> card.keyword().equalsIgnoreCase(keyword))
                .findFirst();
    }

    private static void add(
            Map<VoTagsKeyword, Card> tags, VoTagsKeyword tag, Card card, String where, List<Finding> findings) {
        if (!card.keyword().equals(tag.name())) {
            findings.add(new Finding(
                    VoTagsFinding.ALIAS,
                    where + " " + card.keyword(),
                    card.keyword() + " is read as " + tag.name() + ", "
                            + tag.column().columnName()));
        }
        Card earlier = tags.put(tag, card);
        if (earlier != null) {
            findings.add(new Finding(
                    VoTagsFinding.DUPLICATE,
                    where + " " + tag.name(),
                    earlier.keyword() + " = '" + earlier.value() + "' is followed by " + card.keyword() + " = '"
                            + card.value() + "', which counts"));
        }
    }

    private static Card repaired(Card card, String where, List<Finding> findings) {
        Matcher ninth = NINTH_CHARACTER.matcher(card.comment());
        if (card.keyword().length() != 8 || !ninth.matches()) {
            return card;
        }
        String keyword = card.keyword() + ninth.group(1);
        Matcher value = VALUE.matcher(ninth.group(2).strip());
        if (VoTagsKeyword.spelt(keyword).isEmpty() || !value.matches()) {
            return card;
        }
        boolean quoted = value.group(1) != null;
        String text = quoted ? value.group(1).replace("''", "'") : value.group(2);
        findings.add(new Finding(
                VoTagsFinding.NINE_CHARACTERS,
                where + " " + keyword,
                keyword + " has nine characters; its value '" + text.strip() + "' was recovered"));
        return new Card(keyword, text.strip(), quoted, "");
    }
}
