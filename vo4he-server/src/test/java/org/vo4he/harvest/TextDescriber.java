// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.vo4he.diagnostics.Finding;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Outcome;
import org.vo4he.product.Product;
import org.vo4he.product.ProductRole;
import org.vo4he.product.Reference;
import org.vo4he.product.Siblings;

/// Reads files of `key=value` lines as if they were FITS: small enough to see what the harvest itself does.
///
/// `ra=` and `dec=` make a product; `rmf=` names another file, whose text becomes `obs_title`; `did=` is declared;
/// `role=` makes the file an associated one; `since=` says from which version of the program on it is understood;
/// `peer=` adds a second product; a first word `crash` or `broken` is what it
/// says, and anything else is no FITS file.
final class TextDescriber implements Describer {

    private final String rules;
    private final int program;
    private final Set<String> read = new ConcurrentSkipListSet<>();

    TextDescriber(String rules) {
        this(rules, 1);
    }

    /// @param program its version: each has fingerprints and titles of its own
    TextDescriber(String rules, int program) {
        this.rules = rules;
        this.program = program;
    }

    /// Names of the files read so far; forgets them.
    Set<String> takeRead() {
        Set<String> names = Set.copyOf(read);
        read.clear();
        return names;
    }

    @Override
    public String program() {
        return Integer.toString(program);
    }

    @Override
    public String rules() {
        return rules;
    }

    @Override
    public FileDescription describe(Path file, Siblings siblings) {
        read.add(file.getFileName().toString());
        try {
            return describe(file, Files.readString(file), siblings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private FileDescription describe(Path file, String text, Siblings siblings) throws IOException {
        if (text.startsWith("crash")) {
            throw new IllegalStateException("index 3 is out of bounds");
        }
        if (text.startsWith("broken")) {
            return new FileDescription(
                    file,
                    Outcome.FAILED,
                    List.of(),
                    List.of(new Finding(HarvestFinding.INCOMPLETE, "PRIMARY", text.strip())),
                    Optional.empty(),
                    List.of());
        }
        Map<String, String> cards = cards(text);
        if (cards.isEmpty() || Integer.parseInt(cards.getOrDefault("since", "1")) > program) {
            return new FileDescription(file, Outcome.NOT_FITS, List.of(), List.of(), Optional.empty(), List.of());
        }
        List<Path> consulted = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        ObsCoreRow.Builder row = row(file, cards);
        if (cards.containsKey("rmf")) {
            references.add(new Reference("RESPFILE", cards.get("rmf")));
            Optional<Path> rmf = siblings.find(file, cards.get("rmf"));
            if (rmf.isPresent()) {
                consulted.add(rmf.get());
                row.set(
                        ObsCoreColumn.OBS_TITLE,
                        Files.readString(rmf.get()).strip(),
                        new Origin.LinkedFile(rmf.get().getFileName().toString(), "text"));
            }
        }
        ProductRole role = ProductRole.valueOf(cards.getOrDefault("role", "PRODUCT"));
        List<Product> products = new ArrayList<>();
        products.add(product(1, "EVENTS", role, row.build(), references, cards));
        if (cards.containsKey("peer")) {
            products.add(product(2, cards.get("peer"), role, row.build(), List.of(), Map.of()));
        }
        return new FileDescription(
                file,
                role == ProductRole.PRODUCT ? Outcome.PUBLISHED : Outcome.ASSOCIATED,
                products,
                List.of(),
                Optional.of("fingerprint " + program + " of " + text),
                consulted);
    }

    private ObsCoreRow.Builder row(Path file, Map<String, String> cards) {
        ObsCoreRow.Builder row = ObsCoreRow.builder()
                .set(ObsCoreColumn.CALIB_LEVEL, 2, new Origin.Minted("table"))
                .set(ObsCoreColumn.DATAPRODUCT_TYPE, "event", new Origin.Derived("event list"))
                .set(ObsCoreColumn.T_EXPTIME, (double) program, new Origin.Derived("program"))
                .set(ObsCoreColumn.TARGET_NAME, rules, new Origin.Rule("rules.yaml", 1));
        if (!cards.containsKey("nameless")) {
            row.set(ObsCoreColumn.OBS_ID, cards.getOrDefault("obs", "none"), new Origin.Card("EVENTS", "OBS_ID"));
        }
        if (cards.containsKey("events")) {
            row.set(ObsCoreColumn.EV_XEL, Long.valueOf(cards.get("events")), new Origin.Card("EVENTS", "NAXIS2"));
        }
        if (cards.containsKey("ra")) {
            row.set(ObsCoreColumn.S_RA, Double.valueOf(cards.get("ra")), new Origin.Card("EVENTS", "RA_PNT"));
            row.set(ObsCoreColumn.S_DEC, Double.valueOf(cards.get("dec")), new Origin.Card("EVENTS", "DEC_PNT"));
        }
        return row;
    }

    private static Product product(
            int hdu,
            String name,
            ProductRole role,
            ObsCoreRow row,
            List<Reference> references,
            Map<String, String> cards) {
        Map<ObsCoreColumn, String> declared =
                cards.containsKey("did") ? Map.of(ObsCoreColumn.OBS_PUBLISHER_DID, cards.get("did")) : Map.of();
        return new Product(
                hdu,
                name,
                role,
                row,
                references,
                Optional.empty(),
                List.of(),
                Map.of("TIMESYS", "TT"),
                List.of(),
                declared,
                Optional.empty());
    }

    private static Map<String, String> cards(String text) {
        Map<String, String> cards = new java.util.LinkedHashMap<>();
        text.lines().filter(line -> line.contains("=")).forEach(line -> {
            String[] parts = line.split("=", 2);
            cards.put(parts[0], parts[1]);
        });
        return cards;
    }
}
