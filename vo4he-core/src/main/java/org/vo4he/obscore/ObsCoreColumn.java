// SPDX-License-Identifier: Apache-2.0
package org.vo4he.obscore;

import static org.vo4he.obscore.ObsCoreColumn.Need.MANDATORY;
import static org.vo4he.obscore.ObsCoreColumn.Need.NEVER_NULL;
import static org.vo4he.obscore.ObsCoreColumn.Need.OPTIONAL;
import static org.vo4he.obscore.ObsCoreColumn.Type.BIGINT;
import static org.vo4he.obscore.ObsCoreColumn.Type.DOUBLE;
import static org.vo4he.obscore.ObsCoreColumn.Type.INTEGER;
import static org.vo4he.obscore.ObsCoreColumn.Type.REGION;
import static org.vo4he.obscore.ObsCoreColumn.Type.TEXT;
import static org.vo4he.obscore.ObsCoreColumn.Type.TIMESTAMP;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One column of `ivoa.obscore`, as ObsCore 1.1 (REC 2017-05-09, Tables 1, 5 and 6, with the erratum of 2018) defines
/// it.
///
/// Each constant reads: type, unit, UCD, utype (without the prefix `obscore:`), need, description, allowed values.
/// Store, protocols, VO-TAGS and documentation are all made from this table.
public enum ObsCoreColumn {
    DATAPRODUCT_TYPE(
            TEXT,
            "",
            "meta.code.class",
            "ObsDataset.dataProductType",
            MANDATORY,
            "Broad class of the product held in the file",
            "image",
            "cube",
            "spectrum",
            "sed",
            "timeseries",
            "visibility",
            "event",
            "measurements"),
    DATAPRODUCT_SUBTYPE(
            TEXT,
            "",
            "meta.code.class",
            "ObsDataset.dataProductSubtype",
            OPTIONAL,
            "Archive-specific refinement of the type"),
    CALIB_LEVEL(
            INTEGER, "", "meta.code;obs.calib", "ObsDataset.calibLevel", NEVER_NULL, "How far the data were processed"),
    TARGET_NAME(TEXT, "", "meta.id;src", "Target.Name", MANDATORY, "Object looked at"),
    TARGET_CLASS(TEXT, "", "src.class", "Target.Class", OPTIONAL, "Class of the target as in SSA"),
    OBS_ID(TEXT, "", "meta.id", "DataID.observationID", NEVER_NULL, "Key shared by all products of one observation"),
    OBS_TITLE(TEXT, "", "meta.title;obs", "DataID.Title", OPTIONAL, "One line label"),
    OBS_COLLECTION(
            TEXT, "", "meta.id", "DataID.Collection", NEVER_NULL, "Name of the collection the product belongs to"),
    OBS_CREATION_DATE(TIMESTAMP, "", "time;meta.dataset", "DataID.Date", OPTIONAL, "When the product was made"),
    OBS_CREATOR_NAME(TEXT, "", "meta.id", "DataID.Creator", OPTIONAL, "Who made the product"),
    OBS_CREATOR_DID(TEXT, "", "meta.id", "DataID.CreatorDID", OPTIONAL, "Identifier given by the creator"),
    OBS_RELEASE_DATE(TIMESTAMP, "", "time.release", "Curation.releaseDate", OPTIONAL, "When it becomes public"),
    OBS_PUBLISHER_DID(
            TEXT,
            "",
            "meta.ref.ivoid",
            "Curation.PublisherDID",
            NEVER_NULL,
            "Publisher identifier of exactly this product; use it as DataLink ID"),
    PUBLISHER_ID(TEXT, "", "meta.ref.ivoid", "Curation.PublisherID", OPTIONAL, "ivoid of the publisher"),
    BIB_REFERENCE(TEXT, "", "meta.bib.bibcode", "Curation.Reference", OPTIONAL, "Bibcode/DOI/URL of a publication"),
    DATA_RIGHTS(TEXT, "", "meta.code", "Curation.Rights", OPTIONAL, "Access rights", "public", "secure", "proprietary"),
    ACCESS_URL(TEXT, "", "meta.ref.url", "Access.Reference", MANDATORY, "Link to the file or to its DataLink document"),
    ACCESS_FORMAT(TEXT, "", "meta.code.mime", "Access.Format", MANDATORY, "MIME type of what access_url returns"),
    ACCESS_ESTSIZE(BIGINT, "kbyte", "phys.size;meta.file", "Access.Size", MANDATORY, "Rough size of the file"),
    S_RA(
            DOUBLE,
            "deg",
            "pos.eq.ra",
            "Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C1",
            MANDATORY,
            "Right ascension of the centre, ICRS"),
    S_DEC(
            DOUBLE,
            "deg",
            "pos.eq.dec",
            "Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C2",
            MANDATORY,
            "Declination of the centre, ICRS"),
    S_FOV(
            DOUBLE,
            "deg",
            "phys.angSize;instr.fov",
            "Char.SpatialAxis.Coverage.Bounds.Extent.diameter",
            MANDATORY,
            "Diameter of a circle that holds the covered sky"),
    S_REGION(
            REGION,
            "",
            "pos.outline;obs.field",
            "Char.SpatialAxis.Coverage.Support.Area",
            MANDATORY,
            "Outline of the covered sky, ICRS"),
    S_RESOLUTION(
            DOUBLE,
            "arcsec",
            "pos.angResolution",
            "Char.SpatialAxis.Resolution.Refval.value",
            MANDATORY,
            "Typical PSF FWHM"),
    S_XEL1(BIGINT, "", "meta.number", "Char.SpatialAxis.numBins1", MANDATORY, "Pixels along the first sky axis"),
    S_XEL2(BIGINT, "", "meta.number", "Char.SpatialAxis.numBins2", MANDATORY, "Pixels along the second sky axis"),
    S_UCD(TEXT, "", "meta.ucd", "Char.SpatialAxis.ucd", OPTIONAL, "UCD of the spatial axis"),
    S_UNIT(TEXT, "", "meta.unit", "Char.SpatialAxis.unit", OPTIONAL, "Unit of the spatial axis"),
    S_RESOLUTION_MIN(
            DOUBLE,
            "arcsec",
            "pos.angResolution;stat.min",
            "Char.SpatialAxis.Resolution.Bounds.Limits.LoLimit",
            OPTIONAL,
            "Best PSF FWHM in the product"),
    S_RESOLUTION_MAX(
            DOUBLE,
            "arcsec",
            "pos.angResolution;stat.max",
            "Char.SpatialAxis.Resolution.Bounds.Limits.HiLimit",
            OPTIONAL,
            "Worst PSF FWHM in the product"),
    S_CALIB_STATUS(
            TEXT,
            "",
            "meta.code.qual",
            "Char.SpatialAxis.calibrationStatus",
            OPTIONAL,
            "State of the astrometry",
            "uncalibrated",
            "raw",
            "calibrated"),
    S_STAT_ERROR(
            DOUBLE,
            "arcsec",
            "stat.error;pos.eq",
            "Char.SpatialAxis.Accuracy.statError.refval.value",
            OPTIONAL,
            "Astrometric precision"),
    S_PIXEL_SCALE(
            DOUBLE,
            "arcsec",
            "phys.angSize;instr.pixel",
            "Char.SpatialAxis.Sampling.RefVal.SamplingPeriod",
            OPTIONAL,
            "Sky pixel size"),
    T_XEL(BIGINT, "", "meta.number", "Char.TimeAxis.numBins", MANDATORY, "Samples along time"),
    T_MIN(
            DOUBLE,
            "d",
            "time.start;obs.exposure",
            "Char.TimeAxis.Coverage.Bounds.Limits.StartTime",
            MANDATORY,
            "Start of the observation"),
    T_MAX(
            DOUBLE,
            "d",
            "time.end;obs.exposure",
            "Char.TimeAxis.Coverage.Bounds.Limits.StopTime",
            MANDATORY,
            "End of the observation"),
    T_EXPTIME(
            DOUBLE,
            "s",
            "time.duration;obs.exposure",
            "Char.TimeAxis.Coverage.Support.Extent",
            MANDATORY,
            "Total exposure (sum, median or effective value, provider says which)"),
    T_RESOLUTION(
            DOUBLE,
            "s",
            "time.resolution",
            "Char.TimeAxis.Resolution.Refval.value",
            MANDATORY,
            "Smallest time difference that can be separated"),
    T_CALIB_STATUS(
            TEXT,
            "",
            "meta.code.qual",
            "Char.TimeAxis.calibrationStatus",
            OPTIONAL,
            "State of the time axis calibration",
            "calibrated",
            "uncalibrated",
            "relative",
            "raw"),
    T_STAT_ERROR(
            DOUBLE,
            "s",
            "stat.error;time",
            "Char.TimeAxis.Accuracy.StatError.refval.value",
            OPTIONAL,
            "Statistical error on time"),
    EM_XEL(BIGINT, "", "meta.number", "Char.SpectralAxis.numBins", MANDATORY, "Samples along the spectral axis"),
    EM_UCD(TEXT, "", "meta.ucd", "Char.SpectralAxis.ucd", OPTIONAL, "UCD of the spectral axis"),
    EM_UNIT(TEXT, "", "meta.unit", "Char.SpectralAxis.unit", OPTIONAL, "Unit of the spectral axis"),
    EM_CALIB_STATUS(
            TEXT,
            "",
            "meta.code.qual",
            "Char.SpectralAxis.calibrationStatus",
            OPTIONAL,
            "State of the spectral calibration",
            "calibrated",
            "uncalibrated",
            "relative",
            "absolute"),
    EM_MIN(
            DOUBLE,
            "m",
            "em.wl;stat.min",
            "Char.SpectralAxis.Coverage.Bounds.Limits.LoLimit",
            MANDATORY,
            "Shortest wavelength in vacuum (= highest energy)"),
    EM_MAX(
            DOUBLE,
            "m",
            "em.wl;stat.max",
            "Char.SpectralAxis.Coverage.Bounds.Limits.HiLimit",
            MANDATORY,
            "Longest wavelength in vacuum (= lowest energy)"),
    EM_RES_POWER(
            DOUBLE,
            "",
            "spect.resolution",
            "Char.SpectralAxis.Resolution.ResolPower.refVal",
            MANDATORY,
            "Typical resolving power lambda/dlambda"),
    EM_RES_POWER_MIN(
            DOUBLE,
            "",
            "spect.resolution;stat.min",
            "Char.SpectralAxis.Resolution.ResolPower.LoLimit",
            OPTIONAL,
            "Lowest resolving power"),
    EM_RES_POWER_MAX(
            DOUBLE,
            "",
            "spect.resolution;stat.max",
            "Char.SpectralAxis.Resolution.ResolPower.HiLimit",
            OPTIONAL,
            "Highest resolving power"),
    EM_RESOLUTION(
            DOUBLE,
            "m",
            "spect.resolution;stat.mean",
            "Char.SpectralAxis.Resolution.refval.value",
            OPTIONAL,
            "Mean resolution on the spectral axis"),
    EM_STAT_ERROR(
            DOUBLE,
            "m",
            "stat.error;em",
            "Char.SpectralAxis.Accuracy.StatError.refval.value",
            OPTIONAL,
            "Error of the spectral coordinate"),
    O_UCD(TEXT, "", "meta.ucd", "Char.ObservableAxis.ucd", MANDATORY, "UCD of the measured quantity"),
    O_UNIT(TEXT, "", "meta.unit", "Char.ObservableAxis.unit", OPTIONAL, "Unit of the observable"),
    O_CALIB_STATUS(
            TEXT,
            "",
            "meta.code.qual",
            "Char.ObservableAxis.calibrationStatus",
            OPTIONAL,
            "State of the flux calibration",
            "absolute",
            "relative",
            "normalized",
            "any"),
    O_STAT_ERROR(
            DOUBLE,
            "",
            "stat.error",
            "Char.ObservableAxis.Accuracy.StatError.refval.value",
            OPTIONAL,
            "Error of the observable"),
    POL_XEL(BIGINT, "", "meta.number", "Char.PolarizationAxis.numBins", MANDATORY, "Number of polarisation states"),
    POL_STATES(
            TEXT,
            "",
            "meta.code;phys.polarization",
            "Char.PolarizationAxis.stateList",
            MANDATORY,
            "Polarisation states in the file"),
    FACILITY_NAME(
            TEXT,
            "",
            "meta.id;instr.tel",
            "Provenance.ObsConfig.facility.name",
            MANDATORY,
            "Observatory or spacecraft"),
    INSTRUMENT_NAME(TEXT, "", "meta.id;instr", "Provenance.ObsConfig.instrument.name", MANDATORY, "Instrument"),
    PROPOSAL_ID(
            TEXT,
            "",
            "meta.id;obs.proposal",
            "Provenance.Proposal.identifier",
            OPTIONAL,
            "Proposal the observation belongs to");

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

    private final String columnName = name().toLowerCase(Locale.ROOT);
    private final Type type;
    private final String unit;
    private final String ucd;
    private final String utype;
    private final Need need;
    private final String description;
    private final List<String> allowed;

    ObsCoreColumn(Type type, String unit, String ucd, String utype, Need need, String description, String... allowed) {
        this.type = type;
        this.unit = unit;
        this.ucd = ucd;
        this.utype = utype;
        this.need = need;
        this.description = description;
        this.allowed = List.of(allowed);
    }

    /// The column of this name, in any case.
    public static Optional<ObsCoreColumn> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The name as in the standard's tables, lower case: `s_ra`.
    public String columnName() {
        return columnName;
    }

    public Type type() {
        return type;
    }

    /// VOUnits, empty when the column has none.
    public String unit() {
        return unit;
    }

    public String ucd() {
        return ucd;
    }

    /// With the prefix: `obscore:Access.Reference`.
    public String utype() {
        return "obscore:" + utype;
    }

    public Need need() {
        return need;
    }

    public String description() {
        return description;
    }

    /// The values the standard lists, empty when it lists none.
    public List<String> allowed() {
        return allowed;
    }
}
