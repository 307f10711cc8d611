// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;

/// What the headers of a product say in the terms of ObsCore.
///
/// Every column but those of the publisher: its value with its origin, or the reason why there is none.
public final class Inference {

    /// The file's own words behind converted values, for a person who wants to check.
    private static final List<String> NATIVE = List.of(
            "TIMESYS",
            "TIMEREF",
            "TIMEUNIT",
            "MJDREF",
            "MJDREFI",
            "MJDREFF",
            "JDREF",
            "DATEREF",
            "TIMEOFFS",
            "TIMEZERO",
            "TSTART",
            "TSTOP",
            "DATE-OBS",
            "TIME-OBS",
            "DATE-END",
            "TIME-END",
            "RADESYS",
            "RADECSYS",
            "EQUINOX",
            "EPOCH",
            "RA_PNT",
            "DEC_PNT",
            "RA_NOM",
            "DEC_NOM",
            "RA_OBJ",
            "DEC_OBJ",
            "HDUCLAS1",
            "HDUCLAS2",
            "CHANTYPE",
            "DETCHANS",
            "FILTER",
            "DATAMODE",
            "CREATOR");

    /// The cards that give a column, by whose fault it can be empty.
    private static final Map<ObsCoreColumn, List<String>> NUMBERS = Map.of(
            ObsCoreColumn.T_MIN, List.of("TSTART", "TSTARTI", "MJDREF", "MJDREFI", "MJD-BEG", "MJD-OBS"),
            ObsCoreColumn.T_MAX, List.of("TSTOP", "TSTART", "TSTOPI", "MJDREF", "MJDREFI", "MJD-END"),
            ObsCoreColumn.T_EXPTIME, List.of("EXPOSURE", "LIVETIME", "ONTIME", "XPOSURE", "EXPTIME"),
            ObsCoreColumn.S_RA, Positions.KEYWORDS,
            ObsCoreColumn.S_DEC, Positions.KEYWORDS);

    private Inference() {}

    /// @param consulted linked files that were opened
    public record Inferred(
            Hdu hdu, ObsCoreRow row, Map<String, String> nativeValues, List<Finding> findings, Set<Path> consulted) {}

    /// The row of one product of a file.
    ///
    /// @param hdu one of [FileContents#products]
    public static Inferred infer(FitsFile file, FileContents contents, Hdu hdu, LinkedFiles linked) {
        Draft draft = new Draft(file, contents, contents.kind().orElseThrow(), hdu, linked);
        Identification.fill(draft);
        SpaceAxis.fill(draft);
        TimeAxis.fill(draft);
        EnergyAxis.fill(draft);
        ObservableAxis.fill(draft);
        HighEnergy.fill(draft);
        NUMBERS.forEach(draft::blame);
        return new Inferred(
                hdu,
                draft.row().build(),
                nativeValues(draft),
                draft.findings().stream().distinct().toList(),
                Set.copyOf(draft.consulted()));
    }

    /// The row of a file that is no product: who observed what when, and the energies of a response. It is
    /// published only where responses are wanted as rows.
    ///
    /// @param hdu the one that says best what the file is
    public static Inferred inferAssociated(FitsFile file, FileContents contents, Hdu hdu) {
        Draft draft = new Draft(file, contents, hdu);
        Identification.describe(draft);
        EnergyAxis.ofResponse(draft);
        return new Inferred(hdu, draft.row().build(), nativeValues(draft), draft.findings(), Set.of());
    }

    /// What inference said of a product before, instead of asking again; only the native values are of now.
    ///
    public static Inferred recalled(
            FitsFile file, FileContents contents, Hdu hdu, ObsCoreRow row, List<Finding> findings) {
        Draft draft = new Draft(file, contents, contents.kind().orElseThrow(), hdu, _ -> Optional.empty());
        return new Inferred(hdu, row, nativeValues(draft), findings, Set.of());
    }

    private static Map<String, String> nativeValues(Draft draft) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String keyword : NATIVE) {
            draft.headers().text(keyword).ifPresent(card -> values.put(keyword, card.value()));
        }
        draft.hdu()
                .header()
                .text("DATASUM")
                .map(String::strip)
                .filter(sum -> sum.matches("0*[1-9][0-9]*"))
                .ifPresent(sum -> values.put("DATASUM", sum));
        if (values.containsKey("MJDREF") || values.containsKey("MJDREFI") || values.containsKey("DATE-OBS")) {
            values.putIfAbsent(
                    "TIMESYS",
                    DateScale.isOgip(draft) ? "none: TT by OGIP/93-003" : "none: UTC by FITS 4.0, section 9.2.1");
        }
        return values;
    }
}
