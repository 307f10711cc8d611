// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.diagnostics.FindingCode;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.Clock;
import org.vo4he.ogip.GoodTimeTable;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.ogip.OgipFinding;
import org.vo4he.time.GoodTimes;

/// One product while its row is being made: what speaks for it, and what has been found so far.
final class Draft {

    private final FitsFile file;
    private final FileContents contents;
    private final Optional<ProductKind> kind;
    private final Hdu hdu;
    private final HeaderChain headers;
    private final Clock clock;
    private final Dialect dialect;
    private final LinkedFiles linked;
    private final Map<String, String> notNumbers = new LinkedHashMap<>();
    private final Map<String, String> notNames = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Path> consulted = new LinkedHashSet<>();
    private final ObsCoreRow.Builder row = ObsCoreRow.builder();

    /// A product.
    Draft(FitsFile file, FileContents contents, ProductKind kind, Hdu hdu, LinkedFiles linked) {
        this(file, contents, Optional.of(kind), hdu, linked);
    }

    /// A file that is none.
    Draft(FitsFile file, FileContents contents, Hdu hdu) {
        this(file, contents, Optional.empty(), hdu, _ -> Optional.empty());
    }

    private Draft(FitsFile file, FileContents contents, Optional<ProductKind> kind, Hdu hdu, LinkedFiles linked) {
        this.file = file;
        this.contents = contents;
        this.kind = kind;
        this.hdu = hdu;
        this.headers = HeaderChain.of(hdu, file.hdus().getFirst()).telling(this::notNumber, this::notName);
        this.linked = linked;
        this.dialect = Dialects.of(headers.text(Identification.TELESCOPE).map(HeaderChain.Found::value));
        this.clock = Clock.of(headers, where(hdu), findings);
    }

    private void notNumber(HeaderChain.Found<String> card) {
        notNumbers.put(card.keyword(), card.value());
        find(
                MappingFinding.VALUE_NOT_A_NUMBER,
                card.hdu(),
                card.keyword(),
                "'" + card.value() + "' is no number that can be used");
    }

    private void notName(HeaderChain.Found<String> card) {
        notNames.put(card.keyword(), card.value());
        find(
                MappingFinding.VALUE_NOT_A_NAME,
                card.hdu(),
                card.keyword(),
                "it is the logical value " + card.value() + ", no name; a text stands in quotes");
    }

    /// Where a column stays empty because one of these cards holds no number, the row says so.
    void blame(ObsCoreColumn column, List<String> keywords) {
        if (!row.get(column).isPresent()) {
            keywords.stream()
                    .filter(notNumbers::containsKey)
                    .findFirst()
                    .ifPresent(keyword -> absent(
                            column, keyword + " holds '" + notNumbers.get(keyword) + "', no number that can be used"));
        }
    }

    FitsFile file() {
        return file;
    }

    FileContents contents() {
        return contents;
    }

    /// @throws java.util.NoSuchElementException if the draft is not of a product
    ProductKind kind() {
        return kind.orElseThrow();
    }

    Hdu hdu() {
        return hdu;
    }

    HeaderChain headers() {
        return headers;
    }

    Clock clock() {
        return clock;
    }

    Dialect dialect() {
        return dialect;
    }

    /// The instrument as the dialect knows it.
    Optional<Dialect.Instrument> instrument() {
        return dialect.isKnown()
                ? dialect.instrument(
                        headers.text("INSTRUME").map(HeaderChain.Found::value).orElse(""))
                : Optional.empty();
    }

    /// The first card that names something: of those of the dialect for this column, then of those of the standards.
    Optional<HeaderChain.Found<String>> name(ObsCoreColumn column, String... standard) {
        return headers.name(keywords(column, standard));
    }

    private String[] keywords(ObsCoreColumn column, String... standard) {
        List<String> keywords = new ArrayList<>(dialect.keywords().getOrDefault(column, List.of()));
        keywords.addAll(List.of(standard));
        return keywords.toArray(String[]::new);
    }

    /// Takes the name that the first of these cards holds.
    void copyName(ObsCoreColumn column, String... standard) {
        Optional<HeaderChain.Found<String>> found = name(column, standard);
        copy(column, found);
        if (found.isEmpty()) {
            Arrays.stream(keywords(column, standard))
                    .filter(notNames::containsKey)
                    .findFirst()
                    .ifPresent(keyword ->
                            absent(column, keyword + " is the logical value " + notNames.get(keyword) + ", no name"));
        }
    }

    /// The clock of a GTI extension of the file.
    Clock clockOf(Hdu goodTimes) {
        return GoodTimeTable.clock(goodTimes, clock, where(goodTimes), findings);
    }

    /// The rows of a GTI extension of the file, on its own clock.
    Optional<GoodTimes> goodTimes(Hdu table) {
        try {
            return GoodTimeTable.read(table);
        } catch (IOException e) {
            find(OgipFinding.TABLE_UNREADABLE, table, "START", e.getMessage());
            return Optional.empty();
        }
    }

    LinkedFiles linked() {
        return linked;
    }

    List<Finding> findings() {
        return findings;
    }

    Set<Path> consulted() {
        return consulted;
    }

    ObsCoreRow.Builder row() {
        return row;
    }

    /// File and HDU, for findings.
    String where(Hdu of) {
        return file.path().getFileName() + " " + of;
    }

    void find(FindingCode code, Hdu of, String keyword, String message) {
        findings.add(new Finding(code, keyword.isEmpty() ? where(of) : where(of) + " " + keyword, message));
    }

    void set(ObsCoreColumn column, Object value, Origin origin) {
        row.set(column, value, origin);
    }

    /// A value that follows from what the product is.
    void derive(ObsCoreColumn column, Object value, String from) {
        row.set(column, value, new Origin.Derived(from));
    }

    void absent(ObsCoreColumn column, String why) {
        row.absent(column, why);
    }

    /// The value of a card as it is, if there is one.
    void copy(ObsCoreColumn column, Optional<HeaderChain.Found<String>> found) {
        found.ifPresent(card -> set(column, card.value(), origin(card)));
    }

    static Origin.Card origin(HeaderChain.Found<?> card) {
        return new Origin.Card(card.hdu().label(), card.keyword());
    }
}
