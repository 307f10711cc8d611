// SPDX-License-Identifier: Apache-2.0
package org.vo4he.documents;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.vo4he.config.Setting;

/// Every setting, on the reference page with its default.
class SettingsPageTest {

    @Test
    void everySettingIsOnTheReferencePage() throws IOException {
        StringBuilder page =
                new StringBuilder("| in the file | option | variable | default | meaning |\n|---|---|---|---|---|\n");
        for (Setting setting : Setting.values()) {
            page.append("| `%s` | `%s %s` | `%s` | %s | %s |\n"
                    .formatted(
                            setting.id(),
                            setting.option(),
                            setting.valueName(),
                            setting.variable(),
                            setting.fallback().map("`%s`"::formatted).orElse("-"),
                            setting.meaning()));
        }
        MadeSection.check("docs/reference/settings.md", page.toString());
    }
}
