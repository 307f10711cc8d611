// SPDX-License-Identifier: Apache-2.0
package org.vo4he.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Card;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.HeaderChain;
import org.vo4he.time.CalendarTime;
import org.vo4he.units.Unit;

/// A file beside the profile that describes its kind: what it does not keep, and which product it is.
///
/// @param card what the file's CARD keyword says, if it does
public record ProfileMatch(FitsFile file, ProductProfile profile, Optional<String> card) {

    private static final int NUMBER_WIDTH = 20;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /// Gives the defaults of the profile to columns that nothing states: those that are NULL, and those that vo4he
    /// would make up because they may not be.
    public void fill(ObsCoreRow.Builder row) {
        profile.allDefaults().forEach((column, value) -> {
            Origin origin = row.get(column).origin();
            if (origin instanceof Origin.Absent || origin instanceof Origin.Minted) {
                row.set(column, value, new Origin.Profile(profile.name()));
            }
        });
    }

    /// One for each keyword that is not as the profile says.
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (ProfileKeyword keyword : profile.keywords()) {
            List<Hdu> hdus = hdus(keyword.extension());
            if (hdus.isEmpty()) {
                boolean tell = keyword.required()
                        && !keyword.extension().equalsIgnoreCase(ProfileKeyword.VO_TAGS)
                        && !told.contains(keyword.extension());
                if (tell) {
                    told.add(keyword.extension());
                    findings.add(finding(
                            ProfileFinding.EXTENSION_MISSING, "", "there is no extension " + keyword.extension()));
                }
            } else {
                check(keyword, hdus).ifPresent(findings::add);
            }
        }
        missingKey().ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> check(ProfileKeyword keyword, List<Hdu> hdus) {
        Optional<HeaderChain.Found<String>> found = value(keyword.name(), hdus);
        if (found.isEmpty()) {
            return keyword.required()
                    ? Optional.of(finding(
                            ProfileFinding.KEYWORD_MISSING,
                            keyword.name(),
                            keyword.name() + " is not stated" + described(keyword)))
                    : Optional.empty();
        }
        HeaderChain.Found<String> card = found.get();
        return wrongType(keyword, card).or(() -> wrongUnit(keyword, card)).or(() -> wrongValue(keyword, card));
    }

    private static String described(ProfileKeyword keyword) {
        return keyword.description().isEmpty() ? "" : " (" + keyword.description() + ")";
    }

    private Optional<Finding> wrongType(ProfileKeyword keyword, HeaderChain.Found<String> found) {
        Card card = found.hdu().header().card(found.keyword()).orElseThrow();
        String text = found.value();
        boolean fits = switch (keyword.type()) {
            case STRING -> true;
            case INTEGER ->
                !card.string() && found.hdu().header().integer(card.keyword()).isPresent();
            case FLOAT ->
                !card.string() && found.hdu().header().number(card.keyword()).isPresent();
            case BOOLEAN ->
                !card.string() && found.hdu().header().logical(card.keyword()).isPresent();
            case DATE -> CalendarTime.parse(text).isPresent();
        };
        return fits
                ? Optional.empty()
                : Optional.of(finding(
                        ProfileFinding.KEYWORD_TYPE,
                        keyword.name(),
                        keyword.name() + " is " + (card.string() ? "the text '" + text + "'" : text) + ", expected "
                                + keyword.type().word()));
    }

    private Optional<Finding> wrongUnit(ProfileKeyword keyword, HeaderChain.Found<String> found) {
        Optional<Unit> stated = found.unit();
        Optional<Unit> wanted = Unit.parse(keyword.unit());
        return stated.isPresent() && wanted.isPresent() && stated.get() != wanted.get()
                ? Optional.of(finding(
                        ProfileFinding.KEYWORD_UNIT,
                        keyword.name(),
                        keyword.name() + " is in " + stated.get().vounit() + " by its comment, expected "
                                + wanted.get().vounit()))
                : Optional.empty();
    }

