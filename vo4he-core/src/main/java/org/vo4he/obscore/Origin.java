// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.util.Optional;

/// Where the value of one ObsCore column came from. A value without an origin is never published.
public sealed interface Origin {

    /// A card of the product: HDU (name, or index when it has none) and keyword; several keywords are joined by `+`.
    record Card(String hdu, String keyword) implements Origin {}

    /// The data of a column of the product: HDU and column name.
    record Column(String hdu, String column) implements Origin {}

    /// The celestial world coordinate system of an HDU.
    record Wcs(String hdu) implements Origin {}

    /// Another file that the product names: its name and what was read there, such as `MATRIX ENERG_LO`.
    record LinkedFile(String file, String what) implements Origin {}

    /// A keyword of the product's VO-TAGS extension.
    ///
    /// @param recorded where the value came from when vo4he wrote it there, as the product's provenance tells;
    ///     empty for a tag of others, and for one that was edited since
    record Tag(String keyword, Optional<Origin> recorded) implements Origin {

        /// A tag that nothing more is known of.
        public Tag(String keyword) {
            this(keyword, Optional.empty());
        }
    }

    /// A line of the archivist's rules file.
    record Rule(String file, int line) implements Origin {}

    /// The default of the product profile of this name, for what nothing else states.
    record Profile(String profile) implements Origin {}

    /// A column that may not be NULL and that nothing states: made by the named rule of ours.
    record Minted(String rule) implements Origin {}

    /// A default that a standard prescribes: document and section.
    record Standard(String document) implements Origin {}

    /// Follows from what the product is: `event list`, say, makes `s_xel1` -1. The text gives the reason.
    record Derived(String from) implements Origin {}

    /// The publisher's own value: identifiers and access columns, computed by the harvester.
    record Publisher(String what) implements Origin {}

    /// The user's word on the command line: `--set column=value`.
    record Given(String option) implements Origin {}

    /// Nothing said it; the column stays NULL, and `why` is shown to the archivist.
    record Absent(String why) implements Origin {}

    /// The kind of origin in one word, as `show --json` and the store write it: `card`, `tag`, `absent`, …
    default String kind() {
        return switch (this) {
            case Card _ -> "card";
            case Column _ -> "column";
            case Wcs _ -> "wcs";
            case LinkedFile _ -> "linked-file";
            case Tag _ -> "tag";
            case Rule _ -> "rule";
            case Profile _ -> "profile";
            case Minted _ -> "minted";
            case Standard _ -> "standard";
            case Derived _ -> "derived";
            case Publisher _ -> "publisher";
            case Given _ -> "given";
            case Absent _ -> "absent";
        };
    }

    /// What the kind alone does not say: `EVENTS TSTART`, `rules.yaml line 3`, the reason of an absence.
    default String detail() {
        return switch (this) {
            case Card(String hdu, String keyword) -> hdu + " " + keyword;
            case Column(String hdu, String column) -> hdu + " " + column;
            case Wcs(String hdu) -> hdu;
            case LinkedFile(String file, String what) -> file + ": " + what;
            case Tag(String keyword, Optional<Origin> recorded) ->
                keyword + recorded.map(TagOrigin::text).orElse("");
            case Rule(String file, int line) -> file + " line " + line;
            case Profile(String profile) -> profile;
            case Minted(String rule) -> rule;
            case Standard(String document) -> document;
            case Derived(String from) -> from;
            case Publisher(String what) -> what;
            case Given(String option) -> option;
            case Absent(String why) -> why;
        };
    }

    /// The reverse of [#kind] and [#detail], for what was stored or carried in provenance.
    ///
    /// @throws IllegalArgumentException for a kind that does not exist
    static Origin of(String kind, String detail) {
        return switch (kind) {
            case "card" -> new Card(head(detail), lastWord(detail));
            case "column" -> new Column(head(detail), lastWord(detail));
            case "wcs" -> new Wcs(detail);
            case "linked-file" -> {
                int colon = detail.lastIndexOf(": ");
                yield colon < 0
                        ? new LinkedFile(detail, "")
                        : new LinkedFile(detail.substring(0, colon), detail.substring(colon + 2));
            }
            case "tag" -> TagOrigin.read(detail);
            case "rule" -> new Rule(head(detail).replaceFirst(" line$", ""), Integer.parseInt(lastWord(detail)));
            case "profile" -> new Profile(detail);
            case "minted" -> new Minted(detail);
            case "standard" -> new Standard(detail);
            case "derived" -> new Derived(detail);
            case "publisher" -> new Publisher(detail);
            case "given" -> new Given(detail);
            case "absent" -> new Absent(detail);
            default -> throw new IllegalArgumentException("no kind of origin is named '" + kind + "'");
        };
    }

    /// All before the last word.
    private static String head(String detail) {
        int space = detail.lastIndexOf(' ');
        return space < 0 ? "" : detail.substring(0, space);
    }

    private static String lastWord(String detail) {
        return detail.substring(detail.lastIndexOf(' ') + 1);
    }
}
