// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One column of `ivoa.obscore` (ObsCore 1.1, REC 2017-05-09, with the erratum of 2018), then those of its
/// high-energy extension `ivoa.obscore_hea` (draft of 2026-08-03), to which vo4he adds two references.
///
/// What each column is stands in `columns.tsv` beside this class, a row each in the same order. Store, protocols,
/// VO-TAGS and documentation are all made from it.
public enum ObsCoreColumn {
    // ivoa.obscore
    DATAPRODUCT_TYPE,
    DATAPRODUCT_SUBTYPE,
    CALIB_LEVEL,
    TARGET_NAME,
    TARGET_CLASS,
    OBS_ID,
    OBS_TITLE,
    OBS_COLLECTION,
    OBS_CREATION_DATE,
    OBS_CREATOR_NAME,
    OBS_CREATOR_DID,
    OBS_RELEASE_DATE,
    OBS_PUBLISHER_DID,
    PUBLISHER_ID,
    BIB_REFERENCE,
    DATA_RIGHTS,
    ACCESS_URL,
    ACCESS_FORMAT,
    ACCESS_ESTSIZE,
    S_RA,
    S_DEC,
    S_FOV,
    S_REGION,
    S_RESOLUTION,
    S_XEL1,
    S_XEL2,
    S_UCD,
    S_UNIT,
    S_RESOLUTION_MIN,
    S_RESOLUTION_MAX,
    S_CALIB_STATUS,
    S_STAT_ERROR,
    S_PIXEL_SCALE,
    T_XEL,
    T_MIN,
    T_MAX,
    T_EXPTIME,
    T_RESOLUTION,
    T_CALIB_STATUS,
    T_STAT_ERROR,
    EM_XEL,
    EM_UCD,
    EM_UNIT,
    EM_CALIB_STATUS,
    EM_MIN,
    EM_MAX,
    EM_RES_POWER,
    EM_RES_POWER_MIN,
    EM_RES_POWER_MAX,
    EM_RESOLUTION,
    EM_STAT_ERROR,
    O_UCD,
    O_UNIT,
    O_CALIB_STATUS,
    O_STAT_ERROR,
    POL_XEL,
    POL_STATES,
    FACILITY_NAME,
    INSTRUMENT_NAME,
    PROPOSAL_ID,

    // ivoa.obscore_hea
    EV_XEL,
    S_REF_ENERGY,
    EM_REF_ENERGY,
    S_REF_OAA,
    EM_REF_OAA,
    T_INTERVALS,
    ENERGY_MIN,
    ENERGY_MAX,
    OBS_MODE,
    TRACKING_MODE,
    SCAN_MODE,
    POINTING_MODE,
    ANALYSIS_MODE,
    EVENT_TYPE,
    MESSENGER_NAME,
    MESSENGER_PDGID,

    // of vo4he, in ivoa.obscore_hea
    FLUX_MODEL,
    ENERGY_BAND;

    /// The table of the service that has a column.
    public enum Table {
        OBSCORE("ivoa.obscore"),
        HIGH_ENERGY("ivoa.obscore_hea");

        private final String tableName;

        Table(String tableName) {
            this.tableName = tableName;
        }

        /// With the schema: `ivoa.obscore`.
        public String tableName() {
            return tableName;
        }
    }

    /// The type of a value; the Java type of each is named here and nowhere else.
    public enum Type {
        /// [String]
        TEXT(String.class),
        /// [Integer]
        INTEGER(Integer.class),
        /// [Long]
        BIGINT(Long.class),
        /// [Double], always finite
        DOUBLE(Double.class),
        /// [String], UTC in the DALI form `YYYY-MM-DDThh:mm:ss[.s…]` (DALI 1.1, section 3.3.3)
        TIMESTAMP(String.class),
        /// [String], one of `CIRCLE ICRS ra dec radius`, `POLYGON ICRS ra dec …` in degrees
        REGION(String.class);

        private final Class<?> javaType;

        Type(Class<?> javaType) {
            this.javaType = javaType;
        }

        public Class<?> javaType() {
            return javaType;
        }
    }

    /// Whether a service must have the column, and whether it may hold NULL (ObsCore 1.1, section 4).
    public enum Need {
        NEVER_NULL,
        MANDATORY,
        OPTIONAL
    }

    private static final Map<String, ObsCoreColumn> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(ObsCoreColumn::columnName, Function.identity()));

    private static final List<ObsCoreColumn> CORE = of(Table.OBSCORE);
    private static final List<ObsCoreColumn> HIGH_ENERGY = of(Table.HIGH_ENERGY);

    private final String columnName = name().toLowerCase(Locale.ROOT);
    private final ColumnFacts facts = ColumnFacts.of(columnName);

    private static List<ObsCoreColumn> of(Table table) {
        return Arrays.stream(values()).filter(column -> column.table() == table).toList();
    }

    /// The 60 columns of `ivoa.obscore`, in the order of the standard.
    public static List<ObsCoreColumn> core() {
        return CORE;
    }

    /// The columns of `ivoa.obscore_hea` beside `obs_publisher_did`: those of the draft, then those of vo4he.
    public static List<ObsCoreColumn> highEnergy() {
        return HIGH_ENERGY;
    }

    /// The column of this name, in any case.
    public static Optional<ObsCoreColumn> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The name as in the standard's tables, lower case: `s_ra`.
    public String columnName() {
        return columnName;
    }

    public Table table() {
        return facts.owner() == ColumnFacts.Owner.OBSCORE ? Table.OBSCORE : Table.HIGH_ENERGY;
    }

    /// Whether a document of the IVOA defines the column; the others are vo4he's own.
    public boolean isStandard() {
        return facts.owner() != ColumnFacts.Owner.VO4HE;
    }

    public Type type() {
        return facts.type();
    }

    /// VOUnits, empty when the column has none.
    public String unit() {
        return facts.unit();
    }

    public String ucd() {
        return facts.ucd();
    }

    /// With the prefix: `obscore:Access.Reference`; empty for the extension, whose draft gives none.
    public String utype() {
        return facts.utype();
    }

    public Need need() {
        return facts.need();
    }

    public String description() {
        return facts.description();
    }

    /// The words the standard lists, lower case, empty when it lists none.
    public List<String> allowed() {
        return facts.words();
    }

    /// Whether other words than the [#allowed] ones may stand in the column.
    public boolean isOpen() {
        return facts.open();
    }

    /// The least number that makes sense in the column.
    public double least() {
        return facts.least();
    }

    /// The greatest number that makes sense in the column; [Double#MAX_VALUE] when there is no limit.
    public double most() {
        return facts.most();
    }
}
