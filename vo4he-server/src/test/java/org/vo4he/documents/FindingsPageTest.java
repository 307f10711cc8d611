// SPDX-License-Identifier: Apache-2.0
package org.vo4he.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vo4he.diagnostics.FindingCode;

/// Every finding code that exists, on the reference page with its own explanation.
class FindingsPageTest {

    private static final List<JavaClass> ENUMS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.vo4he").stream()
                    .filter(code -> code.isEnum() && code.isAssignableTo(FindingCode.class))
                    .sorted(Comparator.comparing(JavaClass::getPackageName))
                    .toList();

    @Test
    void everyCodeIsOnTheReferencePage() throws IOException {
        StringBuilder page = new StringBuilder();
        for (JavaClass each : ENUMS) {
            String name = each.getPackageName().replace("org.vo4he.", "");
            page.append("## ").append(name).append("\n\n| code | severity | meaning |\n|---|---|---|\n");
            for (FindingCode code : codes(each)) {
                page.append("| `%s` | %s | %s |\n"
                        .formatted(
                                code.id(),
                                code.severity().name().toLowerCase(Locale.ROOT),
                                code.explanation().replace("|", "\\|").replace("\n", " ")));
            }
            page.append('\n');
        }
        MadeSection.check("docs/reference/findings.md", page.toString());
    }

    @Test
    void noTwoCodesAreSpelledAlikeAndEachIsKebabCase() {
        List<String> ids = ENUMS.stream()
                .flatMap(each -> codes(each).stream())
                .map(FindingCode::id)
                .toList();

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)+"));
    }

    private static List<FindingCode> codes(JavaClass each) {
        return List.of((FindingCode[]) each.reflect().getEnumConstants());
    }
}
