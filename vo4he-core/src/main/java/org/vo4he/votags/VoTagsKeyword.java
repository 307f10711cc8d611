// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.vo4he.obscore.ObsCoreColumn.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.obscore.ObsCoreColumn;

/// The keyword of each ObsCore 1.1 column in a VO-TAGS header, in the order of ObsCore 1.1, Table 6, as SVOM
/// has it.
///
/// Each constant is the keyword itself and reads: column, then other spellings that are read but never
/// written. Type and unit are those of the column.
public enum VoTagsKeyword {
    DP_TYPE(DATAPRODUCT_TYPE),
    DP_STYPE(DATAPRODUCT_SUBTYPE),
    CAL_LV(CALIB_LEVEL),
    TARG_NM(TARGET_NAME),
    TARG_CLA(TARGET_CLASS),
    OBS_ID(ObsCoreColumn.OBS_ID),
    OBS_TITL(OBS_TITLE),
    COLL_NM(OBS_COLLECTION),
    CREA_DAT(OBS_CREATION_DATE),
    CREA_NAM(OBS_CREATOR_NAME),
    CREA_DID(OBS_CREATOR_DID),
    RLEA_DAT(OBS_RELEASE_DATE, "RELEADAT", "RELEA_DA", "RELEA_DAT"),
    PUB_DID(OBS_PUBLISHER_DID),
    PUB_ID(PUBLISHER_ID),
    BIB_REF(BIB_REFERENCE),
    DATA_RGT(DATA_RIGHTS),
    URL(ACCESS_URL),
    FORMAT(ACCESS_FORMAT),
    EST_SIZE(ACCESS_ESTSIZE),
    S_RA(ObsCoreColumn.S_RA),
    S_DEC(ObsCoreColumn.S_DEC),
    S_FOV(ObsCoreColumn.S_FOV),
    S_REGION(ObsCoreColumn.S_REGION),
    S_RES(S_RESOLUTION),
    S_RESMIN(S_RESOLUTION_MIN),
    S_RESMAX(S_RESOLUTION_MAX),
    S_UCD(ObsCoreColumn.S_UCD),
    S_UNIT(ObsCoreColumn.S_UNIT),
    S_CALST(S_CALIB_STATUS),
    S_STERR(S_STAT_ERROR),
    S_PIXSC(S_PIXEL_SCALE),
    S_XEL1(ObsCoreColumn.S_XEL1),
    S_XEL2(ObsCoreColumn.S_XEL2),
    T_MIN(ObsCoreColumn.T_MIN),
    T_MAX(ObsCoreColumn.T_MAX),
    T_EXPT(T_EXPTIME, "T_EXPTIM", "T_EXP"),
    T_RES(T_RESOLUTION),
    T_CALST(T_CALIB_STATUS),
    T_STERR(T_STAT_ERROR),
    T_XEL(ObsCoreColumn.T_XEL),
    EM_UCD(ObsCoreColumn.EM_UCD),
    EM_UNIT(ObsCoreColumn.EM_UNIT),
    EM_CALST(EM_CALIB_STATUS),
    EM_MIN(ObsCoreColumn.EM_MIN),
    EM_MAX(ObsCoreColumn.EM_MAX),
    EM_RESPW(EM_RES_POWER, "EM_RPOW"),
    EM_RPMIN(EM_RES_POWER_MIN),
    EM_RPMAX(EM_RES_POWER_MAX),
    EM_RES(EM_RESOLUTION),
    EM_STERR(EM_STAT_ERROR),
    EM_XEL(ObsCoreColumn.EM_XEL),
    O_UCD(ObsCoreColumn.O_UCD),
    O_UNIT(ObsCoreColumn.O_UNIT),
    O_CALST(O_CALIB_STATUS),
    O_STERR(O_STAT_ERROR),
    POL_STAT(POL_STATES, "POL_ST"),
    POL_XEL(ObsCoreColumn.POL_XEL),
    FACI_NM(FACILITY_NAME, "FAC_NM"),
    INST_NM(INSTRUMENT_NAME, "INSTR_NM"),
    PROP_ID(PROPOSAL_ID);

    /// The columns that only the publisher can know: in tags they are declarations, not values.
    public static final Set<ObsCoreColumn> PUBLISHER_COLUMNS =
            Set.of(OBS_PUBLISHER_DID, PUBLISHER_ID, ACCESS_URL, ACCESS_FORMAT, ACCESS_ESTSIZE);

    private static final Map<String, VoTagsKeyword> BY_SPELLING = new HashMap<>();
    private static final Map<ObsCoreColumn, VoTagsKeyword> BY_COLUMN = new EnumMap<>(ObsCoreColumn.class);

    static {
        for (VoTagsKeyword keyword : values()) {
            keyword.spellings().forEach(spelling -> BY_SPELLING.put(spelling, keyword));
            BY_COLUMN.put(keyword.column, keyword);
        }
    }

    private final ObsCoreColumn column;
    private final List<String> aliases;

    VoTagsKeyword(ObsCoreColumn column, String... aliases) {
        this.column = column;
        this.aliases = List.of(aliases);
    }

    public ObsCoreColumn column() {
        return column;
    }

    /// Other spellings that are read but never written.
    public List<String> aliases() {
        return aliases;
    }

    public static VoTagsKeyword of(ObsCoreColumn column) {
        return BY_COLUMN.get(column);
    }

    /// The keyword of this spelling, upper case, with or without `HIERARCH`.
    static Optional<VoTagsKeyword> spelt(String keyword) {
        String plain = keyword.startsWith("HIERARCH ") ? keyword.substring(9).strip() : keyword;
        return Optional.ofNullable(BY_SPELLING.get(plain));
    }

    /// What a card says after the slash: `s_ra (deg)`.
    String comment() {
        return column.unit().isEmpty() ? column.columnName() : column.columnName() + " (" + column.unit() + ")";
    }

    private List<String> spellings() {
        List<String> spellings = new ArrayList<>(aliases);
        spellings.add(name());
        return spellings;
    }
}
