// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The colours of `style.css` by WCAG 2.2: contrast of text 4.5 (1.4.3), of outlines 3 (1.4.11).
class StyleTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "ink, 4.5",
        "soft, 4.5",
        "accent, 4.5",
        "error, 4.5",
        "warning, 4.5",
        "edge, 3.0",
    })
    void textCanBeReadOnEveryGroundInLightAndDark(String text, double least) throws IOException {
        for (Map<String, Integer> colours : schemes()) {
            for (String ground : new String[] {"paper", "card", "code"}) {
                assertThat(contrast(colours.get(text), colours.get(ground)))
                        .as(text + " on " + ground + " in " + colours)
                        .isGreaterThanOrEqualTo(least);
            }
            assertThat(contrast(colours.get("accent-ink"), colours.get("accent")))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void nothingIsFetchedFromElsewhere() throws IOException {
        assertThat(css()).doesNotContain("url(").doesNotContain("@import").doesNotContain("http");
    }

    private static java.util.List<Map<String, Integer>> schemes() throws IOException {
        String[] halves = css().split("@media \\(prefers-color-scheme: dark\\)");
        assertThat(halves).hasSize(2);
        return java.util.List.of(colours(halves[0]), colours(halves[1]));
    }

    private static Map<String, Integer> colours(String css) {
        Map<String, Integer> colours = new HashMap<>();
        Matcher matcher = COLOUR.matcher(css);
        while (matcher.find()) {
            colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return colours;
    }

    @Test
    void everyBlockIsClosedBeforeTheNextPartBegins() throws IOException {
        int open = 0;
        for (String line : css().split("\n")) {
            if (line.startsWith("/*")) {
                assertThat(open).as("blocks left open before " + line).isZero();
            }
            open += line.replaceAll("[^{]", "").length()
                    - line.replaceAll("[^}]", "").length();
        }
        assertThat(open).isZero();
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// WCAG 2.2, definition of relative luminance.
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static String css() throws IOException {
        try (InputStream in = WebPages.class.getResourceAsStream("style.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
