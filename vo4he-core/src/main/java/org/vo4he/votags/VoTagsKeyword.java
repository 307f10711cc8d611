// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.vo4he.obscore.ObsCoreColumn.*;
import static org.vo4he.votags.VoTagsKeyword.Source.EXTENSION;
import static org.vo4he.votags.VoTagsKeyword.Source.OBSCORE;
import static org.vo4he.votags.VoTagsKeyword.Source.SVOM;
import static org.vo4he.votags.VoTagsKeyword.Source.VO4HE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.obscore.ObsCoreColumn;

/// The keyword of each column in a VO-TAGS header: those of ObsCore 1.1 in the order of its Table 6, as SVOM
/// has it, then those of the high-energy extension.
///
/// Each constant is the keyword itself and reads: column, who chose it, then other spellings that are read but never
/// written. Type and unit are those of the column.
public enum VoTagsKeyword {
    DP_TYPE(DATAPRODUCT_TYPE, SVOM),
    DP_STYPE(DATAPRODUCT_SUBTYPE, SVOM),
    CAL_LV(CALIB_LEVEL, SVOM),
    TARG_NM(TARGET_NAME, SVOM),
    TARG_CLA(TARGET_CLASS, SVOM),
    OBS_ID(ObsCoreColumn.OBS_ID, SVOM),
    OBS_TITL(OBS_TITLE, SVOM),
    COLL_NM(OBS_COLLECTION, SVOM),
    CREA_DAT(OBS_CREATION_DATE, SVOM),
    CREA_NAM(OBS_CREATOR_NAME, OBSCORE),
    CREA_DID(OBS_CREATOR_DID, OBSCORE),
    RLEA_DAT(OBS_RELEASE_DATE, SVOM, "RELEADAT", "RELEA_DA", "RELEA_DAT"),
    PUB_DID(OBS_PUBLISHER_DID, SVOM),
    PUB_ID(PUBLISHER_ID, SVOM),
    BIB_REF(BIB_REFERENCE, SVOM),
    DATA_RGT(DATA_RIGHTS, OBSCORE),
    URL(ACCESS_URL, SVOM),
    FORMAT(ACCESS_FORMAT, SVOM),
    EST_SIZE(ACCESS_ESTSIZE, SVOM),
    S_RA(ObsCoreColumn.S_RA, SVOM),
    S_DEC(ObsCoreColumn.S_DEC, SVOM),
    S_FOV(ObsCoreColumn.S_FOV, SVOM),
    S_REGION(ObsCoreColumn.S_REGION, SVOM),
    S_RES(S_RESOLUTION, SVOM),
    S_RESMIN(S_RESOLUTION_MIN, OBSCORE),
    S_RESMAX(S_RESOLUTION_MAX, OBSCORE),
    S_UCD(ObsCoreColumn.S_UCD, SVOM),
    S_UNIT(ObsCoreColumn.S_UNIT, SVOM),
    S_CALST(S_CALIB_STATUS, SVOM),
    S_STERR(S_STAT_ERROR, SVOM),
    S_PIXSC(S_PIXEL_SCALE, OBSCORE),
    S_XEL1(ObsCoreColumn.S_XEL1, SVOM),
    S_XEL2(ObsCoreColumn.S_XEL2, SVOM),
    T_MIN(ObsCoreColumn.T_MIN, SVOM),
    T_MAX(ObsCoreColumn.T_MAX, SVOM),
    T_EXPT(T_EXPTIME, OBSCORE, "T_EXPTIM", "T_EXP"),
    T_RES(T_RESOLUTION, SVOM),
    T_CALST(T_CALIB_STATUS, SVOM),
    T_STERR(T_STAT_ERROR, SVOM),
    T_XEL(ObsCoreColumn.T_XEL, OBSCORE),
    EM_UCD(ObsCoreColumn.EM_UCD, OBSCORE),
    EM_UNIT(ObsCoreColumn.EM_UNIT, OBSCORE),
    EM_CALST(EM_CALIB_STATUS, OBSCORE),
    EM_MIN(ObsCoreColumn.EM_MIN, OBSCORE),
    EM_MAX(ObsCoreColumn.EM_MAX, OBSCORE),
    EM_RESPW(EM_RES_POWER, OBSCORE, "EM_RPOW"),
    EM_RPMIN(EM_RES_POWER_MIN, OBSCORE),
    EM_RPMAX(EM_RES_POWER_MAX, OBSCORE),
    EM_RES(EM_RESOLUTION, OBSCORE),
    EM_STERR(EM_STAT_ERROR, OBSCORE),
    EM_XEL(ObsCoreColumn.EM_XEL, OBSCORE),
    O_UCD(ObsCoreColumn.O_UCD, OBSCORE),
    O_UNIT(ObsCoreColumn.O_UNIT, OBSCORE),
    O_CALST(O_CALIB_STATUS, OBSCORE),
    O_STERR(O_STAT_ERROR, OBSCORE),
    POL_STAT(POL_STATES, OBSCORE, "POL_ST"),
    POL_XEL(ObsCoreColumn.POL_XEL, OBSCORE),
    FACI_NM(FACILITY_NAME, OBSCORE, "FAC_NM"),
    INST_NM(INSTRUMENT_NAME, OBSCORE, "INSTR_NM"),
    PROP_ID(PROPOSAL_ID, OBSCORE),
    EV_XEL(ObsCoreColumn.EV_XEL, EXTENSION),
    S_REFEN(S_REF_ENERGY, EXTENSION),
    EM_REFEN(EM_REF_ENERGY, EXTENSION),
    S_REFOAA(S_REF_OAA, EXTENSION),
    EM_RFOAA(EM_REF_OAA, EXTENSION),
    T_INTERV(T_INTERVALS, EXTENSION),
    EN_MIN(ENERGY_MIN, EXTENSION),
    EN_MAX(ENERGY_MAX, EXTENSION),
    OBS_MODE(ObsCoreColumn.OBS_MODE, EXTENSION),
    TRK_MODE(TRACKING_MODE, EXTENSION),
    SCN_MODE(SCAN_MODE, EXTENSION),
    PNT_MODE(POINTING_MODE, EXTENSION),
    ANA_MODE(ANALYSIS_MODE, EXTENSION),
    EV_TYPE(EVENT_TYPE, EXTENSION),
    MSG_NM(MESSENGER_NAME, EXTENSION),
    MSG_PDG(MESSENGER_PDGID, EXTENSION),
    FLX_MDL(FLUX_MODEL, VO4HE),
    EBAND(ENERGY_BAND, VO4HE);

    /// Who chose the keyword.
    public enum Source {
        /// SVOM: it stands in the keyword lists that its authors have shown.
        SVOM,
        /// vo4he, in SVOM's way of naming, for a column of ObsCore 1.1 that those lists don't show.
        OBSCORE,
        /// vo4he, in the same way, for a column of the high-energy extension.
        EXTENSION,
        /// vo4he, for what neither has.
        VO4HE
    }

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
    private final Source source;
    private final List<String> aliases;

    VoTagsKeyword(ObsCoreColumn column, Source source, String... aliases) {
        this.column = column;
        this.source = source;
        this.aliases = List.of(aliases);
    }

    public ObsCoreColumn column() {
        return column;
    }

    public Source source() {
        return source;
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
