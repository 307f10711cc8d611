// SPDX-License-Identifier: Apache-2.0
package org.vo4he.observed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.fits.FitsHeader;

/// `CREATOR`, the program that wrote the file, with or without its version: `evselect (evselect-3.62) [xmmsas_…]`,
/// `dmextract - Version CIAO 4.3`, `mkarf v0.5.0-0`, `Gammapy 2.0`. `VERS_SW` beside it is SOLARNET's (section 8).
final class CreatorName implements Dialect {

    private static final Pattern VERSIONED = Pattern.compile(
            "(?s)(\\S+?),?\\s+(?:\\((?:[^()\\s]*?-)?([0-9][^()]*)\\)\\s*(.*)|-\\s*(?i:version\\s+)?(.+)|(?i:version\\s+|v)?([0-9].*))");

    @Override
    public List<ObservedStep> read(FitsHeader header) {
        Optional<String> creator = header.text("CREATOR");
        if (creator.isEmpty()) {
            return List.of();
        }
        Matcher matcher = VERSIONED.matcher(creator.get().strip());
        if (!matcher.matches()) {
            ObservedStep step = new ObservedStep("CREATOR", creator.get());
            header.text("VERS_SW").ifPresent(step::version);
            return List.of(step);
        }
        StringBuilder version = new StringBuilder();
        for (int group = 2; group <= matcher.groupCount(); group++) {
            String part = matcher.group(group);
            if (part != null && !part.isBlank()) {
                version.append(version.isEmpty() ? "" : ", ")
                        .append(part.replaceAll("[\\[\\]]", "").strip());
            }
        }
        return List.of(new ObservedStep("CREATOR", matcher.group(1)).version(version.toString()));
    }
}
