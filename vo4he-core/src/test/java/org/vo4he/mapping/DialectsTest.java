// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The dialects that are delivered, and what the reader of their files refuses.
class DialectsTest {

    /// A field whose value is a number or a date.
    private static final Pattern NUMBER = Pattern.compile("(?<indent> +)(?<field>\\w+): [-+0-9.eE]+");

    private static final String LEAST = "facility: Somewhere\ntelescop: [SOMEWHERE]\n";

    @Test
    void everySpellingOfTelescopLeadsToTheDialectThatListsIt() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (Dialect dialect : Dialects.all()) {
            dialect.telescop().forEach(spelling -> listed.put(spelling, dialect.name()));
        }
        String index;
        try (InputStream stream = Dialects.class.getResourceAsStream("dialects/telescop.csv")) {
            index = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(index)
                .isEqualTo(listed.entrySet().stream()
                        .map(entry -> entry.getKey() + "," + entry.getValue() + "\n")
                        .collect(Collectors.joining("", "TELESCOP,dialect\n", "")));
    }

    @Test
    void theMissionsOfTheIssueAreKnown() {
        assertThat(List.of(
                        "SVOM",
                        "XMM",
                        "CHANDRA",
                        "SWIFT",
                        "NuSTAR",
                        "NICER",
                        "GLAST",
                        "eROSITA",
                        "HESS",
                        "INTEGRAL",
                        "ASCA",
                        "ROSAT",
                        "CTA",
                        "MAGIC",
                        "VERITAS",
                        "SUZAKU",
                        "XTE",
                        "IXPE",
                        "XRISM",
                        "HITOMI"))
                .allSatisfy(name -> assertThat(Dialects.of(Optional.of(name)).isKnown())
                        .as(name)
                        .isTrue());
    }

    @Test
    void anUnknownMissionAndNoMissionHaveNoDialect() {
        assertThat(Dialects.of(Optional.of("babasone")).isKnown()).isFalse();
        assertThat(Dialects.of(Optional.empty()).isKnown()).isFalse();
    }

    @Test
    void noInstrumentHidesAnotherOfItsMission() {
        for (Dialect dialect : Dialects.all()) {
            for (Dialect.Instrument instrument : dialect.instruments()) {
                assertThat(instrument.instrume())
                        .allSatisfy(spelling -> assertThat(dialect.instrument(spelling.replace("*", "")))
                                .as(dialect.name() + " " + spelling)
                                .contains(instrument));
            }
        }
    }

    @Test
    void aDialectThatSaysLittleIsOne() throws RulesException {
        Dialect dialect = read(LEAST);

        assertThat(dialect.name()).isEqualTo("somewhere");
        assertThat(dialect.instruments()).isEmpty();
    }

    @Test
    void everyNumberStandsBesideItsSource() throws IOException {
        List<String> numbers = new ArrayList<>();
        for (Dialect dialect : Dialects.all()) {
            List<String> lines = lines(dialect.name());
            for (int at = 0; at < lines.size(); at++) {
                Matcher number = NUMBER.matcher(lines.get(at));
                if (number.matches()) {
                    String source = number.group("field").equals("launch") ? "launch_source" : "source";
                    assertThat(block(lines, at, number.group("indent")))
                            .as(dialect.name() + ", " + lines.get(at).strip())
                            .anyMatch(line -> line.strip().startsWith(source + ": \""));
                    numbers.add(dialect.name() + " " + number.group("field"));
                }
            }
        }

        assertThat(numbers).contains("ixpe step_ev", "xmm of", "swift launch").hasSizeGreaterThan(100);
    }

    /// The lines of the fields that stand together with one of them.
    private static List<String> block(List<String> lines, int at, String indent) {
        int first = at;
        while (first > 0 && lines.get(first - 1).startsWith(indent)) {
            first--;
        }
        int end = at;
        while (end < lines.size() && lines.get(end).startsWith(indent)) {
            end++;
        }
        return lines.subList(first, end).stream()
                .filter(line -> !line.startsWith(indent + " "))
                .toList();
    }

    private static List<String> lines(String dialect) throws IOException {
        try (InputStream stream = Dialects.class.getResourceAsStream("dialects/" + dialect + ".yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour: red                                    | line 3.*: 'colour' is not known in the dialect",
                "keywords: {s_xx: [A]}                          | line 3.*: there is no column 's_xx'",
                "keywords: {s_ra: [RA]}                         | line 3.*: s_ra is not a column of text",
                "keywords: {target_name: [Object name]}         | line 3.*: 'Object name' is no FITS keyword",
                "keywords: {target_name: OBJECT}                | line 3.*: target_name needs a list",
                "pointing: [[RA_CEN]]                           | line 3.*: pointing needs pairs of keywords",
                "clock: {mjdref: 5e4, timesys: TT, launch: 2000-01-01} | line 3.*: clock has no 'source'",
                "clock: {mjdref: 5e4, timesys: TT, launch: soon, source: x} | line 3.*: launch 'soon' is no date",
                "clock: {mjdref: now, timesys: TT, source: x}   | line 3.*: mjdref is 'now', not a number",
                "clock: {timesys: TT, source: x}                | line 3.*: clock has neither 'mjdref' nor 'mjdrefi'",
                "clock: {mjdref: 5e4, timesys: LOCAL, launch: 2000-01-01, source: x}| line 3.*: timesys 'LOCAL' is no time scale",
                "instruments: [{name: A}]                       | line 3.*: A has no 'instrume'",
                "instruments: [{name: A, instrume: [a]}]        | line 3.*: instrume 'a' must be in upper case",
                "instruments: [{name: A, instrume: [A], channels: {column: PI, step_ev: 0, source: x}}] | line 3.*: step_ev of channels is 0.0, not above 0.0",
                "instruments: [{name: A, instrume: [A], field: {diameter_arcmin: 5}}] | line 3.*: field has no 'source'",
                "instruments: [{name: A, instrume: [A], field: {diameter_arcmin: 1e6, source: x}}] | line 3.*: diameter_arcmin is 1000000.0, more than half the sky",
                "instruments: [{name: A, instrume: [A], field: {diameter_arcmin: 5, source: a book}}] | line 3.*: source of field is 'a book', not 'document, place in it: what it says'",
                "instruments: [{name: A, instrume: [A], field: {width_arcmin: 5, height_arcmin: 5, aligned: maybe, source: x}}] | line 3.*: aligned is 'maybe', not true or false",
                "clock: {mjdref: 5e4, timesys: TT, launch: 2000-01-01, source: 'a book, page 1: so'} | line 3.*: clock has no 'launch_source'",
                "facility: Elsewhere                            | line 3.*",
            })
    void whatIsNoDialectIsToldWithItsLine(String line, String expected) {
        assertThatThrownBy(() -> read(LEAST + line + "\n"))
                .isInstanceOf(RulesException.class)
                .hasMessageStartingWith("somewhere.yaml")
                .hasMessageMatching(".*" + expected + ".*");
    }

    private static Dialect read(String text) throws RulesException {
        return DialectReader.read("somewhere.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
