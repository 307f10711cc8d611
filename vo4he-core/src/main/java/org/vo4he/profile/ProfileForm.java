// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import java.util.List;
import org.vo4he.mapping.YamlPart;

/// The forms in which profiles are written.
public enum ProfileForm {
    /// vo4he's own YAML.
    OWN,
    /// The seed's `sdb_upload_Obscore.json`: name, description, format, unit, default_value, expected values.
    SEED,
    /// A product card of SVOM: a head, and keywords with extension, data_type, unit, default, range, sdb_search,
    /// ba_search.
    CARD;

    private static final List<String> OF_CARDS = List.of("card", "unicity_rule", "prdm_ver", "dp_level", "dstream");

    /// The form of a JSON definition: a head, or keywords with an extension, make a card.
    static ProfileForm of(YamlPart root) {
        return switch (root) {
            case YamlPart.Sequence(YamlPart.Place _, List<YamlPart> parts) ->
                parts.stream().anyMatch(part -> of(part) == CARD) ? CARD : SEED;
            case YamlPart.Mapping mapping -> isCard(mapping) ? CARD : SEED;
            case YamlPart.Scalar _ -> SEED;
        };
    }

    private static boolean isCard(YamlPart.Mapping mapping) {
        return OF_CARDS.stream().anyMatch(word -> mapping.entry(word).isPresent());
    }
}
