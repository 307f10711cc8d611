// SPDX-License-Identifier: Apache-2.0
package org.vo4he.ogip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.fits.Card;
import org.vo4he.fits.Hdu;
import org.vo4he.units.Unit;

/// The headers that speak for a product: its own, then that of the primary HDU.
///
/// Words by which writers say that they don't know (`Unknown`, `n/a`, `NotSet`, …) count as no value.
public final class HeaderChain {

    private static final Set<String> SAYS_NOTHING = Set.of(
            "",
            "UNKNOWN",
            "UNDEFINED",
            "UNDEF",
            "INDEF",
            "NOTSET",
            "NOT SET",
            "NONE",
            "NULL",
            "N/A",
            "NA",
            "N.A",
            "N.A.",
            "-",
            "--",
            "TBD",
            "DUMMY",
            "NOT AVAILABLE",
            "NOT_AVAILABLE",
            "MERGED_UNKNOWN",
            "?");

    private static final Pattern UNIT = Pattern.compile("\\[\\s*([A-Za-z]+)\\s*]");

    private final List<Hdu> hdus;

    private final Consumer<Found<String>> notNumbers;
    private final Consumer<Found<String>> notNames;

    private HeaderChain(List<Hdu> hdus, Consumer<Found<String>> notNumbers, Consumer<Found<String>> notNames) {
        this.hdus = hdus;
        this.notNumbers = notNumbers;
        this.notNames = notNames;
    }

    public static HeaderChain of(Hdu main, Hdu primary) {
        return new HeaderChain(
                main.index() == primary.index() ? List.of(main) : List.of(main, primary), _ -> {}, _ -> {});
    }

    public static HeaderChain of(Hdu only) {
        return new HeaderChain(List.of(only), _ -> {}, _ -> {});
    }

    /// The same headers; each card that [#number] is asked for and that holds no finite number is told, and each that
    /// [#name] is asked for and that holds no text.
    public HeaderChain telling(Consumer<Found<String>> notNumber, Consumer<Found<String>> notName) {
        return new HeaderChain(hdus, notNumber, notName);
    }

    /// A value and the card it came from.
    public record Found<T>(Hdu hdu, String keyword, T value) {

        /// The comment of the card, empty when it has none.
        public String comment() {
            return hdu.header().card(keyword).map(Card::comment).orElse("");
        }

        /// The unit in square brackets that FITS 4.0, section 4.3.2, puts into the comment; empty for one that is
        /// not known.
        public Optional<Unit> unit() {
            Matcher unit = UNIT.matcher(comment());
            return unit.find() ? Unit.parse(unit.group(1)) : Optional.empty();
        }

        /// As [#unit()], but only a unit of this dimension.
        public Optional<Unit> unit(Unit.Dimension dimension) {
            return unit().filter(unit -> unit.dimension() == dimension);
        }
    }

    /// The own header of the product.
    public Hdu main() {
        return hdus.getFirst();
    }

    /// Whether any of the headers has a value for the keyword, also one that says nothing.
    public boolean have(String keyword) {
        for (Hdu hdu : hdus) {
            if (hdu.header().has(keyword)) {
                return true;
            }
        }
        return false;
    }

    /// The first of the keywords that holds text which says something; a keyword is looked for in all headers
    /// before the next is.
    public Optional<Found<String>> text(String... keywords) {
        for (String keyword : keywords) {
            for (Hdu hdu : hdus) {
                Optional<String> text = hdu.header().text(keyword).filter(HeaderChain::saysSomething);
                if (text.isPresent()) {
                    return text.map(value -> new Found<>(hdu, keyword, value));
                }
            }
        }
        return Optional.empty();
    }

    /// As [#text], for names: a logical value, an unquoted T or F, is none, and is told.
    public Optional<Found<String>> name(String... keywords) {
        for (String keyword : keywords) {
            for (Hdu hdu : hdus) {
                Optional<Card> card = hdu.header().card(keyword);
                if (card.filter(Card::isLogical).isPresent()) {
                    notNames.accept(new Found<>(hdu, keyword, card.get().value()));
                } else if (card.isPresent()) {
                    Optional<Found<String>> found = hdu.header()
                            .text(keyword)
                            .filter(HeaderChain::saysSomething)
                            .map(text -> new Found<>(hdu, keyword, text));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// As [#text], for finite numbers.
    public Optional<Found<Double>> number(String... keywords) {
        for (String keyword : keywords) {
            for (Hdu hdu : hdus) {
                Optional<Double> number = hdu.header().number(keyword);
                if (number.isPresent()) {
                    return number.map(value -> new Found<>(hdu, keyword, value));
                }
                hdu.header()
                        .text(keyword)
                        .filter(HeaderChain::saysSomething)
                        .ifPresent(text -> notNumbers.accept(new Found<>(hdu, keyword, text)));
            }
        }
        return Optional.empty();
    }

    /// Whether a text is more than a way to say "unknown".
    public static boolean saysSomething(String text) {
        return !SAYS_NOTHING.contains(text.strip().toUpperCase(Locale.ROOT));
    }
}
