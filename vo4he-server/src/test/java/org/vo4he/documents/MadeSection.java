// SPDX-License-Identifier: Apache-2.0
package org.vo4he.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vo4he.testkit.SharedData;

/// The part of a reference page that is made from the code, between two marks. What stands around it is written by
/// people.
///
/// With `-Dvo4he.docs=write` the tests write the section in place of comparing it.
public final class MadeSection {

    private static final String BEGIN = "<!-- made from the code: see CONTRIBUTING.md -->\n";
    private static final String END = "<!-- end -->";

    private MadeSection() {}

    /// @param page relative to the checkout
    public static void check(String page, String made) throws IOException {
        Path file = SharedData.checkout().resolve(page);
        String text = Files.readString(file);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertThat(text).as(page).contains(BEGIN).contains(END);
        if ("write".equals(System.getProperty("vo4he.docs"))) {
            Files.writeString(file, text.substring(0, begin) + "\n" + made.strip() + "\n\n" + text.substring(end));
        } else {
            assertThat(text.substring(begin, end).strip())
                    .as("%s is not what the code says; 'mvn test -Dvo4he.docs=write' writes it", page)
                    .isEqualTo(made.strip());
        }
    }
}
