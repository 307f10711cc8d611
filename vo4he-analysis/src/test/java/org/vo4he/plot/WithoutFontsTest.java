// SPDX-License-Identifier: Apache-2.0
package org.vo4he.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.Verdict;

/// A server's JDK often has no fonts and no fontconfig: with Java's own fonts made impossible, pictures are the same.
class WithoutFontsTest {

    private static final Pattern FONT_MACHINERY =
            Pattern.compile("sun\\.font\\.(FontManagerFactory|SunFontManager|FcFontConfiguration|TrueTypeFont)\\b");

    @Test
    void textIsDrawnWithoutTheFontMachineryOfJava() {
        Verdict verdict = Judges.run(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of(
                        "-Djava.awt.headless=true",
                        "-Dsun.font.fontmanager=there.is.None",
                        "-Xlog:class+load:stderr",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrawsASentence.class.getName()),
                Duration.ofMinutes(1));
        assertThat(verdict.exitCode()).as(verdict.out()).isZero();
        assertThat(verdict.out().strip()).isEqualTo(String.valueOf(DrawsASentence.hash()));
        Matcher loaded = FONT_MACHINERY.matcher(verdict.err());
        assertThat(loaded.find() ? Optional.of(loaded.group()) : Optional.empty())
                .isEmpty();
    }

    /// The program that is run.
    static final class DrawsASentence {

        private DrawsASentence() {}

        public static void main(String[] arguments) {
            System.out.println(hash());
        }

        static int hash() {
            return java.util.Arrays.hashCode(Figure.saying("A title", "Nothing to draw, 10 Å", PlotOptions.standard())
                    .png());
        }
    }
}
