// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.obscore.ObsCoreColumn.BIB_REFERENCE;
import static org.vo4he.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.vo4he.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.vo4he.obscore.ObsCoreColumn.DATAPRODUCT_TYPE;
import static org.vo4he.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.vo4he.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.vo4he.obscore.ObsCoreColumn.OBS_CREATION_DATE;
import static org.vo4he.obscore.ObsCoreColumn.OBS_CREATOR_NAME;
import static org.vo4he.obscore.ObsCoreColumn.OBS_ID;
import static org.vo4he.obscore.ObsCoreColumn.OBS_TITLE;
import static org.vo4he.obscore.ObsCoreColumn.PROPOSAL_ID;
import static org.vo4he.obscore.ObsCoreColumn.TARGET_NAME;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.time.CalendarTime;

/// What the product is, of what, by whom.
final class Identification {

    private static final List<String> CALIBRATED_EVENT_COLUMNS = List.of("PI", "ENERGY", "RA", "X");
    private static final Pattern EXTENSION = Pattern.compile("\\.(gz|FTZ|fz)$", Pattern.CASE_INSENSITIVE);

    /// Cards of the name of the mission.
    static final String[] TELESCOPE = {"TELESCOP", "MISSION", "OBSERVAT"};

    private Identification() {}

    static void fill(Draft draft) {
        ProductKind kind = draft.kind();
        draft.derive(
                DATAPRODUCT_TYPE,
                kind.dataproductType(),
                "HDU " + draft.hdu().name() + " is of kind " + kind.inWords());
        kind.subtype().ifPresent(subtype -> draft.derive(DATAPRODUCT_SUBTYPE, subtype, kind.subtypeFrom()));
        calibLevel(draft);
        describe(draft);
    }

    /// What every file of an observatory says, product or not.
    static void describe(Draft draft) {
        draft.copyName(TARGET_NAME, "OBJECT", "TARGNAME", "TARGET");
        draft.copyName(OBS_TITLE, "TITLE");
        draft.copyName(OBS_CREATOR_NAME, "ORIGIN", "AUTHOR");
        draft.copyName(FACILITY_NAME, TELESCOPE);
        draft.copyName(INSTRUMENT_NAME, "INSTRUME");
        draft.copyName(PROPOSAL_ID, "PROP_ID", "PROPOSID", "PROPOSAL", "PROPID");
        draft.copyName(BIB_REFERENCE, "REFERENC");
        creationDate(draft);
        Optional<HeaderChain.Found<String>> obsId = draft.name(OBS_ID, "OBS_ID", "OBSID", "SEQNUM", "SWID");
        draft.copy(OBS_ID, obsId);
        if (obsId.isEmpty()) {
            draft.set(
                    OBS_ID, stem(draft.file().path()), new Origin.Minted("obs_id from the file name: no OBS_ID card"));
        } else {
            prefixes(draft, obsId.get());
        }
    }

    /// Columns that the identifier of an observation begins with.
    private static void prefixes(Draft draft, HeaderChain.Found<String> obsId) {
        String digits = obsId.value().strip();
        draft.dialect().prefixes().forEach((column, prefix) -> {
            boolean whole = digits.length() == prefix.of() && digits.chars().allMatch(Character::isDigit);
            if (whole && !draft.row().get(column).isPresent()) {
                draft.derive(
                        column,
                        digits.substring(0, prefix.length()),
                        obsId.keyword() + " " + digits + ": " + prefix.source());
            }
        });
    }

    private static void calibLevel(Draft draft) {
        boolean raw = draft.kind() == ProductKind.EVENT_LIST
                && CALIBRATED_EVENT_COLUMNS.stream()
                        .noneMatch(name -> draft.hdu().column(name).isPresent());
        if (raw) {
            draft.set(CALIB_LEVEL, 1, new Origin.Minted("calib_level of events without PI, ENERGY, RA or X"));
        } else {
            String rule = "calib_level of kind " + draft.kind().inWords();
            draft.set(CALIB_LEVEL, draft.kind().calibLevel(), new Origin.Minted(rule));
        }
    }

    private static void creationDate(Draft draft) {
        draft.headers()
                .text("DATE")
                .ifPresent(card -> CalendarTime.parse(card.value())
                        .ifPresentOrElse(
                                date -> draft.set(OBS_CREATION_DATE, date.toDali(), Draft.origin(card)),
                                () -> draft.absent(OBS_CREATION_DATE, "DATE is '" + card.value() + "', no date")));
    }

    /// The file name without `.gz` and without one extension.
    static String stem(Path file) {
        String name = EXTENSION.matcher(file.getFileName().toString()).replaceFirst("");
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
