// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vo4he.fits.Card;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.mapping.LinkedNames;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.provenance.CalibrationInput;

/// By what a product was calibrated, as its headers say: cards listed in `calibration-keywords.csv`, the data subspace
/// of Fermi (DSTYPn IRF_VERSION), and the index of calibration files that XMM-Newton's event lists carry.
final class CalibrationIdentity {

    private static final int MOST_SELECTIONS = 99;
    private static final int MOST_ROWS = 500;

    /// @param name of the keyword, an asterisk for any letters
    private record Known(String name, String facility, String kind) {

        private static final Map<Pattern, Known> PATTERNS = new LinkedHashMap<>();
        private static final Map<String, List<Known>> NAMES = new LinkedHashMap<>();

        static {
            for (String[] cells : CsvResource.rows("calibration-keywords.csv")) {
                Known known = new Known(cells[0], cells[1], cells[2]);
                if (known.name.contains("*")) {
                    PATTERNS.put(Pattern.compile(known.name.replace("*", "[A-Z0-9_-]*")), known);
                } else {
                    NAMES.computeIfAbsent(known.name, _ -> new ArrayList<>()).add(known);
                }
            }
        }

        boolean isOf(String telescope) {
            return facility.isEmpty() || telescope.startsWith(facility);
        }
    }

    private CalibrationIdentity() {}

    /// In the order of the table, no keyword twice.
    static List<CalibrationInput> of(FitsFile fits, Hdu hdu, HeaderChain headers) {
        String telescope = headers.text("TELESCOP")
                .map(card -> card.value().strip().toUpperCase(Locale.ROOT))
                .orElse("");
        LinkedHashSet<CalibrationInput> inputs = new LinkedHashSet<>();
        Known.NAMES.forEach((name, known) -> {
            if (headers.have(name)) {
                known.stream()
                        .filter(each -> each.isOf(telescope))
                        .findFirst()
                        .ifPresent(each -> add(inputs, headers, name, each.kind()));
            }
        });
        Known.PATTERNS.forEach((pattern, known) -> {
            if (known.isOf(telescope)) {
                hdu.header().cards().stream()
                        .map(Card::keyword)
                        .filter(keyword -> pattern.matcher(keyword).matches())
                        .forEach(keyword -> add(inputs, headers, keyword, known.kind()));
            }
        });
        responseOfSelection(headers).ifPresent(inputs::add);
        inputs.addAll(calibrationIndex(fits));
        return List.copyOf(inputs);
    }

    private static void add(LinkedHashSet<CalibrationInput> inputs, HeaderChain headers, String keyword, String kind) {
        boolean known = inputs.stream().anyMatch(input -> input.keyword().equals(keyword));
        headers.text(keyword)
                .map(card -> card.value().strip())
                .filter(value -> !known && HeaderChain.saysSomething(value))
                .filter(value -> !kind.equals("file") || LinkedNames.namesAFile(value))
                .ifPresent(value -> inputs.add(new CalibrationInput(keyword, value, kind)));
    }

    /// Fermi: `DSTYP4 = 'IRF_VERSION'`, `DSVAL4 = 'V6MC'`.
    private static Optional<CalibrationInput> responseOfSelection(HeaderChain headers) {
        for (int n = 1; n <= MOST_SELECTIONS; n++) {
            Optional<String> type =
                    headers.text("DSTYP" + n).map(card -> card.value().strip());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            if (type.get().equalsIgnoreCase("IRF_VERSION")) {
                String keyword = "DSVAL" + n;
                return headers.text(keyword)
                        .map(card -> card.value().strip())
                        .filter(HeaderChain::saysSomething)
                        .map(value -> new CalibrationInput(keyword, value, "response"));
            }
        }
        return Optional.empty();
    }

    /// The rows of CALINDEX (XMM-Newton Data Files Handbook, tables 31 and 32): SCOPE, TYPEID and ISSUE make the name
    /// of a
    /// file of the current calibration, `EPN_ADUCONV_0029.CCF`.
    private static List<CalibrationInput> calibrationIndex(FitsFile fits) {
        Optional<Hdu> index = fits.hdus().stream()
                .filter(hdu -> hdu.name().equals("CALINDEX"))
                .findFirst();
        Optional<TableColumn> scope = index.flatMap(hdu -> hdu.column("SCOPE")).filter(TableColumn::isText);
        Optional<TableColumn> type = index.flatMap(hdu -> hdu.column("TYPEID")).filter(TableColumn::isText);
        Optional<TableColumn> issue = index.flatMap(hdu -> hdu.column("ISSUE")).filter(TableColumn::isScalarNumber);
        if (scope.isEmpty() || type.isEmpty() || issue.isEmpty() || index.get().isCompressed()) {
            return List.of();
        }
        try {
            int rows = (int) Math.min(MOST_ROWS, index.get().rows());
            List<String> scopes = index.get().texts(scope.get(), 0, rows);
            List<String> types = index.get().texts(type.get(), 0, rows);
            double[] issues = index.get().numbers(issue.get(), 0, rows);
            List<CalibrationInput> inputs = new ArrayList<>();
            for (int row = 0; row < Math.min(scopes.size(), Math.min(types.size(), issues.length)); row++) {
                String name = String.format(
                        Locale.ROOT,
                        "%s_%s_%04d.CCF",
                        scopes.get(row).strip(),
                        types.get(row).strip(),
                        (long) issues[row]);
                inputs.add(new CalibrationInput("CALINDEX", name, "file"));
            }
            return inputs;
        } catch (IOException cutOff) {
            return List.of();
        }
    }
}
