// SPDX-License-Identifier: Apache-2.0
package org.vo4he.documents;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vo4he.mapping.Dialect;
import org.vo4he.mapping.Dialects;

/// The dialects of the missions, each number with its source, on the reference page.
class DialectsPageTest {

    @Test
    void everyDialectIsOnTheReferencePageWithItsSources() throws IOException {
        StringBuilder page = new StringBuilder();
        Dialects.all().forEach(dialect -> write(dialect, page));
        MadeSection.check("docs/reference/dialects.md", page.toString());
    }

    private static void write(Dialect dialect, StringBuilder page) {
        page.append("## ").append(dialect.facility()).append("\n\n");
        page.append("- TELESCOP: ").append(codes(dialect.telescop())).append(".\n");
        dialect.messenger()
                .ifPresent(name -> page.append("- Messenger: ").append(name).append(".\n"));
        dialect.keywords()
                .forEach((column, cards) -> page.append("- `%s`: %s.\n".formatted(column.columnName(), codes(cards))));
        dialect.pointing().forEach(pair -> page.append("- Pointing: `%s`, `%s`.\n".formatted(pair.lon(), pair.lat())));
        if (!dialect.detectorExposures().isEmpty()) {
            page.append("- Exposures of detectors: ")
                    .append(codes(dialect.detectorExposures()))
                    .append(" with a number.\n");
        }
        dialect.prefixes()
                .forEach((column, prefix) -> page.append("- `%s`: the first %d characters of `obs_id`. %s.\n"
                        .formatted(column.columnName(), prefix.length(), prefix.source())));
        dialect.clock()
                .ifPresent(clock -> page.append(String.format(
                        Locale.ROOT,
                        "- Clock without MJDREF: %.9f, %s, %s. %s. %s.%n",
                        clock.reference().days() + clock.reference().fraction(),
                        clock.system(),
                        clock.unit().vounit(),
                        clock.source(),
                        clock.launchSource())));
        page.append("\n| instrument | INSTRUME | energies | field of view |\n|---|---|---|---|\n");
        dialect.instruments()
                .forEach(instrument -> page.append("| %s | %s | %s | %s |\n"
                        .formatted(
                                instrument.name(),
                                codes(instrument.instrume()),
                                energies(instrument),
                                instrument.field().map(DialectsPageTest::field).orElse("-"))));
        page.append('\n');
    }

    private static String energies(Dialect.Instrument instrument) {
        if (!instrument.energyColumns().isEmpty()) {
            return "column " + codes(instrument.energyColumns());
        }
        return instrument
                .channels()
                .map(channels -> "`%s`: channel n from %s to %s eV. %s"
                        .formatted(
                                channels.column(),
                                line("n", channels.stepEv(), channels.zeroEv()),
                                line("(n + 1)", channels.stepEv(), channels.zeroEv()),
                                channels.source()))
                .orElse("-");
    }

    private static String line(String channel, double step, double zero) {
        return (step == 1 ? "" : plain(step) + " ")
                + channel
                + (zero == 0 ? "" : (zero < 0 ? " - " : " + ") + plain(Math.abs(zero)));
    }

    private static String field(Dialect.FieldOfView field) {
        return switch (field) {
            case Dialect.FieldOfView.Circle(double diameter, String source) ->
                plain(diameter * 60) + " arcmin in diameter. " + source;
            case Dialect.FieldOfView.Rectangle(double width, double height, boolean aligned, String source) ->
                plain(width * 60) + " by " + plain(height * 60) + " arcmin"
                        + (aligned ? ", height along `PA_PNT` or `PA_NOM`" : "") + ". " + source;
        };
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.10f", number).replaceFirst("\\.?0+$", "");
    }

    private static String codes(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