    private Optional<Finding> wrongValue(ProfileKeyword keyword, HeaderChain.Found<String> found) {
        if (keyword.expected().holds(found.value())) {
            return Optional.empty();
        }
        boolean range = keyword.expected() instanceof Expected.Between;
        return Optional.of(finding(
                range ? ProfileFinding.KEYWORD_RANGE : ProfileFinding.KEYWORD_VALUE,
                keyword.name(),
                keyword.name() + " is '" + found.value() + "', expected "
                        + keyword.expected().inWords()));
    }

    private List<Hdu> hdus(String extension) {
        if (extension.isEmpty()) {
            return file.hdus().stream()
                    .filter(hdu -> !hdu.name().equalsIgnoreCase(ProfileKeyword.VO_TAGS))
                    .toList();
        }
        if (extension.equalsIgnoreCase("PRIMARY")) {
            return List.of(file.hdus().getFirst());
        }
        return file.hdus().stream()
                .filter(hdu -> hdu.name().equalsIgnoreCase(extension))
                .toList();
    }

    /// The first of the headers that says something.
    private static Optional<HeaderChain.Found<String>> value(String keyword, List<Hdu> hdus) {
        return hdus.stream()
                .map(hdu -> HeaderChain.of(hdu).text(keyword))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> word(String keyword) {
        return value(keyword, hdus("")).map(HeaderChain.Found::value);
    }

    private Optional<List<String>> keywordsOfKey() {
        return profile.unicity().keywords(word("PROGRAM"));
    }

    private Optional<Finding> missingKey() {
        return keywordsOfKey()
                .flatMap(keywords -> keywords.stream()
                        .filter(keyword -> word(keyword).isEmpty())
                        .findFirst()
                        .map(keyword -> finding(
                                ProfileFinding.KEY_MISSING,
                                keyword,
                                "the key of this product needs " + String.join(" and ", keywords) + "; " + keyword
                                        + " is not stated")));
    }

    /// Which product it is.
    public ProductIdentity identity() {
        Map<String, String> searchable = new LinkedHashMap<>();
        for (ProfileKeyword keyword : profile.searchable()) {
            value(keyword.name(), hdus(keyword.extension()))
                    .ifPresent(found -> searchable.put(keyword.name(), found.value()));
        }
        return new ProductIdentity(profile.name(), card.orElse(profile.name()), key(), version(), searchable);
    }

    private String key() {
        List<String> parts = new ArrayList<>();
        for (String keyword : keywordsOfKey().orElse(List.of())) {
            Optional<String> value = word(keyword);
            if (value.isEmpty()) {
                return "";
            }
            parts.add(keyword + "=" + value.get());
        }
        return String.join(" ", parts);
    }

    /// Texts that are in the order of the versions: numbers in a fixed width, in words each run of digits so.
    private String version() {
        List<String> parts = new ArrayList<>();
        boolean any = false;
        for (String keyword : profile.newest()) {
            Optional<HeaderChain.Found<String>> found = value(keyword, hdus(""));
            any |= found.isPresent();
            parts.add(found.map(ProfileMatch::sortable).orElse(""));
        }
        return any ? String.join(" ", parts) : "";
    }

    private static String sortable(HeaderChain.Found<String> found) {
        String value = found.value();
        boolean word = found.hdu().header().card(found.keyword()).orElseThrow().string();
        Optional<Double> number = word ? Optional.empty() : found.hdu().header().number(found.keyword());
        if (number.filter(of -> of >= 0).isPresent()) {
            return String.format(Locale.ROOT, "%030.9f", number.get());
        }
        return CalendarTime.parse(value)
                .map(CalendarTime::toDali)
                .orElseGet(() -> DIGITS.matcher(value).replaceAll(digits -> padded(digits.group())));
    }

    private static String padded(String digits) {
        return "0".repeat(Math.max(0, NUMBER_WIDTH - digits.length())) + digits;
    }

    private Finding finding(ProfileFinding code, String keyword, String message) {
        String where = file.path().getFileName() + (keyword.isEmpty() ? "" : " " + keyword);
        return new Finding(code, where, message + " (profile " + profile.name() + ")");
    }
}
