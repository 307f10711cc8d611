// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;

/// What an HDU holds, by its HDUCLAS cards (OGIP/93-003, 92-007, CAL/GEN/92-002; GADF 0.3) where they are, else
/// by its columns and name.
public enum HduContent {
    EVENT_LIST,
    /// PHA file of type I or II: channels and counts or rates.
    SPECTRUM,
    LIGHT_CURVE,
    /// Two axes longer than one pixel.
    IMAGE,
    /// Three or more.
    CUBE,
    /// Pixels of the sphere as rows of a table.
    HEALPIX_MAP,
    /// Fluxes over a few energies.
    FLUX_POINTS,
    /// Surface brightness in rings around a place, as CIAO's `dmextract` has it.
    RADIAL_PROFILE,
    /// Rows with a position each.
    SOURCE_LIST,
    /// Redistribution matrix.
    RMF,
    /// Effective area curve.
    ARF,
    /// Effective area, energy dispersion, PSF or background of gamma-ray telescopes, as functions of the
    /// offset.
    IRF,
    EBOUNDS,
    /// Energies of the planes of a cube.
    ENERGIES,
    GOOD_TIMES,
    REGION,
    /// Lists files: GADF observation and HDU index, calibration index.
    INDEX,
    /// XSPEC table model (OGIP 92-009).
    TABLE_MODEL,
    /// An image that serves another: weighted map of a spectrum, errors, quality, distortion tables.
    AUXILIARY_IMAGE,
    /// An image of one pixel or one axis.
    NO_IMAGE,
    /// A table that is none of these.
    TABLE,
    VO_TAGS,
    /// No data.
    EMPTY,
    /// An extension of a type that FITS does not define, or random groups.
    OTHER;

    private static final Pattern AUXILIARY = Pattern.compile(
            "WMAP|ERR|ERROR|STAT|VAR|VARIANCE|DQ|QUAL|QUALITY|MASK|EXCLUSION|WEIGHTS?|D2IMARR|WCSDVARR|SAMP|TIME|FLAG.*");
    private static final Pattern GTI_NAME = Pattern.compile("(STD)?GTI.*|.*_GTI");
    private static final Pattern REGION_NAME = Pattern.compile("REGION|REG\\d+|SRCREG|BKGREG");
    private static final Set<String> PHOTON_COLUMNS = Set.of(
            "PI",
            "PHA",
            "ENERGY",
            "PH",
            "PULSE_HEIGHT",
            "X",
            "RAWX",
            "DETX",
            "CHANNEL",
            "EVENT",
            "PI_FAST",
            "ISGRI_PI",
            "EPHA");
    private static final Set<String> RATE_COLUMNS = Set.of("RATE", "COUNTS", "FLUX", "RATE1", "COUNT_RATE", "TOT_RATE");
    private static final Set<String> FLUX_COLUMNS =
            Set.of("DNDE", "E2DNDE", "FLUX", "EFLUX", "NORM", "DIFF_FLUX", "DNDE_ULIM", "DNDE_UL");
    private static final Set<String> IRF_NAMES =
            Set.of("EFFECTIVE AREA", "POINT SPREAD FUNCTION", "ENERGY DISPERSION", "BACKGROUND");

    /// Never null; says what the HDU holds, not whether it is sound.
    public static HduContent of(Hdu hdu) {
        if (hdu.name().equalsIgnoreCase("VO-TAGS")) {
            return VO_TAGS;
        }
        return switch (hdu.kind()) {
            case IMAGE -> ofImage(hdu);
            case BINARY_TABLE, ASCII_TABLE -> ofTable(hdu);
            case RANDOM_GROUPS, OTHER -> OTHER;
        };
    }

    private static HduContent ofImage(Hdu image) {
        long naxis = image.header().integer("NAXIS").orElse(0L);
        int axes = 0;
        for (int i = 1; i <= Math.min(naxis, 999); i++) {
            long length = image.header().integer("NAXIS" + i).orElse(0L);
            if (length <= 0) {
                return EMPTY;
            }
            axes += length > 1 ? 1 : 0;
        }
        if (naxis == 0) {
            return EMPTY;
        }
        if (clas(image, 1).equals("RESPONSE")) {
            return IRF;
        }
        boolean named = AUXILIARY.matcher(upper(image.name())).matches();
        if (named || clas(image, 2).equals("WMAP") || clas(image, 1).equals("WMAP")) {
            return AUXILIARY_IMAGE;
        }
        return axes >= 3 ? CUBE : axes == 2 || isTinySky(image) ? IMAGE : NO_IMAGE;
    }

    /// One pixel or one row is still an image if it has a place on the sky.
    private static boolean isTinySky(Hdu image) {
        return image.header()
                        .text("CTYPE1")
                        .filter(t -> upper(t).startsWith("RA-"))
                        .isPresent()
                && image.header()
                        .text("CTYPE2")
                        .filter(t -> upper(t).startsWith("DEC-"))
                        .isPresent();
    }

    private static HduContent ofTable(Hdu table) {
        HduContent stated = byClass(table);
        return stated == TABLE ? byColumns(table) : stated;
    }

    private static HduContent byClass(Hdu table) {
        String second = clas(table, 2);
        return switch (clas(table, 1)) {
            case "EVENTS", "EVENT" -> isOfEvents(table) ? EVENT_LIST : TABLE;
            case "SPECTRUM" -> SPECTRUM;
            case "LIGHTCURVE", "LIGHT CURVE", "LC" -> LIGHT_CURVE;
            case "GTI" -> GOOD_TIMES;
            case "REGION" -> REGION;
            case "INDEX" -> INDEX;
            case "SRCLIST" -> SOURCE_LIST;
            case "XSPEC TABLE MODEL" -> TABLE_MODEL;
            case "RESPONSE" -> ofResponse(table, second);
            default -> TABLE;
        };
    }

    /// Of a table that says it has events: whether it has something of each.
    private static boolean isOfEvents(Hdu table) {
        return has(table, "TIME")
                || hasAny(table, PHOTON_COLUMNS)
                || SkyColumns.of(table).isPresent();
    }

    private static HduContent ofResponse(Hdu table, String second) {
        return switch (second) {
            case "RSP_MATRIX" -> RMF;
            case "EBOUNDS" -> EBOUNDS;
            case "SPECRESP" -> ARF;
            default -> {
                HduContent byColumns = byColumns(table);
                yield byColumns == TABLE ? IRF : byColumns;
            }
        };
    }

    private static HduContent byColumns(Hdu table) {
        String name = upper(table.name());
        if (table.header()
                .text("PIXTYPE")
                .filter(type -> upper(type).equals("HEALPIX"))
                .isPresent()) {
            return HEALPIX_MAP;
        }
        if (has(table, "ENERG_LO") && has(table, "ENERG_HI")) {
            return has(table, "N_GRP") && has(table, "MATRIX") ? RMF : has(table, "SPECRESP") ? ARF : IRF;
        }
        if (has(table, "E_MIN") && has(table, "E_MAX") && (has(table, "CHANNEL") || name.equals("EBOUNDS"))) {
            return EBOUNDS;
        }
        if (has(table, "START") && has(table, "STOP") && GTI_NAME.matcher(name).matches()) {
            return GOOD_TIMES;
        }
        if (has(table, "SHAPE") && REGION_NAME.matcher(name).matches()) {
            return REGION;
        }
        if (name.equals("ENERGIES") && table.columns().size() == 1) {
            return ENERGIES;
        }
        return byColumnsOfData(table, name);
    }

    private static HduContent byColumnsOfData(Hdu table, String name) {
        if (has(table, "HDU_TYPE") && has(table, "FILE_NAME") || name.equals("OBS_INDEX") || name.equals("CIF")) {
            return INDEX;
        }
        if (has(table, "OBS_ID") && has(table, "RA_PNT") && has(table, "DEC_PNT")) {
            return INDEX;
        }
        if (has(table, "CHANNEL") && (has(table, "COUNTS") || has(table, "RATE"))) {
            return SPECTRUM;
        }
        if (has(table, "TIME")) {
            if (hasAny(table, RATE_COLUMNS)) {
                return LIGHT_CURVE;
            }
            if (hasAny(table, PHOTON_COLUMNS) || name.startsWith("EVENTS")) {
                return EVENT_LIST;
            }
        }
        if (has(table, "TIME_MIN") && has(table, "TIME_MAX") && hasAny(table, FLUX_COLUMNS)) {
            return LIGHT_CURVE;
        }
        if ((has(table, "E_REF") || has(table, "E_MIN") || has(table, "ENERGY")) && hasAny(table, FLUX_COLUMNS)) {
            return FLUX_POINTS;
        }
        if (IRF_NAMES.contains(name)) {
            return IRF;
        }
        if (has(table, "RMID") && has(table, "SUR_BRI")) {
            return RADIAL_PROFILE;
        }
        return SkyColumns.of(table).isPresent() ? SOURCE_LIST : TABLE;
    }

    private static boolean has(Hdu table, String column) {
        return table.column(column).isPresent();
    }

    private static boolean hasAny(Hdu table, Set<String> names) {
        return table.columns().stream()
                .map(TableColumn::name)
                .map(HduContent::upper)
                .anyMatch(names::contains);
    }

    private static String clas(Hdu hdu, int level) {
        return hdu.header().text("HDUCLAS" + level).map(HduContent::upper).orElse("");
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
